"""The Dutch words of netwerk that the report and the agenda say, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om samen te tekenen wie er met wie werkt. Een lijn die mist, valt op een kaart meer op "
    "dan in een gesprek.",
    "watch": "Wie tekent mee? Hoort u ook wat nog niet goed gaat?",
    "materials": "Een groot vel en stiften in verschillende kleuren.",
    "prepare": "Bedenk met wie u nu samenwerkt, waar dat goed gaat, en wie u mist.",
    "stage": "Bij welke stap begint de kaart?",
    "title": "Netwerkkaart van {keten}",
    "empty": "Er staat nog niemand op de kaart.",
    "no_links": "Er staan {guests} organisaties op de kaart. Nog niemand noemde met wie hij samenwerkt.",
    "lead": "Op de kaart staan {guests} organisaties.",
    "lead_outside": ("Eén daarvan zit nog niet aan tafel.", "Daarvan zitten er {n} nog niet aan tafel."),
    "lead_there": ("Er is één lijn van samenwerking.", "Er zijn {n} lijnen van samenwerking."),
    "lead_firm": ("Eén daarvan is zeker.", "Daarvan zijn er {n} zeker."),
    "one": "Er staat één organisatie op de kaart.",
    "alt": "Een tafel met {guests} organisaties en {lines} lijnen van samenwerking{missing}.",
    "alt_missing": (", en één lijn die nog ontbreekt", ", en {n} lijnen die nog ontbreken"),
    "alt_most": "{name} heeft de meeste lijnen ({n}), en alle lijnen staan in de bijlage.",
    "alt_second": "Alle lijnen staan in de bijlage.",
    "see": "Alle lijnen staan in de bijlage.",
    "key": "Een volle dikke lijn: beide partijen noemen de samenwerking, of wij tekenden hem samen. "
    "Dun: één van de twee. "
    "Een vinkje: dit gaat goed. Streepjes met een uitroepteken: dit kan beter. "
    "Stippels: deze lijn ontbreekt. Een open teken: nog niet aan tafel.",
    "gist": "Wat de kaart vertelt",
    "alone": "Nog zonder enige lijn: {names}.",
    "absent": "Van deze soorten staat nog niemand op de kaart: {names}.",
    "outside": "Genoemd, maar nog niet aan tafel: {names}.",
    "onesided": "Nog maar van één kant genoemd: {pairs}.",
    "reached": "Ontbrak nog, maar wordt nu genoemd. Klopt het, zet de lijn dan om: {pairs}.",
    "torn": "Hier zeggen mensen iets verschillends; vraag het na: {pairs}.",
    "denied": "Zegt niet samen te werken: {pairs}.",
    "unchecked": "Nog niet nagekeken door de organisatie zelf: {names}.",
    "still_asked": (
        "{name} doet niet meer mee, en heeft nog één actie. Wie neemt die over?",
        "{name} doet niet meer mee, en heeft nog {n} acties. Wie neemt die over?",
    ),
    "unreached": (
        "Bij “{title}” vertelde één organisatie waar zij komt. Daar is geen plek bij van: {groups}.",
        "Bij “{title}” vertelden {n} organisaties waar zij komen. Daar is geen plek bij van: {groups}.",
    ),
    "missed": "Valt {name} weg, dan verliest de keten {links} lijnen.",
    "missed_alone": "Zonder {name} raakt de keten {links} lijnen kwijt. Dan blijft zonder lijn: {alone}.",
    "list": "Alle lijnen",
    "header": ["Organisatie", "Werkt samen met", "Hoe het staat", "Waarover"],
    "good": "gaat goed",
    "improve": "kan beter",
    "missing": "ontbreekt nog",
    "firm": "beide noemen het",
    "drawn": "samen getekend",
    "said": "{name} noemt het",
    "since": "Wat er veranderde sinds {title}",
    "same": "Er veranderde niets op de kaart.",
    "came": ("Nu aan tafel, en toen niet: {names}.", "Nu aan tafel, en toen niet: {names}."),
    "closed": ("Een lijn die ontbrak is er nu: {names}.", "Lijnen die ontbraken en er nu zijn: {names}."),
    "new": ("Een nieuwe lijn: {names}.", "Nieuwe lijnen: {names}."),
    "firmer": ("Een lijn werd zeker: {names}.", "Lijnen die zeker werden: {names}."),
    "better": ("Dit kon beter en gaat nu goed: {names}.", "Dit kon beter en gaat nu goed: {names}."),
    "away": ("Toen aan tafel, en nu niet: {names}.", "Toen aan tafel, en nu niet: {names}."),
    "left": ("Doet niet meer mee: {names}.", "Doen niet meer mee: {names}."),
    "weaker": ("Een lijn noemt nu nog maar één kant: {names}.", "Lijnen die nu nog maar één kant noemt: {names}."),
    "worse": ("Dit ging goed en kan nu beter: {names}.", "Dit ging goed en kan nu beter: {names}."),
    "dropped": ("Deze lijn missen wij niet meer: {names}.", "Deze lijnen missen wij niet meer: {names}."),
    "gone": ("Een lijn is er niet meer: {names}.", "Lijnen die er niet meer zijn: {names}."),
    "wanted": ("Een lijn die wij nu missen: {names}.", "Lijnen die wij nu missen: {names}."),
    "and": "{most} en {last}",
    "with": "{a} met {b}",
    "few": "{names} en nog {left}",
}
SORTS = {
    "gemeente": "gemeente",
    "steunpunt": "mantelzorgsteunpunt",
    "zorg": "zorg",
    "welzijn": "welzijn",
    "huisarts": "huisarts",
    "ggz": "ggz",
    "jeugd": "jeugd en onderwijs",
    "mantelzorgers": "mantelzorgers",
}
STAGES = (
    (1, "1. Wie zijn er?"),
    (2, "2. Wie werken samen?"),
    (3, "3. Wat gaat goed, wat kan beter?"),
    (4, "4. Wie ontbreekt?"),
)
WHAT = ("doorverwijzen", "samen een spreekuur", "huisbezoeken", "voorlichting", "elkaar bellen over een gezin")
WIDER = ("De huisartsen", "Het ziekenhuis", "De basisscholen", "Voedselbank", "De bibliotheek")
