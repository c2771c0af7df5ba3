/* The four quadrants in words, and the number of a proposal. */

export const QUADRANTS = {
  eerst: "Doen we eerst",
  plannen: "Plannen we in",
  tussendoor: "Doen we tussendoor",
  later: "Laten we nu",
};

export const BECAUSE = {
  eerst: "makkelijk en veel effect",
  plannen: "veel effect, kost moeite",
  tussendoor: "makkelijk, minder effect",
  later: "minder effect, kost moeite",
};

/* Rated by phones: the order to do them in. Placed by hand: the order of the list, so that no number changes on the way. */
export const numberOf = (step, id) => (step.settings.by === "begeleider" ? step.state.candidates : step.state.order).indexOf(id) + 1;
