"""The start of a covenant (convenant): what the table already decided, in a text of our own, with gaps to fill in."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.chain.blocks import BLOCKS
from facilitator.chain.kind import Page
from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Table, Text
from facilitator.report import forms
from facilitator.report.brief import inside
from facilitator.report.look import OURS, Look
from facilitator.report.source import day
from facilitator.report.word import write

NO_LAW = (
    "Dit is een begin, en een eigen voorstel van Ketentafel. Het is geen juridische tekst en staat niet in de "
    "handreiking. Laat een jurist van een van de partijen meelezen voordat iemand tekent."
)
GAPS = (
    "Op {n} plekken staat [invullen]. Zoek daarop met Ctrl+F. Haal weg wat niet past, en zet erbij wat u mist. "
    "Deze twee regels haalt u aan het eind ook weg."
)
WHY = (
    "Partijen werken samen in {keten}. Zij willen dat mantelzorgers gezien worden, op tijd steun vinden die bij hen "
    "past, en niet somber of depressief worden door wat zij dragen. De mantelzorger houdt zelf de regie."
)
NO_GOALS = "[invullen: de doelen van de keten, liefst niet meer dan drie, met hoeveel en voor wanneer]"
NO_PARTNERS = "[invullen: de organisaties die meedoen]"
ROLES = "Rollen zijn gelijkwaardig. Een organisatie kan er meer hebben, en geeft een rol alleen in overleg terug."
GOVERNED = "De gemeente blijft verantwoordelijk voor het stelsel, ook als een andere partij de ketenregisseur levert."
TOGETHER = (
    "Elke partij noemt een vast aanspreekpunt en een vervanger, en geeft die de tijd: [invullen: uren per maand].",
    "Het aanspreekpunt mag namens de eigen organisatie iets toezeggen: [invullen: waarover wel en waarover niet].",
    "Partijen komen [invullen: hoe vaak, bijvoorbeeld elke twee maanden] bij elkaar. De ketenregisseur nodigt uit.",
    "Na elke bijeenkomst krijgt iedereen dezelfde week het verslag met de actielijst.",
    "Lukt een actie niet, dan zegt een partij dat eerlijk en op tijd, en zoekt zij samen naar wat wel kan.",
    "Verandert het aanbod van een partij, dan hoort het centraal informatiepunt dat binnen [invullen: aantal weken].",
    "Een mantelzorger gaat warm over van de een naar de ander: met toestemming, en samen met de mantelzorger zelf.",
)
PRIVACY = (
    "Partijen delen gegevens van een mantelzorger alleen als die daar ja op zegt, en niet meer dan nodig is.",
    "In verslagen van de keten staat niets waaraan een mantelzorger te herkennen is.",
    "Elke partij houdt zich aan de eigen privacyregels. Vragen daarover gaan naar [invullen: wie].",
)
MONEY = (
    "Elke partij draagt de eigen kosten en uren, behalve: [invullen: wat wordt gedeeld, en door wie betaald].",
    "De ketenregisseur heeft voor dit werk [invullen: uren en budget], betaald door [invullen: wie].",
)
TIME = (
    "De afspraken gelden van [invullen: begindatum] tot [invullen: einddatum, of: tot partijen anders besluiten].",
    "Een keer per jaar kijken partijen samen terug: zijn de doelen gehaald, kloppen de rollen, wie ontbreekt?",
    "Een nieuwe partij kan meedoen als [invullen: wie daarover beslist] daarmee instemt.",
    "Wie stopt, laat dat [invullen: hoe lang] van tevoren weten en draagt zijn acties over.",
)
MAIN_ROLES = {**forms.CHAIN_ROLES, **{f"quality_guardian.{n}": f"Kwaliteitsbewaker {n}" for n in range(1, len(BLOCKS))}}


def covenant(page: Page, keten: str) -> list[Block]:
    """The text as blocks, article by article."""
    held = forms.holders(page)
    partners = [row[0] for row in forms.parties(page, held)]
    goals = forms.adopted(page, 0)
    blocks: list[Block] = [Heading(1, "1. Wie dit afspreken")]
    blocks.append(Bullets(partners) if partners else Text(NO_PARTNERS))
    blocks += [Heading(1, "2. Waarom wij samenwerken"), Text(WHY.format(keten=inside(keten)))]
    blocks += [Heading(1, "3. Wat wij willen bereiken"), Numbers(goals) if goals else Text(NO_GOALS)]
    blocks += [Heading(1, "4. Wie waarvoor zorgt"), Text(ROLES), Text(GOVERNED), who(page, held)]
    articles = {"5. Hoe wij samenwerken": TOGETHER, "6. Gegevens en vertrouwen": PRIVACY}
    articles |= {"7. Geld en uren": MONEY, "8. Hoe lang, en wie erbij of eraf": TIME}
    for title, lines in articles.items():
        blocks += [Heading(1, title), Bullets(list(lines))]
    rows = [[name, "", "", ""] for name in partners or [""] * 4]
    header = ["Partij", "Naam en functie", "Plaats en datum", "Handtekening"]
    return [*blocks, Heading(1, "9. Ondertekening"), Table(header, rows, [4.0, 3.6, 3.0, 3.6], "Wie tekenen", 1.6)]


def who(page: Page, held: dict[str, list[forms.View]]) -> Table:
    """The roles of the keten always, the guardians as far as there are any."""
    rows = []
    for slot, name in MAIN_ROLES.items():
        organisations = [forms.named(page, one["organisation"]) for one in held.get(slot, [])]
        if organisations or slot in forms.CHAIN_ROLES:
            block = slot.rpartition(".")[2]
            title = f"{name}: {BLOCKS[int(block)]}" if block.isdigit() else name
            rows.append([title, "\n".join(organisations) or "[invullen: welke organisatie]"])
    return Table(["Rol", "Partij"], rows, [5.0, 6.0], "Rollen en partijen")


def write_covenant(page: Page, keten: str, at: float, practice: str = "", look: Look = OURS) -> bytes:
    """The Word file, with the number of gaps at its head."""
    when = datetime.fromtimestamp(at, UTC)
    inner = covenant(page, keten)
    gaps = repr(inner).count("[invullen")
    blocks = [Text(NO_LAW, "lead"), Text(GAPS.format(n=gaps)), *inner]
    cover = [line for line in (practice, keten, f"Gemaakt op {day(when.date().isoformat())}") if line]
    marks = {"title": "Convenant: een begin", "subject": keten, "cover": cover, "created": when, "look": look}
    return write(blocks, **marks, contents=False, gaps=True)
