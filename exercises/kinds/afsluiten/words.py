"""Dutch words of afsluiten that the server says, and what people in a rehearsal think of their meeting."""

WORDS = {
    "purpose": "Om ieder zelf te laten zeggen wat die gaat doen, en te horen wat u de volgende keer beter kunt doen.",
    "watch": "Is er nog tijd voor? Wordt kritiek rustig gehoord?",
    "names": "Wat staat er onder een voornemen?",
    "promised": "Wat mensen zelf gaan doen",
    "who": "Wie",
    "what": "Wat",
    "unknown": "Niet genoemd",
    "hidden": "verborgen voor de zaal",
    "unseen": "niet getoond aan de zaal",
    "paper": "{n} voornemens stonden op papier; de begeleider typte ze over.",
    "paper_one": "1 voornemen stond op papier; de begeleider typte het over.",
    "left_out": "staat niet in dit verslag, omdat het niet aan de zaal is getoond.",
    "left_out_many": "staan niet in dit verslag, omdat ze niet aan de zaal zijn getoond.",
    "worth": "Wat had u aan deze bijeenkomst?",
    "better": "Wat kan de volgende keer beter?",
    "apart": "Bij deze antwoorden staat geen naam.",
    "nothing": "Niemand heeft hier iets ingevuld.",
}
WORTH = [
    "Ik weet nu wie ik kan bellen.",
    "Gezichten bij namen die ik alleen van de mail kende.",
    "Goed om eens door de ogen van een mantelzorger te kijken.",
    "Vaart. We zijn verder dan na drie overleggen.",
    "Ik hoorde over aanbod dat ik niet kende.",
    "Fijn dat het niet bij praten bleef.",
]
BETTER = [
    "Iets meer tijd voor de kennismaking.",
    "Nodig de volgende keer ook de scholen uit.",
    "Een koffiepauze halverwege.",
    "De stukken graag een week eerder.",
    "Meer huisartsen aan tafel.",
]
