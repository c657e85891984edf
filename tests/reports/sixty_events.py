"""An invented case of sixty events of seven organisations over three years, as a table makes it."""

from __future__ import annotations

from typing import Any

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import (
    Event,
    Fase,
    Involvement,
    Record,
    Regie,
    Veiligheidscijfer,
    new_id,
)
from hgkm_desktop.models.terms import (
    Answer,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Mark,
    Occurrence,
    Pressure,
    RegieHolder,
    RegieKind,
    SafetyOf,
    SafetyPhase,
)
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

NAMES = {
    "S": "basisschool",
    "W": "wijkteam",
    "P": "politie",
    "V": "Veilig Thuis",
    "G": "gemeente",
    "H": "huisarts",
    "R": "reclassering",
}
PEOPLE = {"m": "moeder", "v": "vader", "1": "kind 1", "2": "kind 2", "o": "oma"}

# when | kind | who acts | of whom it is about | title | more
_LINES = """
begin 2021 | life_event | | v | Vader verliest zijn werk
mrt 2021 | life_event | | m,v | Het gezin verhuist naar een kleinere woning
12 apr 2021 | contact | H | m | Moeder vraagt de huisarts om rust
3 mei 2021 | signaal | S | 1 | Kind 1 valt in slaap in de klas
circa jun 2021 | incident | | m,v | Ruzie met schreeuwen, buren horen het | vermoeden
14 jun 2021 | contact | S | m,1 | School praat met moeder over de nachten
jul 2021 | advies | S,V | 1 | School vraagt advies zonder namen te noemen
sep 2021 - feb 2022 | interventie | W | m,v | Hulp bij de schulden | vrijwillig deels
20 sep 2021 | contact | W | v | Vader komt niet op de afspraak
okt 2021 | plan | W | m,v | Eerste plan, zonder de kinderen
7 okt 2021 | afstemming | W,S | 1 | Wijkteam en school bespreken kind 1
herfst 2021 | life_event | | o | Oma wordt ziek en kan minder oppassen
12 nov 2021 | incident | | m,v,1 | Vader duwt moeder tegen de deur | cruciaal risico
12 nov 2021 | melding | P,V | m,v,1 | Zorgmelding na een nacht met politie
19 nov 2021 | taxatie | V | m,1 | Veilig Thuis schat de veiligheid in
29 nov 2021 | overdracht | V,W | m,v | Terug naar het wijkteam
dec 2021 | contact | W | 1,2 | Gesprek met de kinderen alleen | niet
6 jan 2022 | signaal | S | 2 | Kind 2 tekent een kapotte deur
18 jan 2022 | afstemming | S,W,H | 1,2 | Drie organisaties zien elk een stuk
2 feb 2022 | advies | H,V | m | Huisarts vraagt advies over blauwe plekken | vermoeden
feb 2022 | melding | H,V | m | Huisarts meldt niet | niet
21 mrt 2022 | incident | | m,v,2 | Vader gooit een bord, kind 2 staat ernaast | risico
22 mrt 2022 | melding | S,V | 2 | School meldt bij Veilig Thuis
apr 2022 - jun 2022 | taxatie | V | m,v,1,2 | Onderzoek door Veilig Thuis
4 apr 2022 | contact | V | 1,2 | Veilig Thuis spreekt de kinderen op school | cruciaal
2 mei 2022 | contact | V,P | v | Politie deelt drie oudere registraties
tussen mei en jul 2022 | incident | | m,v | Vader volgt moeder naar haar werk | betwist
9 jun 2022 | afstemming | V,W,P | m,v | Overleg zonder besluit
20 jun 2022 | besluit | V | m,v | Onderzoek afgesloten, hulp loopt door
jul 2022 - mrt 2023 | interventie | W | m,1,2 | Hulp thuis voor moeder en kinderen | vrijwillig vol
12 jul 2022 | plan | W | v | Afspraak met vader over drinken | drang uit
aug 2022 | life_event | | v | Vader woont een maand bij zijn broer
sep 2022 | contact | S | 1 | Kind 1 vertelt de juf over thuis
23 sep 2022 | afstemming | S,W | 1 | School belt het wijkteam, geen vervolg
nov 2022 | taxatie | P | m,v | Risicotaxatie na een ruzie op straat | niet
11 nov 2022 | incident | P | m,v | Ruzie op straat, politie haalt hen uit elkaar | risico
14 nov 2022 | melding | P,V | m,v | Tweede zorgmelding
30 nov 2022 | contact | V | m | Moeder wil niet dat er iets verandert
16 dec 2022 | risicomoment | | m,1,2 | Vader dreigt de kinderen mee te nemen | cruciaal
16 dec 2022 | aangifte | P | m | Moeder doet aangifte van bedreiging
17 dec 2022 - 27 dec 2022 | besluit | G,P | v | Huisverbod van tien dagen | dwang cruciaal vol
17 dec 2022 | contact | P | 1,2 | Agent praat met beide kinderen
19 dec 2022 | afstemming | G,V,W,P,R | m,v | Eerste overleg met alle organisaties | cruciaal
20 dec 2022 | plan | G,V,W | m,1,2 | Veiligheidsplan voor de eerste weken
22 dec 2022 | contact | R | v | Reclassering spreekt vader op het bureau
27 dec 2022 - 24 jan 2023 | besluit | G | v | Huisverbod verlengd | dwang vol
jan 2023 - okt 2023 | interventie | R | v | Training omgaan met boosheid | drang deels
9 jan 2023 | afstemming | G,V,W,R | m,v | Tweede overleg: één plan
16 jan 2023 | contact | S | 1,2 | School weet nu wat er speelt
24 jan 2023 | life_event | | v | Vader huurt een kamer in de buurt
vanaf feb 2023 | interventie | W | 1,2 | Steungroep voor de kinderen | vrijwillig vol
mrt 2023 | contact | W | m,v | Gesprek over omgang | vrijwillig deels
13 apr 2023 | incident | | m,v | Vader komt onaangekondigd aan de deur | risico
14 apr 2023 | contact | R | v | Reclassering spreekt vader erop aan
mei 2023 | taxatie | V,W | m,1,2 | Veiligheid opnieuw bekeken
13 jun 2023 | plan | W | m,v,1,2 | Plan voor herstel, met het hele gezin
sep 2023 | life_event | | 1 | Kind 1 begint op de middelbare school
20 okt 2023 | afstemming | V,W,R,S | m,v | Laatste overleg, iedereen houdt oog
 | contact | H | o | Oma vraagt wie zij mag bellen
 | contact | S | 2 | Juf van vroeger herinnert zich een blauwe arm | vermoeden
"""
_WORDS: dict[str, dict[str, Any]] = {
    "vermoeden": {"fact_status": FactStatus.VERMOEDEN},
    "betwist": {"fact_status": FactStatus.BETWIST},
    "cruciaal": {"is_pivotal": True},
    "risico": {"is_risk_moment": True},
    "niet": {"occurrence": Occurrence.NIET_GEDAAN},
    "vrijwillig": {"pressure": Pressure.VRIJWILLIG},
    "drang": {"pressure": Pressure.DRANG},
    "dwang": {"pressure": Pressure.DWANG},
    "vol": {"effect": Effect.BEREIKT},
    "deels": {"effect": Effect.DEELS},
    "uit": {"effect": Effect.UITGEBLEVEN},
}


