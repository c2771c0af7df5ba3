"""The lines of a script about actions: what is agreed or offered, and how what was agreed before stands now."""

from __future__ import annotations

from facilitator.chain.actions import LONG, STATUSES
from facilitator.content.fields import Form
from facilitator.rehearsal.lines import Act, Known, Ref, day, filled, keep, names, prose, ref, refs, texts, who
from facilitator.rehearsal.sent import FACILITATOR

MOST_BLOCKS = 7


def looked_back(form: Form, known: Known) -> list[Act]:
    """How an action of an earlier meeting stands: by the facilitator, or told on a phone and perhaps taken over."""
    name = form.text("actie")
    if name:
        ref(form, form.line_of("actie"), name, known, "action")
    author = who(form, known, host=True, required=False)
    status = form.choice("status", STATUSES, required=author != FACILITATOR)
    told = {"obstacle": prose(form, "obstakel", LONG, False), "help": prose(form, "helpt", LONG, False)}
    taken = form.yes("overnemen")
    body = {"action": Ref(name), **filled(status=status, **told)}
    followed = {**body, **filled(when=day(form, "wanneer"))}
    if taken and author == FACILITATOR:
        form.fault(form.line_of("overnemen"), "Alleen wat een deelnemer zegt (met 'van') kan worden overgenomen.")
    if author != FACILITATOR and "wanneer" in form.values and not taken:
        form.fault(form.line_of("wanneer"), "Een nieuwe datum zet de begeleider. Laat 'van' weg, of neem het over.")
    form.close()
    large = Act(form.line, FACILITATOR, "look.at", {"action": Ref(name)})
    if author == FACILITATOR:
        return [large, Act(form.line, FACILITATOR, "action.follow", followed)]
    keep = f"regel {form.line}"
    said = Act(form.line, author, "progress.tell", body, keep)
    follow = Act(form.line, FACILITATOR, "action.follow", {**followed, "told": Ref(keep)})
    return [said, large, follow] if taken else [said]


def action(form: Form, known: Known) -> list[Act]:
    """An action; offered when it is `van` a participant, with what the facilitator does to it afterwards."""
    sources = refs(form, names(form, "uit"), known, "note", "cluster")
    body = {
        "what": prose(form, "wat", LONG),
        "sources": [Ref(name) for name in sources],
        **filled(
            who=prose(form, "wie", 300, required=False),
            when=day(form, "wanneer"),
            status=form.choice("status", STATUSES, required=False),
            remarks=prose(form, "bijzonderheden", 2000, required=False),
            block=form.whole("bouwsteen", 1, MOST_BLOCKS, required=False),
        ),
    }
    name = keep(form, known, "action")
    author = who(form, known, host=True, required=False)
    parts, place, accepted = texts(form, "stukjes"), form.whole("plaats", 1, 500, False), form.yes("overnemen")
    if accepted and author == FACILITATOR:
        form.fault(form.line_of("overnemen"), "Alleen wat een deelnemer aanbiedt (met 'van') kan worden overgenomen.")
    form.close()
    made = Act(form.line, author, "action.make", body, name or f"regel {form.line}")
    acts, itself = [made], {"action": Ref(made.keep)}
    if accepted:
        acts.append(Act(form.line, FACILITATOR, "action.accept", itself))
    if parts:
        acts.append(Act(form.line, FACILITATOR, "action.split", {**itself, "parts": parts}))
    if place:
        acts.append(Act(form.line, FACILITATOR, "action.rank", {**itself, "place": place}))
    return acts
