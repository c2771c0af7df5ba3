/* One sort of line alone, on the screen and in the control room: how it is offered, and what is said of so many. */

import { plural } from "/static/js/view.js";

const lines = (n) => (n ? plural(n, "lijn", "lijnen") : "nog geen lijn");

export const ZOOMS = {
  works: { pick: "Waar wordt samengewerkt", say: (n) => "Nu te zien: alleen waar wordt samengewerkt (" + lines(n) + ")." },
  good: { pick: "Wat goed gaat", say: (n) => "Nu te zien: alleen wat goed gaat (" + lines(n) + ")." },
  improve: { pick: "Wat beter kan", say: (n) => "Nu te zien: alleen wat beter kan (" + lines(n) + ")." },
  missing: { pick: "Wat ontbreekt", say: (n) => "Nu te zien: alleen wat nog ontbreekt (" + lines(n) + ")." },
  wanted: { pick: "Wat iemand graag wil", say: (n) => "Nu te zien: alleen waar iemand graag wil samenwerken (" + lines(n) + ")." },
};
