/* The tab Over u: what this table knows of you, true at every moment; change it, or leave. */

import { html, useState, useDraft, plural, day } from "../view.js";
import { createAhead } from "../ahead.js";
import { deviceStorage } from "../keep.js";
import { Field } from "../parts/field.js";
import { NameField } from "../parts/namefield.js";
import { Confirm } from "../parts/dialog.js";

const words = {
  title: "Over u",
  who: "Wie u bent",
  name: "Voornaam",
  organisation: "Organisatie",
  profession: "Beroep of rol",
  save: "Bewaar",
  long: "Er is iets te lang. Maak het korter waar “te veel” staat, en bewaar dan.",
  kept: "Bewaard.",
  waiting: "Wordt bewaard zodra er verbinding is.",
  know: "Wat weten we van u?",
  none: "niets ingevuld",
  notes: "Briefjes",
  votes: "Stemmen",
  voted: (n) => (n ? "U deed mee met " + plural(n, "stemronde", "stemrondes") + ". Alleen u ziet uw keuze." : "geen"),
  sealed: "Wat u vóór het afsluiten koos, telt mee. Niemand weet nog dat het van u is, ook deze telefoon niet.",
  told: "Antwoorden over uw organisatie",
  yes: "ja",
  no: "geen",
  phone: "Op deze telefoon",
  phoneNothing: "alleen uw plek aan tafel",
  phoneThings: (waiting, drafts) =>
    [waiting ? plural(waiting, "tekst die nog verstuurd wordt", "teksten die nog verstuurd worden") : "", drafts ? plural(drafts, "onaf stukje tekst", "onaffe stukjes tekst") : ""].filter(Boolean).join(" en "),
  where: "Waar staat dit?",
  whereText: "Op de computer van de begeleider. Er gaat niets naar een ander bedrijf.",
  until: "Tot wanneer?",
  untilText: (date) => "Tot en met " + date + ". Daarna wordt uw naam vanzelf gewist, behalve als de begeleider die dag verzet. Bent u aanspreekpunt van de keten, dan blijft u dat.",
  untilAsk: "Tot de begeleider uw naam wist. U kunt dat ook zelf doen, met de knop hieronder.",
  seen: "Wat zien de anderen?",
  show: { anoniem: "In deze stap staat bij een briefje geen naam en geen organisatie. Ook de begeleider ziet niet wie wat schreef.", organisatie: "In deze stap staat bij een briefje uw organisatie, niet uw naam.", naam: "In deze stap staan bij een briefje uw naam en uw organisatie." },
  report: "In het verslag",
  reportNames: "Uw naam staat in het verslag dat de deelnemers kunnen ophalen. Wie het ophaalt, houdt het.",
  reportNone: "In het verslag dat de deelnemers kunnen ophalen, staat uw naam alleen bij een actie die u zelf doet. Wie het ophaalt, houdt het.",
  leave: "Ik ga weg en wis mijn gegevens",
  leaveTitle: "Wilt u weggaan?",
  leaveText: "Uw naam en uw plek worden gewist, hier en op deze telefoon. Briefjes die al hangen, blijven hangen zonder uw naam. Wat nog niet verstuurd is, gaat verloren.",
  leaveYes: "Ja, wis mijn gegevens",
  leaveFault: "Het lukte niet. Kijk of u verbinding hebt en probeer het nog eens.",
  help: "Hulp nodig? Vraag het de begeleider. Die kan ook namens u iets opschrijven.",
};

/* How long the house lets these be; it says so as well. */
const MOST = { name: 60, organisation: 120, profession: 80 };

export function About({ room }) {
  const me = room.own("participant")[0] || {};
  const organisation = me.organisation !== undefined ? me.organisation : (room.get(me.org) || {}).name || "";
  return html`<div class="stack stack--wide">
    <h1>${words.title}</h1>
    <${Who} room=${room} me=${me} organisation=${organisation} />
    <${Know} room=${room} me=${me} organisation=${organisation} />
    <${Leave} room=${room} />
    <p class="muted">${words.help}</p>
  </div>`;
}

