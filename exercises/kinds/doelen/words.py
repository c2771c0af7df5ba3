"""The Dutch words of doelen that the report and the agenda say, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om van een wens een doel te maken dat iedereen hetzelfde leest, en waarvan u later kunt "
    "zien of het lukte.",
    "watch": "Wordt een vaag doel scherper door de vragen?",
    "materials": "Formulier 2, leeg: daar is plaats voor de doelen.",
    "prepare": "Bedenk wat u over een jaar bereikt wilt hebben voor mantelzorgers.",
    "blocks": "Vraag bij welke bouwsteen een doel hoort",
    "blocks_hint": "Uit: alle doelen zijn voor de hele keten, of voor de bouwsteen van deze stap.",
    "empty": "Er zijn in deze stap nog geen doelen opgeschreven.",
    "none": "De keten koos nog geen doelen. Alle {n} staan nog op de lijst van voorstellen.",
    "lead": "De keten heeft {n}.",
    "advice": "Drie per keten en drie per bouwsteen is het advies: {where} staan er meer.",
    "more": (
        "Nog 1 doel staat in het verslag voor deelnemers.",
        "Nog {n} doelen staan in het verslag voor deelnemers.",
    ),
    "keten": "Doelen van de hele keten",
    "block": "Doelen bij bouwsteen {number}: {name}",
    "for_block": "bij bouwsteen {number}",
    "for_keten": "bij de keten",
    "keten_table": "Per doel van de keten wat het scherp maakt, en hoe het gaat",
    "block_table": "Per doel bij bouwsteen {number} wat het scherp maakt, en hoe het gaat",
    "header": ["Doel", "Wat maakt het scherp?", "Stand"],
    "missing": "Dit mag nog scherper: {letters}.",
    "untouched": "De vijf vragen zijn nog open. Wie maakt dit doel scherp?",
    "sharp": "Alle vijf de vragen hebben een antwoord.",
    "carried": "uit {origin}",
    "proposals": "Voorgesteld, nog niet gekozen",
    "proposals_table": "Doelen die zijn voorgesteld en die de keten nog niet koos",
    "proposals_header": ["Doel", "Waarvoor", "Wat is er al over gezegd?", "Van"],
    "gone": "Weggehaald",
    "gone_table": "Voorstellen die tijdens de bijeenkomst van de lijst gingen",
    "whole": "De hele keten",
    "behalf": "namens de tafel",
}
LETTERS = {
    "specific": ("Specifiek", "wat precies?"),
    "measurable": ("Meetbaar", "waaraan zien we het?"),
    "agreed": ("Acceptabel", "staat iedereen erachter?"),
    "realistic": ("Realistisch", "lukt dit met wat we hebben?"),
    "timed": ("Tijdgebonden", "wanneer?"),
}
ANSWERS = {
    "specific": ("Alle huisartsen in de gemeente doen mee.", "Het gaat om mantelzorgers die ook werken."),
    "measurable": ("Wij tellen het elk kwartaal.", "De helft zegt ja op de vraag: weet u wie u kunt bellen?"),
    "agreed": ("Iedereen aan tafel zegt ja.", "De huisartsen willen het eerst nog bespreken."),
    "realistic": ("Ja, met twee uur per week van het steunpunt.", "Als de gemeente de folder betaalt."),
    "timed": ("Voor de zomer.", "Over een jaar kijken we terug."),
}
TEXTS = (
    "Elke mantelzorger weet bij wie zij terechtkan.",
    "Niemand wordt vaker dan één keer doorverwezen.",
    "Wij zien jonge mantelzorgers eerder.",
    "Alle partijen kennen elkaars aanbod.",
)
