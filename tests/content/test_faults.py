"""Each bad file of the corpus gives exactly these faults: the line, and a sentence that helps."""

import pytest

from tests.content.shelves import BAD, SHELF_OF, faults_of, good, with_file

NINE = (
    "leeftijd, persoonlijke_situatie, werk, huidige_situatie, profiel, informatievoorziening_en_zoekgedrag, "
    "behoeften_en_verlangens, pijn_angst_frustraties_belemmeringen, ondersteuning"
)
YAML = "Dit is geen geldige YAML. Let op inspringing, en zet tekst met leestekens tussen aanhalingstekens."

# file -> its faults without the file's name, in the order of line and sentence
EXPECTED = {
    "agenda-exercise-unknown.md": [
        "4: 'fase' kent 'E' niet. Kies uit: A, B, C, D, trainer.",
        "8: De oefening 'muurr' bestaat niet. Bedoelde u 'muur'?",
    ],
    "agenda-choice.md": [
        "8: In de lijst 'kies' horen gehele getallen van 1 tot en met 2.",
        "9: In de lijst 'kies' staat 1 twee keer.",
    ],
    "agenda-keys.md": [
        "6: 'eigen_voorstel' kent 'yes' niet. Kies uit: ja, nee.",
        "9: 'onderdeel' ontbreekt.",
        "9: 'onderdel' is geen bekend kenmerk. Bedoelde u 'onderdeel'?",
        "9: 'vragen' moet een lijst zijn, zoals [een, twee].",
        "9: De soort 'briefjes' kent de instelling 'stil' niet. Bedoelde u 'silent'?",
        "10: Zet onder de kenmerken in een paar zinnen waar deze agenda voor is.",
        "12: In een agenda staat alleen gewone tekst, zonder kop 'Kop'.",
    ],
    "agenda-minutes.md": [
        "5: De stappen duren samen 30 minuten, maar 'minuten' is 90. Maak die twee gelijk.",
    ],
    "agenda-source-itself.md": [
        "11: De stap 'stem' kan niet op zichzelf verder bouwen. Noem bij 'van' een eerdere stap.",
    ],
    "agenda-source-kind.md": [
        "10: De soort 'stemmen' kan niet verder met een stap van de soort 'stemmen'. Kies uit: briefjes.",
    ],
    "agenda-source-later.md": [
        "8: De stap 'stem' gaat verder met 'muur', maar die komt pas later in de agenda. Zet hem eerder.",
    ],
    "agenda-source-missing.md": [
        "9: De stap 'stem' gaat verder met 'muren', maar die staat niet eerder in deze agenda. Bedoelde u 'muur'?",
    ],
    "agenda-steps.md": [
        "7: 'stappen' moet een lijst zijn, zoals [een, twee].",
    ],
    "block-kind.md": [
        "1: De kop '## Doel' ontbreekt.",
        "1: De kop '## Instrumenten' ontbreekt.",
        "2: 'nummer' moet tussen 1 en 7 liggen. Er staat 8.",
        "4: 'soort' kent 'kettingen' niet. Bedoelde u 'keten'?",
    ],
    "exercise-anchor.md": [
        "3: &, * en ! hebben in YAML een eigen betekenis. Zet de tekst tussen aanhalingstekens.",
    ],
    "exercise-examples-uneven.md": [
        "18: Geef bij elke vraag evenveel voorbeelden.",
    ],
    "exercise-examples.md": [
        "18: Zet de voorbeelden onder '### 1' tot en met '### 2', in die volgorde.",
    ],
    "exercise-headings.md": [
        "1: De kop '## Doel' ontbreekt.",
        "9: Deze tekst staat boven de eerste kop en wordt nergens getoond. Zet er een kop '## ' boven.",
        "11: De kop 'Als u acterloopt' is niet bekend. Bedoelde u 'Als u achterloopt'?",
        "15: Onder de kop 'Vraag' staat niets.",
        "21: De kop 'Toelichting' staat er twee keer (eerder op regel 17).",
    ],
    "exercise-key-misspelt.md": [
        "1: 'minuten' ontbreekt.",
        "5: 'minuuten' is geen bekend kenmerk. Bedoelde u 'minuten'?",
        "6: 'kleur' is geen bekend kenmerk. Kies uit: id, soort, titel, minuten, bouwsteen, instellingen, van, bron.",
    ],
    "exercise-key-twice.md": [
        "6: 'titel' staat er twee keer (eerder op regel 4). Laat er één staan.",
        "10: 'silent' staat er twee keer (eerder op regel 9). Laat er één staan.",
    ],
    "exercise-kind-misspelt.md": [
        "3: 'soort' kent 'briefje' niet. Bedoelde u 'briefjes'?",
    ],
    "exercise-markdown.md": [
        "11: HTML werkt hier niet en zou als tekst verschijnen. Gebruik gewone Markdown.",
        "13: Een link in de tekst werkt hier niet. Schrijf de naam van de bron voluit.",
        "13: Een plaatje in de tekst werkt hier niet.",
        "15: Een link in de tekst werkt hier niet. Schrijf de naam van de bron voluit.",
    ],
    "exercise-no-front.md": [
        "1: Het bestand begint niet met een regel '---'. Zet bovenaan de kenmerken tussen twee regels '---'.",
    ],
    "exercise-no-list.md": [
        "11: Onder 'Vragen' hoort een lijst: begin elke regel met een streepje en een spatie.",
    ],
    "exercise-not-a-mapping.md": [
        "2: Bovenaan horen kenmerken te staan: op elke regel een naam, een dubbele punt en een waarde.",
    ],
    "exercise-not-closed.md": [
        "1: De kenmerken bovenaan worden niet afgesloten. Zet er een regel '---' onder.",
    ],
    "exercise-other-id.md": [
        "2: 'id' moet gelijk zijn aan de naam van het bestand: 'exercise-other-id'.",
    ],
    "exercise-persona-unknown.md": [
        "6: De persona 'sem' bestaat niet. Bedoelde u 'sam'?",
    ],
    "exercise-settings-shape.md": [
        "4: 'titel' moet gewone tekst zijn.",
        "6: Onder 'instellingen' horen naam en waarde te staan, zoals {naam: waarde}.",
    ],
    "exercise-settings-together.md": [
        "6: De instellingen van 'stemmen' kloppen niet (most <= dots).",
    ],
    "exercise-settings.md": [
        "7: De soort 'briefjes' kent de instelling 'name' niet. Bedoelde u 'names'?",
        "8: De instelling 'names' moet een van naam, organisatie, anoniem zijn. Er staat 'bedrijf'.",
        "9: De instelling 'silent' moet ja of nee zijn. Er staat 'misschien'.",
        "10: De instelling 'max_length' moet een geheel getal (minstens 20, hoogstens 280) zijn. Er staat 'veel'.",
    ],
    "exercise-itself.md": [
        "6: 'van' loopt in een kring: exercise-itself -> exercise-itself. Laat een van de oefeningen zonder 'van'.",
    ],
    "exercise-source-unknown.md": [
        "6: De oefening 'muurtje' bij 'van' bestaat niet. Bedoelde u 'muur'?",
    ],
    "exercise-time.md": [
        "5: 'minuten' moet een geheel getal zijn. Er staat '9:30'.",
    ],
    "exercise-too-long.md": [
        "5: 'minuten' moet tussen 1 en 240 liggen. Er staat 900.",
        "6: 'bron' is leeg.",
    ],
    "exercise-version.md": [
        "5: 'minuten' moet een geheel getal zijn. Er staat '1.10'.",
        "6: 'bouwsteen' moet een geheel getal zijn. Er staat '0x7'.",
    ],
    "exercise-yaml.md": [
        f"4: {YAML}",
    ],
    "persona-fields.md": [
        "1: 'zorgt_voor' ontbreekt.",
        "2: 'naam' is leeg.",
        "3: 'leeftijd' moet een geheel getal zijn. Er staat '33 jaar'.",
        "7: 'zorgtvoor' is geen bekend kenmerk. Bedoelde u 'zorgt_voor'?",
        "8: 'segmenten' moet een lijst zijn, zoals [een, twee].",
        "9: In de lijst 'bouwstenen' horen gehele getallen van 1 tot en met 7.",
        "10: Het portret 'sem.svg' bestaat niet. Bedoelde u 'sam.svg'?",
    ],
    "persona-order.md": [
        f"14: De onderdelen staan niet in de vaste volgorde: {NINE}.",
    ],
    "persona-same.md": [
        "personas/carers/sam.md:4: 'nummer' is ook die van personas/carers/persona-same.md (1). Kies een andere.",
        "personas/carers/sam.md:5: 'label' is ook die van personas/carers/persona-same.md (Sam (33)). Kies een andere.",
    ],
    "persona-sections.md": [
        "1: Het onderdeel 'behoeften_en_verlangens' ontbreekt. Maak een kop '## ... {#behoeften_en_verlangens}'.",
        "1: Het onderdeel 'profiel' ontbreekt. Maak een kop '## ... {#profiel}'.",
        "1: Het onderdeel 'werk' ontbreekt. Maak een kop '## ... {#werk}'.",
        "15: Onder 'Deel 1' hoort eerst een regel 'Vraag: ...' te staan.",
        "19: Onder 'Deel 2' staat alleen een vraag. Beschrijf ook de persoon.",
        "22: 'wekr' is geen bekend onderdeel. Bedoelde u 'werk'?",
        f"32: Achter de kop 'Deel 5' ontbreekt het kenmerk {{#...}}. Kies uit: {NINE}, toelichting.",
        "42: Het onderdeel 'leeftijd' staat er twee keer.",
        "57: Onder de kop 'Toelichting voor de begeleider' staat niets.",
    ],
}


