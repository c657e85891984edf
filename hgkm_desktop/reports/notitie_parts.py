"""The sections of the gespreksnotitie that tell the story, or say what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.records import Beleving, Duidingsverschil, Event, Lesson
from hgkm_desktop.models.terms import Answer, FactStatus, HouseholdRole, Mark, SafetyOf
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
from hgkm_desktop.reports.dates import when_text
from hgkm_desktop.reports.options import TITLE_OF_NOTITIE as TITLES
from hgkm_desktop.reports.shown import printed_numbers

MOST_SENTENCES = 5
MOST_WENT_WELL = 3
MOST_RISKS = 4
MOST_DIFFERENCES = 2
MOST_LESSONS = 3
MOST_QUESTIONS = 3

DOUBTED = (FactStatus.VERMOEDEN, FactStatus.BETWIST)
RISK_HEAD = ("Wanneer", "Wat gebeurde er", "Wiens veiligheid")


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it stands in the notitie, and what of it moved to the annex."""

    section: Section
    rest: tuple[Block, ...] = ()


def missing(what: str) -> Paragraph:
    """A calm sentence that says what nobody filled in yet."""
    return Paragraph((Run(f"Nog niet ingevuld: {what}."),), ParagraphKind.MISSING)


def see_annex(count: int) -> str:
    """How many more there are, and where; empty when there are no more."""
    return f"Nog {count}: zie bijlage A" if count else ""


def as_sentence(text: str) -> str:
    """The text with a full stop when it ends without one; empty text stays empty."""
    words = text.strip()
    return words if not words or words[-1] in ".?!…" else f"{words}."


def five_sentences(case: Case) -> Part:
    heading = TITLES["zinnen"]
    told = tuple(Item((Run(s.strip()),)) for s in case.summary.sentences if s.strip())
    if not told:
        return Part(Section(heading, (missing("het verhaal in vijf zinnen"),)))
    kept, rest = told[:MOST_SENTENCES], told[MOST_SENTENCES:]
    more = (NumberedList(rest, prominent=True, first=len(kept) + 1),) if rest else ()
    return Part(_section(heading, NumberedList(kept, prominent=True), more=len(rest)), more)


def _section(heading: str, *blocks: Block, more: int) -> Section:
    return Section(heading, blocks, more=see_annex(more))


def children(case: Case) -> Part:
    """What it meant for the children, and whether betrokkenen were heard: always there."""
    words = case.summary.children.strip()
    block = Paragraph((Run(words),)) if words else missing("wat dit voor de kinderen betekende")
    return Part(Section("Wat betekende dit voor de kinderen", (block, heard(case))))


def heard(case: Case) -> Paragraph:
    """One line that says whether betrokkenen were heard."""
    check = case.start_check
    said = {Answer.JA: "Betrokkenen zijn gehoord", Answer.NEE: "Betrokkenen zijn niet gehoord"}
    if check.heard not in said:
        return missing("of betrokkenen zijn gehoord")
    note = check.heard_note.strip()
    words = f"{said[check.heard]}: {note}" if note else said[check.heard]
    return Paragraph((Run(as_sentence(words)),), ParagraphKind.NOTE)


def went_well(case: Case) -> Part:
    heading = TITLES["goed"]
    part = _signed(case, heading, Mark.GOED)
    return part if part.section.blocks else Part(Section(heading, (missing("wat goed ging"),)))


def went_badly(case: Case) -> Part:
    """What was chosen as niet oké; without a choice this section is not there at all."""
    return _signed(case, TITLES["niet_oke"], Mark.NIET_OKE)


def _signed(case: Case, heading: str, mark: Mark) -> Part:
    items = tuple(_beleving_item(case, beleving) for beleving in _chosen(case, mark))
    kept, rest = items[:MOST_WENT_WELL], items[MOST_WENT_WELL:]
    if not kept:
        return Part(Section(heading, ()))
    more = (SignedList(mark, rest),) if rest else ()
    return Part(_section(heading, SignedList(mark, kept), more=len(rest)), more)


