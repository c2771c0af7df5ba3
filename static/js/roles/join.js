/* The door: the organisations that are at the table are found while somebody types. Fetched when it is needed only. */

const input = document.getElementById("organisation");
if (input) {
  const names = [...document.querySelectorAll("#organisations option")].map((one) => one.value);
  const come = () => import("../parts/combo.js").then(({ combo }) => combo(input, () => names, { halt: true }), () => {});
  input.addEventListener("focus", come);
  if (document.activeElement === input) come();
}
