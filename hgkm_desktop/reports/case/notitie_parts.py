"""The sections of the gespreksnotitie that tell the story, or say what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.records import Beleving, Duidingsverschil, Event, Lesson
from hgkm_desktop.models.terms import Answer, FactStatus, HouseholdRole, Mark, SafetyOf
from hgkm_desktop.reports.case.notitie_room import FURTHER, IN_ANNEX, first_sentences, see_annex
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Item,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Questions,
    ReadBy,
    Run,
    Runs,
    Section,
    SideBySide,
    SignedList,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.let_through.dates import when_text
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.options import TITLE_OF_NOTITIE as TITLES

DOUBTED = (FactStatus.VERMOEDEN, FactStatus.BETWIST)
MOST_OF = {
    "zinnen": 5,
    "goed": 3,
    "niet_oke": 3,
    "risico": 4,
    "verschillen": 2,
    "lessen": 3,
    "vragen": 3,
}
ROOM_FOR_CHILDREN, ROOM_FOR_HEARD = 420, 160  # characters
RISK_HEAD = ("Wanneer", "Wat gebeurde er", "Wiens veiligheid")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it stands in the notitie, and what of it moved to the annex.

    `fewer` gives it with one item less on its pages; None when nothing of it can move.
    `has_moved`: every item of it stands in the annex.
    """

    section: Section
    rest: tuple[Block, ...] = ()
    fewer: Callable[[], Part] | None = None
    has_moved: bool = False


def missing(what: str) -> Paragraph:
    """A calm sentence that says what nobody filled in yet."""
    return Paragraph((Run(f"Nog niet ingevuld: {what}."),), ParagraphKind.MISSING)


def as_sentence(text: str) -> str:
    """The text with a full stop when it ends without one; empty text stays empty."""
    words = text.strip()
    return words if not words or words[-1] in ".?!…" else f"{words}."


def five_sentences(case: Case) -> Part:
    told = tuple(Item((Run(s.strip()),)) for s in case.summary.sentences if s.strip())
    return _listed(
        "zinnen",
        told,
        lambda items, first: (NumberedList(items, prominent=True, first=first),),
        missing("het verhaal in vijf zinnen"),
    )


def _listed(
    key: str,
    items: Sequence[_T],
    block: Callable[[tuple[_T, ...], int], tuple[Block, ...]],
    *gap: Block,
    most: int | None = None,
) -> Part:
    """A section with at most so many items, numbered from 1, and the rest for the annex.

    Without items there is only the `gap`.
    """
    heading, count = TITLES[key], MOST_OF[key] if most is None else most
    if not items:
        return Part(Section(heading, gap))
    kept, rest = tuple(items[:count]), tuple(items[count:])
    more = block(rest, len(kept) + 1) if rest else ()
    if not kept:
        gone = Section(heading, (Paragraph((Run(IN_ANNEX),), ParagraphKind.NOTE),))
        return Part(gone, more, has_moved=True)

    def fewer() -> Part:
        return _listed(key, items, block, most=len(kept) - 1)

    return Part(Section(heading, block(kept, 1), more=see_annex(len(rest))), more, fewer)


def children(case: Case) -> Part:
    """What it meant for the children, and whether betrokkenen were heard: always there."""
    kept, rest = first_sentences(case.summary.children, ROOM_FOR_CHILDREN)
    block = Paragraph((Run(kept),)) if kept else missing("wat dit voor de kinderen betekende")
    if rest and not kept:
        block = Paragraph((Run(IN_ANNEX),), ParagraphKind.NOTE)
    over, told = ([rest] if rest else []), heard(case)
    if sum(len(run.text) for run in told.runs) > ROOM_FOR_HEARD:
        over += [run.text for run in told.runs]
        told = heard(case, briefly=True)
    more = FURTHER if over and (kept or not rest) else ""
    section = Section("Wat betekende dit voor de kinderen", (block, told), more=more)
    return Part(section, tuple(Paragraph((Run(words),)) for words in over))


def heard(case: Case, *, briefly: bool = False) -> Paragraph:
    """One line that says whether betrokkenen were heard; `briefly` without who, how or why not."""
    check = case.start_check
    said = {Answer.JA: "Betrokkenen zijn gehoord", Answer.NEE: "Betrokkenen zijn niet gehoord"}
    if check.heard not in said:
        return missing("of betrokkenen zijn gehoord")
    note = check.heard_note.strip()
    words = f"{said[check.heard]}: {note}" if note and not briefly else said[check.heard]
    return Paragraph((Run(as_sentence(words)),), ParagraphKind.NOTE)


def went_well(case: Case) -> Part:
    return _signed(case, "goed", Mark.GOED, missing("wat goed ging"))


def went_badly(case: Case) -> Part:
    """What was chosen as niet oké; without a choice this section is not there at all."""
    return _signed(case, "niet_oke", Mark.NIET_OKE)


def _signed(case: Case, key: str, mark: Mark, *gap: Block) -> Part:
    items = [_beleving_item(case, beleving) for beleving in _chosen(case, mark)]
    return _listed(key, items, lambda some, first: (SignedList(mark, some),), *gap)


def _chosen(case: Case, mark: Mark) -> list[Beleving]:
    """The chosen belevingen with this mark, in the order of the line and of the table."""
    place = printed_numbers(case)
    seat = {deelnemer.id: deelnemer.seq for deelnemer in case.deelnemers}
    found = [b for b in case.belevingen if b.mark is mark]
    found.sort(key=lambda b: (place[b.event_id], seat.get(b.deelnemer_id, 0.0), b.id))
    return found


