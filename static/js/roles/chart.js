/* The map over time: a slider over the moments of the page. Each stop is the page of that moment; what changed is said. */

const MOST_IN_A_LINE = 8; /* moments that stand under the slider, each under its own stop */
const words = { first: "Dit is de eerste kaart.", lost: "Dit moment kon niet worden opgehaald. Kies het hieronder." };

const slider = document.getElementById("moment");
const links = [...document.querySelectorAll(".moments a")];
const live = document.getElementById("live");
const views = new Map([[slider.value, Promise.resolve(document.getElementById("map-view"))]]);

const name = (link) => [...link.childNodes].map((part) => part.textContent.trim()).join(", ");

async function fetched(link) {
  const reply = await fetch(link.href);
  if (!reply.ok) throw new Error(String(reply.status));
  return new DOMParser().parseFromString(await reply.text(), "text/html").getElementById("map-view");
}

function viewOf(place) {
  if (!views.has(place)) views.set(place, fetched(links[place]));
  return views.get(place);
}

async function show() {
  const place = slider.value;
  slider.setAttribute("aria-valuetext", name(links[place]));
  links.forEach((link, number) => (String(number) === place ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
  try {
    const view = await viewOf(place);
    if (slider.value !== place) return;
    document.getElementById("map-view").replaceWith(document.adoptNode(view));
    history.replaceState(null, "", links[place].href);
    const said = [...view.querySelectorAll("[data-said] > li")].map((one) => one.textContent);
    live.textContent = [name(links[place]) + ".", ...(said.length ? said : [words.first])].join(" ");
  } catch {
    views.delete(place);
    live.textContent = words.lost;
  }
}

slider.addEventListener("input", show);
slider.setAttribute("aria-valuetext", name(links[slider.value]));
const moments = slider.closest(".moments");
moments.style.setProperty("--moments", links.length);
moments.classList.toggle("moments--lined", links.length <= MOST_IN_A_LINE);
slider.parentElement.hidden = false;
