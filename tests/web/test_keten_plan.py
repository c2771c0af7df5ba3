"""The plan and the four answers on the keten's page: chosen, moved, left out, made with one press, never lost."""

import html
import re
from typing import Any

import pytest
from icalendar import Calendar

from facilitator.chain import groundwork
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.groundwork import LONG
from facilitator.chain.text import clean
from tests.report.test_strings import naughty
from tests.web.indoors import Indoors, Visitor

CHOICES = {"start": "2027-01-12", "rhythm": "figuur", "form": "optimaliseren-thema"}


@pytest.fixture(scope="module")
def indoors(tmp_path_factory):
    house = Indoors(tmp_path_factory.mktemp("keten"))
    yield house
    house.close()


class Keten:
    """A keten of its own in that house, at its verkennend gesprek."""

    def __init__(self, house: Indoors) -> None:
        self.house = house
        self.id = house.regie.post("/regie/ketens", {"name": "Veluwerand"}).location.partition("#")[2]
        self.home = f"/regie/ketens/{self.id}"
        fields = {"title": "Het gesprek", "template": "verkennend-gesprek"}
        self.meeting = self.post("bijeenkomsten", fields).location.rpartition("-")[2]
        self.do("meeting.open")

    @property
    def room(self) -> Any:
        return self.house.built.house.rooms.get(self.id)

    def post(self, path: str, fields: dict[str, str] | None = None) -> Any:
        return self.house.regie.post(f"{self.home}/{path}", fields)

    def page(self) -> str:
        return self.house.regie.get(self.home).text

    def part(self, name: str) -> str:
        """One section of the page."""
        return self.page().split(f'id="{name}"', 1)[1].split("</section>", 1)[0]

    def plan(self) -> str:
        return text(self.part("plan"))

    def ask(self, seat: Seat, name: str, /, **body: Any) -> dict[str, Any]:
        answer = self.house.built.house.ask(self.room, name, body, seat)
        assert answer["ok"], answer
        return answer

    def do(self, name: str, /, **body: Any) -> None:
        self.ask(Seat(FACILITATOR, self.meeting), name, **body)

    def meetings(self) -> list[dict[str, Any]]:
        return list(self.room.chain.of_type("meeting"))


@pytest.fixture
def keten(indoors):
    return Keten(indoors)


