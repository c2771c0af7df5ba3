/* What screen, control room and phone say of the map in the same words. */

import { SORTS } from "/static/js/parts/table.js";

export const STAGES = ["", "Wie zijn er?", "Wie werken samen?", "Wat gaat goed, wat kan beter?", "Wie ontbreekt nog?", "Wat is er veranderd?"];
export const MARKS = { good: "gaat goed", improve: "kan beter", missing: "ontbreekt nog" };

const words = {
  firm: "beide noemen het",
  drawn: "samen getekend",
  said: (name) => name + " noemt het",
  torn: "hier zeggen mensen iets verschillends",
  looked: "nagekeken",
  asks: (names) => "nog na te kijken door " + names,
  wish: (name) => name + " wil dit graag",
  denied: (name) => name + " zegt van niet",
  none: "staat niet op de kaart",
};

/* Guests and links of a step, by id; the house hands them as rows. */
export function mapOf(step) {
  const guests = (step.state.guests || []).map(([id, name, sort, outside, spot]) => ({ id, name, sort, outside: outside === 1, spot }));
  const byId = new Map(guests.map((guest) => [guest.id, guest]));
  const links = (step.state.links || []).filter((link) => byId.has(link.a) && byId.has(link.b));
  return { guests, links, name: (id) => (byId.get(id) || { name: "" }).name, get: (id) => byId.get(id) };
}

export const drawn = (link) => link.there || link.mark === "missing";
export const other = (link, id) => (link.a === id ? link.b : link.a);
export const linksOf = (map, id) => map.links.filter((link) => link.a === id || link.b === id);
export const sortName = (sort) => (SORTS[sort] || SORTS.overig).name;

/* How a line of the map is drawn. */
export const lookOf = (link) => (MARKS[link.mark] ? link.mark : link.firm ? "firm" : "said");

/* Whether who is at its ends looked at it, in words; "" for what is not there. */
export const looked = (map, link) => (!link.there ? "" : link.asks ? words.asks(link.asks.map(map.name).join(" en ")) : words.looked);

/* How a link stands, in words. */
export function stands(map, link) {
  const parts = [];
  const said = link.said || [];
  if (MARKS[link.mark]) parts.push(MARKS[link.mark]);
  else if (link.mark === "none") parts.push(words.none);
  else if (said.length > 1) parts.push(words.firm);
  else if (said.length) parts.push(words.said(map.name(said[0])));
  else if (link.there) parts.push(words.drawn);
  if (!drawn(link)) parts.push(...(link.wished || []).map((id) => words.wish(map.name(id))));
  if (link.torn) parts.push(words.torn);
  else parts.push(...(link.denied || []).map((id) => words.denied(map.name(id))));
  return parts.join(", ");
}