def lines_of(root, name):
    """The faults of the shelves, without the name of the file that is expected to have them."""
    shelf = SHELF_OF[name.split("-")[0]]
    return [fault.removeprefix(f"{shelf}/{name}:") for fault in faults_of(root)]


@pytest.mark.parametrize("name", EXPECTED)
def test_bad_file(tmp_path, name):
    root = with_file(tmp_path, name.split("-")[0], name, (BAD / name).read_bytes())
    assert lines_of(root, name) == EXPECTED[name]


def test_every_bad_file_is_expected():
    assert sorted(EXPECTED) == sorted(path.name for path in BAD.iterdir())


def test_all_faults_of_all_files_come_together(tmp_path):
    root = good(tmp_path)
    alone = [name for name in EXPECTED if name not in ("persona-order.md", "persona-sections.md")]  # same number twice
    for name in alone:
        (root / SHELF_OF[name.split("-")[0]] / name).write_bytes((BAD / name).read_bytes())
    found = faults_of(root)
    files = [fault.split(":")[0] for fault in found]
    assert {file.rsplit("/")[-1] for file in files} == {*alone, "sam.md"} - {"persona-same.md"}
    assert files == sorted(files)


WORKING = b"---\nid: los\nsoort: briefjes\ntitel: Los\nminuten: 10\nbron: eigen voorstel\n---\n\n## Doel\n\nEen doel.\n"