def text(page: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_both_readings_are_offered_and_explained_and_nothing_is_planned_yet(keten):
    told = keten.plan()
    assert "In maand 1, 4, 8 en 12 Zo staat het in figuur 7." in told
    assert "Ongeveer elke twee maanden Zo staat het in de tekst." in told
    assert "ons eigen voorstel" in told and "voorstel ·" not in told
    assert keten.plan().startswith("> Plan U bent in fase A: voorbereiden .")


def test_a_plan_is_chosen_and_its_days_stand_there_by_phase(keten):
    reply = keten.post("plan", CHOICES)
    assert reply.status_code == 303 and reply.location.endswith("#plan")
    told = keten.plan()
    assert "Basisbijeenkomst 1 bouwsteen 1 en 2 9 februari 2027 · voorstel" in told
    assert "Basisbijeenkomst 4 bouwsteen 6 en 7 11 januari 2028 · voorstel" in told
    assert "Optimaliseren: een thema" in told and "Jaarlijkse evaluatie 8 februari 2028" in told
    assert "De handreiking rekent op 12 tot 18." in told
    keten.post("plan", {**CHOICES, "short": "ja"})
    assert "Basisbijeenkomst 2" not in keten.plan()


def test_a_meeting_of_the_plan_is_moved_left_out_and_taken_up_again(keten):
    keten.post("plan", CHOICES)
    assert keten.post("plan/basisbijeenkomst-1/datum", {"day": "2027-02-17"}).status_code == 303
    assert "17 februari 2027 · door u gekozen" in keten.plan()
    keten.post("plan/basisbijeenkomst-1/datum", {"day": ""})
    assert "9 februari 2027 · voorstel" in keten.plan()
    keten.post("plan/basisbijeenkomst-3/overslaan")
    assert "bouwsteen 5 slaan we over" in keten.plan()
    keten.post("plan/basisbijeenkomst-3/overslaan", {"on": "nee"})
    assert "slaan we over" in keten.plan().split("Startbijeenkomst")[0]  # the workshop still is
    assert "bouwsteen 5 7 september 2027" in keten.plan()


def test_the_next_meeting_is_made_with_one_press_and_only_once(keten):
    keten.post("plan", CHOICES)
    keten.do("meeting.close")
    told = text(keten.page())
    assert "Maak de volgende bijeenkomst: Startbijeenkomst" in told
    assert "Volgens het plan: Startbijeenkomst 12 januari 2027" in told
    kept = "De namen blijven 30 dagen na de bijeenkomst. Verlengen kan later."
    assert told.count(f"{kept} Maak deze bijeenkomst") == told.count("Maak deze bijeenkomst") - 1 > 2
    assert f"beginnen. {kept} Titel" in told or f"openstaan. {kept} Titel" in told, "the short meeting says it as well"
    made = keten.post("plan/startbijeenkomst/maken")
    [_, meeting] = keten.meetings()
    assert made.status_code == 303 and made.location == f"/regie/{keten.id}-{meeting['id']}"
    assert (meeting["template"], meeting["title"], meeting["date"]) == (
        "startbijeenkomst",
        "Startbijeenkomst",
        "2027-01-12",
    )
    assert keten.post("plan/startbijeenkomst/maken").location == made.location
    assert len(keten.meetings()) == 2
    assert "Startbijeenkomst 12 januari 2027 · gemaakt · hierna" in keten.plan()
    keten.post("plan/startbijeenkomst/datum", {"day": "2027-01-19"})
    assert meeting["date"] == "2027-01-19"


def test_the_days_of_the_plan_are_in_the_calendar_as_proposals(keten):
    def days() -> dict[str, str]:
        body = keten.house.regie.get(f"{keten.home}/meenemen/agenda.ics").data
        events = [one for one in Calendar.from_ical(body).walk("VEVENT") if one.get("STATUS") == "TENTATIVE"]
        return {str(one["SUMMARY"]): one.decoded("DTSTART").isoformat() for one in events}

    assert days() == {}, "nobody chose a plan yet"
    keten.post("plan", CHOICES)
    proposed = days()
    assert proposed.pop("Voorstel: Startbijeenkomst (Veluwerand)") == "2027-01-12"
    assert proposed["Voorstel: Basisbijeenkomst 4 (Veluwerand)"] == "2028-01-11"
    assert not [title for title in proposed if "Workshop" in title], "it was left out"
    keten.do("meeting.close")
    keten.post("plan/startbijeenkomst/maken")
    assert days() == proposed
    events = Calendar.from_ical(keten.house.regie.get(f"{keten.home}/meenemen/agenda.ics").data).walk("VEVENT")
    [start] = [one for one in events if str(one["UID"]).startswith("plan-startbijeenkomst.")]
    assert str(start["SUMMARY"]) == "Startbijeenkomst (Veluwerand)"


def test_a_day_that_went_by_is_said_and_not_given_to_the_meeting(keten):
    keten.post("plan", {**CHOICES, "start": "2026-11-03"})
    keten.do("meeting.close")
    assert "3 november 2026 · deze dag is voorbij" in keten.plan()
    keten.post("plan/startbijeenkomst/maken")
    assert keten.meetings()[-1]["date"] == ""


@pytest.mark.parametrize(
    ("path", "fields", "say", "kept"),
    [
        ("plan", {**CHOICES, "start": ""}, "Dit is geen datum. Kies een dag.", 'value="optimaliseren-thema" selected'),
        ("plan", {**CHOICES, "start": "gisteren", "short": "ja"}, "Dit is geen datum.", 'value="ja" checked'),
        ("plan/basisbijeenkomst-1/datum", {"day": "2027-02-31"}, "Dit is geen datum.", 'value="2027-02-31"'),
        ("plan/optimaliseren.1/overslaan", {}, "Fase D gaat door.", ""),
        ("plan/train-de-trainer/datum", {"day": "2027-02-03"}, "staat niet (meer) in het plan", ""),
        ("opzet", {"tables": "a" * 601, "focus": "Blijft staan"}, "Houd het korter dan 600 tekens.", "Blijft staan"),
        (
            "opzet",
            {"scale": "land", "focus": "<b>Jong</b>"},
            "Kies regio, gemeente of wijk.",
            "&lt;b&gt;Jong&lt;/b&gt;",
        ),
    ],
)
def test_what_is_refused_comes_back_as_it_was_typed(keten, path, fields, say, kept):
    keten.post("plan", CHOICES)
    before = keten.room.chain.seq
    reply = keten.post(path, fields)
    assert reply.status_code == 409 and keten.room.chain.seq == before
    assert reply.text.count('role="alert"') == 1 and say in text(reply.text) and kept in reply.text


def test_a_milestone_that_is_not_there_makes_no_meeting(keten):
    assert keten.post("plan/train-de-trainer/maken").status_code == 404


def test_an_answer_begins_with_what_the_room_wrote_and_is_kept(keten):
    step = next(one for one in keten.room.chain.steps(keten.meeting) if one.get("exercise") == "bestaande-tafels")
    keten.do("meeting.go", step=step["id"])
    person = keten.ask(Seat(PARTICIPANT, keten.meeting), "participant.join", name="Els")["ids"][-1]
    for line in ("Het netwerk dementie", "De wijktafel"):
        about = {"step": step["id"], "lane": step["prompts"][0]["id"]}
        keten.ask(Seat(PARTICIPANT, keten.meeting, person), "note.post", **about, text=line)
    form = keten.part("opzet")
    assert "Dit schreef de zaal." in form and ">Het netwerk dementie\nDe wijktafel</textarea>" in form
    assert "Wat is er al? nog open" in text(form)
    answers = {"scale": "wijk", "tables": "Het netwerk dementie", "focus": "Breed", "director": "de gemeente"}
    keten.post("opzet", answers)
    told = text(keten.part("opzet"))
    assert "Waar werken we? Wijk" in told and "Wat is er al? Het netwerk dementie" in told
    assert "Dit schreef de zaal." not in told
    assert "U bent in fase A" in keten.plan()  # the talk is still going on
    keten.do("meeting.close")
    assert "U bent in fase B" in keten.plan()


def evaluated(keten: Keten, date: str, marks: tuple[int, ...], wanted: str = "schaal") -> None:
    """A yearly evaluation on that day, in which each person gave every statement one mark."""
    fields = {"title": f"Evaluatie {date[:4]}", "template": "jaarlijkse-evaluatie", "date": date}
    keten.meeting = keten.post("bijeenkomsten", fields).location.rpartition("-")[2]
    keten.do("meeting.open")
    step = next(one for one in keten.room.chain.steps(keten.meeting) if one["kind"] == wanted)
    keten.do("meeting.go", step=step["id"])
    for mark in marks:
        seat = Seat(PARTICIPANT, keten.meeting)
        person = keten.ask(seat, "participant.join", organisation="Steunpunt")["ids"][-1]
        choices = {prompt["id"]: mark for prompt in step["prompts"]}
        keten.ask(Seat(PARTICIPANT, keten.meeting, person), "ballot.cast", step=step["id"], choices=choices)
    keten.do("meeting.close")


def test_the_yearly_evaluation_stands_beside_the_year_before(keten):
    evaluated(keten, "2026-11-10", (2, 3, 3, 4))
    told = text(keten.part("jaren"))
    assert "2026: 3 van 5 · de helft tussen 2,5 en 3,5 · 4 antwoorden · de zaal was het eens" in told
    assert "Volgend jaar ziet u hier het verschil." in told
    evaluated(keten, "2027-11-09", (4, 4, 5))
    part = keten.part("jaren")
    assert part.count('aria-label="2026: 3, 2027: 4"') == 5 and "1 hoger dan de vorige keer" in text(part)
    evaluated(keten, "2028-11-07", (1, 1))
    assert "2028" not in keten.part("jaren")  # two marks would point at somebody


def test_goals_stand_with_their_actions_and_roles_with_their_gaps(keten):
    fields = {"title": "De start", "template": "startbijeenkomst", "date": "2026-11-17"}
    keten.do("meeting.close")
    keten.meeting = keten.post("bijeenkomsten", fields).location.rpartition("-")[2]
    keten.do("meeting.open")
    steps = {one["kind"]: one["id"] for one in keten.room.chain.steps(keten.meeting)}
    keten.do("goal.make", step=steps["doelen"], text="<b>Huisartsen</b> vragen ernaar", block=2)
    [goal] = keten.room.chain.of_type("goal")
    keten.do("goal.adopt", goal=goal["id"])
    for what, status in (("Bellen", "bezig"), ("Kaart maken", "voltooid")):
        keten.do("action.make", step=steps["acties"], what=what, status=status, block=2)
    keten.do("role.assign", step=steps["rollen"], slot="chain_director", organisation="Gemeente", contact="Marijke")
    told = text(keten.part("doelen"))
    assert "2. Preventie en vroegsignalering <b>Huisartsen</b> vragen ernaar loopt gekozen bij De start" in told
    assert "1 van 2 acties klaar Bellen bezig" in told and "Kaart maken" not in told
    roles = text(keten.part("rollen"))
    assert "8 rollen zijn nog te beleggen." in roles and "Ketenregisseur Gemeente (Marijke)" in roles
    assert "Casusregisseur kiest u per mantelzorger" in roles
    assert "Marijke Gemeente · Ketenregisseur" in text(keten.part("aanspreekpunten"))
    assert "8 rollen zijn nog te beleggen" in text(keten.page().split("Volgende bijeenkomst")[0])
    keten.do("goal.follow", goal=goal["id"], stand="gehaald")
    assert "gehaald gekozen bij De start, gehaald bij De start" in text(keten.part("doelen"))


def test_whatever_is_typed_as_an_answer_comes_back_as_it_was_typed(keten):
    """The naughty strings, as many in one answer as fit; the field must hold them as the door cleaned them."""
    lines = [one for one in dict.fromkeys(" ".join(clean(text).split()) for text in naughty()) if one]
    while lines:
        kept = []
        while lines and len("\n".join([*kept, lines[-1]])) <= LONG:
            kept.append(lines.pop())
        if not kept:
            lines.pop()  # longer than an answer may be
            continue
        assert keten.post("opzet", {"tables": "\n".join(kept)}).status_code == 303
        told = keten.part("opzet").split('name="tables"', 1)[1].split("</textarea>")[0].partition(">")[2]
        assert html.unescape(told) == "\n".join(kept)
        assert len(groundwork.prose(keten.room.chain)[-1]) == (len(kept) + 1 if len(kept) > 1 else 4)


def test_the_page_is_the_facilitator_s(keten):
    stranger, regie = Visitor(keten.house), keten.house.regie
    assert stranger.get(keten.home).status_code == 401 and regie.get("/regie/ketens/k99").status_code == 404
    for path in ("opzet", "plan", "plan/workshop/datum", "plan/workshop/overslaan", "plan/workshop/maken"):
        assert stranger.post(f"{keten.home}/{path}", {"day": "2027-01-01"}).status_code == 401
        assert regie.post(f"{keten.home}/{path}", {}, origin="http://evil.example").status_code == 403
