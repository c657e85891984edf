"""An invented year of zicht op de praktijk: a talk, two samples, two leertafels, and what is told.

Of seven cases four are in the first sample and three in the second, of which two are on a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from hgkm_desktop.methods.follow_up import Followed, in_case, in_works
from hgkm_desktop.models.acties import Escalation, Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import OF_WORK
from hgkm_desktop.models.leertafel import Leertafel, TableCase
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.practice import BoardTalk, Sample, SampleAnswer, SampleCase, TopicAnswer
from hgkm_desktop.models.practice_questions import questions_of, topics
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import (
    ActionStatus,
    AskedOfBoard,
    CaseState,
    DocumentKind,
    Level,
    Outcome,
    Reply,
    SampleQuestion,
    ThreeStep,
)
from hgkm_desktop.models.terugkoppeling import Learned, Needed, Terugkoppeling
from hgkm_desktop.models.texts import texts_of, work_with_texts
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports import of_work
from hgkm_desktop.reports.content import Document, Table, texts
from hgkm_desktop.reports.practice import actielijst
from tests.builders import for_bestuur, made_deelbaar
from tests.reports.full_case import FUNCTION, MADE_ON, a_full_case

_W = TypeVar("_W", BoardTalk, Sample, Terugkoppeling)
SETTINGS = FileSettings(organisation="Gemeente Voorbeeldstad")
CODES = ("B2-2C", "D3-3F", "G4-4H", "J5-5K", "L6-6M", "N7-7P", "R8-8S")
OFFICIALS = "adviseur veiligheid, strateeg sociaal domein"
PRESENT = f"burgemeester, wethouder, {OFFICIALS}, Veilig Thuis"
_BOARD: dict[str, Any] = {"level": Level.BESTUURLIJK, "keeper": "lokaal veiligheidsoverleg"}
_YES, _SOME, _NO, _UNKNOWN = Reply.JA, Reply.DEELS, Reply.NEE, Reply.ONBEKEND
_REPLIES: dict[SampleQuestion, tuple[tuple[Reply | None, ...], ...]] = {
    SampleQuestion.HUISVERBOD: (
        (_YES, _YES, _NO, _YES),
        (_SOME, _NO, _NO, _UNKNOWN),
        (_NO, _YES, _UNKNOWN, _UNKNOWN),
        (_SOME, _YES, None, _UNKNOWN),
    ),
    SampleQuestion.GEEN_HUISVERBOD: (
        (_YES, _YES, _NO),
        (_SOME, _YES, _NO),
        (_YES,) * 3,
        (_NO,) * 3,
    ),
}
_WHY = {
    _YES: "Het wijkteam en de reclassering spraken elkaar elke week",
    _SOME: "Moeder kreeg hulp, vader stond op een wachtlijst",
    _NO: "Na de laatste dag van het huisverbod belde niemand meer",
    _UNKNOWN: "In geen van de dossiers staat er iets over",
}


def _id(number: int) -> str:
    return f"{number:032x}"


@cache
def the_cases() -> tuple[Case, ...]:
    """Seven cases that may be told, all meant for bestuur, and of each one event that is not."""
    cases = (a_full_case(id=_id(0x10 + n), code=code) for n, code in enumerate(CODES))
    return tuple(made_deelbaar(for_bestuur(case)) for case in cases)


def an_agreement(number: int, text: str, **more: Any) -> Verbeteractie:
    return Verbeteractie(_id(0x100 + number), float(number), text, **more)


def a_talk(**more: Any) -> BoardTalk:
    """The talk of the year; it opened with two actions, one of a leertafel before."""
    said = (
        "Ja, bij de overdracht. Het wijkteam ziet veel gezinnen pas als de politie al is geweest.",
        "Wij kennen geen getal. Wij vragen het na bij de wijkteams, en komen erop terug.",
        "Elk kind dat een huisverbod meemaakt, heeft binnen een week een eigen gesprek.",
        "",
    )
    given: dict[str, Any] = {
        "title": "Gesprek in het voorjaar",
        "state": CaseState.DEELBAAR,
        "held_on": date(2025, 3, 4),
        "present": PRESENT,
        "topics": (
            *(TopicAnswer(t.id, answer=answer) for t, answer in zip(topics(), said, strict=True)),
            TopicAnswer(_id(0x201), "Wat vragen wij van de regio?", "Eén loket voor het weekend."),
        ),
        "progress": (
            AskedProgress(_id(0x40), _id(0x101), ActionStatus.BEZIG, "Het staat op de agenda"),
            AskedProgress(_id(0x50), _id(0x102), ActionStatus.GEREED, "Elke school is gebeld"),
        ),
        "begun": True,
        "note": "Beiden willen vaker zo praten.",
        "acties": (
            an_agreement(
                3,
                "Nodig de wethouder uit in het lokaal veiligheidsoverleg",
                outcome=Outcome.AFSPRAAK,
                owner="burgemeester",
                owner_function=FUNCTION,
                body="lokaal veiligheidsoverleg",
                due=date(2025, 5, 1),
                status=ActionStatus.GEREED,
                log=(Progress(date(2025, 5, 6), ActionStatus.GEREED, "Is gebeurd", "T4-4T"),),
                **{**_BOARD, "keeper": "griffie"},
            ),
            an_agreement(4, "Zoek uit hoeveel gezinnen het wijkteam bereikt", owner="wijkteam"),
        ),
        "next_on": date(2025, 9, 2),
        **more,
    }
    return BoardTalk(_id(0x30), "G2-2G", **given)


def a_sample(question: SampleQuestion, cases: Iterable[Case], **more: Any) -> Sample:
    """A sample of these cases; what answers a question are a known and a hidden event."""
    replies = _REPLIES[question]
    after = question is SampleQuestion.HUISVERBOD
    held = tuple(
        SampleCase(
            _id(0x300 + n),
            case.id,
            "",
            tuple(_answers(case, question, [row[n % len(row)] for row in replies])),
        )
        for n, case in enumerate(cases)
    )
    given: dict[str, Any] = {
        "state": CaseState.DEELBAAR,
        "municipality": "Voorbeeldstad",
        "period_from": date(2024, 1, 1),
        "period_to": date(2024, 12, 31),
        "drawn_by": "Veilig Thuis, beleidsadviseur" if after else "",
        "drawn_how": "elke vijfde van de lijst, zonder te kiezen" if after else "",
        "drawn_from": 19 if after else None,
        "cases": held,
        "evaluated_on": date(2025, 4, 8) if after else date(2025, 10, 14),
        "present": PRESENT,
        "conclusion": "Zolang het huisverbod geldt, is de hulp er. Daarna weet niemand wie belt.",
        "acties": (an_agreement(5 if after else 6, "Spreek af wie er na tien dagen belt"),),
        **more,
    }
    return Sample(_id(0x60 if after else 0x61), "S3-3S" if after else "S5-5S", question, **given)


def _answers(
    case: Case, question: SampleQuestion, replies: Iterable[Reply | None]
) -> Iterable[SampleAnswer]:
    known, hidden = case.events[7], case.events[11]
    for number, (asked, reply) in enumerate(zip(questions_of(question), replies, strict=True)):
        if reply is not None:
            events = (known.id, hidden.id) if number == 0 else (known.id,) * (number == 1)
            yield SampleAnswer(asked.id, reply, "wijkteam", _WHY[reply], events)


def the_leertafels() -> tuple[Leertafel, ...]:
    """One that was read through, with three doorbraken, and one in bewerking with one."""
    through: dict[str, Any] = {"outcome": Outcome.DOORBRAAK, **_BOARD}
    asked = AskedOfBoard
    first = Leertafel(
        _id(0x40),
        "T4-4T",
        "Leertafel van het voorjaar",
        CaseState.DEELBAAR,
        held_on=date(2025, 5, 6),
        cases=(TableCase(_id(0x401), _id(0x10)), TableCase(_id(0x402), _id(0x14))),
        acties=(
            an_agreement(
                1,
                "Een kind krijgt binnen een week een eigen gesprek",
                asked=asked.BESLUITEN,
                owner="wethouder jeugd",
                due=date(2025, 9, 1),
                status=ActionStatus.GEREED,
                promise="het komt in het contract",
                **through,
            ),
            an_agreement(
                7,
                "Na een tweede melding altijd naar het Actieoverleg",
                asked=asked.AGENDEREN,
                owner="burgemeester",
                due=date(2025, 12, 1),
                body="lokale driehoek",
                escalations=(Escalation(date(2025, 11, 3), "regionaal veiligheidscollege"),),
                log=(
                    Progress(date(2025, 10, 1), ActionStatus.OPEN, "De driehoek wil eerst cijfers"),
                ),
                **through,
            ),
            an_agreement(
                8,
                "Vier tijdelijke woonplekken voor wie het huis uit moet",
                asked=asked.MIDDELEN,
                owner="woningcorporatie",
                promise="een voorstel in het najaar",
                due=date(2026, 7, 1),
                status=ActionStatus.BEZIG,
                **through,
            ),
        ),
    )
    second = Leertafel(
        _id(0x41),
        "T6-6T",
        "Leertafel van het najaar",
        held_on=date(2025, 11, 4),
        cases=(TableCase(_id(0x403), _id(0x11)),),
        acties=(an_agreement(9, "ONGELEZEN doorbraak", asked=asked.LOBBY, **through),),
    )
    return first, second


def a_terugkoppeling(**more: Any) -> Terugkoppeling:
    """What is told over 2025."""
    steps, asked = ThreeStep, AskedOfBoard
    learned = (
        ("Het wijkteam hoort te laat van een huisverbod", steps.PREVENTIE, (0x30, 0x40)),
        (
            "Na het huisverbod belt niemand meer, ook als het daarna misgaat",
            steps.ESCALATIES,
            (0x60,),
        ),
        ("Een taxatie zonder huisverbod verdwijnt uit beeld", steps.ESCALATIES, (0x61, 0x41)),
    )
    needed = (
        ("Een vast nummer voor het weekend", steps.PREVENTIE, asked.BESLUITEN),
        ("Bedden voor wie het huis uit moet", steps.ESCALATIES, asked.MIDDELEN),
        ("Eén afspraak over nazorg na een jaar", steps.RECIDIVE, asked.AGENDEREN),
        ("Ruimte in de wet om na afsluiten te bellen", steps.RECIDIVE, asked.LOBBY),
    )
    given: dict[str, Any] = {
        "state": CaseState.DEELBAAR,
        "district": "District Voorbeeld",
        "period_from": date(2025, 1, 1),
        "period_to": date(2025, 12, 31),
        "told_on": date(2026, 1, 20),
        "learned": tuple(
            Learned(_id(0x500 + n), text, step, tuple(map(_id, works)))
            for n, (text, step, works) in enumerate(learned)
        ),
        "needed": tuple(Needed(_id(0x510 + n), *one) for n, one in enumerate(needed)),
        "note": "In 2026 doen wij dit opnieuw, samen met twee buurgemeenten.",
        **more,
    }
    return Terugkoppeling(_id(0x70), "D5-5D", **given)


@cache
def the_works() -> tuple[Work, ...]:
    """Every work of the year; the talk of 2024 falls outside the period."""
    cases = the_cases()
    return (
        a_talk(),
        replace(a_talk(), id=_id(0x31), code="G1-1G", held_on=date(2024, 11, 5), acties=()),
        a_sample(SampleQuestion.HUISVERBOD, cases[:4]),
        a_sample(SampleQuestion.GEEN_HUISVERBOD, cases[4:]),
        *the_leertafels(),
        a_terugkoppeling(),
    )


def the_actions() -> tuple[Followed, ...]:
    """The actions of the works, and one of a case that is in bewerking."""
    told = an_agreement(2, "Bel elke school na een melding", owner="Veilig Thuis")
    rows = in_case(_id(0x50), "K7-7K", "ONGELEZEN titel", CaseState.IN_BEWERKING, (told,))
    return (*in_works(the_works()), *rows)


def document_of(kind: DocumentKind, work: Work | None = None, **more: Any) -> Document:
    """A document of the year, on a fixed day; of the first work that has such a document."""
    of = next(w for w in the_works() if kind in OF_WORK[type(w)]) if work is None else work
    held = {one.case_id for one in of.cases} if isinstance(of, Sample) else set()
    cases = tuple(c for c in more.pop("cases", the_cases()) if c.id in held)
    given: dict[str, Any] = {
        "others": tuple(other for other in the_works() if other.id != of.id),
        "earlier": the_actions(),
        **more,
    }
    return of_work.compose(of_work.AskedOfWork(of, cases, kind, SETTINGS, MADE_ON, **given))


def list_of(rows: Iterable[Followed], state: CaseState = CaseState.DEELBAAR) -> Document:
    """The lijst van verbeteracties of these, on a fixed day."""
    return actielijst.compose(tuple(rows), settings=SETTINGS, made_on=MADE_ON, state=state)


def table_of(document: Document, heading: str) -> list[list[str]]:
    """The first table under a heading, as words."""
    section = next(section for section in document.sections if section.heading == heading)
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]


def words_of(part: object) -> str:
    """All that a document or a part of it says, with single spaces."""
    return " ".join(" ".join(texts(part)).split())


def unsaid(work: _W, kind: DocumentKind) -> set[str]:
    """The fields of which a text stands nowhere in this document of a work."""
    words = {text.key: f"planteword{n:03}" for n, text in enumerate(texts_of(work))}
    said = words_of(document_of(kind, work_with_texts(work, words))).casefold()
    return {re.split("[:.]", key)[-1] for key, word in words.items() if word not in said}
