"""Traces of a real person: all of the seeded ones are found, hardly anything else is, and a phone finds the same."""

import json
import random
import subprocess

from facilitator.content.second import CONFIRMED, EXERCISE, PERSONA
from facilitator.own import starts, traces
from facilitator.own.desk import judge_form
from facilitator.settings import ROOT

EXAMPLES = json.loads((ROOT / "tests" / "data" / "traces.json").read_text(encoding="utf-8"))
NAMES = ["Sanne de Wit", "Roelof", "Jo"]
RUN = """
import { tracesIn } from "./static/js/parts/hints.js";
import { readFileSync } from "node:fs";
const { traces } = JSON.parse(readFileSync("static/hints.json", "utf8"));
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => tracesIn(text, traces))));
"""


def seeded() -> list[tuple[str, str]]:
    """A hundred traces in sentences, ten of each sort, the same every time; each with its sort."""
    chance = random.Random(2026)

    def figures(count: int) -> str:
        return "".join(chance.choice("0123456789") for _ in range(count))

    def bsn() -> str:
        return next(number for number in iter(lambda: figures(9), "") if traces.eleven(number))

    makers = {
        "bsn": bsn,
        "phone": lambda: f"06{chance.choice(['-', ' ', ''])}{figures(8)}",
        "email": lambda: f"persoon{figures(3)}@voorbeeld{figures(2)}.nl",
        "address": lambda: f"{chance.randint(1000, 9999)} {chance.choice(['AB', 'xk'])} {chance.randint(1, 300)}",
        "birth": lambda: f"{chance.randint(1, 28)}-{chance.randint(1, 12)}-19{chance.randint(30, 99)}",
        "person": lambda: (
            f"{chance.choice(['mevrouw', 'dhr.', 'Meneer'])} {chance.choice(['Bakker', 'Özdemir', 'De Wit'])}"
        ),
        traces.KNOWN: lambda: chance.choice(NAMES[:2]),
    }
    rows = []
    for number in range(90):
        name = list(makers)[number % len(makers)]
        rows.append((f"Over haar weten wij dit: {makers[name]()}, en meer niet.", name))
    for _ in range(10):
        place, age = chance.choice(["Ermelo", "Oud-Beijerland"]), chance.randint(20, 90)
        illness = chance.choice(["ALS", "dementie", "de ziekte van Huntington"])
        rows.append((f"Zij is {age} jaar en woont in {place}. Haar man heeft {illness}.", "rare"))
    return rows


def notes() -> list[str]:
    """Every example answer of our shelves: care talk as a room would type it."""
    found = []
    for file in sorted((ROOT / "exercises" / "library").glob("*.md")):
        lines = file.read_text(encoding="utf-8").partition("## Voorbeelden")[2].split("\n")
        found += [line[2:] for line in lines if line.startswith("- ")]
    return found


def all_of(text: str) -> set[str]:
    names = {row["name"] for row in traces.looked_at(text, NAMES)}
    return names | ({"rare"} if traces.rare(text) else set())


def test_all_of_a_hundred_seeded_traces_are_found():
    rows = seeded()
    assert len(rows) == 100
    assert [row for row in rows if row[1] not in all_of(row[0])] == []


def test_every_written_example_is_found_and_every_clean_one_is_not():
    assert [row for row in EXAMPLES["found"] if row[1] not in all_of(row[0])] == []
    assert [text for text in EXAMPLES["clean"] if all_of(text)] == []


def test_at_most_two_of_a_hundred_care_notes_raise_an_alarm():
    lines = notes()
    alarms = [line for line in lines if all_of(line)]
    assert len(lines) >= 500 and len(alarms) <= 0.02 * len(lines), alarms


def test_the_house_finds_what_a_phone_finds(node_program):
    """The same file of patterns, the same answers: on every example, every note and all seeded traces."""
    texts = [text for text, _ in [*EXAMPLES["found"], *seeded()]] + EXAMPLES["clean"] + notes()
    command = [node_program, "--input-type=module", "-e", RUN]
    result = subprocess.run(
        command, cwd=ROOT, input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stderr
    ours = [list(dict.fromkeys(trace.say for trace in traces.traces(text))) for text in texts]
    assert json.loads(result.stdout) == ours


def test_what_is_offered_instead_is_no_trace_itself_and_stays_the_same():
    for text, _ in [*EXAMPLES["found"], *seeded()]:
        for row in traces.looked_at(text, NAMES):
            assert row["instead"] and row["instead"] != row["found"]
            assert traces.looked_at(f"Dus {row['instead']} dan.", NAMES) == [], row
            assert row in traces.looked_at(text, NAMES)


def test_the_eleven_test_tells_a_number_from_a_bsn():
    assert traces.eleven("111222333") and traces.eleven("123456782")
    assert not traces.eleven("123456789") and not traces.eleven("000000000") and not traces.eleven("1112223330")


def test_a_name_is_a_whole_word_and_a_very_short_one_is_not_looked_for():
    assert [trace.found for trace in traces.names_in("roelof belt Roelofs", NAMES)] == ["roelof"]
    assert traces.names_in("Jo belt.", NAMES) == []


def test_two_of_the_three_are_not_rare():
    assert traces.rare("Zij is 45 jaar en woont in Ermelo.") == []
    assert traces.rare("Zij is 45 jaar en heeft ALS.") == []
    assert traces.rare("Zij is 45 jaar, komt uit Suriname en heeft ALS.") == []


def test_a_persona_waits_for_the_confirmation_and_names_the_field_of_each_trace(bookcase):
    values = {**starts.skeleton(), "werk.tekst": "- Bel haar op 06-12345678.", "regel": "buurvrouw van Roelof"}
    judged = judge_form(bookcase, PERSONA, "", values, NAMES)
    assert {(row["field"], row["name"]) for row in judged.traces} == {("werk.tekst", "phone"), ("regel", traces.KNOWN)}
    assert [row["field"] for row in judged.faults] == [CONFIRMED]
    judged = judge_form(bookcase, PERSONA, "", {**values, CONFIRMED: "ja"}, NAMES)
    assert judged.good and len(judged.traces) == 2  # it advises: the facilitator decides
    assert "niet_herleidbaar: ja" in judged.text


def test_an_exercise_waits_only_when_there_is_something_to_see(bookcase):
    values = starts.copied(EXERCISE, "casus-bespreken", bookcase)
    assert judge_form(bookcase, EXERCISE, "", values).good
    values["toelichting"] = "De casus: zij is 45 jaar, woont in Ermelo en haar man heeft ALS."
    judged = judge_form(bookcase, EXERCISE, "", values)
    assert [row["field"] for row in judged.faults] == [CONFIRMED]
    assert {row["name"] for row in judged.rare} == {"place", "age", "illness"}
    assert judge_form(bookcase, EXERCISE, "", {**values, CONFIRMED: "ja"}).good
