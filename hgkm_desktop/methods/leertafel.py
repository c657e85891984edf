"""What a leertafel needs: who comes to the table, its agenda with times, and what is still open.

Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1); minutes and limits are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.clock import clock_text, duration_text
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.leaving import WHERE_TO_CHECK
from hgkm_desktop.models.leertafel import (
    MOST_TABLED,
    AgendaPoint,
    Leertafel,
    TableCase,
)
from hgkm_desktop.models.reading import may_be_told
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import ActionStatus, Answer, CaseState, Outcome

LONGEST_MINUTES = 120


# --- cases ------------------------------------------------------------------------------------


def check_tabled(table: Leertafel, held: TableCase, code: str, state: CaseState) -> None:
    """Raises BadInput when this case, with this code and state, cannot be put on the table.

    One that lies there already may be described anew, also when it went back to bewerking.
    """
    others = [c for c in table.cases if c.id != held.id]
    if not held.case_id:
        raise BadInput("Kies een casus.")
    if held.case_id in {c.case_id for c in others}:
        raise BadInput("Deze casus ligt al op tafel.", todo="Kies een andere casus.")
    if len(others) >= MOST_TABLED:
        raise BadInput(
            f"Op een leertafel liggen hooguit {MOST_TABLED} casussen, dan is er tijd voor elk "
            "verhaal.",
            todo="Haal eerst een casus weg, of maak een tweede leertafel.",
        )
    lies_there = any((c.id, c.case_id) == (held.id, held.case_id) for c in table.cases)
    if state is not CaseState.DEELBAAR and not lies_there:
        raise BadInput(
            f"Casus {code} is nog in bewerking. Alleen een casus die deelbaar is, mag op tafel.",
            todo=f"Ga naar die casus, lees haar na en maak haar deelbaar: {WHERE_TO_CHECK}",
        )


def not_on_table(table: Leertafel, cases: Sequence[Case]) -> str:
    """Why a case of this table cannot be told now; empty when all can.

    `cases` are those of it that are in the file and can be read.
    """
    codes = [case.code for case in cases if not may_be_told(case)]
    if codes:
        which = f"Casus {codes[0]} is" if len(codes) == 1 else f"{_codes(codes)} zijn"
        return (
            f"{which} niet meer deelbaar: zo kan het verhaal niet op tafel. Wat u hier opschreef, "
            f"blijft staan. Lees de casus na en maak haar deelbaar: {WHERE_TO_CHECK}"
        )
    gone = len({held.case_id for held in table.cases} - {case.id for case in cases})
    return "Een casus van deze leertafel is niet te lezen in dit bestand." if gone else ""


def _codes(codes: Iterable[str]) -> str:
    return f"De casussen {list_text(list(codes))}"


# --- agenda -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TimedPoint:
    """A point of the agenda with when it begins, in minutes after midnight; None is unknown."""

    point: AgendaPoint
    starts_at: int | None

    @property
    def words(self) -> str:
        """'13:30 Opening (10 min)'."""
        clock = "" if self.starts_at is None else f"{clock_text(self.starts_at)} "
        return f"{clock}{self.point.title} ({self.point.minutes} min)"


def total_minutes(table: Leertafel) -> int:
    """How long the whole agenda takes."""
    return sum(point.minutes for point in table.agenda)


def agenda_times(table: Leertafel) -> tuple[TimedPoint, ...]:
    """The agenda with when each point begins."""
    found, now = [], table.starts_at
    for point in table.agenda:
        found.append(TimedPoint(point, now))
        now = None if now is None else now + point.minutes
    return tuple(found)


def agenda_length(table: Leertafel) -> str:
    """'Samen 1 uur en 30 minuten, tot 15:00.'; empty without an agenda."""
    if not table.agenda:
        return ""
    total = total_minutes(table)
    end = "" if table.starts_at is None else f", tot {clock_text(table.starts_at + total)}"
    return f"Samen {duration_text(total)}{end}."


def proposed_agenda(table: Leertafel) -> tuple[AgendaPoint, ...]:
    """A first agenda: earlier actions before the cases, and time to say what is taken along."""
    two = len(table.cases) > 1
    each = (
        ("Het verhaal, verteld door de uitvoerders", 15 if two else 20),
        ("Wat ging goed, en waarom kon dat", 5 if two else 10),
        ("Wat staat in de weg", 10 if two else 15),
    )
    points = [("Welkom en afspraken", 5, ""), ("Hoe staat het met eerdere acties", 10, "")]
    if table.signals:
        points.append(("Signalen van de teams", 10, ""))
    for case_id in [held.case_id for held in table.cases] or [""]:
        points += [(title, minutes, case_id) for title, minutes in each]
    points += [
        ("Doorbraken: wie doet wat, en wanneer", 15, ""),
        ("Wat nemen de bestuurders mee", 10, ""),
        ("Afsluiting en volgende keer", 5, ""),
    ]
    return tuple(AgendaPoint(new_id(), *point) for point in points)


def moved(table: Leertafel, point_id: str, by: int) -> tuple[AgendaPoint, ...]:
    """The agenda with this point so many places later; at an end it stays as it is."""
    points = list(table.agenda)
    here = next(n for n, point in enumerate(points) if point.id == point_id)
    there = here + by
    if 0 <= there < len(points):
        points.insert(there, points.pop(here))
    return tuple(points)


# --- what came of it --------------------------------------------------------------------------


def doorbraken(table: Leertafel) -> tuple[Verbeteractie, ...]:
    """The actions of this table that are a doorbraak."""
    return tuple(a for a in table.acties if a.outcome is Outcome.DOORBRAAK)


def doorbraken_of(table: Leertafel, knelpunt_id: str) -> tuple[Verbeteractie, ...]:
    """What is asked because of this knelpunt."""
    return tuple(d for d in doorbraken(table) if d.knelpunt_id == knelpunt_id)


def asks_why_no_success(table: Leertafel) -> bool:
    """Whether things that go wrong are written down, and nothing that went well."""
    return not table.successes and bool(table.knelpunten or doorbraken(table))


# --- what is still open -----------------------------------------------------------------------


def uitvoerders_left(table: Leertafel) -> str:
    """How many uitvoerders are still to invite, to prepare and to ask; empty when none are left."""
    of = len(table.uitvoerders)
    if not of:
        return "Er is nog geen uitvoerder gevraagd."
    left = (
        ("{} uitnodigen", sum(not u.invited for u in table.uitvoerders)),
        ("{} voorbereiden", sum(not u.prepared for u in table.uitvoerders)),
        (
            "aan {} vragen of het verhaal klopt",
            sum(u.agrees is Answer.ONBEKEND for u in table.uitvoerders),
        ),
    )
    told = [what.format(count) for what, count in left if count]
    of_whom = count_text(of, "uitvoerder", "uitvoerders")
    return f"Nog te doen bij {of_whom}: {list_text(told)}." if told else ""


def disagreeing(table: Leertafel) -> str:
    """What is to be said when an uitvoerder does not know the story; empty when none."""
    found = [u for u in table.uitvoerders if u.agrees is Answer.NEE]
    if not found:
        return ""
    why = "" if all(u.note.strip() for u in found) else " Schrijf op wat er niet klopt."
    return (
        f"Voor {len(found)} van {len(table.uitvoerders)} uitvoerders klopt het verhaal niet. "
        f"Pas het samen aan voordat het op tafel komt.{why}"
    )


def still_open(table: Leertafel, cases: Sequence[Case], today: date) -> tuple[str, ...]:
    """What the method asks for and the table does not have yet, in sentences.

    `cases` are those of the table that are in the file and can be read. Once the day has passed
    nobody is asked to prepare any more, and what was said and concluded is asked for.
    """
    is_over = table.held_on is not None and table.held_on < today
    sentences = [
        *_of_cases(table, cases),
        *(_of_what_came(table) if is_over else _of_preparing(table, cases)),
        disagreeing(table),
        _why_no_success(table),
        _count(len([s for s in table.successes if not s.why.strip()]), _NO_WHY),
        _count(len([k for k in table.knelpunten if not k.bestuurder.strip()]), _NO_BESTUURDER),
        *_of_actions(table),
    ]
    return tuple(filter(None, sentences))


_NO_WHY = (
    "Bij 1 succes staat nog niet waarom het kon.",
    "Bij {} successen staat nog niet waarom het kon.",
)
_NO_BESTUURDER = (
    "Van 1 knelpunt is nog niet gezegd welke bestuurder er iets aan kan doen.",
    "Van {} knelpunten is nog niet gezegd welke bestuurder er iets aan kan doen.",
)
_NO_ASKED = (
    "Bij 1 doorbraak staat nog niet wat u vraagt: agenderen, besluiten, middelen of lobby.",
    "Bij {} doorbraken staat nog niet wat u vraagt: agenderen, besluiten, middelen of lobby.",
)
_NO_PROMISE = (
    "Bij 1 doorbraak staat nog niet wat is toegezegd.",
    "Bij {} doorbraken staat nog niet wat is toegezegd.",
)
_NO_DUE = ("1 actie heeft nog geen datum.", "{} acties hebben nog geen datum.")
_NO_OWNER = ("1 actie heeft nog geen eigenaar.", "{} acties hebben nog geen eigenaar.")
_NO_KEEPER = ("1 actie heeft nog geen bewaker.", "{} acties hebben nog geen bewaker.")
_OFF_TABLE = (
    "1 onderdeel gaat over een casus die niet meer op tafel ligt.",
    "{} onderdelen gaan over een casus die niet meer op tafel ligt.",
)


def _count(count: int, sentences: tuple[str, str]) -> str:
    one, more = sentences
    return (one if count == 1 else more.format(count)) if count else ""


def _of_cases(table: Leertafel, cases: Sequence[Case]) -> list[str]:
    codes = {case.id: case.code for case in cases}
    no_reason = [
        codes[c.case_id] for c in table.cases if not c.reason.strip() and c.case_id in codes
    ]
    on_table = {held.case_id for held in table.cases}
    off_table = sum(bool(about) and about not in on_table for about in _abouts(table))
    return [
        "" if table.cases else "Er ligt nog geen casus op tafel.",
        _too_many(table),
        not_on_table(table, cases),
        _unread(cases),
        f"Nog niet opgeschreven waarom u deze casus kiest: {list_text(no_reason)}."
        if no_reason
        else "",
        _count(off_table, _OFF_TABLE),
    ]


def _unread(cases: Sequence[Case]) -> str:
    """Cases that may be told here, of whose actions was spoken: not yet for paper."""
    codes = [c.code for c in cases if may_be_told(c) and c.state is not CaseState.DEELBAAR]
    if not codes:
        return ""
    return (
        f"Over acties van casus {list_text(codes)} is iets gezegd. Lees dat na voordat er een "
        "document van tafel gaat."
    )


def _too_many(table: Leertafel) -> str:
    """More than there is time for, as a merged file can have."""
    count = len(table.cases)
    if count <= MOST_TABLED:
        return ""
    return f"Er liggen {count} casussen op tafel. Kies er hooguit {MOST_TABLED}."


def _abouts(table: Leertafel) -> list[str]:
    """The ids of the cases that its parts are about; empty for a part about no case."""
    return [
        *(signal.case_id for signal in table.signals),
        *(uitvoerder.case_id for uitvoerder in table.uitvoerders),
        *(point.case_id for point in table.agenda),
        *(succes.case_id for succes in table.successes),
        *(knelpunt.case_id for knelpunt in table.knelpunten),
    ]


def _of_preparing(table: Leertafel, cases: Sequence[Case]) -> list[str]:
    return [
        "" if table.held_on else "Er is nog geen dag afgesproken.",
        "" if table.signals else "Nog van geen enkel team staat er wat goed gaat en beter kan.",
        uitvoerders_left(table),
        _of_agenda(table),
        _off_agenda(table, cases),
    ]


def _off_agenda(table: Leertafel, cases: Sequence[Case]) -> str:
    """A case that was put on the table after the agenda was made has no time yet."""
    timed = {point.case_id for point in table.agenda}
    left = [case.code for case in cases if case.id not in timed]
    if not table.agenda or not left:
        return ""
    return f"Op de agenda staat nog niets over casus {list_text(left)}."


def _of_agenda(table: Leertafel) -> str:
    if not table.agenda:
        return "De agenda is nog leeg."
    total = total_minutes(table)
    if total <= LONGEST_MINUTES:
        return "" if table.starts_at is not None else "Er is nog geen begintijd."
    return (
        f"De agenda duurt {duration_text(total)}. Meer dan {duration_text(LONGEST_MINUTES)} achter "
        "elkaar is lang: maak haar korter, of kies één casus."
    )


def _of_what_came(table: Leertafel) -> list[str]:
    reflected = any(reflection.text.strip() for reflection in table.reflections)
    return [
        "" if reflected else "Er staat nog niet wat de bestuurders meenemen.",
        "" if table.knelpunten else "Er staat nog geen knelpunt.",
        "" if table.conclusion.strip() else "De conclusie is nog leeg.",
    ]


def _why_no_success(table: Leertafel) -> str:
    if not asks_why_no_success(table) or table.no_success_reason.strip():
        return ""
    return "Er staat nog geen succes. Vraag ernaar, of schrijf op waarom er geen is."


def _of_actions(table: Leertafel) -> list[str]:
    asked = doorbraken(table)
    kept = [a for a in table.acties if a.status is not ActionStatus.VERVALLEN]
    return [
        _count(sum(d.asked is None for d in asked), _NO_ASKED),
        _count(sum(not d.promise.strip() for d in asked), _NO_PROMISE),
        _count(sum(a.due is None for a in kept), _NO_DUE),
        _count(sum(not a.owner.strip() for a in kept), _NO_OWNER),
        _count(sum(not a.keeper.strip() for a in kept), _NO_KEEPER),
    ]
