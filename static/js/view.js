/* What every view draws with: elements without HTML text, hooks, and Dutch ways to say numbers and times. */

import { h, render, createPortal, Fragment } from "../vendor/preact.js";
import { useState, useEffect, useLayoutEffect, useRef, useMemo, useCallback, useErrorBoundary } from "../vendor/preact-hooks.js";
import htm from "../vendor/htm.js";
import { order } from "./entities.js";

export const html = htm.bind(h);
export { h, render, createPortal, Fragment, order };
export { useState, useEffect, useLayoutEffect, useRef, useMemo, useCallback, useErrorBoundary };

const TAGS = new Set(["p", "ul", "ol", "li", "strong", "em", "h3", "h4", "blockquote", "br", "table", "thead", "tbody", "tr", "th", "td"]);

/* A prose tree (string, or [tag, child, ...]) as elements. An unknown tag is drawn as its text. */
export function prose(nodes) {
  return (nodes || []).map((node) => {
    if (typeof node === "string") return node;
    const [tag, ...children] = node;
    return h(TAGS.has(tag) ? tag : Fragment, tag === "th" ? { scope: "col" } : null, ...prose(children));
  });
}

/* Half-typed text: [text, setText, clear]. `about` says what it would become when it is sent later. */
export function useDraft(room, step, field, first = "", about = null) {
  const [, redraw] = useState(0);
  const held = room.draft(step, field);
  const text = held === undefined ? first : held;
  const set = (value) => {
    room.keepDraft(step, field, value, about, first !== "");
    redraw((n) => n + 1);
  };
  const clear = () => {
    room.clearDraft(step, field);
    redraw((n) => n + 1);
  };
  return [text, set, clear];
}

/* One button's or one form's state while a command is on its way. */
export function useSend(room) {
  const [state, setState] = useState({ busy: false, fault: null });
  const here = useRef(true);
  useEffect(() => () => (here.current = false), []);
  async function send(name, body) {
    setState({ busy: true, fault: null });
    const answer = await room.send(name, body);
    if (here.current) setState({ busy: false, fault: answer.ok ? null : answer });
    return answer;
  }
  return { send, busy: state.busy, fault: state.fault, clear: () => setState({ busy: false, fault: null }) };
}

/* Redraws every `ms`, for clocks. */
export function useTick(ms) {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((n) => n + 1), ms);
    return () => clearInterval(timer);
  }, [ms]);
}

/* Redraws a part with who is here (room.now, room.here, room.typists); a step's view itself is not drawn for that. */
export function useNow(room) {
  const [, redraw] = useState(0);
  useEffect(() => room.onChange(() => redraw((n) => n + 1)), [room]);
}

const LOADING = "Even laden …";
const AGAIN = 3000; /* ms after which a part that did not come is asked for again */
const laters = new Set();
/* A part that a page can do without at first: `load(again)` imports it and gives the component; it is drawn when it is there.
   Some browsers remember for good that an address failed, so `again` goes behind the address of a next try.
   `instead(props)` draws what must be seen even without it; `come` of the component fetches it ahead. */
export function later(load, instead = () => h("p", { class: "muted" }, LOADING)) {
  let View = null;
  let coming = null;
  let tries = 0;
  const come = () => {
    coming =
      coming ||
      load(tries ? "?" + tries : "").then(
        (view) => (View = view),
        () => ((tries += 1), (coming = null)),
      );
    return coming;
  };
  laters.add(come);
  function Later(props) {
    const [, redraw] = useState(0);
    useEffect(() => {
      let timer = null;
      const ask = () => come().then(() => (View ? redraw(1) : timer !== false && (timer = setTimeout(ask, AGAIN))));
      if (!View) ask();
      return () => (clearTimeout(timer), (timer = false));
    }, []);
    return View ? h(View, props) : instead(props);
  }
  Later.come = come;
  return Later;
}
/* Fetches all of that ahead, once the page is quiet. */
export const fetchLaters = () => laters.forEach((come) => come());

/* The key of an entity in a list: its cid as long as it has one, so that it stays the same when the id arrives. */
export const keyOf = (entity) => entity.cid || entity.id;

let numbered = 0;
/* An id for label and field that stays the same for one component. */
export function useName(stem) {
  const name = useRef(null);
  if (name.current === null) name.current = stem + (numbered += 1);
  return name.current;
}

export const plural = (count, one, many) => count + " " + (count === 1 ? one : many);

/* Seconds as "6:40", or "1:02:05" from an hour on. */
export function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 0.001));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = Math.floor((whole % 3600) / 60);
  return (hours ? hours + ":" + two(rest) : rest) + ":" + two(whole % 60);
}

/* Seconds as "7 min" or "1 uur 38 min". */
export function minutes(seconds) {
  const whole = Math.round(seconds / 60);
  const hours = Math.floor(whole / 60);
  if (!hours) return whole + " min";
  return whole % 60 ? hours + " uur " + (whole % 60) + " min" : hours + " uur";
}

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
/* A time in seconds, or a date "2026-11-22", as "22 november 2026". */
export function day(time) {
  const [year, month, date] = typeof time === "string" ? time.split("-").map(Number) : parts(time);
  return year && month && date ? date + " " + MONTHS[month - 1] + " " + year : "";
}
function parts(time) {
  const at = new Date(time * 1000);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()];
}
/* A time in seconds as "14:05". */
export function hour(time) {
  const at = new Date(time * 1000);
  return at.getHours() + ":" + String(at.getMinutes()).padStart(2, "0");
}

/* Eight digits in two groups. */
export const grouped = (code) => String(code || "").replace(/(\d{4})(?=\d)/g, "$1 ");

/* The address as people type it. */
export const spoken = (url) => String(url || "").replace(/^https?:\/\//, "").replace(/\/$/, "");

let blocks = {};
/* The page's data block brings the names of the building blocks, {"1": name, ...}. */
export const setBlocks = (names) => (blocks = names || {});
/* The name of a building block, 1 to 7. */
export const block = (number) => blocks[number] || "";

/* The prompts of a step, as lanes. */
export const lanes = (step) => (step && step.prompts) || [];

/* Where a step stands: {nr, of} among the steps of the agenda. */
export function place(room, step) {
  const steps = room.meeting.steps || [];
  return { nr: steps.indexOf(step.id) + 1, of: steps.length };
}

/* The big and the small line over a step. */
export function heading(step) {
  const prompts = lanes(step);
  if (prompts.length === 1) return { big: prompts[0].text, small: step.title };
  return { big: step.title, small: step.group || "" };
}
