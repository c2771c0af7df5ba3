"""Which page answers whom: one row per route. What has no row fails test_rights.py."""

from __future__ import annotations

from dataclasses import dataclass

from tests.trust.hall import ELSEWHERE, FACILITATOR, GUEST, NOBODY, REMOVED, SCREEN, TRAINEE


@dataclass(frozen=True)
class Route:
    """Statuses by identity when it asks this of meeting A (own) and of B; who is not named gets `otherwise`.

    `form` is what is posted; None is a GET.
    """

    own: dict[str, int]
    other: dict[str, int] | None = None
    otherwise: int = 401
    form: dict[str, str] | None = None


ALL = dict.fromkeys((NOBODY, GUEST, ELSEWHERE, REMOVED, SCREEN, TRAINEE, FACILITATOR), 200)
ONLY_F = {FACILITATOR: 200}
ROUTES: dict[tuple[str, str], Route] = {
    ("GET", "/"): Route(ALL),
    ("GET", "/<int(fixed_digits=8):number>"): Route(dict.fromkeys(ALL, 303)),
    ("POST", "/meedoen"): Route(dict.fromkeys(ALL, 303), form={"code": "", "name": "Els"}),
    ("GET", "/healthz"): Route(ALL),
    ("GET", "/favicon.ico"): Route(dict.fromkeys(ALL, 204)),
    ("GET", "/static/<path:path>"): Route(ALL),
    ("GET", "/kinds/<path:path>"): Route(ALL),
    ("GET", "/portretten/<file>"): Route(ALL),
    ("GET", "/tafel/<ref>"): Route({GUEST: 200}, {ELSEWHERE: 200}, otherwise=303),
    ("POST", "/tafel/<ref>/ticket"): Route({GUEST: 200}, {ELSEWHERE: 200}, form={}),
    ("GET", "/tafel/<ref>/afspraak/<step>.ics"): Route({GUEST: 404}, {ELSEWHERE: 404}),  # of a step that chose nothing
    ("GET", "/tafel/<ref>/verslag.docx"): Route({GUEST: 404}, {ELSEWHERE: 404}),  # not given
    ("GET", "/tafel/<ref>/naslag"): Route({GUEST: 200}, {ELSEWHERE: 200}),
    ("GET", "/tafel/<ref>/naslag.json"): Route({GUEST: 200}, {ELSEWHERE: 200}),
    ("POST", "/tafel/<ref>/weg"): Route(ALL, ALL, form={}),
    ("GET", "/scherm/<ref>"): Route({SCREEN: 200}, {}),
    ("POST", "/scherm/<ref>/ticket"): Route({SCREEN: 200}, {}, form={}),
    ("GET", "/scherm/<ref>/deur.svg"): Route({SCREEN: 200, FACILITATOR: 200}, ONLY_F),
    ("GET", "/scherm/<ref>/wifi.svg"): Route({SCREEN: 200, FACILITATOR: 200}, ONLY_F),
    ("GET", "/scherm/<ref>/lamp"): Route({SCREEN: 404}, {}),  # nobody holds a real house: nothing is played there
    ("GET", "/scherm/<ref>/donker"): Route({SCREEN: 404}, {}),
    ("GET", "/regie"): Route(ONLY_F),
    ("POST", "/regie/inloggen"): Route({}, otherwise=403, form={"secret": "geraden"}),
    ("GET", "/regie/binnen"): Route(ONLY_F),
    ("GET", "/regie/oefenen"): Route(ONLY_F),
    ("POST", "/regie/oefenen"): Route({FACILITATOR: 409}, form={"agenda": "startbijeenkomst", "seed": "zeven"}),
    ("GET", "/regie/oefenen/<hall>"): Route({FACILITATOR: 404}),  # of a room that is none, as the rest
    ("GET", "/regie/oefenen/<hall>/stand"): Route(ONLY_F),
    ("GET", "/regie/oefenen/<hall>/regie"): Route({FACILITATOR: 404}),
    ("GET", "/regie/oefenen/<hall>/scherm"): Route({FACILITATOR: 404}),
    ("GET", "/regie/oefenen/<hall>/lezen"): Route({FACILITATOR: 404}),
    ("GET", "/oefendag"): Route({}, otherwise=404),  # there is no training day
    ("POST", "/oefendag"): Route({}, otherwise=404, form={"code": "123456"}),
    ("GET", "/regie/oefenen/<hall>/binnen"): Route({FACILITATOR: 404}),
    ("POST", "/regie/oefenen/<hall>/zaal"): Route({FACILITATOR: 404}, form={"do": "again"}),
    ("GET", "/regie/oefenen/dag"): Route(ONLY_F),
    ("POST", "/regie/oefenen/dag"): Route({FACILITATOR: 409}, form={"agenda": "startbijeenkomst", "rooms": "99"}),
    ("GET", "/regie/oefenen/dag/stand"): Route(ONLY_F),
    ("POST", "/regie/oefenen/dag/bericht"): Route({FACILITATOR: 404}, form={"message": "Pauze"}),  # there is no day
    ("GET", "/regie/oefenen/dag/nabespreken"): Route({FACILITATOR: 404}),
    ("POST", "/regie/oefenen/dag/nabespreken"): Route({FACILITATOR: 404}, form={"remark": "Goed"}),
    ("POST", "/regie/oefenen/dag/weg"): Route({FACILITATOR: 303}, form={}),
    ("GET", "/regie/<ref>/trainer"): Route({FACILITATOR: 404}, {FACILITATOR: 404}),  # nobody holds a real house
    ("GET", "/regie/<ref>/kijk"): Route({FACILITATOR: 404}, {FACILITATOR: 404}),
    ("POST", "/regie/<ref>/trainer"): Route({FACILITATOR: 404}, {FACILITATOR: 404}, form={"remark": "Goed"}),
    ("GET", "/meekijken/<ref>/trainer"): Route({TRAINEE: 404}, {}),
    ("POST", "/meekijken/<ref>/trainer"): Route({TRAINEE: 404}, {}, form={"remark": "Goed"}),
    ("POST", "/regie/oefenen/<hall>/weg"): Route({FACILITATOR: 404}, form={}),
    ("POST", "/regie/ketens"): Route({FACILITATOR: 303}, form={"name": "Nog een keten"}),
    ("POST", "/regie/ketens/<chain>/bijeenkomsten"): Route(
        {FACILITATOR: 303}, form={"title": "Nog een", "template": "workshop"}
    ),
    ("POST", "/regie/ketens/<chain>/wissen"): Route({FACILITATOR: 409}, form={"name": "Niet deze"}),
    ("GET", "/regie/naslag"): Route(ONLY_F),
    ("GET", "/regie/naslag.json"): Route(ONLY_F),
    ("GET", "/regie/naslag/<name>"): Route(ONLY_F),
    ("GET", "/regie/naslag/<name>/<page>"): Route(ONLY_F),
    ("GET", "/regie/<ref>"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/ketens/<chain>"): Route(ONLY_F),
    ("POST", "/regie/ketens/<chain>/opzet"): Route({FACILITATOR: 303}, form={"tables": "Een overleg"}),
    ("POST", "/regie/ketens/<chain>/plan"): Route({FACILITATOR: 303}, form={"start": "2031-01-14", "rhythm": "tekst"}),
    ("POST", "/regie/ketens/<chain>/plan/<milestone>/datum"): Route({FACILITATOR: 303}, form={"day": "2031-03-04"}),
    ("POST", "/regie/ketens/<chain>/plan/<milestone>/overslaan"): Route({FACILITATOR: 409}, form={}),
    ("POST", "/regie/ketens/<chain>/plan/<milestone>/maken"): Route({FACILITATOR: 303}, form={}),
    ("POST", "/regie/ketens/<chain>/acties/<action>/stand"): Route({FACILITATOR: 303}, form={"status": "bezig"}),
    ("POST", "/regie/ketens/<chain>/acties/<action>/overdragen"): Route({FACILITATOR: 303}, form={"who": "Els"}),
    ("POST", "/regie/ketens/<chain>/acties/<action>/gebeld"): Route({FACILITATOR: 303}, form={"text": "Komt goed"}),
    ("GET", "/regie/ketens/<chain>/huisstijl"): Route(ONLY_F),
    ("POST", "/regie/ketens/<chain>/huisstijl"): Route({FACILITATOR: 409}, form={"main": "#ffffff", "tint": "#e3efec"}),
    ("GET", "/regie/ketens/<chain>/huisstijl/voorbeeld.png"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/huisstijl/voorbeeld.docx"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/links"): Route(ONLY_F),
    ("POST", "/regie/ketens/<chain>/links"): Route({FACILITATOR: 409}, form={"who": "Niemand", "until": "2001-01-01"}),
    ("POST", "/regie/ketens/<chain>/links/<wicket>/weg"): Route({FACILITATOR: 409}, form={}),  # of a link that is none
    ("GET", "/eigen/<token>"): Route({}, otherwise=404),
    ("POST", "/eigen/<token>/<action>"): Route({}, otherwise=404, form={"status": "bezig"}),
    ("GET", "/regie/<ref>/vooraf"): Route(ONLY_F, ONLY_F),
    ("POST", "/regie/<ref>/vooraf"): Route({FACILITATOR: 409}, {FACILITATOR: 409}, form={"until": "2001-01-01"}),
    ("POST", "/regie/<ref>/vooraf/weg"): Route({FACILITATOR: 303}, {FACILITATOR: 303}, form={}),
    ("POST", "/regie/<ref>/vooraf/verwacht"): Route({FACILITATOR: 303}, {FACILITATOR: 303}, form={"names": "Icare"}),
    ("POST", "/regie/<ref>/vooraf/<foreword>/weg"): Route({FACILITATOR: 409}, {FACILITATOR: 409}, form={}),
    ("GET", "/vooraf/<token>"): Route({}, otherwise=404),
    ("POST", "/vooraf/<token>"): Route({}, otherwise=404, form={"organisation": "Icare"}),
    ("POST", "/vooraf/<token>/dezelfde"): Route({}, otherwise=404, form={"named": "Icare", "means": "iCare"}),
    ("POST", "/regie/<ref>/stokje"): Route({FACILITATOR: 409}, {FACILITATOR: 409}, form={"by": "x" * 31}),
    ("POST", "/regie/<ref>/stokje/<trainee>/weg"): Route({FACILITATOR: 409}, {FACILITATOR: 409}, form={}),  # of nobody
    ("GET", "/stokje/<token>"): Route({}, otherwise=410),
    ("POST", "/stokje/<token>"): Route({}, otherwise=410, form={"name": "Sam"}),
    ("GET", "/meekijken/<ref>"): Route({TRAINEE: 200}, {}),
    ("POST", "/meekijken/<ref>/ticket"): Route({TRAINEE: 200}, {}, form={}),
    ("GET", "/meekijken/<ref>/naslag.json"): Route({TRAINEE: 200}, {}),
    ("POST", "/regie/<ref>/ticket"): Route(ONLY_F, ONLY_F, form={}),
    ("POST", "/regie/<ref>/scherm"): Route({FACILITATOR: 303}, {FACILITATOR: 303}, form={}),
    ("POST", "/regie/<ref>/deur"): Route({FACILITATOR: 303}, {FACILITATOR: 303}, form={"wifi_name": "Zaal"}),
    ("GET", "/regie/<ref>/deur.svg"): Route({SCREEN: 200, FACILITATOR: 200}, ONLY_F),
    ("GET", "/regie/<ref>/wifi.svg"): Route({SCREEN: 200, FACILITATOR: 200}, ONLY_F),
    ("GET", "/regie/<ref>/bewaren"): Route(ONLY_F, ONLY_F),
    ("POST", "/regie/<ref>/bewaren"): Route({FACILITATOR: 409}, {FACILITATOR: 409}, form={}),
    ("GET", "/regie/<ref>/verslag"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/terugkijken"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/terugkijken/stand"): Route({FACILITATOR: 400}, {FACILITATOR: 400}),  # of no moment
    ("GET", "/regie/<ref>/terugkijken/mensen"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/terugkijken/beeld/<picture>"): Route(ONLY_F, ONLY_F),
    ("POST", "/regie/<ref>/terugkijken/bladwijzers"): Route({FACILITATOR: 400}, {FACILITATOR: 400}, form={"say": "A"}),
    ("GET", "/regie/trainers"): Route(ONLY_F),
    ("GET", "/regie/trainers/gids.docx"): Route(ONLY_F),
    ("GET", "/regie/trainers/kijkformulier.docx"): Route(ONLY_F),
    ("GET", "/regie/begeleid"): Route(ONLY_F),
    ("POST", "/regie/begeleid/<ref>"): Route({FACILITATOR: 303}, {FACILITATOR: 303}, form={"remark": "Rustiger"}),
    ("GET", "/regie/<ref>/zaal"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/zaal/tijden"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/zaal.docx"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/verslag.docx"): Route(ONLY_F, ONLY_F),
    ("POST", "/regie/<ref>/verslag/deelnemers"): Route(
        {FACILITATOR: 409}, {FACILITATOR: 409}, form={"version": "volledig", "until": "2001-01-01"}
    ),
    **{("GET", f"/regie/kaarten/{deck}"): Route(ONLY_F) for deck in ("personas", "beroepen", "vindplaatsen", "vragen")},
    ("GET", "/regie/<ref>/kaarten/vragen"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/kaarten/meedoen"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/papieren"): Route(ONLY_F),
    ("GET", "/regie/papieren/<form>"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/papieren"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/papieren/<paper>"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/kaart"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/kaart.svg"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/kaart/<file>"): Route({FACILITATOR: 404}),  # of a file that is none
    ("GET", "/regie/<ref>/papieren"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/papieren/<writing>"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/afspraak/<step>.ics"): Route({FACILITATOR: 404}, {FACILITATOR: 404}),
    ("GET", "/regie/<ref>/meenemen"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/<ref>/meenemen/<suitcase>"): Route(ONLY_F, ONLY_F),
    ("GET", "/regie/ketens/<chain>/meenemen"): Route(ONLY_F),
    ("GET", "/regie/ketens/<chain>/meenemen/<suitcase>"): Route(ONLY_F),
    ("GET", "/regie/ketens/openen"): Route(ONLY_F),
    ("POST", "/regie/ketens/openen"): Route({FACILITATOR: 409}, form={}),  # without a file
    ("POST", "/regie/ketens/openen/<word>"): Route({FACILITATOR: 409}, form={}),  # of a file that is not there
    ("GET", "/regie/eigen"): Route(ONLY_F),
    ("GET", "/regie/eigen/nieuw/<name>"): Route({FACILITATOR: 404}),  # of a sort that is none
    ("GET", "/regie/eigen/<name>"): Route({FACILITATOR: 404}),  # of one that is not there, as the next four
    ("GET", "/regie/eigen/<name>.md"): Route({FACILITATOR: 404}),
    ("POST", "/regie/eigen/<name>/weg"): Route({FACILITATOR: 404}, form={}),
    ("POST", "/regie/eigen/<name>/terug"): Route({FACILITATOR: 404}, form={}),
    ("POST", "/regie/eigen/<name>/voorgoed"): Route({FACILITATOR: 404}, form={}),
    ("GET", "/regie/eigen/inlezen"): Route(ONLY_F),
    ("POST", "/regie/eigen/inlezen"): Route({FACILITATOR: 409}, form={}),  # without a file
    ("POST", "/regie/eigen/nakijken"): Route({FACILITATOR: 400}, form={}),
    ("POST", "/regie/eigen/bewaren"): Route({FACILITATOR: 400}, form={}),
    ("POST", "/regie/eigen/voorbeeld"): Route({FACILITATOR: 400}, form={}),
    ("GET", "/regie/eigen/voorbeeld/<word>/<name>"): Route({FACILITATOR: 404}),
}
