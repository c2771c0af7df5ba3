/* A page that is good on paper has a button that prints it. */

const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