def _beleving_item(case: Case, beleving: Beleving) -> Item:
    """The organisation (never the function), and what it said or else what happened."""
    event, name = case.event(beleving.event_id), _organisation(case, beleving)
    words = as_sentence(beleving.explanation) or as_sentence(event.title_in_full)
    return Item((Run(f"{name}:", Tone.STRONG), Run(f" {words}"), *references(case, [event.id])))


def _organisation(case: Case, beleving: Beleving) -> str:
    """The name as a sentence begins with it."""
    name = case.organisation(case.deelnemer(beleving.deelnemer_id).organisation_id).name
    return name[:1].upper() + name[1:]


def references(case: Case, event_ids: Iterable[str], remark: str = "") -> Runs:
    """The numbers that events have on the timeline, as ' (2, 17)'; nothing when there are none."""
    place = printed_numbers(case)
    found = sorted({place[event_id] for event_id in event_ids if event_id in place})
    parts = [", ".join(str(number) for number in found), remark]
    words = "; ".join(part for part in parts if part)
    return (Run(f" ({words})", Tone.ASIDE),) if words else ()


def risks(case: Case) -> Part:
    """One row for each event that someone found risicovol, in the order of the line."""
    by_event: dict[str, list[Beleving]] = {}
    for beleving in _chosen(case, Mark.RISICO):
        by_event.setdefault(beleving.event_id, []).append(beleving)
    return _listed(
        "risico",
        [_risk_row(case, case.event(i), found) for i, found in by_event.items()],
        lambda rows, first: (Table(TableKind.RISKS, RISK_HEAD, rows),),
        missing("waar de veiligheid in het geding was"),
    )


def _risk_row(case: Case, event: Event, belevingen: list[Beleving]) -> tuple[Cell, ...]:
    """What happened, and what who found it risicovol said of it: by organisation, as everywhere."""
    said = dict.fromkeys((_organisation(case, b), b.explanation.strip()) for b in belevingen)
    told = [f"{name}: {text}" for name, text in said if text]
    words = " ".join(as_sentence(text) for text in (event.title_in_full, *told) if text.strip())
    return (
        Cell((Run(when_text(event)),), mark=Mark.RISICO),
        Cell((Run(words), *references(case, [event.id], event.fact_status.label))),
        _whose_safety(case, event, belevingen),
    )


def _whose_safety(case: Case, event: Event, belevingen: list[Beleving]) -> Cell:
    """Whose safety, by role where the event names its slachtoffers."""
    of = {safety for beleving in belevingen for safety in beleving.safety_of}
    names: list[str] = []
    if SafetyOf.BETROKKENEN in of:
        names += _victims(case, event) or [SafetyOf.BETROKKENEN.label]
    if SafetyOf.PROFESSIONALS in of:
        names.append(SafetyOf.PROFESSIONALS.label)
    if not names:
        return Cell((Run("nog niet ingevuld", Tone.ASIDE),))
    return Cell((Run(", ".join(names), Tone.STRONG),))


def _victims(case: Case, event: Event) -> list[str]:
    roles = {betrokkene.id: betrokkene.role for betrokkene in case.betrokkenen}
    return [
        roles[part.betrokkene_id]
        for part in event.involved
        if part.role is HouseholdRole.SLACHTOFFER and part.betrokkene_id in roles
    ]


def differences(case: Case) -> Part:
    return _listed(
        "verschillen",
        [side_by_side(case, verschil) for verschil in case.verschillen],
        lambda found, first: found,
        missing("waar organisaties het anders zagen"),
    )


def side_by_side(case: Case, verschil: Duidingsverschil) -> SideBySide:
    """What was read differently, how each organisation read it, and what came of it."""
    names = {organisation.id: organisation.name for organisation in case.organisations}
    readings = tuple(
        ReadBy(names.get(reading.organisation_id, "onbekend"), reading.text.strip())
        for reading in verschil.readings
    )
    return SideBySide(verschil.about.strip(), readings, _what_came_of_it(case, verschil))


def _what_came_of_it(case: Case, verschil: Duidingsverschil) -> Runs:
    said = (
        ("Dit verschil werd zichtbaar", verschil.surfaced),
        ("Gevolg", verschil.consequence),
        ("Naar elkaar uitgesproken", verschil.spoken_out.label),
    )
    words = " ".join(
        as_sentence(f"{label}: {text.strip()}") for label, text in said if text.strip()
    )
    return (Run(words), *references(case, verschil.event_ids))


def lessons(case: Case) -> Part:
    return _listed(
        "lessen",
        [_lesson_item(case, lesson) for lesson in case.lessons],
        lambda items, first: (NumberedList(items, first=first),),
        missing("wat wij leren"),
    )


def _lesson_item(case: Case, lesson: Lesson) -> Item:
    shown_by = references(case, lesson.event_ids)
    said = Run(as_sentence(lesson.text), Tone.STRONG)
    if not lesson.explanation.strip():
        return Item((said, *shown_by))
    return Item((said,), (Run(as_sentence(lesson.explanation)), *shown_by))


def questions(case: Case) -> Part:
    return _listed(
        "vragen",
        [question.strip() for question in case.summary.questions if question.strip()],
        lambda items, first: (Questions(items, first=first),),
        missing("vragen voor uw gesprek"),
    )


def moved_together(headings: Iterable[str]) -> Section:
    """One section that says of many that they stand in the annex as a whole."""
    names = list_text([f"‘{heading}’" for heading in headings])
    words = f"In bijlage A, omdat het hier niet past: {names}."
    return Section("Wat u verder leest", (Paragraph((Run(words),)),))


def number_list(places: Iterable[int]) -> str:
    """Numbers as in a sentence: '1 en 2'."""
    return list_text([str(place) for place in places])
