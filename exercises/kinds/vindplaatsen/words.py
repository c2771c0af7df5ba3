"""The Dutch words of vindplaatsen: four groups with their places, what the report says, what a rehearsed room adds.

Groups and places are those of the inventarisatie praktijkvoorbeelden (chapter 4), in words of now, as on the handbook's
shelf (facilitator/handbook/vindplaatsen): what no longer exists was replaced, and the notes of the exercise say so.
"""

from __future__ import annotations

WORDS = {
    "purpose": "Om te zien waar mantelzorgers al komen, en wie daar dan iets kan zien of zeggen.",
    "watch": "Noemt de zaal plekken, of vooral eigen aanbod?",
    "materials": "Een vel met doelgroepen en plekken.",
    "prepare": "Bedenk waar u mantelzorgers tegenkomt die nog niemand ziet.",
    "young": "Plekken voor jonge mantelzorgers meenemen",
    "older": "Plekken voor oudere mantelzorgers meenemen",
    "migration": "Plekken voor mantelzorgers met een migratieachtergrond meenemen",
    "working": "Plekken voor werkende mantelzorgers meenemen",
    "no_organisation": "Zeg eerst bij Over u van welke organisatie u bent. Dan kunt u hier aanvinken.",
    "no_place": "Deze plek staat niet (meer) in de lijst.",
    "no_group": "Deze groep doet vandaag niet mee.",
    "twice": "Deze plek staat al in de lijst.",
    "long": "Houd het korter dan {limit} tekens.",
    "who": "Schrijf erbij welke organisatie u bedoelt.",
    "own_only": "Deze plek hoort bij de vaste lijst. Alleen een eigen plek kan weg.",
    "lead": "Op {have} van de {all} plekken komt al iemand van de keten.",
    "table": "Wie waar komt: {group}",
    "header": ["Plek", "Wie komt er"],
    "nobody": "nog niemand",
    "own": "{text} (eigen plek)",
    "gaps": "Hier komt nog niemand",
    "gap": "{group}: {places}",
    "no_gaps": "Op elke plek komt iemand.",
    "dropped": "Weggehaald van de lijst: {places}",
}
PLACES = {
    "young": {
        "school": "Scholen, van basisschool tot universiteit",
        "online": "Internet en sociale media",
        "sport": "Sportverenigingen",
        "out": "Plekken waar jongeren uitgaan",
        "uwv": "UWV",
        "clinic": "Consultatiebureaus",
        "family": "Centra voor Jeugd en Gezin",
        "work": "Jeugd- en jongerenwerk",
        "students": "Studie- en studentenverenigingen",
    },
    "older": {
        "clubs": "Verenigingen, zoals bridge, een leesclub of sport",
        "centre": "Wijkcentra",
        "faith": "Kerk, moskee of andere plek van geloof",
        "home": "Woonzorgcentra en verpleeghuizen",
        "waiting": "Wachtkamers",
        "clinic": "Consultatiebureaus voor senioren",
        "pharmacy": "Apotheken",
        "shops": "Winkelcentra",
        "unions": "Ouderenbonden",
        "volunteers": "Vrijwilligersorganisaties, zoals Humanitas, Rode Kruis en Zonnebloem",
        "women": "Vrouwenorganisaties",
        "library": "Bibliotheken",
        "wmo": "Het Wmo-loket",
    },
    "migration": {
        "faith": "Moskee, kerk of tempel",
        "own": "Zelforganisaties",
        "online": "Internet en forums",
        "waiting": "Wachtkamers",
        "benefit": "Instanties voor een uitkering, zoals UWV en gemeente",
    },
    "working": {
        "work": "Het werk zelf",
        "childcare": "Kinderopvang",
        "doctor": "Arbodiensten",
        "waiting": "Wachtkamers",
    },
}
ADDED = ("De kantine van de voetbalclub", "De weekmarkt", "Het taalcafé")
