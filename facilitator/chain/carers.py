"""Groups of carers that the documents name, and which of them nobody said to meet anywhere.

The groups are those of the inventarisatie praktijkvoorbeelden (chapter 4), in words of now. Who meets them is known
only from steps that asked where organisations come; where nothing was asked, nothing is said.
"""

from __future__ import annotations

from typing import Any

from facilitator.chain.model import Chain, Entity

GROUPS = {
    "young": "Jonge mantelzorgers",
    "older": "Oudere mantelzorgers",
    "migration": "Mantelzorgers met een migratieachtergrond",
    "working": "Werkende mantelzorgers",
}


def chosen(step: Entity) -> list[str]:
    """The groups that take part in a step, in their order; without any choice all do."""
    return [group for group in GROUPS if step["settings"].get(group, True)] or list(GROUPS)


def unreached(chain: Chain) -> dict[str, Any]:
    """What the last step that asked it tells: {groups that nobody meets, how many organisations told, title}; or {}."""
    asking = [one for one in chain.of_type("step") if one.get("places") and one["started_at"] is not None]
    if not asking:
        return {}
    last = max(asking, key=lambda one: one["started_at"])
    rows = [*last["places"], *(one for one in last["state"].get("own", ()) if not one["gone"])]
    who, groups = last["state"].get("who", {}), chosen(last)
    met = {one["group"]: True for one in rows if who.get(one["id"])}
    told = {organisation for one in rows if one["group"] in groups for organisation in who.get(one["id"], ())}
    left = [group for group in groups if group not in met]
    return {"groups": left, "told": len(told), "title": last["title"]} if told and left else {}