def test_file_of_windows_with_a_mark_in_front_is_fine(tmp_path):
    root = with_file(tmp_path, "exercise", "los.md", b"\xef\xbb\xbf" + WORKING.replace(b"\n", b"\r\n"))
    assert faults_of(root) == []


def test_file_that_is_not_utf8(tmp_path):
    root = with_file(tmp_path, "exercise", "los.md", WORKING.replace(b"Los", b"L\xf3s"))
    expected = "exercises/library/los.md:4: Hier staat een teken dat geen UTF-8 is. Bewaar het bestand als UTF-8."
    assert faults_of(root) == [expected]


def test_control_character(tmp_path):
    root = with_file(tmp_path, "exercise", "los.md", WORKING.replace(b"Een doel", b"Een\x0bdoel"))
    expected = "exercises/library/los.md:11: Hier staat een onzichtbaar stuurteken (U+000B). Haal het weg."
    assert faults_of(root) == [expected]


def test_file_that_is_too_large(tmp_path):
    root = with_file(tmp_path, "exercise", "los.md", WORKING + b"x" * 300_000)
    expected = "exercises/library/los.md:1: Het bestand is te groot (300 kB). Het mag hoogstens 200 kB zijn."
    assert faults_of(root) == [expected]


def test_file_without_end_of_nesting(tmp_path):
    root = with_file(tmp_path, "exercise", "los.md", b"---\nid: " + b"[" * 1200 + b"\n---\n")
    assert faults_of(root) == ["exercises/library/los.md:2: De kenmerken zijn te diep genest."]


