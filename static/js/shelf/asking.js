/* What the form asks of the house: is this good, and keep it. One question at a time; only the latest answer counts. */

const words = {
  away: "Ketentafel geeft geen antwoord. Wat u typte, staat nog op deze computer. Kijk of het venster van Ketentafel open is.",
  shut: "U bent niet meer aangemeld als begeleider. Wat u typte, staat nog op deze computer. Open uw eigen link opnieuw.",
  broken: "Dat lukte niet. Wat u typte, staat er nog. Probeer het zo nog eens.",
};

async function post(address, body) {
  try {
    const reply = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "same-origin" });
    if (reply.ok) return await reply.json();
    return { ok: false, code: "away", say: reply.status === 401 ? words.shut : words.broken };
  } catch (fault) {
    return { ok: false, code: "away", say: words.away };
  }
}

export const keep = (body) => post("/regie/eigen/bewaren", body);

/* Calls `told` with the answer, some time after the last change; what is overtaken is forgotten. */
export function createChecker(told, wait = 500) {
  let timer = null;
  let turn = 0;
  return function check(body, now = false) {
    clearTimeout(timer);
    const mine = ++turn;
    timer = setTimeout(
      async () => {
        const answer = await post("/regie/eigen/nakijken", body);
        if (mine === turn) told(answer);
      },
      now ? 0 : wait,
    );
  };
}

/* Opens the preview in a window of its own: an ordinary form, so that no browser takes it for an advertisement. */
export function show(body, role) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/regie/eigen/voorbeeld";
  form.target = "voorbeeld-" + role;
  for (const [name, value] of Object.entries({ role, body: JSON.stringify(body) })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
