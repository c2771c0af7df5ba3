/* The buttons of what is weighed in secret (dots, marks, a scale): close, show, open again. */

/* `words`: how this kind calls show, showNow, close, open and again. */
export function weighingTools(step, room, words) {
  const close = (on) => room.send("weighing.close", { step: step.id, on });
  const show = (on) => room.send("step.reveal", { step: step.id, on });
  if (step.revealed) return [{ label: words.again, run: () => show(false).then((answer) => answer.ok && close(false)) }];
  if (step.state.closed) {
    return [
      { label: words.showNow, main: true, run: () => show(true) },
      { label: words.open, run: () => close(false) },
    ];
  }
  return [
    { label: words.show, main: true, run: () => close(true).then((answer) => answer.ok && show(true)) },
    { label: words.close, run: () => close(true) },
  ];
}
