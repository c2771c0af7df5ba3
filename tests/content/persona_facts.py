"""What may never go missing: for each persona and section one word (or piece of one) per fact of the fact sheet."""

LOST = {
    "ank": {
        "leeftijd": "60",
        "persoonlijke_situatie": "gehuwd | peter (64) | twee kinderen | volwassen",
        "werk": "vrijwilligerswerk",
        "huidige_situatie": (
            "ernstig ziek | vaker aan huis | past hun leven aan | wisselend succes | "
            "ziektebeeld | prognose | redden ze zich nog | verkent al hulp voor later | "
            "stopte | inkomen is lager | ingrijpend | schouders van ank"
        ),
        "profiel": (
            "zelfstandig | sociaal actief | spil | gezin | huishouden | vrijwilliger | vriendinnen "
            "| bij de tijd | advies"
        ),
        "informatievoorziening_en_zoekgedrag": (
            "vooral op internet | mantelzorgsteunpunt zorgdat | "
            "persoonlijk | nieuwsbrief | casemanager | familie | "
            "vriendinnen"
        ),
        "behoeften_en_verlangens": (
            "aandoening | prognose | zorg en hulp | vast aanspreekpunt | advies | "
            "bevestiging | financieel advies | regelingen | tijd voor zichzelf | "
            "eigen activiteiten"
        ),
        "pijn_angst_frustraties_belemmeringen": (
            "niet meer de oude | uitval | wie zorgt er dan voor peter "
            "| doolhof | regelingen | voorzieningen | minder geld | "
            "stress"
        ),
        "ondersteuning": "vriendinnen | familie | lotgenoten | facebookgroep | zorgdat | regelmatig hoe het gaat",
    },
    "kim": {
        "leeftijd": "48",
        "persoonlijke_situatie": "gehuwd met jan | 48 | twee dochters | tessa is 21 | aniek is 19",
        "werk": "communicatieadviseur | parttime",
        "huidige_situatie": (
            "de jongste | licht verstandelijk beperkt | niet direct | indicatie | 5 jaar "
            "| moeizaam | bijspringen | toezien | overkwam | camoufleren | 18 jaar | "
            "hoeveel tijd | uit huis | begeleiding is beperkt | extra's | bewust parttime"
        ),
        "profiel": (
            "goed opgeleid | opgeruimd | hands-on | werk | opvoeding | uitstapjes | sport | contactueel | proactief"
        ),
        "informatievoorziening_en_zoekgedrag": "internet | sociale media | regionale krant | ouders die hetzelfde",
        "behoeften_en_verlangens": (
            "conditie van aniek | passende hulp en activiteiten | vast "
            "aanspreekpunt | regelingen | administratie | tijd voor zichzelf | "
            "eigen activiteiten | collega's die zelf mantelzorger"
        ),
        "pijn_angst_frustraties_belemmeringen": (
            'aan" staan | mentaal zwaar | toekomst | steeds meer | '
            "tessa wil zij niet belasten | alles zelf uitzoeken | "
            "papierwinkel | ouderen"
        ),
        "ondersteuning": (
            "eigen ouders | soepele werkgever | medische professionals met kennis | "
            "gespreksgroep | facebookgroep | stichting twinkel | jeugd | handicap | "
            "chronische ziekte | zorgkantoor"
        ),
    },
    "maria_75": {
        "leeftijd": "75",
        "persoonlijke_situatie": "gehuwd | albert (80) | volwassen kinderen",
        "werk": "gepensioneerd | 30 jaar",
        "huidige_situatie": (
            "dement | gedrag | graag | zwaar | meer steun | dagbesteding | praatgroep | "
            "casemanager | stuit op regels | ergernis | angst | volhouden | betaalt zij "
            "zelf | geld raakt op | laatste jaren | anders voorgesteld"
        ),
        "profiel": (
            "55 jaar getrouwd | veel samen | op zichzelf | kleiner | bridgeclub in het dorp | soms komen de kinderen"
        ),
        "informatievoorziening_en_zoekgedrag": "casemanager | sociale media",
        "behoeften_en_verlangens": (
            "mooie laatste jaren samen | goede steun | zelf kan blijven zorgen | "
            "dagactiviteiten die passen | respijtzorg | uitvalt | "
            "lotgenotencontact | begrip van de gemeente"
        ),
        "pijn_angst_frustraties_belemmeringen": (
            "gemeentegrens | lastig | wlz | wmo | zvw | communicatie | gebrekkig | boos | dure zorg | geldproblemen"
        ),
        "ondersteuning": (
            "casemanager | omgang met het gedrag | wmo-consulent | hulp in het huishouden | "
            "noaberschap | buren en vrienden koken soms | parkeerkaart | huishoudelijke hulp "
            "| vervoer"
        ),
    },
    "nicole": {
        "leeftijd": "40",
        "persoonlijke_situatie": "gehuwd | jeroen (64) | mees is 6 | jochem is 9",
        "werk": "parttime | hr-afdeling",
        "huidige_situatie": (
            "mees en jochem lijden | gedrag van jeroen | juiste hulp | lukt haar niet | "
            "werk | kinderen | huishouden | papieren | overuren | versnipperd | veel tijd "
            "| kastje | muur | cjg | optimaal leven-team | goede hulp blijft uit"
        ),
        "profiel": (
            "prettig | psychoses | woont nu elders | zorgt alleen voor de kinderen | zelfstandig | "
            "praktisch | enige kostwinner"
        ),
        "informatievoorziening_en_zoekgedrag": "cjg | spil | internet",
        "behoeften_en_verlangens": (
            "kinderen kunnen beschermen | praktische ontlasting | opvang | "
            "huishouden | blijven werken | zelfstandig blijven | past bij dit "
            "gezin"
        ),
        "pijn_angst_frustraties_belemmeringen": (
            "zorgen om jeroen | andere hulpverleners | niet past bij haar gezin | veilig thuis | meldingen | over thuis"
        ),
        "ondersteuning": "familie | buren | cjg | optimaal leven | psychiater | cliëntondersteuner",
    },
    "maria_45": {
        "leeftijd": "45",
        "persoonlijke_situatie": "gehuwd | gregory (50) | indra is 7 | benny is 9",
        "werk": "sociaal werker | fulltime",
        "huidige_situatie": (
            "vader | zes jaar | geheugenklachten | vier jaar terug | frontotemporale "
            "dementie | houvast | weinig | huisarts | ziekenhuis | zo lang mogelijk thuis "
            "| schaars | zorgtaken namen toe | snel achteruit | crisisplaatsing | vrijer "
            "| verdrietig | overbelast | ook door werk"
        ),
        "profiel": "suriname | in nederland opgegroeid | familie | vriendinnen | werk, kinderen en vader",
        "informatievoorziening_en_zoekgedrag": (
            "internet | ervaring als sociaal werker | contacten | personeel | verpleeghuis"
        ),
        "behoeften_en_verlangens": (
            "overzicht | vanaf de diagnose | lotgenotencontact | ervaringsverhalen "
            "| realistisch | rouwen | op adem | zonder werk"
        ),
        "pijn_angst_frustraties_belemmeringen": (
            "opvang zoeken | huisarts | ziekenhuis | weinig steun | "
            "geen vast contract | angst | baan | te weinig zorg | wlz "
            "| wmo | veel verdriet | burn-out | werkgever zwijgt"
        ),
        "ondersteuning": (
            "wmo-consulent | hulp in het huishouden | familie | mantelfoon | coördinator | odensehuis | vriendinnen"
        ),
    },
    "leon": {
        "leeftijd": "24",
        "persoonlijke_situatie": "johan (68) | michelle (62) | broer | gabriel (25)",
        "werk": "student bestuurskunde",
        "huidige_situatie": (
            "doof geboren | alleen frans en arabisch | van jongs af | mantelzorger | "
            "communicatie | alzheimer | zwaarder | brieven van instanties | besef | "
            "eerste aanspreekpunt | financiën | maanden | gedrag van vader lastig | "
            "opname"
        ),
        "profiel": (
            "theoretisch opgeleid | eigen woning | vriendin | sociale leven is druk | sportief | "
            "ambitieus | studie en werk | rotterdam | delft | verantwoordelijkheidsgevoel"
        ),
        "informatievoorziening_en_zoekgedrag": (
            "casemanager dementie | jong-dementie | doofheid niet | "
            "internet | brochures | alzheimernl | vrienden | zelfde "
            "situatie | dovennetwerk | moeder"
        ),
        "behoeften_en_verlangens": (
            "doofheid en dementie | toekomst | sociale leven | procedures | wetten | regelingen | snel carrière"
        ),
        "pijn_angst_frustraties_belemmeringen": (
            "achteruit | opname | wetten | regels | onoverzichtelijk "
            "| oudste | verantwoordelijk | moeder, vader én broer | "
            "moeder overbelast | leunen | kennis van zorgverleners | "
            "moeilijk"
        ),
        "ondersteuning": "casemanager dementie | moeder en broer | één lijn | werkgever | open | verwachtingen",
    },
}
# What the facilitator must be told about each persona, besides that it is made up.
NOTED = {
    "ank": "64 | nicole | afgeleid | jonger dan 18 | harderwijk",
    "kim": "twinkel | afgeleid | jonger dan 18 | pilot",
    "maria_75": "twee maria's | 45 | afgeleid | jonger dan 18 | midden-drenthe",
    "nicole": "64 | ank | overgenomen | afgeleid | jonger dan 18 | midden-drenthe",
    "maria_45": "twee maria's | 75 | afgeleid | jonger dan 18 | overschie",
    "leon": "oudste zoon | 25 | werkgever | studie | afgeleid | leiden wij af | jonger dan 18 | rotterdam",
}
# Per building block: name, kind, how many instruments, how many questions, and words of its facts.
BLOCKS = {
    1: (
        "Bewustwording",
        "casus",
        2,
        6,
        "vanzelfsprekend | onderschat | aanbod | op tijd | bewust | ben ik een mantelzorger | ervaring",
    ),
    2: ("Preventie en vroegsignalering", "casus", 4, 6, "preventie | signaleren | zelf | grenzen stellen | ervaring"),
    3: (
        "Toeleiden en uitvoeren interventies",
        "casus",
        12,
        6,
        "passende | stabiel | op tijd | respijtzorg | lichttherapie | ervaring",
    ),
    4: (
        "Ondersteuning zelfmanagement",
        "casus",
        6,
        5,
        "regie | handvatten | vaardigheden | grenzen stellen | zelfhulp | ervaring",
    ),
    5: ("Nazorg en monitoring casus", "casus", 3, 3, "effect | volgen | opnieuw | lotgenotengroep | nazorg | rollen"),
    6: ("Opleiden, richtlijnen en handreikingen", "keten", 3, 2, "richtlijnen | opgeleid | landelijk | workshop"),
    7: (
        "Onderzoek en monitoring",
        "keten",
        4,
        3,
        "doelen | stuur bij | effectief | vragenlijsten | persona | netwerkanalyse | landelijk",
    ),
}


def words(line: str) -> list[str]:
    return [word.strip() for word in line.split("|")]