def test_file_that_vanished(tmp_path):
    root = good(tmp_path)
    (root / "exercises/library/weg.md").symlink_to(root / "nergens.md")
    expected = "exercises/library/weg.md:1: Het bestand kan niet worden gelezen (No such file or directory)."
    assert faults_of(root) == [expected]


def test_hidden_and_other_files_do_not_count(tmp_path):
    root = with_file(tmp_path, "exercise", "._los.md", b"\x00")
    (root / "exercises/library/los.md~").write_text("oud")
    assert faults_of(root) == []


def test_what_names_an_unreadable_file_is_let_be(tmp_path):
    root = good(tmp_path)
    (root / "exercises/library/muur.md").write_text("geen kenmerken")
    sentence = "Het bestand begint niet met een regel '---'. Zet bovenaan de kenmerken tussen twee regels '---'."
    assert faults_of(root) == [f"exercises/library/muur.md:1: {sentence}"]


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload='x()'/>",
        "<svg><image href='http://voorbeeld.test/x.png'/></svg>",
        "<svg><style>@import url(http://voorbeeld.test)</style></svg>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    ],
)
def test_portrait_that_does_more_than_draw(tmp_path, drawing):
    root = good(tmp_path)
    (root / "personas/portraits/sam.svg").write_text(drawing)
    sentence = "Het portret 'sam.svg' bevat een script of een verwijzing naar buiten. Laat alleen de tekening staan."
    assert faults_of(root) == [f"personas/carers/sam.md:10: {sentence}"]


def test_portrait_that_is_no_drawing(tmp_path):
    root = good(tmp_path)
    (root / "personas/portraits/sam.svg").write_text("hallo")
    assert faults_of(root) == ["personas/carers/sam.md:10: Het portret 'sam.svg' is geen SVG."]


def test_portrait_outside_the_folder(tmp_path):
    root = good(tmp_path)
    persona = root / "personas/carers/sam.md"
    persona.write_text(persona.read_text().replace("portret: sam.svg", "portret: ../carers/sam.md"))
    (fault,) = faults_of(root)
    assert fault.startswith("personas/carers/sam.md:10: Het portret '../carers/sam.md' bestaat niet.")


def test_exercises_in_a_circle_of_three(tmp_path):
    root = good(tmp_path)
    for name, source in (("a", "b"), ("b", "c"), ("c", "a")):
        text = WORKING.decode().replace("id: los", f"id: {name}").replace("minuten: 10", f"minuten: 10\nvan: {source}")
        (root / f"exercises/library/{name}.md").write_text(text)
    assert faults_of(root) == [
        f"exercises/library/{name}.md:6: 'van' loopt in een kring: {circle}. Laat een van de oefeningen zonder 'van'."
        for name, circle in (("a", "a -> b -> c -> a"), ("b", "b -> c -> a -> b"), ("c", "c -> a -> b -> c"))
    ]


def test_without_kinds_settings_are_not_checked(tmp_path):
    root = with_file(tmp_path, "exercise", "exercise-settings.md", (BAD / "exercise-settings.md").read_bytes())
    assert faults_of(root, kinds={}) == []
