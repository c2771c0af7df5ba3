"""The lines of a script about actions: what is agreed or offered, and how what was agreed before stands now."""

from __future__ import annotations

from typing import Any

from facilitator.chain.actions import LONG, STATUSES
from facilitator.content.fields import Form
from facilitator.rehearsal.lines import Act, Known, Ref, day, filled, keep, names, prose, ref, refs, texts, who
from facilitator.rehearsal.sent import FACILITATOR

MOST_BLOCKS = 7


def looked_back(form: Form, known: Known) -> list[Act]:
    """How an action of an earlier meeting stands: by the facilitator, or told on a phone and perhaps taken over."""
    name = form.text("actie")
    if name:
        ref(form, form.line_of("actie"), name, known, "action", "subaction")
    author = who(form, known, host=True, required=False)
    status = form.choice("status", STATUSES, required=author != FACILITATOR)
    told = {"obstacle": prose(form, "obstakel", LONG, False), "help": prose(form, "helpt", LONG, False)}
    taken = form.yes("overnemen")
    body = {"action": Ref(name), **filled(status=status, **told)}
    followed = {**body, **filled(when=day(form, "wanneer"), who=prose(form, "wie", 300, required=False))}
    apart = pieces(form, known, name)
    if taken and author == FACILITATOR:
        form.fault(form.line_of("overnemen"), "Alleen wat een deelnemer zegt (met 'van') kan worden overgenomen.")
    for key in ("wanneer", "wie", "stukjes"):
        if author != FACILITATOR and key in form.values and not taken:
            form.fault(form.line_of(key), f"'{key}' verandert de begeleider. Laat 'van' weg, of neem het over.")
    form.close()
    part = known.kept.get(name, (0, ""))[1] == "subaction"  # it stands under its action, and is not shown by itself
    large = [] if part else [Act(form.line, FACILITATOR, "look.at", {"action": Ref(name)})]
    if author == FACILITATOR:
        return [
            *large,
            *([Act(form.line, FACILITATOR, "action.follow", followed)] if len(followed) > 1 else []),
            *apart,
        ]
    keep = f"regel {form.line}"
    said = Act(form.line, author, "progress.tell", body, keep)
    follow = Act(form.line, FACILITATOR, "action.follow", {**followed, "told": Ref(keep)})
    return [said, *large, follow, *apart] if taken else [said]


def pieces(form: Form, known: Known, whole: str) -> list[Act]:
    """`stukjes`: what an action is split into, as bare lines, or each with `wat`, `wie`, `wanneer` and an `id`."""
    some = names(form, "stukjes")
    if not any(isinstance(one.raw, dict) for one in some):
        parts: list[Any] = texts(form, "stukjes")
        return [Act(form.line, FACILITATOR, "action.split", {"action": Ref(whole), "parts": parts})] if parts else []
    parts, kept = [], []
    for one in form.forms("stukjes"):
        body = filled(who=prose(one, "wie", 300, required=False), when=day(one, "wanneer"))
        parts.append({"what": prose(one, "wat", LONG), **body})
        kept.append(keep(one, known, "subaction"))
        one.close()
    return [Act(form.line, FACILITATOR, "action.split", {"action": Ref(whole), "parts": parts}, keeps=kept)]


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
    apart = pieces(form, known, name or f"regel {form.line}")
    place, accepted = form.whole("plaats", 1, 500, False), form.yes("overnemen")
    if accepted and author == FACILITATOR:
        form.fault(form.line_of("overnemen"), "Alleen wat een deelnemer aanbiedt (met 'van') kan worden overgenomen.")
    form.close()
    made = Act(form.line, author, "action.make", body, name or f"regel {form.line}")
    acts, itself = [made], {"action": Ref(made.keep)}
    if accepted:
        acts.append(Act(form.line, FACILITATOR, "action.accept", itself))
    acts += apart
    if place:
        acts.append(Act(form.line, FACILITATOR, "action.rank", {**itself, "place": place}))
    return acts
