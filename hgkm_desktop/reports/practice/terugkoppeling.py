"""The terugkoppeling: what a municipality tells the burgemeesters of its district over a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hgkm_desktop.methods.over_a_period import (
    Doorbraak,
    DoorbraakState,
    OverAPeriod,
    Spoken,
    doorbraken_text,
    meetings_text,
)
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.terms import AskedOfBoard, CaseState, ThreeStep
from hgkm_desktop.models.terugkoppeling import Learned, Needed, Terugkoppeling
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Item,
    Paragraph,
    Run,
    Section,
    Subheading,
    Table,
    Tone,
)
from hgkm_desktop.reports.practice.work_head import (
    Head,
    Making,
    document,
    is_board,
    period_text,
    said,
)
from hgkm_desktop.reports.writing.pdf import text_fits

SUBTITLE = "Terugkoppeling aan het DVC"
TITLE = "Wat wij leerden van onze praktijk"
ANNEX, _ANNEX_HAS_THEM = "Bijlage A", "Zie bijlage A"
_THROUGH = "Doorbraken"
_FOR_WHOM = "Bedoeld voor de burgemeesters van het district."
_NO_STORY = "Hier staat geen verhaal van een gezin, en geen oordeel over een organisatie."
_HEAD = ("Doorbraak", "Gevraagd", "Hoe het staat")
_WIDTHS = (3.2, 1.2, 1.4)
_GOING_ON = (DoorbraakState.GEVRAAGD, DoorbraakState.TOEGEZEGD)
_ASKS = {
    AskedOfBoard.AGENDEREN: "Wij vragen u dit op de agenda te zetten.",
    AskedOfBoard.BESLUITEN: "Wij vragen u een besluit.",
    AskedOfBoard.MIDDELEN: "Wij vragen u om middelen.",
    AskedOfBoard.LOBBY: "Wij vragen u hiervoor te pleiten bij de regio of het Rijk.",
}
_SORTS: tuple[tuple[type[Spoken], str, str], ...] = (
    (BoardTalk, "gesprek", "gesprekken"),
    (Sample, "steekproef", "steekproeven"),
    (Leertafel, "leertafel", "leertafels"),
)


def compose(feedback: Terugkoppeling, found: OverAPeriod, making: Making) -> Document:
    """What is told over the period, of which `found` is what falls in it: one or two pages.

    How many cases and meetings there were is counted. What stands in a work in bewerking is not
    told, and how much of it there is is said. No case has a story or a code in it, and of whom a
    doorbraak is asked is only said when that is a bestuurder: nobody is blamed before a district.
    When it takes more than two pages, the doorbraken stand in an annex.
    Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
    """
    district = feedback.district.strip()
    head = Head(
        code=feedback.code,
        title=feedback.title.strip() or TITLE,
        subtitle=f"{SUBTITLE} · {district}" if district else SUBTITLE,
        signed="Terugkoppeling",
        state=feedback.state,
        facts=tuple(_facts(feedback)),
        for_whom=f"{_FOR_WHOM} {_NO_STORY}",
    )
    made = document(head, making, _sections(feedback, found), text_pages=2)
    return made if text_fits(made) else _with_annex(made)


def _with_annex(made: Document) -> Document:
    """The document with each doorbraak in an annex, and on its pages only how many there are."""
    section = next(one for one in made.sections if one.heading == _THROUGH)
    each = tuple(block for block in section.blocks if isinstance(block, Table))
    counted = tuple(block for block in section.blocks if block not in each)
    if not each:
        return made
    kept = replace(section, blocks=counted, more=_ANNEX_HAS_THEM)
    sections = tuple(kept if one is section else one for one in made.sections)
    annex = (replace(section, blocks=each),)
    return replace(made, sections=sections, annex_title=ANNEX, annex=annex)


def _facts(feedback: Terugkoppeling) -> Iterator[Fact]:
    yield Fact("Terugkoppeling", feedback.code)
    period = period_text(feedback.period_from, feedback.period_to)
    if period:
        yield Fact("Periode", period)
    if feedback.told_on is not None:
        yield Fact("Voor het overleg van", day_text(feedback.told_on))


def _sections(feedback: Terugkoppeling, found: OverAPeriod) -> Iterator[Section]:
    yield Section("Waar dit op rust", _ground(feedback, found))
    yield Section("Wat wij leerden", _learned(feedback.learned, found))
    yield Section("Wat er nog nodig is", _needed(feedback.needed), tinted=bool(feedback.needed))
    yield Section(_THROUGH, tuple(_doorbraken(found)))
    if feedback.note.strip():
        yield Section("Wat wij u verder zeggen", said(feedback.note, ""))


def _ground(feedback: Terugkoppeling, found: OverAPeriod) -> tuple[Block, ...]:
    """How many cases were looked at and how many meetings there were, in which period."""
    if feedback.period_from is None or feedback.period_to is None:
        return (missing("over welke periode dit gaat"),)
    cases = count_text(len(found.case_ids), "casus", "casussen")
    period = f"{day_text(feedback.period_from)} tot en met {day_text(feedback.period_to)}"
    runs = (
        Run(f"Van {period} keken wij naar "),
        Run(cases, Tone.STRONG),
        Run(". Wij hielden "),
        Run(meetings_text(found), Tone.STRONG),
        Run("."),
    )
    return (Paragraph(runs),)


# --- what was learned, and what is needed -----------------------------------------------------


def _learned(learned: Iterable[Learned], found: OverAPeriod) -> tuple[Block, ...]:
    by_step = [(step, [one for one in learned if one.step is step]) for step in ThreeStep]
    if not any(of_step for _, of_step in by_step):
        return (missing("wat u leerde"),)
    blocks: list[Block] = []
    for step, of_step in by_step:
        items = tuple(_learned_item(one, found.works) for one in of_step)
        blocks += [Subheading(capital(step.label)), Bullets(items)] if items else []
    empty = [step.label for step, of_step in by_step if not of_step]
    gap = (note(f"Hierover is niets opgeschreven: {list_text(empty)}."),) if empty else ()
    return (*blocks, *gap)


def _learned_item(one: Learned, works: Iterable[Spoken]) -> Item:
    """What was learned, and from how many talks, samples and leertafels of the period."""
    of = [work for work in works if work.id in one.work_ids]
    from_words = f" (uit {_sorts(of)})" if of else ""
    return Item((Run(as_sentence(one.text)), Run(from_words, Tone.ASIDE)))


def _sorts(works: Iterable[Spoken]) -> str:
    """'1 gesprek en 2 leertafels'."""
    found = list(works)
    counts = [(sum(isinstance(w, kind) for w in found), one, more) for kind, one, more in _SORTS]
    return list_text([count_text(count, one, more) for count, one, more in counts if count])


def _needed(needed: tuple[Needed, ...]) -> tuple[Block, ...]:
    """What else is needed, per step, and what is asked of the DVC for it."""
    if not needed:
        return (missing("wat er nog nodig is"),)
    blocks: list[Block] = []
    for step in ThreeStep:
        items = tuple(_needed_item(one) for one in needed if one.step is step)
        blocks += [Subheading(capital(step.label)), Bullets(items)] if items else []
    return tuple(blocks)


def _needed_item(one: Needed) -> Item:
    asks = (Run(f" {_ASKS[one.asked]}", Tone.STRONG),) if one.asked is not None else ()
    return Item((Run(as_sentence(one.text)), *asks))


# --- doorbraken -------------------------------------------------------------------------------


def _doorbraken(found: OverAPeriod) -> Iterator[Block]:
    """How they stand in numbers, those that may be told, and of how much nothing is told."""
    none = "In deze periode zijn geen doorbraken gevraagd."
    yield Paragraph((Run(as_sentence(doorbraken_text(found)) if found.counted else none),))
    order = list(DoorbraakState)
    told = sorted(found.told, key=lambda one: order.index(one.state))
    if told:
        yield filled_table(_HEAD, [_row(one) for one in told], _WIDTHS)
    yield from (note(words) for words in (_still_in_work(found), _left_out(found)) if words)


def _row(one: Doorbraak) -> tuple[Cell, ...]:
    promise, due = one.actie.promise.strip(), one.actie.due
    until = f"Voor {day_text(due)}." if due and one.state in _GOING_ON else ""
    more = " ".join(filter(None, (as_sentence(f"Toegezegd: {promise}") if promise else "", until)))
    return (
        Cell((Run(as_sentence(one.actie.text)), Run(f" {more}" if more else "", Tone.ASIDE))),
        cell(_asked(one)),
        cell(capital(one.state.label)),
    )


def _asked(one: Doorbraak) -> str:
    """'Besluiten, wethouder'; of an organisation only what was asked."""
    asked = capital(one.actie.asked.label) if one.actie.asked is not None else ""
    owner = one.actie.owner.strip()
    return ", ".join(filter(None, (asked, owner if is_board(owner) else "")))


def _still_in_work(found: OverAPeriod) -> str:
    """'Uit 1 leertafel die nog in bewerking is, staat hier geen doorbraak. ...'"""
    works = [work for work in found.works if work.state is CaseState.IN_BEWERKING]
    if not works:
        return ""
    verb = "is" if len(works) == 1 else "zijn"
    counted = count_text(found.untold, "doorbraak daaruit is", "doorbraken daaruit zijn")
    more = f" {counted} alleen geteld." if found.untold else ""
    return f"Uit {_sorts(works)} die nog in bewerking {verb}, staat hier geen doorbraak.{more}"


def _left_out(found: OverAPeriod) -> str:
    count = len(found.doorbraken) - len(found.counted)
    if not count:
        return ""
    return f"Van {count_text(count, 'doorbraak', 'doorbraken')} is gekozen om hier niets te zeggen."
