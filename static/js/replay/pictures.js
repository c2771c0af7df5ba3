/* The three screens, each in a window of its own that is drawn small. They get patches and can send nothing. */

import { html, useEffect, useLayoutEffect, useRef, useState } from "../view.js";

export const SIZES = { screen: [1600, 900], control: [1366, 768], phone: [390, 760] };
const FILES = { screen: "scherm", control: "regie", phone: "telefoon" };
const GAP = 16;
const CAPTION = 30; /* px */
const AROUND = 28; /* px of space between and below */
const LEAST = innerWidth < 700 ? 400 : 220; /* px that the pictures are high at least; a page on a phone may be long */

/* How high the pictures can be side by side in this width, and how wide each is then. */
export function fitting(roles, width, height) {
  const room = width - GAP * (roles.length - 1);
  const wide = roles.reduce((sum, role) => sum + SIZES[role][0] / SIZES[role][1], 0);
  return Math.floor(Math.min(Math.max(LEAST, height), room / wide));
}

/* One window. `lane` is what feeds it: it is told when the window is ready, and where its messages go. */
export function Picture({ start, role, name, height, lane, caption }) {
  const frame = useRef(null);
  const [round, again] = useState(0);
  const [drawn, setDrawn] = useState(false);
  const [wide, high] = SIZES[role];
  const scale = height / high;
  useEffect(() => {
    const heard = (event) => {
      if (event.origin !== location.origin || !frame.current || event.source !== frame.current.contentWindow) return;
      if (event.data && event.data.drawn) setDrawn(true);
      if (event.data && event.data.ready) lane.ready(role, (message) => frame.current && frame.current.contentWindow.postMessage({ to: "picture", ...message }, location.origin));
      if (event.data && event.data.key) lane.key(event.data.key);
    };
    addEventListener("message", heard);
    return () => {
      removeEventListener("message", heard);
      lane.left(role);
    };
  }, [role, lane]);
  /* whatever leads the window elsewhere, it comes back */
  const loads = useRef(0);
  const loaded = () => ((loads.current += 1), loads.current > 1 && ((loads.current = 0), setDrawn(false), again(round + 1)));
  return html`<figure class=${"picture picture--" + role}>
    ${caption && html`<figcaption class="picture-name">${caption}</figcaption>`}
    <div class=${"picture-box" + (drawn ? " is-drawn" : "")} style=${{ width: wide * scale + "px", height: height + "px" }}>
      <iframe
        key=${round}
        ref=${frame}
        title=${caption ? name + ", " + caption : name}
        src=${"/regie/" + start.ref + "/terugkijken/beeld/" + FILES[role]}
        width=${wide}
        height=${high}
        style=${{ transform: "scale(" + scale + ")" }}
        onLoad=${loaded}
      ></iframe>
    </div>
  </figure>`;
}

/* All that are chosen, as large as they fit above what stands `under` them (an element); measured anew when what stands `over` them changes. */
export function Pictures({ start, roles, names, lanes, captions, under, over }) {
  const box = useRef(null);
  const [size, setSize] = useState([1000, 400]);
  useLayoutEffect(() => {
    const measure = () => {
      const top = box.current.getBoundingClientRect().top + scrollY;
      setSize([box.current.clientWidth, innerHeight - top - under.current.offsetHeight - (captions ? CAPTION : 0) - AROUND]);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box.current);
    watch.observe(under.current);
    addEventListener("resize", measure);
    return () => (watch.disconnect(), removeEventListener("resize", measure));
  }, [Boolean(captions), over]);
  const height = fitting(roles, ...size);
  return html`<div class="pictures" ref=${box}>
    ${roles.map((role, number) => html`<${Picture} key=${captions && number ? "second " + role : role} start=${start} role=${role} name=${names[role]} height=${height} lane=${lanes[number]} caption=${captions && captions[number]} />`)}
  </div>`;
}
