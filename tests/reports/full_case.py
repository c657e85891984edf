"""An invented case with something in every part of the gespreksnotitie, and things to leave out."""

from __future__ import annotations

from datetime import date
from typing import Any

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import (
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    FileSettings,
    Involvement,
    Lesson,
    Organisation,
    Reading,
    StartCheck,
    Summary,
    new_id,
)
from hgkm_desktop.models.terms import (
    Answer,
    AskedOfBoard,
    EventKind,
    FactStatus,
    HouseholdRole,
    Level,
    Mark,
    Occurrence,
    SafetyOf,
)
from hgkm_desktop.reports.case.gespreksnotitie import compose
from hgkm_desktop.reports.content import Document
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)

MADE_ON = date(2026, 1, 12)
FUNCTION = "wijkagent-coördinator"
SENTENCES = (
    "Twee jaar zagen school en politie elk een deel van het geweld.",
    "Zij spraken er niet samen over.",
    "In de winter werd het erger.",
    "Na het huisverbod kwam er één plan.",
    "Sindsdien is het rustig en veilig.",
)
CHILDREN = "Kind 1 sliep slecht en kind 2 werd stil."
QUESTIONS = ("Wie belt wie?", "Wat doet u bij twijfel?", "Wanneer spreekt u elkaar weer?")


def document_of(case: Case, **more: Any) -> Document:
    """The gespreksnotitie of a case, of an invented municipality, on a fixed day."""
    settings = FileSettings(organisation="Gemeente Voorbeeldstad")
    return compose(case, settings=settings, made_on=MADE_ON, **more)


def a_verschil(about: str, *readings: Reading, **more: Any) -> Duidingsverschil:
    return Duidingsverschil(new_id(), more.pop("seq", 1.0), about, readings, **more)


def an_actie(text: str, seq: float = 1.0, **more: Any) -> Verbeteractie:
    return Verbeteractie(new_id(), seq, text, **more)


def a_lesson(text: str, seq: float = 1.0, **more: Any) -> Lesson:
    return Lesson(new_id(), seq, text, **more)


def a_full_case(**more: Any) -> Case:
    """Twelve events of four organisations, one of them not shown, and two choices not made."""
    names = ("school", "politie", "wijkteam", "Veilig Thuis")
    organisations = {name: an_organisation(name) for name in names}
    seats = {name: a_deelnemer(found, FUNCTION) for name, found in organisations.items()}
    people = [a_betrokkene("moeder"), a_betrokkene("kind 1", is_child=True)]
    events = _events(organisations, people)
    good = _marked(events["steun"], seats["school"], Mark.GOED, "Elke week een gesprek.")
    risk = _marked(events["klap"], seats["politie"], Mark.RISICO, "Er kwam geen vervolg.")
    bad = _marked(events["brief"], seats["wijkteam"], Mark.NIET_OKE, "Het bleef liggen.")
    spare = _marked(events["brief"], seats["school"], Mark.GOED, "NIETGEKOZEN uitleg")
    verschil = a_verschil(
        "Rust in huis",
        Reading(organisations["wijkteam"].id, "Het gaat beter."),
        Reading(organisations["politie"].id, "Het is te stil."),
        event_ids=(events["brief"].id,),
        surfaced="pas aan deze tafel",
        consequence="er kwam geen plan",
        spoken_out=Answer.NEE,
    )
    summary = Summary(
        title="Van stilte naar één plan",
        sentences=SENTENCES,
        children=CHILDREN,
        questions=QUESTIONS,
        beleving_ids=(good.id, risk.id, bad.id),
        verschil_ids=(verschil.id,),
    )
    check = StartCheck(board_decided=Answer.JA, heard=Answer.JA, heard_note="moeder en kind 1")
    given = {"summary": summary, "reason": "Het duurde lang.", "start_check": check, **more}
    return a_case_with(
        *organisations.values(),
        *seats.values(),
        *people,
        *events.values(),
        good,
        risk,
        bad,
        spare,
        verschil,
        a_verschil("NIETGEKOZEN verschil", seq=2.0),
        a_lesson("Bel bij een tweede signaal", explanation="Eén signaal leek klein."),
        *_acties(),
        **given,
    )


def _marked(event: Event, seat: Deelnemer, mark: Mark, words: str) -> Any:
    return a_beleving(
        event, seat, mark, explanation=words, safety_of=(SafetyOf.BETROKKENEN,), obstacle="GEHEIM"
    )


def _events(organisations: dict[str, Organisation], people: list[Betrokkene]) -> dict[str, Event]:
    def event(when: str, title: str, kind: EventKind, *names: str, **more: Any) -> Event:
        ids = tuple(organisations[name].id for name in names)
        return an_event(when, title, kind=kind, organisation_ids=ids, fact="GEHEIM", **more)

    victims = tuple(Involvement(p.id, HouseholdRole.SLACHTOFFER) for p in people)
    kinds = EventKind
    return {
        "baan": event("begin 2022", "Vader raakt zijn baan kwijt", kinds.LIFE_EVENT),
        "steun": event("14 mrt 2022", "School praat met kind 1", kinds.CONTACT, "school"),
        "brief": event("mei 2022", "Brief naar het wijkteam", kinds.OVERDRACHT, "wijkteam"),
        "advies": event("circa jun 2022", "Advies gevraagd", kinds.ADVIES, "Veilig Thuis"),
        "klap": event(
            "3 nov 2022",
            "Vader slaat moeder",
            kinds.INCIDENT,
            "politie",
            involved=victims,
            fact_status=FactStatus.VASTGESTELD,
            is_risk_moment=True,
        ),
        "melding": event("4 nov 2022", "Melding", kinds.MELDING, "Veilig Thuis", "politie"),
        "overleg": event(
            "dec 2022",
            "overleg",
            kinds.AFSTEMMING,
            "politie",
            occurrence=Occurrence.NIET_GEDAAN,
        ),
        "verbod": event("jan 2023 - feb 2023", "Huisverbod", kinds.BESLUIT, "politie"),
        "gerucht": event(
            "tussen jan en mrt 2023",
            "Vader dreigt",
            kinds.INCIDENT,
            "school",
            fact_status=FactStatus.VERMOEDEN,
        ),
        "plan": event("vanaf mrt 2023", "Eén plan", kinds.PLAN, "wijkteam", is_pivotal=True),
        "los": event("", "Oma vraagt om hulp", kinds.CONTACT, "wijkteam"),
        "verborgen": event("apr 2023", "VERBORGEN", kinds.CONTACT, "school", is_shown=False),
    }


def _acties() -> tuple[Verbeteractie, ...]:
    shared: dict[str, Any] = {"keeper": "regionaal netwerk", "owner_function": FUNCTION}
    return (
        an_actie("Bel dezelfde dag", 1.0, owner="school", due=date(2026, 4, 1), **shared),
        an_actie(
            "Bespreek het in de driehoek",
            2.0,
            owner="burgemeester",
            asked=AskedOfBoard.AGENDEREN,
            level=Level.BESTUURLIJK,
            due=date(2026, 3, 1),
            **shared,
        ),
        an_actie("Maak tijd vrij", 3.0, owner="Wethouder", asked=AskedOfBoard.MIDDELEN, **shared),
    )