function Who({ room, me, organisation }) {
  const [name, setName, clearName] = useDraft(room, "me", "name", me.name || "");
  const [place, setPlace, clearPlace] = useDraft(room, "me", "organisation", organisation);
  const [job, setJob, clearJob] = useDraft(room, "me", "profession", me.profession || "");
  const [said, say] = useState("");
  async function save(event) {
    event.preventDefault();
    const over = (text, most) => Array.from(text.trim()).length > most;
    if (over(name, MOST.name) || over(place, MOST.organisation) || over(job, MOST.profession)) return say(words.long);
    const sent = room.send("participant.edit", { name: name.trim(), organisation: place.trim(), profession: job.trim() });
    if (sent.kept) [clearName, clearPlace, clearJob].forEach((clear) => clear());
    say(words.waiting);
    const answer = await sent;
    if (answer.ok && !sent.kept) [clearName, clearPlace, clearJob].forEach((clear) => clear());
    return say(answer.ok ? words.kept : answer.say || "");
  }
  const near = (text, most) => (Array.from(text).length > most * 0.7 ? most : undefined);
  return html`<form class="stack" onSubmit=${save}>
    <h2>${words.who}</h2>
    <${Field} label=${words.name} value=${name} onValue=${setName} max=${near(name, MOST.name)} autocomplete="given-name" optional />
    <${NameField} label=${words.organisation} names=${room.list("organisation").map((one) => one.name)} value=${place} onValue=${setPlace} max=${near(place, MOST.organisation)} autocomplete="organization" optional />
    <${Field} label=${words.profession} value=${job} onValue=${setJob} max=${near(job, MOST.profession)} autocomplete="organization-title" optional />
    <div class="row">
      <button type="submit" class="button button--main">${words.save}</button>
      <span role="status">${said}</span>
    </div>
  </form>`;
}

function Know({ room, me, organisation }) {
  const notes = room.own("note").filter((note) => !note.withdrawn);
  const ballots = room.own("ballot").length + room.own("rating").length;
  const waiting = room.outbox.waiting().length + room.outbox.returned().length;
  const drafts = room.drafts.list().length;
  const names = room.current && room.current.settings ? room.current.settings.names : null;
  const until = room.meeting.until;
  const handout = room.list("handout")[0];
  return html`<section class="stack stack--tight">
    <h2>${words.know}</h2>
    <dl class="know">
      <dt>${words.name}</dt>
      <dd dir="auto">${me.name || words.none}</dd>
      <dt>${words.organisation}</dt>
      <dd dir="auto">${organisation || words.none}</dd>
      <dt>${words.profession}</dt>
      <dd dir="auto">${me.profession || words.none}</dd>
      <dt>${words.notes}</dt>
      <dd>${plural(notes.length, "briefje", "briefjes")}</dd>
      <dt>${words.votes}</dt>
      <dd>${room.meeting.sealed ? html`${ballots > 0 && words.voted(ballots) + " "}${words.sealed}` : words.voted(ballots)}</dd>
      <dt>${words.told}</dt>
      <dd>${room.own("introduction").length ? words.yes : words.no}</dd>
      <dt>${words.phone}</dt>
      <dd>${waiting || drafts ? words.phoneThings(waiting, drafts) : words.phoneNothing}</dd>
      ${names && words.show[names] && html`<dt>${words.seen}</dt><dd>${words.show[names]}</dd>`}
      ${handout && html`<dt>${words.report}</dt><dd>${handout.names ? words.reportNames : words.reportNone}</dd>`}
      <dt>${words.where}</dt>
      <dd>${words.whereText}</dd>
      <dt>${words.until}</dt>
      <dd>${until ? words.untilText(day(until)) : words.untilAsk}</dd>
    </dl>
  </section>`;
}

function Leave({ room }) {
  const [asked, ask] = useState(false);
  const [fault, setFault] = useState("");
  async function leave() {
    ask(false);
    try {
      const reply = await fetch("/tafel/" + room.ref + "/weg", { method: "POST", credentials: "same-origin" });
      if (!reply.ok) return setFault(words.leaveFault);
      room.left();
      room.wipe();
      createAhead(deviceStorage(), room.ref).forget();
    } catch (error) {
      setFault(words.leaveFault);
    }
    return undefined;
  }
  return html`<section class="stack stack--tight">
    <button type="button" class="button button--danger" onClick=${() => ask(true)}>${words.leave}</button>
    ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
    ${asked && html`<${Confirm} title=${words.leaveTitle} text=${words.leaveText} yes=${words.leaveYes} danger onYes=${leave} onClose=${() => ask(false)} />`}
  </section>`;
}
