/* The line to the house: one socket, `hello` until both sides hold the same, and no trust in what the browser calls connected. */

import { io } from "../vendor/socket.io.js";

const PROBE = 3000; /* ms that a hello may take before the line counts as dead */
const ANSWER = 8000; /* ms that a command may take */
const UNDER_WAY = 4000; /* ms that an attempt to connect may take */
const LARGEST = 65000; /* bytes of a command: the house hangs up on a message over 64 KiB, however often it is sent */
const tooLarge = { ok: false, code: "bad", say: "Dit is te veel in één keer. Verdeel het in kleinere stukken." };

/* Opens the line.
   start: {ref, role, ticket}; more(): what else is shown at the door; hello(): the body of hello; take(patch): "applied", "old" or "gap"; greeted(answer);
   state(on): the line answers, or not; gone(): this seat no longer exists. */
export function connect({ start, more, hello, take, greeted, state, gone }) {
  const doors = { phone: "/tafel/", screen: "/scherm/", control: "/regie/" };
  const ticketAddress = (start.desk || doors[start.role]) + start.ref + "/ticket";
  let ticket = start.ticket;
  let asking = null; /* the hello in flight */
  let again = false;
  let failures = 0;
  let on = false;
  let over = false;
  let queue = Promise.resolve();
  let packed = 0;
  let tried = performance.now(); /* when the last attempt to connect began */
  const unanswered = new Set();

  const socket = io({
    path: "/socket.io/",
    auth: (give) => give({ ticket, ...more() }),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: UNDER_WAY,
    reconnectionDelay: 1000,
    reconnectionDelayMax: 3000,
    randomizationFactor: 0.7,
  });

  function set(value) {
    if (on === value) return;
    on = value;
    state(on);
  }

  /* Closes the engine as well, so that a half-dead connection cannot linger. */
  function renew() {
    set(false);
    socket.disconnect();
    socket.connect();
  }

  function greet() {
    if (over || !socket.connected) return;
    if (asking) {
      again = true;
      return;
    }
    const mine = (asking = {});
    again = false;
    const body = { ...hello(), gz: typeof DecompressionStream === "function" };
    socket.timeout(PROBE).emit("hello", body, (fault, answer) => {
      if (asking !== mine) return;
      asking = null;
      if (fault) return renew();
      if (!answer || !answer.ok) {
        if (answer && answer.code === "weg") return leave(answer);
        setTimeout(greet, 1000 + Math.random() * 2000);
        return;
      }
      failures = 0;
      greeted(answer);
      set(true);
      if (again) greet();
    });
  }

  function leave(answer) {
    over = true;
    set(false);
    socket.disconnect();
    gone(answer);
  }

  /* A new ticket, then the line again. What is unsent stays where it is. */
  async function renewTicket() {
    try {
      const reply = await fetch(ticketAddress, { method: "POST", credentials: "same-origin" });
      if (reply.ok) ticket = (await reply.json()).ticket;
      else if (reply.status === 401 || reply.status === 403 || reply.status === 404 || reply.status === 410) return leave({ code: "weg" });
    } catch (fault) {
      /* no network: try again below */
    }
    setTimeout(() => !over && socket.connect(), 500 + Math.random() * 1500);
  }

  function receive(patch) {
    if (take(patch) === "gap") greet();
  }

  socket.on("connect", greet);
  socket.on("patch", (patch) => {
    if (!patch.z && !packed) return receive(patch);
    packed += 1;
    queue = queue
      .then(() => (patch.z ? unpack(patch) : patch))
      .then(receive, () => greet())
      .then(() => (packed -= 1));
  });
  socket.on("disconnect", (reason) => {
    tried = -UNDER_WAY;
    asking = null;
    socket.sendBuffer = []; /* commands are sent again by the outbox, never by the socket */
    for (const give of [...unanswered]) give(null);
    set(false);
    if (reason === "io server disconnect" && !over) setTimeout(() => socket.connect(), Math.random() * 2000);
  });
  socket.on("connect_error", (fault) => {
    set(false);
    if (navigator.onLine !== false) failures += 1; /* without any network nothing is learnt about this one */
    if (over) return;
    if (fault && fault.message === "weg") return leave({ code: "weg" });
    if (fault && fault.message === "ticket") return renewTicket();
    /* a network that refuses or swallows WebSockets: begin with polling from now on, and try to go up from there */
    if ((failures === 2 && navigator.onLine !== false) || (fault && fault.message === "timeout")) socket.io.opts.transports = ["polling", "websocket"];
    if (!socket.active) setTimeout(() => socket.connect(), 1000 + Math.random() * 2000);
  });

  /* Waking up, coming back, another network: ask at once, and start anew when no answer comes. A next try may be seconds
     away, so it is not waited for; one that is on its way is left alone. */
  function wake() {
    if (over || document.visibilityState === "hidden") return;
    if (socket.connected) return greet();
    if (performance.now() - tried < UNDER_WAY) return;
    tried = performance.now();
    socket.disconnect();
    socket.connect();
  }
  socket.io.on("reconnect_attempt", () => (tried = performance.now()));
  socket.io.on("error", () => (tried = -UNDER_WAY));
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("online", () => {
    wake();
    /* some browsers say so a moment before it is true: what failed since is tried again, what is under way goes on */
    for (const later of [300, 800, 1500]) setTimeout(() => socket.connected || wake(), later);
  });

  return {
    /* One command; the answer, or null when none came (then the outbox sends it again). */
    command(message) {
      if (new TextEncoder().encode(JSON.stringify(message)).length > LARGEST) return Promise.resolve(tooLarge);
      if (over || !socket.connected || !on) return Promise.resolve(null);
      return new Promise((done) => {
        const give = (answer) => {
          unanswered.delete(give);
          done(answer);
        };
        unanswered.add(give);
        socket.timeout(ANSWER).emit("command", message, (fault, answer) => {
          if (!unanswered.has(give)) return;
          give(fault ? null : answer);
          if (fault) greet();
        });
      });
    },
    /* What is not kept and not answered for. */
    tell(name, body) {
      if (on && socket.connected) socket.emit("command", { name, body });
    },
    greet,
    wake,
  };
}

async function unpack(patch) {
  const bytes = Uint8Array.from(atob(patch.z), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { put } = JSON.parse(await new Response(stream).text());
  return { ...patch, put, z: undefined };
}
