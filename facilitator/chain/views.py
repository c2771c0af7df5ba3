"""The one gate for secrets: `show` says, for each entity and audience, what leaves the house."""

from __future__ import annotations

from facilitator.chain import ballots, becoming, carrying, making, owners, retention
from facilitator.chain.kind import Audience, Kind
from facilitator.chain.lasting import Lasting, People, View
from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.shown import Mapped
from facilitator.chain.notes import ANONYMOUS
from facilitator.chain.reach import TALLY, reached
from facilitator.chain.seated import Seated
from facilitator.chain.setting import drawn
from facilitator.chain.undo import last_deed, last_undone

EMPTIED = "[verwijderd]"


class Gate(Lasting, Mapped, Seated):
    """Shows entities to audiences; the directory of names comes in as an argument and leaves only here."""

    def __init__(self, kinds: dict[str, Kind]) -> None:
        self.kinds = kinds

    def show(self, chain: Chain, names: People, identity: str, audience: Audience) -> View | None:
        """What this audience may see of an entity (or of a step's tally), or None."""
        if identity.endswith(TALLY):
            return self.tally(chain, identity, audience)
        entity = chain.entities.get(identity)
        if entity is None:
            return None
        owner = entity["id"] if entity["type"] == "meeting" else entity.get("meeting")
        if owner and owner != audience.meeting:
            shown = self.show_elsewhere(chain, names, entity, audience)
            return {"id": identity, "type": entity["type"], **shown} if shown else None
        shown = getattr(self, "show_" + entity["type"])(chain, names, entity, audience)
        if shown is None:
            return None
        return {
            "id": identity,
            "type": entity["type"],
            **{key: value for key, value in shown.items() if value not in (None, "")},
        }

    def whole(self, chain: Chain, names: People, audience: Audience) -> dict[str, View]:
        """Everything that this audience may see, by id, in the order of the book."""
        views = {}
        for identity, entity in list(chain.entities.items()):
            asked = [identity, identity + TALLY] if entity["type"] == "step" else [identity]
            for one in asked:
                view = self.show(chain, names, one, audience)
                if view is not None:
                    views[one] = view
        return views

    def reach(self, chain: Chain, touched: set[str]) -> dict[str, None]:
        """Everything whose view may have changed when these were touched."""
        return reached(self.kinds, chain, touched)

    # who and where

    def at(self, chain: Chain, audience: Audience, step: str) -> bool:
        """True when this audience is looking at the step now (the control room and the report look at all)."""
        return audience.name in ("control", "report") or chain.entities[audience.meeting]["step"] == step

    def weighed(self, chain: Chain, audience: Audience, identity: str) -> bool:
        current = chain.current(audience.meeting)
        return current is not None and identity in current["state"].get("candidates", ())

    def by(self, chain: Chain, names: People, entity: Entity) -> tuple[str, str]:
        """(name, organisation) of the writer, as far as the step allows."""
        allowed = chain.entities[entity["step"]]["settings"].get("names", "organisatie")
        if allowed == ANONYMOUS:
            return "", ""
        person = chain.get(entity.get("author", ""), "participant") or {}
        organisation = chain.get(person.get("organisation") or entity.get("organisation", "")) or {}
        name = names.get(person.get("id", ""), {}).get("name", "") if allowed == "naam" else ""
        return name, organisation.get("name", "")

    def mine(self, entity: Entity, audience: Audience) -> bool:
        """True when the seat of the audience made this."""
        if entity.get("author"):
            return entity["author"] == audience.seat
        return entity.get("proof") in audience.proofs or entity.get("key") in audience.keys

    # one function for each type

    def show_meeting(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if audience.name == "own":
            return None
        fields = ("title", "state", "step", "steps", "place", "date", "blank", "entered_at", "sealed")
        view = {key: entity[key] for key in fields if key in entity}
        if audience.name in ("control", "phone"):
            view["until"] = retention.until(entity)
        if audience.name in ("control", "screen"):
            view["sheet"] = entity.get("sheet")
        if audience.name == "control":
            view |= {"template": entity["template"], "undo": last_deed(chain, entity["id"])}
            view |= {"redo": last_undone(chain, entity["id"]), "opened_at": entity.get("opened_at")}
            view["awaits"] = making.awaited(chain, entity, self.kinds) or None if entity["state"] == "planned" else None
        return view

    def show_step(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if audience.name == "own" or (entity.get("gone") and audience.name != "report"):
            return None
        if not self.at(chain, audience, entity["id"]):
            started = entity["started_at"] is not None
            return {
                "title": entity["title"],
                "group": entity["group"],
                "kind": entity["kind"],
                "brief": True,
                "started": started,
            }
        hidden = {"id", "type", "examples", "state", "coaching", "meeting", "came"}
        view = {key: value for key, value in entity.items() if key not in hidden}
        view["state"] = self.kinds[entity["kind"]].show(chain, entity, audience)
        if audience.name == "control":
            kind = self.kinds[entity["kind"]]
            view |= {"coaching": entity.get("coaching", {}), "editable": drawn(chain, entity, kind)}
            if entity.get("came"):
                view |= {"came": entity["came"], "came_for": "map" if kind.maps else "actions"}
            view["warning"] = kind.warning(chain, entity) or None
        return view

    def tally(self, chain: Chain, identity: str, audience: Audience) -> View | None:
        step = chain.get(identity.removesuffix(TALLY), "step")
        if step is None or step["meeting"] != audience.meeting or step.get("gone") or audience.name == "own":
            return None
        kind = self.kinds[step["kind"]]
        if not self.at(chain, audience, step["id"]) or (audience.name == "phone" and not kind.shares_tally):
            return None
        known = chain.tallies.get(identity)
        if known is None or known[0] != chain.seq:
            known = chain.tallies[identity] = (chain.seq, self.counted(chain, step, kind))
        return {"id": identity, "type": "tally", **known[1]}

    @staticmethod
    def counted(chain: Chain, step: Entity, kind: Kind) -> View:
        """The counts of a step: the same for everybody who may have them, so counted once per seq."""
        view: View = {"step": step["id"], "notes": chain.census.notes(step["id"])}
        if step["settings"].get("names") != ANONYMOUS:
            view["writers"] = chain.census.writers(step["id"])
        view["people"] = chain.census.present[step["meeting"]]
        return {**view, **kind.tally(chain, step)}

    def show_note(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        step = chain.entities[entity["step"]]
        text = EMPTIED if entity.get("redacted") else entity["text"]
        view = {key: entity.get(key) for key in ("step", "lane", "block", "section", "into", "seq")} | {"text": text}
        if audience.name == "own":
            if not self.mine(entity, audience):
                return None
            cluster = chain.get(entity.get("cluster", "")) if self.kinds[step["kind"]].shown(step, entity) else None
            view["cid"] = audience.proofs.get(entity["op"])
            flags = {key: True for key in ("withdrawn", "redacted", "amended") if entity.get(key)}
            view |= {"cluster": cluster["name"] if cluster and not cluster["gone"] else "", **flags}
            return view | becoming.fate(chain, names, self.kinds, entity)
        if audience.name in ("screen", "phone"):
            if not ballots.counts(entity) or not self.on_wall(chain, entity, step, audience):
                return None
        name, organisation = self.by(chain, names, entity)
        view |= {
            "cluster": entity.get("cluster"),
            "by": name,
            "org": organisation,
            "merged": entity.get("merged") or None,
        }
        if audience.name in ("control", "report"):
            for flag in ("hidden", "waiting", "withdrawn", "redacted", "late", "on_behalf", "amended"):
                if entity.get(flag):
                    view[flag] = True
        else:
            view.pop("into")
            view["merged"] = len(view["merged"]) if view["merged"] else None
        return view

    def on_wall(self, chain: Chain, entity: Entity, step: Entity, audience: Audience) -> bool:
        if self.weighed(chain, audience, entity["id"]) or self.weighed(chain, audience, entity.get("cluster", "")):
            return True
        if audience.name == "phone" and not step["settings"].get("wall_on_phone", True):
            return False
        return self.kinds[step["kind"]].shown(step, entity) and self.at(chain, audience, step["id"])

    def show_cluster(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if entity["gone"] or audience.name == "own":
            return None
        step = chain.entities[entity["step"]]
        if audience.name in ("screen", "phone") and not self.on_wall(chain, entity, step, audience):
            return None
        inside = [note for note in chain.in_step(step["id"], "note") if note.get("cluster") == entity["id"]]
        if audience.name in ("screen", "phone"):
            inside = [note for note in inside if ballots.counts(note)]
        fields = {key: entity[key] for key in ("step", "lane", "name", "block")}
        return {**fields, "notes": [note["id"] for note in inside]}

    def show_ballot(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if audience.name != "own" or not self.mine(entity, audience):
            return None
        return {"step": entity["step"], "choices": entity["choices"]}

    def show_rating(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if audience.name != "own" or not self.mine(entity, audience):
            return None
        return {"step": entity["step"], "ratings": entity["ratings"]}

    def show_cards(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        """Only the control room sees what it typed itself; everybody else the totals, when they are shown."""
        if audience.name != "control":
            return None
        return {key: entity[key] for key in ("step", "people", "choices", "ratings", "answers") if key in entity}

    def show_action(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        fields = ("step", "what", "when", "status", "remarks", "block", "sources", "parts", "offered", "on_behalf")
        view = {key: entity.get(key) for key in fields} | carrying.family(chain, entity)
        view |= owners.shown(chain, names, entity, audience.name)
        gone = {"gone": True} if entity["gone"] else {}
        if audience.name == "own":
            return {**view, **gone} if self.mine(entity, audience) else None
        if audience.name == "report":
            view |= gone
        elif entity["gone"] or (audience.name != "control" and not self.on_list(chain, entity, audience)):
            return None
        if audience.name in ("control", "report"):
            view |= {"rank": entity.get("rank"), "by": names.get(entity.get("author", ""), {}).get("name", "")}
            view["trace"] = entity["trace"]
        if audience.name == "report":
            return view | {"obstacle": entity.get("obstacle"), "help": entity.get("help")}
        return {key: value for key, value in view.items() if key != "history"}

    def show_taker(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        """Who takes an action up, to all who see the action; on the person's own phone also as theirs."""
        action = chain.entities[entity["action"]]
        listed = audience.name in ("own", "control", "report") or self.on_list(chain, action, audience)
        if (
            entity["gone"]
            or action["gone"]
            or not listed
            or (audience.name == "own" and not self.mine(entity, audience))
        ):
            return None
        person = chain.entities[entity["author"]]
        organisation = chain.get(person.get("organisation") or "") or {}
        by = names.get(person["id"], {}).get("name", "")
        return {"step": entity["step"], "action": entity["action"], "by": by, "org": organisation.get("name", "")}

    def show_progress(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        """What somebody says of an action: theirs, the facilitator's to take over, and the report's."""
        view = {key: entity[key] for key in ("step", "action", "status", "obstacle", "help", "taken", "left")}
        if audience.name == "own":
            return view if self.mine(entity, audience) else None
        if audience.name not in ("control", "report"):
            return None
        name, organisation = self.by(chain, names, entity)
        return {**view, "by": name, "org": organisation}

    def on_list(self, chain: Chain, action: Entity, audience: Audience) -> bool:
        """True when screen and phones may see this action: no mere offer, and the meeting is at a list of actions."""
        current = chain.current(audience.meeting)
        lists = current is not None and self.kinds[current["kind"]].lists_actions
        return not action.get("offered") and (lists or self.at(chain, audience, action["step"]))

    def show_commitment(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        view = {key: entity.get(key) for key in ("step", "text", "worth", "better")}
        if audience.name == "own":
            return view if self.mine(entity, audience) else None
        if audience.name == "phone":
            return None
        step = chain.entities[entity["step"]]
        if audience.name == "screen":
            if not step["revealed"] or not self.at(chain, audience, step["id"]) or not entity["text"]:
                return None
            if entity.get("hidden"):
                return None
            view = {"step": entity["step"], "text": entity["text"]}
        else:
            view |= {flag: True for flag in ("hidden", "on_behalf") if entity.get(flag)}
        name, organisation = self.by(chain, names, entity)
        return {**view, "by": name, "org": organisation}
