"""A form and a file say the same: everything of ours goes through the form unharmed, and faults find their field."""

import pytest

from facilitator.content.second import AGENDA, CONFIRMED, EXERCISE, PERSONA
from facilitator.own import fields, starts
from facilitator.own.desk import judge_form, judge_text

APART = {"exercise", "own", "id", "personas", "number", "label", "source", "portrait"}


def copies(bookcase):
    for sort, shelf in ((EXERCISE, "exercises"), (AGENDA, "agendas"), (PERSONA, "personas")):
        for name in getattr(bookcase.ours, shelf):
            yield sort, name, getattr(bookcase.ours, shelf)[name]


def test_a_copy_of_anything_of_ours_is_good_at_once_and_says_the_same(bookcase):
    """Every exercise, agenda and persona: a copy has no fault, and differs only in what tells it apart."""
    for sort, name, ours in copies(bookcase):
        values = {**starts.copied(sort, name, bookcase), CONFIRMED: "ja"}
        judged = judge_form(bookcase, sort, "eigen-kopie", values)
        assert judged.faults == [], (sort, name)
        mine = judged.one.thing
        if sort == AGENDA:
            assert [{**step, "personas": 0} for step in mine.steps] == [{**step, "personas": 0} for step in ours.steps]
            assert mine.title == f"{ours.title} (eigen)" and mine.about == ours.about
        else:
            kept = ours.keys() - APART - {"title"}
            assert {key: mine[key] for key in kept} == {key: ours[key] for key in kept}, name
            assert ours["source"] in mine["source"]


def test_what_is_still_empty_is_asked_for_beside_its_field(bookcase):
    def missing(sort):
        return {row["field"]: row["say"] for row in judge_form(bookcase, sort, "", starts.empty(sort, bookcase)).faults}

    assert missing(EXERCISE) == {"titel": "Vul dit nog in.", "doel": "Vul dit nog in."}
    assert set(missing(AGENDA)) == {"titel", "stappen", "over"}
    asked = missing(PERSONA)
    assert asked["werk.vraag"] == "Schrijf hier een vraag aan de zaal."
    assert {"naam", "leeftijd", "zorgt_voor", "toelichting", CONFIRMED} <= set(asked) and "" not in asked


@pytest.mark.parametrize(
    ("changed", "field", "say"),
    [
        ({"minuten": "veel"}, "minuten", "Vul hier een getal in, met cijfers."),
        ({"minuten": "900"}, "minuten", "Kies een getal van 1 tot en met 240."),
        ({"doel": "Klik [hier](http://x.example)"}, "doel", "Een link in de tekst werkt hier niet."),
        ({"toelichting": "goed\n<script>alert(1)</script>"}, "toelichting", "HTML werkt hier niet"),
        ({"letop": "tekst\n## Een kop\ntekst"}, "letop", "De kop 'Een kop' is niet bekend."),
        ({"vragen": "\n".join(["Wat?"] * 13)}, "vragen", "Er staan 13 vragen. Het mogen er hoogstens 12 zijn."),
        ({"instelling.max_length": "9000"}, "instelling.max_length", "De instelling 'max_length' moet"),
        ({"van": "weg"}, "van", "De oefening 'weg' bij 'van' bestaat niet."),
    ],
)
def test_a_fault_stands_beside_its_own_field(bookcase, changed, field, say):
    values = {**starts.copied(EXERCISE, "kansen", bookcase), **changed}
    [row] = [row for row in judge_form(bookcase, EXERCISE, "", values).faults if row["field"] == field]
    assert row["say"].startswith(say), row


def test_a_fault_in_a_step_stands_at_that_step(bookcase):
    values = starts.copied(AGENDA, "startbijeenkomst", bookcase)
    values["stappen"][2] |= {"oefening": "eigen-weg", "minuten": "0"}
    found = {row["field"] for row in judge_form(bookcase, AGENDA, "", values).faults}
    assert {"stappen.2.oefening", "stappen.2.minuten"} <= found


def test_a_step_that_builds_on_nothing_says_so_in_titles_beside_what_it_builds_on(bookcase):
    steps = [{"oefening": name, "onderdeel": "Samen", "minuten": "10"} for name in ("kansen", "stemmen")]
    values = {**starts.empty(AGENDA, bookcase), "titel": "Avond", "over": "Kort.", "stappen": steps}
    [row] = judge_form(bookcase, AGENDA, "", values).faults
    assert row["field"] == "stappen.1.van"
    assert row["say"].startswith("De stap “Wat doen we het eerst?” gaat verder met “Wat kunnen we nu al doen?”")
    assert row["say"].endswith(" Kies uit: “Kansen”.")
    steps[1]["van"] = "kansen"
    assert judge_form(bookcase, AGENDA, "", values).good


@pytest.mark.parametrize("text", ['Een "titel": met, alles & *meer* #1', "2026-01-01", "ja", "~", "- a", "é 漢 ☃", "'"])
def test_any_line_of_text_comes_back_as_it_was_typed(bookcase, text):
    values = {**starts.copied(EXERCISE, "kansen", bookcase), "titel": text}
    judged = judge_form(bookcase, EXERCISE, "", values)
    assert judged.faults == [] and judged.one.thing["title"] == text


def test_the_skeleton_is_younger_than_eighteen_and_none_of_ours_is(bookcase):
    judged = judge_form(bookcase, PERSONA, "", {**starts.skeleton(), CONFIRMED: "ja"})
    assert judged.good and judged.one.thing["age"] < 18
    assert len(judged.one.thing["sections"]) == 9
    assert min(one["age"] for one in bookcase.ours.personas.values()) >= 18
    assert judged.traces == [] and judged.rare == []


def test_every_kind_has_a_template_that_is_good_when_its_kind_needs_no_more(bookcase, kinds):
    for kind, values in ((kind, starts.template(kind)) for kind in kinds):
        assert not values or judge_form(bookcase, EXERCISE, "", values).faults == [], kind
    assert starts.template("briefjes")["vragen"].startswith("Eén vraag is het rustigst.")


def test_the_form_draws_every_setting_that_the_agenda_offers(bookcase, kinds):
    names = {row["name"] for row in fields.settings(kinds["briefjes"], bookcase.library)}
    assert names == {f"instelling.{one.field}" for one in kinds["briefjes"].editable}
    for kind in kinds.values():
        for row in fields.settings(kind, bookcase.library):
            assert row["first"] != "None" and row["label"]


def test_a_text_names_the_line_of_its_faults(bookcase):
    [row] = judge_text(bookcase, EXERCISE, "eigen-x", "geen kenmerken").faults
    assert row["say"].startswith("Regel 1: Het bestand begint niet met een regel '---'.")
