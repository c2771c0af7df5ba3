/* The door: the organisations that are at the table are found while somebody types, and a number in a name is said to be
   left out. Fetched when it is needed only. */

const input = document.getElementById("organisation");
if (input) {
  const names = [...document.querySelectorAll("#organisations option")].map((one) => one.value);
  const come = () => import("../parts/combo.js").then(({ combo }) => combo(input, () => names, { halt: true }), () => {});
  input.addEventListener("focus", come);
  if (document.activeElement === input) come();
  const said = document.getElementById("organisation-reach");
  const look = () => import("../parts/hints.js").then(({ load, reach }) => load().then((traces) => (said.textContent = reach(input.value, traces))), () => {});
  input.addEventListener("input", () => (/[@\d]/.test(input.value) || said.textContent) && look());
}
