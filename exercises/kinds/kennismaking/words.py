"""Dutch words of kennismaking that the server says, and what organisations in a rehearsal answer."""

WORDS = {
    "purpose": "Om te weten wie er zit, wat ieder doet en wie elkaar al kent. De klok zorgt dat ook de "
    "laatste aan de beurt komt.",
    "watch": "Krijgt de laatste evenveel tijd als de eerste?",
    "materials": "Naamkaartjes, en een klok die iedereen ziet.",
    "nobody": "Er zit nog geen organisatie aan tafel. Zodra iemand meedoet, kunt u beginnen.",
    "all_done": "Iedereen in de rij is geweest. Wie is overgeslagen, kunt u nog kiezen in de lijst.",
    "nobody_now": "Er is nu niemand aan het woord. Begin eerst de ronde.",
    "nobody_before": "Er is nog niemand geweest.",
    "not_in_round": "Deze organisatie staat niet in de rij. Zet haar er eerst bij.",
    "in_round": "Deze organisatie staat al in de rij.",
    "same_place": "Deze organisatie staat daar al.",
    "order": "Aan het woord waren, op volgorde:",
    "not_yet": "Nog niet aan het woord geweest:",
    "organisation": "Organisatie",
    "no_organisation": "Zonder organisatie",
    "contact": "Contact met mantelzorgers",
    "contact_how": "Hoe",
    "contact_number": "Hoeveel (eigen schatting)",
    "contact_often": "Hoe vaak",
    "offer": "Aanbod voor mantelzorgers",
    "offer_what": "Wat",
    "offer_how": "Hoe",
    "offer_paid": "Wie betaalt het",
    "together": "Samenwerking",
    "has": "Werkt samen met (en waarover)",
    "wants": "Wil graag gaan samenwerken met",
    "wanted": "Met wie de tafel contact zoekt",
    "wanted_by": "Wie dat wil",
    "partner": "Partij",
    "nothing": "Er zijn geen antwoorden ingevuld en er is geen ronde gehouden.",
    "paper": "Op papier ingevuld en door de begeleider overgetypt:",
    "before": "Vooraf ingevuld, en aan tafel niet meer veranderd:",
    "answered": "Er zijn al antwoorden ingevuld. De vragen blijven daarom staan.",
    "tight": "{turns} met elk {each}: dat duurt {needs}. Voor deze stap is {has} gepland.",
    "tight_less": "Geef ieder minder tijd, of geef de stap meer tijd.",
    "tight_never": "Ook met een halve minuut past het niet. Geef de stap meer tijd, of laat de telefoons de rest doen.",
    "no_answers": "Niemand heeft op de telefoon iets ingevuld.",
}
QUESTIONS = "Over contact, aanbod en samenwerking. Wie luistert, kan die intussen invullen."
PACES = (
    (30, "Een halve minuut"),
    (45, "Drie kwart minuut"),
    (60, "1 minuut"),
    (90, "Anderhalve minuut"),
    (120, "2 minuten"),
    (180, "3 minuten"),
    (240, "4 minuten"),
    (300, "5 minuten"),
    (600, "10 minuten"),
)
NUMBERS = ["ongeveer 15", "40", "een stuk of zes", "rond de 60", "weten we niet precies", "meer dan 100"]
OFTEN = ["elke week", "een keer per maand", "twee keer per jaar", "alleen als er iets is", "elke maand"]
TOGETHER = [
    "doorverwijzen", "samen op huisbezoek", "elkaar bellen over een gezin", "een gezamenlijk spreekuur",
    "cursussen voor mantelzorgers", "iedere maand overleg", "respijtzorg regelen",
]  # fmt: skip
WISHES = ["de huisartsen", "de scholen", "het ziekenhuis", "werkgevers", "de praktijkondersteuners ggz"]
