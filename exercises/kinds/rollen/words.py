"""The Dutch words of rollen that the report and the agenda say, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om af te spreken wie waarvoor zorgt, en eerlijk te laten zien wat nog niemand doet.",
    "watch": "Krijgt een lege plek aandacht, zonder dat het dwingt?",
    "materials": "Formulier 2 en 3, leeg: wie doet wat, en hoe bereikt u elkaar?",
    "prepare": "Bedenk welke rol in de keten bij uw organisatie past, en hoeveel tijd u daarvoor hebt.",
    "names": "Wie staat er bij een aanbod of verwachting?",
    "lead": "Van de {all} plekken {have}. {open}",
    "have": ("heeft er 1 een naam", "hebben er {n} een naam"),
    "full": "Elke rol is belegd.",
    "gaps": ("Eén rol is nog te beleggen.", "{n} rollen zijn nog te beleggen."),
    "table": "Wie welke rol heeft",
    "header": ["Rol", "Wie", "Aanspreekpunt"],
    "header_short": ["Rol", "Wie"],
    "open": "nog te beleggen",
    "per_carer": "wordt per mantelzorger gekozen",
    "can": "wordt per mantelzorger gekozen; dit kunnen: {who}",
    "instruments": "Instrumenten: wie ontwikkelt, wie voert uit",
    "instruments_table": "Per instrument de ontwikkelaar en de uitvoerder",
    "instruments_header": ["Instrument", "Ontwikkelaar", "Uitvoerder"],
    "gaps_title": "Nog te beleggen",
    "expected": "Wat mensen van de rollen verwachten",
    "offered": "Wat mensen aanboden of voorstelden",
    "offered_table": "Wat mensen op hun telefoon over een rol zeiden",
    "offered_header": ["Rol", "Wat", "Van"],
    "hidden": "verborgen",
    "withdrawn": "teruggenomen",
    "emptied": "leeggemaakt",
    "behalf": "namens de tafel",
    "block": "bouwsteen {number}: {name}",
}
ROLES = {
    "chain_director": "Ketenregisseur",
    "information_point": "Centraal informatiepunt",
    "case_director": "Casusregisseur",
    "quality_guardian": "Kwaliteitsbewaker",
    "developer": "Ontwikkelaar",
    "executor": "Uitvoerder",
}
HOW = {
    "already": "wij doen dit al",
    "fits": "dit past bij ons",
    "other": "dit past bij {other}",
}
EXPECTED = (
    "Dat iemand belt als het stilvalt.",
    "Eén vast gezicht, en een achtervang.",
    "Dat wij horen wat er verandert.",
    "Eerlijk zeggen als iets niet lukt.",
    "Tijd om het ook echt te doen.",
)
INSTRUMENTS = (("Startgesprek aan de keukentafel", 2), ("Cursus Zorg ook voor uzelf", 4), ("Kaart met nummers", 1))
CONTACTS = ("Sanne", "Youssef", "Marijke", "")