def a_case_of_sixty() -> Case:
    """Sixty events with belevingen of five deelnemers, veiligheidscijfers, regie and phases."""
    organisations = {key: an_organisation(name) for key, name in NAMES.items()}
    people = {
        key: a_betrokkene(role, is_child=role.startswith("kind")) for key, role in PEOPLE.items()
    }
    events = [_event(line, organisations, people) for line in _LINES.strip("\n").splitlines()]
    seats = {key: a_deelnemer(organisations[key]) for key in "SWPVG"}
    marks = tuple(Mark)
    belevingen = [
        a_beleving(events[n], seats[key], marks[(n + k) % 3], safety_of=(SafetyOf.BETROKKENEN,))
        for n in (7, 12, 13, 18, 24, 28, 33, 38, 40, 42, 52)
        for k, key in enumerate("SWPVG"[: n % 4 + 1])
    ]
    ids = {key: found.id for key, found in organisations.items()}
    people_of: tuple[Record, ...] = (*organisations.values(), *people.values(), *seats.values())
    told: tuple[Record, ...] = (*events, *belevingen, *_safety(ids))
    return a_case_with(*people_of, *told, title="Van losse signalen naar één plan")


def _event(line: str, organisations: dict[str, Any], people: dict[str, Any]) -> Event:
    when, kind, acting, about, title, *more = (part.strip() for part in f"{line}".split("|"))
    given: dict[str, Any] = {}
    for word in more[0].split() if more else []:
        given.update(_WORDS[word])
    return an_event(
        when,
        title,
        kind=EventKind(kind),
        organisation_ids=tuple(organisations[key].id for key in acting.split(",") if key),
        involved=tuple(
            Involvement(people[key].id, HouseholdRole.BETROKKENE) for key in about.split(",") if key
        ),
        **given,
    )


def _safety(ids: dict[str, str]) -> list[Veiligheidscijfer | Regie | Fase]:
    """Veiligheidscijfers of three organisations, regie with a gap, and two phases by hand."""
    found: list[Veiligheidscijfer | Regie | Fase] = []
    for seq, (when, score, keys, jointly) in enumerate(
        (
            ("19 nov 2021", 5.0, "V", Answer.NEE),
            ("19 nov 2021", 7.0, "W", Answer.NEE),
            ("jun 2022", 6.0, "V", Answer.NEE),
            ("19 dec 2022", 2.0, "V", Answer.NEE),
            ("19 dec 2022", 3.5, "P", Answer.NEE),
            ("9 jan 2023", 4.0, "VWP", Answer.JA),
            ("mei 2023", 6.5, "VW", Answer.JA),
            ("20 okt 2023", 8.0, "VW", Answer.JA),
        )
    ):
        moment = read_whole(when).start
        raters = tuple(ids[key] for key in keys)
        cijfer = Veiligheidscijfer(new_id(), seq, moment, score, "", raters, jointly)
        found.append(cijfer)
    for seq, (when, key, holder) in enumerate(
        (
            ("sep 2021 - nov 2021", "W", RegieHolder.ORGANISATIE),
            ("apr 2022 - jun 2022", "V", RegieHolder.ORGANISATIE),
            ("jul 2022 - nov 2022", "", RegieHolder.NIEMAND),
            ("vanaf 19 dec 2022", "G", RegieHolder.ORGANISATIE),
        )
    ):
        period = read_whole(when)
        holder_id = ids[key] if key else ""
        kind, ongoing = RegieKind.CASUSREGIE, period.ongoing
        regie = Regie(new_id(), seq, kind, holder, holder_id, period.start, period.end, ongoing)
        found.append(regie)
    for seq, (when, phase) in enumerate(
        (
            ("dec 2022 - feb 2023", SafetyPhase.DIRECTE_VEILIGHEID),
            ("mrt 2023 - jun 2023", SafetyPhase.RISICOGESTUURD),
            ("vanaf jun 2023", SafetyPhase.HERSTELGERICHT),
        )
    ):
        period = read_whole(when)
        fase = Fase(new_id(), seq, phase, period.start, period.end, period.ongoing)
        found.append(fase)
    return found
