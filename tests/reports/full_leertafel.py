"""An invented leertafel about two cases, with something in every part of its documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hgkm_desktop.exchange.case_text import read_case
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import (
    AgendaPoint,
    Begrip,
    Knelpunt,
    Leertafel,
    Reflection,
    Succes,
    TableCase,
    TeamSignal,
    Uitvoerder,
)
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.records import FileSettings, StartCheck, Summary
from hgkm_desktop.models.terms import (
    ActionStatus,
    Answer,
    AskedOfBoard,
    CaseState,
    EventKind,
    KnelpuntKind,
    Level,
    Outcome,
    TableCaseKind,
)
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.practice import leertafelblad, leertafelverslag
from hgkm_desktop.reports.practice.work_head import Making
from tests.builders import a_case_with, an_event, an_organisation, for_bestuur

MADE_ON = date(2026, 2, 9)
SETTINGS = FileSettings(organisation="Gemeente Voorbeeldstad")
FIRST, SECOND = f"{0xA1:032x}", f"{0xA2:032x}"
PRESENT = "burgemeester, wethouder jeugd, gespreksleider, teamleider wijkteam, wijkagent"
_K = tuple(f"{0xB0 + number:032x}" for number in range(3))

EARLIER = Followed(
    *(FIRST, "W7-4K", "casus", "Rust en veiligheid", CaseState.DEELBAAR),
    Verbeteractie(f"{0xE1:032x}", 1.0, "Bel na een dreiging dezelfde dag de wijkagent"),
)


def the_cases() -> tuple[Case, ...]:
    """The example, that was unsafe for long; and a case that was closed well."""
    text = resource("voorbeeld/casus.toml").read_text(encoding="utf-8")
    return (replace(read_case(text), id=FIRST), for_bestuur(_closed_well()))


def _closed_well() -> Case:
    names = ("school", "wijkteam", "Veilig Thuis", "politie")
    school, team, home, police = (an_organisation(name) for name in names)
    kinds = EventKind

    def event(when: str, title: str, kind: EventKind, *ids: str, **more: Any) -> Any:
        return an_event(when, title, kind=kind, organisation_ids=ids, **more)

    events = (
        event("jan 2024", "Moeder vertelt school over de ruzies", kinds.SIGNAAL, school.id),
        event("feb 2024", "School belt Veilig Thuis", kinds.ADVIES, school.id, home.id),
        event(
            "mrt 2024",
            "Vader bedreigt moeder, kind 1 is erbij",
            kinds.INCIDENT,
            police.id,
            is_risk_moment=True,
        ),
        event("mrt 2024", "Huisverbod voor vader", kinds.BESLUIT, police.id, is_pivotal=True),
        event("mrt 2024", "Eén plan, één vaste medewerker", kinds.PLAN, team.id, is_pivotal=True),
        event("vanaf apr 2024", "Vader volgt hulp en komt elke week", kinds.INTERVENTIE, team.id),
        event("sep 2024", "Kind 1 vertelt dat het rustig is", kinds.CONTACT, team.id),
        event("mrt 2025", "Iedereen sluit samen af", kinds.AFSTEMMING, team.id, home.id),
    )
    summary = Summary(
        title="Binnen twee weken één plan",
        sentences=(
            "Moeder vertelde school over de ruzies thuis, en school belde Veilig Thuis.",
            "Toen vader haar bedreigde, kreeg hij een huisverbod.",
            "Binnen twee weken was er één plan met één vaste medewerker.",
            "Vader volgde een jaar hulp en kwam elke week.",
            "Daarna sloten alle organisaties samen af, en het is nog steeds rustig.",
        ),
        children="Kind 1 was erbij toen vader dreigde. Het kreeg een eigen gesprek en slaapt weer.",
        questions=("Wat maakte dat het hier wél lukte?", "Kan dit bij elk gezin?"),
    )
    check = StartCheck(Answer.NEE, board_decided=Answer.JA, heard=Answer.JA, heard_note="moeder")
    return a_case_with(
        *(school, team, home, police),
        *events,
        id=SECOND,
        code="M3-8R",
        summary=summary,
        reason="Hier lukte wat elders niet lukt.",
        start_check=check,
    )


def a_leertafel(**more: Any) -> Leertafel:
    """The table of those two cases, after it was held."""
    wait, reason = TableCaseKind.STRUCTUREEL_ONVEILIG, TableCaseKind.POSITIEF_AFGESLOTEN
    given: dict[str, Any] = {
        "title": "Leertafel van het voorjaar",
        "held_on": date(2026, 1, 26),
        "starts_at": 13 * 60 + 30,
        "present": PRESENT,
        "cases": (
            TableCase("1" * 32, FIRST, wait, "Drie jaar onveilig, terwijl iedereen iets deed"),
            TableCase("2" * 32, SECOND, reason, "Hier was er binnen twee weken één plan"),
        ),
        "signals": _signals(),
        "uitvoerders": (
            Uitvoerder("3" * 32, "wijkteam", "teamleider", FIRST, True, True, Answer.JA),
            Uitvoerder("4" * 32, "politie", "wijkagent", FIRST, True, False, Answer.ONBEKEND),
        ),
        "agenda": (
            AgendaPoint("5" * 32, "Hoe staan eerdere acties ervoor", 10),
            AgendaPoint("6" * 32, "Het verhaal van de eerste casus", 30, FIRST, "Het werd stil."),
            AgendaPoint("7" * 32, "Wat vragen wij van wie", 20, "", "Drie toezeggingen."),
        ),
        "progress": (
            AskedProgress(FIRST, EARLIER.actie.id, ActionStatus.BEZIG, "de school belt nu zelf"),
            AskedProgress("f" * 32, "f" * 32, ActionStatus.GEREED, "het loket is open"),
        ),
        "begun": True,
        "reflections": (
            Reflection(
                "8" * 32, "burgemeester", "Ik wist niet dat school na de melding niets hoort"
            ),
            Reflection(
                "9" * 32, "wethouder jeugd", "Een wachtlijst is dus ook een veiligheidsrisico"
            ),
        ),
        "successes": (
            Succes("a" * 32, "Het gezin werkt met één vaste medewerker", "zij had tijd", FIRST),
            Succes(
                "b" * 32, "Vader volgde een jaar hulp", "de rechter en het wijkteam belden", SECOND
            ),
        ),
        "knelpunten": _knelpunten(),
        "begrippen": (
            Begrip("c" * 32, "Rust", "er is een maand geen melding; dat is nog geen veiligheid"),
            Begrip("d" * 32, "Zicht hebben", "iemand sprak het kind deze maand zelf"),
        ),
        "acties": _acties(),
        "conclusion": "Wij wachten te lang op een tweede melding.",
        "next_on": date(2026, 6, 8),
        **more,
    }
    return Leertafel("e" * 32, "T4-4T", **given)


def _signals() -> tuple[TeamSignal, ...]:
    return (
        TeamSignal(
            f"{0xC1:032x}",
            "Wijkteam",
            "Nu is er één vast gezicht voor het gezin",
            "Na het afsluiten kijkt niemand meer mee",
            FIRST,
        ),
        TeamSignal(
            f"{0xC2:032x}",
            "Veilig Thuis",
            "Zorg en straf staan in één plan",
            "Scholen horen niet wat er met hun melding gebeurt",
        ),
    )


def _knelpunten() -> tuple[Knelpunt, ...]:
    kinds = KnelpuntKind
    return (
        Knelpunt(
            _K[0],
            "Niemand weet wanneer een zaak naar het Actieoverleg gaat",
            kinds.SAMENWERKING,
            "Elke organisatie wachtte op de ander",
            "Veilig Thuis, politie, OM",
            "Actieoverleg",
            "burgemeester",
            FIRST,
        ),
        Knelpunt(
            _K[1],
            "Na het afsluiten mag het wijkteam geen uren meer maken",
            kinds.BUREAUCRATIE,
            "",
            "wijkteam",
            "nazorg in het contract",
            "wethouder jeugd",
            FIRST,
        ),
        Knelpunt(
            _K[2],
            "Voor vader was geen tijdelijke woonplek",
            kinds.AANBOD,
            "",
            "woningcorporatie",
            "urgentie wonen",
            "wethouder wonen",
            SECOND,
        ),
    )


def _acties() -> tuple[Verbeteractie, ...]:
    keeper: dict[str, Any] = {"keeper": "lokaal veiligheidsoverleg", "level": Level.BESTUURLIJK}
    through = Outcome.DOORBRAAK
    return (
        Verbeteractie(
            f"{0xD1:032x}",
            1.0,
            "Spreek in de driehoek af: na een tweede melding altijd naar het Actieoverleg",
            outcome=through,
            asked=AskedOfBoard.AGENDEREN,
            owner="burgemeester",
            due=date(2026, 3, 1),
            promise="het staat op de agenda van februari",
            knelpunt_id=_K[0],
            **keeper,
        ),
        Verbeteractie(
            f"{0xD2:032x}",
            2.0,
            "Betaal het wijkteam om een jaar mee te kijken na het afsluiten",
            outcome=through,
            asked=AskedOfBoard.MIDDELEN,
            owner="wethouder jeugd",
            due=date(2026, 7, 1),
            knelpunt_id=_K[1],
            **keeper,
        ),
        Verbeteractie(
            f"{0xD3:032x}",
            3.0,
            "Regel met de corporaties vier tijdelijke woonplekken",
            outcome=through,
            asked=AskedOfBoard.BESLUITEN,
            owner="wethouder wonen",
            due=date(2026, 9, 1),
            promise="een voorstel aan de raad",
            knelpunt_id=_K[2],
            **keeper,
        ),
        Verbeteractie(
            f"{0xD4:032x}",
            4.0,
            "Bel school binnen een week terug na een melding",
            outcome=Outcome.AFSPRAAK,
            owner="Veilig Thuis",
            owner_function="teammanager",
            keeper="lokaal veiligheidsoverleg",
            due=date(2026, 2, 15),
            status=ActionStatus.BEZIG,
            log=(Progress(date(2026, 2, 2), ActionStatus.BEZIG, "het lukt bij de helft"),),
            body="managersoverleg",
        ),
    )


def blad_of(
    table: Leertafel | None = None, cases: tuple[Case, ...] | None = None, about: str = FIRST
) -> Document:
    """The leertafelblad of a case of the table, on a fixed day."""
    return leertafelblad.compose(
        a_leertafel() if table is None else table,
        the_cases() if cases is None else cases,
        Making(SETTINGS, MADE_ON),
        about,
    )


def verslag_of(
    table: Leertafel | None = None,
    cases: tuple[Case, ...] | None = None,
    earlier: Sequence[Followed] = (),
) -> Document:
    """The verslag of the table, on a fixed day."""
    return leertafelverslag.compose(
        a_leertafel() if table is None else table,
        the_cases() if cases is None else cases,
        earlier,
        Making(SETTINGS, MADE_ON),
    )