def _chosen(case: Case, mark: Mark) -> list[Beleving]:
    """The chosen belevingen with this mark, in the order of the line and of the table."""
    place = printed_numbers(case)
    seat = {deelnemer.id: deelnemer.seq for deelnemer in case.deelnemers}
    found = [b for b in case.belevingen if b.mark is mark]
    found.sort(key=lambda b: (place[b.event_id], seat.get(b.deelnemer_id, 0.0), b.id))
    return found


def _beleving_item(case: Case, beleving: Beleving) -> Item:
    """The organisation (never the function), and what it said or else what happened."""
    organisation = case.organisation(case.deelnemer(beleving.deelnemer_id).organisation_id).name
    event = case.event(beleving.event_id)
    words = as_sentence(beleving.explanation) or as_sentence(event.title_in_full)
    name = organisation[:1].upper() + organisation[1:]
    return Item((Run(f"{name}:", Tone.STRONG), Run(f" {words}"), *references(case, [event.id])))


def references(case: Case, event_ids: Iterable[str], remark: str = "") -> Runs:
    """The numbers that events have on the timeline, as ' (2, 17)'; nothing when there are none."""
    place = printed_numbers(case)
    found = sorted({place[event_id] for event_id in event_ids if event_id in place})
    parts = [", ".join(str(number) for number in found), remark]
    words = "; ".join(part for part in parts if part)
    return (Run(f" ({words})", Tone.ASIDE),) if words else ()


def risks(case: Case) -> Part:
    """One row for each event that someone found risicovol, in the order of the line."""
    heading = TITLES["risico"]
    by_event: dict[str, list[Beleving]] = {}
    for beleving in _chosen(case, Mark.RISICO):
        by_event.setdefault(beleving.event_id, []).append(beleving)
    rows = tuple(_risk_row(case, case.event(i), found) for i, found in by_event.items())
    if not rows:
        return Part(Section(heading, (missing("waar de veiligheid in het geding was"),)))
    kept, rest = rows[:MOST_RISKS], rows[MOST_RISKS:]
    table = Table(TableKind.RISKS, RISK_HEAD, kept)
    more = (Table(TableKind.RISKS, RISK_HEAD, rest),) if rest else ()
    return Part(_section(heading, table, more=len(rest)), more)


def _risk_row(case: Case, event: Event, belevingen: list[Beleving]) -> tuple[Cell, ...]:
    said = [event.title_in_full, *dict.fromkeys(b.explanation for b in belevingen)]
    words = " ".join(as_sentence(text) for text in said if text.strip())
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
    heading = TITLES["verschillen"]
    found = tuple(side_by_side(case, verschil) for verschil in case.verschillen)
    if not found:
        return Part(Section(heading, (missing("waar organisaties het anders zagen"),)))
    kept, rest = found[:MOST_DIFFERENCES], found[MOST_DIFFERENCES:]
    return Part(_section(heading, *kept, more=len(rest)), rest)


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
    heading = TITLES["lessen"]
    learned = tuple(_lesson_item(case, lesson) for lesson in case.lessons)
    if not learned:
        return Part(Section(heading, (missing("wat wij leren"),)))
    kept, rest = learned[:MOST_LESSONS], learned[MOST_LESSONS:]
    more = (NumberedList(rest, first=len(kept) + 1),) if rest else ()
    return Part(_section(heading, NumberedList(kept), more=len(rest)), more)


def _lesson_item(case: Case, lesson: Lesson) -> Item:
    shown_by = references(case, lesson.event_ids)
    said = Run(as_sentence(lesson.text), Tone.STRONG)
    if not lesson.explanation.strip():
        return Item((said, *shown_by))
    return Item((said,), (Run(as_sentence(lesson.explanation)), *shown_by))


def questions(case: Case) -> Part:
    heading = TITLES["vragen"]
    asked = tuple(question.strip() for question in case.summary.questions if question.strip())
    if not asked:
        return Part(Section(heading, (missing("vragen voor uw gesprek"),)))
    kept, rest = asked[:MOST_QUESTIONS], asked[MOST_QUESTIONS:]
    more = (Questions(rest, first=len(kept) + 1),) if rest else ()
    return Part(_section(heading, Questions(kept), more=len(rest)), more)


def number_list(places: Iterable[int]) -> str:
    """Numbers as in a sentence: '1 en 2'."""
    return list_text([str(place) for place in places])
