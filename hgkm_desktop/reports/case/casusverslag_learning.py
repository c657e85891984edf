"""What the casusverslag says of what was learned: the differences, the lessons, the actions."""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.records import (
    Lesson,
)
from hgkm_desktop.models.terms import Level
from hgkm_desktop.reports.case.casusverslag_blocks import aside, capital, cell, filled_table
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing, number_list, side_by_side
from hgkm_desktop.reports.case.notitie_requests import is_for_board
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Item,
    NumberedList,
    Paragraph,
    Questions,
    Run,
    Tone,
)
from hgkm_desktop.reports.let_through.shown import printed_numbers

_HEAD = ("Wat", "Eigenaar", "Bewaker", "Niveau", "Wanneer", "Staat")
_WIDTHS = (6.0, 3.2, 3.0, 2.6, 2.2, 2.0)
_LOG_HEAD = ("Wat", "Besproken op", "Staat toen", "Wat erover is gezegd")
_LOG_WIDTHS = (6.0, 2.6, 2.2, 6.2)


def sentences(case: Case) -> tuple[Block, ...]:
    """The story in at most five sentences; left out when nobody wrote it."""
    told = tuple(Item((Run(s.strip()),)) for s in case.summary.sentences if s.strip())
    return (NumberedList(told, prominent=True),) if told else ()


def children(case: Case) -> tuple[Block, ...]:
    words = case.summary.children.strip()
    if not words:
        return (missing("wat dit voor de kinderen betekende"),)
    return (Paragraph((Run(words),)),)


def differences(case: Case) -> tuple[Block, ...]:
    if not case.verschillen:
        return (missing("waar organisaties het anders zagen"),)
    return tuple(side_by_side(case, verschil) for verschil in case.verschillen)


def lessons(case: Case) -> tuple[Block, ...]:
    """The lessons, each with the events that show it."""
    if not case.lessons:
        return (missing("wat wij leren"),)
    return (NumberedList(tuple(_lesson(case, lesson) for lesson in case.lessons)),)


def _lesson(case: Case, lesson: Lesson) -> Item:
    why = [as_sentence(lesson.explanation), _evidence(case, lesson)]
    words = " ".join(part for part in why if part)
    level = f" Niveau: {lesson.level.label}."
    return Item((Run(as_sentence(lesson.text), Tone.STRONG),), (Run(words), Run(level, Tone.ASIDE)))


def _evidence(case: Case, lesson: Lesson) -> str:
    """Which events show it, by their number; also when none of them is in this document."""
    if not lesson.event_ids:
        return "Er is nog geen gebeurtenis bij gekozen."
    number = printed_numbers(case)
    found = sorted(number[i] for i in lesson.event_ids if i in number)
    if not found:
        return "De gebeurtenissen die dit laten zien, staan niet in dit verslag."
    events = "gebeurtenis" if len(found) == 1 else "gebeurtenissen"
    return f"Dit blijkt uit {events} {number_list(found)}."


def actions(case: Case) -> tuple[Block, ...]:
    """Every verbeteractie, also what is ready: bestuurlijk first, then as it was written down."""
    if not case.acties:
        return (missing("wat er gaat gebeuren"),)
    order = {level: place for place, level in enumerate(Level)}
    acties = sorted(case.acties, key=lambda a: (not is_for_board(a), order[a.level], a.seq, a.id))
    lesson = {lesson.id: number for number, lesson in enumerate(case.lessons, 1)}
    table = filled_table(_HEAD, [_action_row(a, lesson) for a in acties], _WIDTHS)
    return (table, *_progress(acties))


def _progress(acties: Sequence[Verbeteractie]) -> tuple[Block, ...]:
    """What was said of the actions at meetings; nothing when nobody spoke of them yet."""
    rows = [
        (
            cell(as_sentence(actie.text)),
            cell(day_text(said.on, short=True)),
            cell(capital(said.status.label)),
            cell(as_sentence(said.text)),
        )
        for actie in acties
        for said in actie.log
    ]
    if not rows:
        return ()
    return (filled_table(_LOG_HEAD, rows, _LOG_WIDTHS, caption="Hoe het verder ging"),)


def _action_row(actie: Verbeteractie, lesson: dict[str, int]) -> tuple[Cell, ...]:
    asked = f", {actie.asked.label}" if actie.asked is not None else ""
    asked += f"; schaal: {actie.scale.label}" if actie.scale is not None else ""
    owner, keeper = actie.owner.strip(), actie.keeper.strip()
    return (
        Cell((Run(as_sentence(actie.text), Tone.STRONG), *_about(actie, lesson))),
        cell(capital(owner)) if owner else aside("nog geen eigenaar"),
        cell(capital(keeper)) if keeper else aside("nog geen bewaker"),
        cell(f"{capital(actie.level.label)}{asked}"),
        cell(day_text(actie.due, short=True)) if actie.due else aside("geen datum"),
        cell(capital(actie.status.label)),
    )


def _about(actie: Verbeteractie, lesson: dict[str, int]) -> tuple[Run, ...]:
    """What sort of outcome it is, the lesson it comes from, and what it takes."""
    number = lesson.get(actie.lesson_id)
    kind = capital(actie.outcome.label) + (f" bij les {number}" if number else "")
    feasible = as_sentence(actie.feasible)
    words = f"{kind}. {feasible}" if feasible else f"{kind}."
    return (Run(f" {words}", Tone.ASIDE),)


def questions(case: Case) -> tuple[Block, ...]:
    asked = tuple(question.strip() for question in case.summary.questions if question.strip())
    return (Questions(asked),) if asked else ()
