/* Exchanges the secret behind # for a cookie, once, and takes it out of the address first. */

const words = {
  wrong: "Deze link werkt niet meer. Bij elke start van Ketentafel hoort een nieuwe link.",
  away: "Ketentafel geeft geen antwoord. Kijk of het venster nog open staat en ververs deze pagina.",
};
const busy = document.getElementById("login-busy");
const help = document.getElementById("login-help");
const fault = document.getElementById("login-fault");

function say(sentence) {
  busy.hidden = true;
  help.hidden = false;
  fault.hidden = false;
  fault.textContent = sentence;
}

async function enter(secret) {
  busy.hidden = false;
  help.hidden = true;
  try {
    const reply = await fetch("/regie/inloggen", { method: "POST", body: new URLSearchParams({ secret }), credentials: "same-origin" });
    if (reply.ok) location.replace(reply.redirected ? reply.url : "/regie");
    else say(words.wrong);
  } catch (error) {
    say(words.away);
  }
}

function read() {
  const secret = location.hash.slice(1);
  if (!secret) return;
  history.replaceState(null, "", location.pathname);
  enter(secret);
}
window.addEventListener("hashchange", read);
read();
