"""The werkblad of a sample: what the answers show, and a worksheet for each case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hgkm_desktop.methods.samples import (
    CountedQuestion,
    answer_of,
    counted,
    drawn_sentence,
    shown_by,
    small_sentence,
    warnings,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.leaving import state_of_work
from hgkm_desktop.models.practice import Sample, SampleAnswer, SampleCase
from hgkm_desktop.models.practice_questions import questions_of
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer, CaseState, SampleQuestion
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
    ParagraphKind,
    Run,
    Section,
    Subheading,
    Tone,
)
from hgkm_desktop.reports.let_through.dates import span_text
from hgkm_desktop.reports.let_through.shown import printed_numbers, report_case
from hgkm_desktop.reports.options import USUAL, fitting
from hgkm_desktop.reports.practice.afspraken import afspraken
from hgkm_desktop.reports.practice.work_head import (
    Head,
    Making,
    document,
    period_text,
    said,
    without_functions,
)

TITLES = {
    SampleQuestion.HUISVERBOD: "Wat gebeurt er na een huisverbod",
    SampleQuestion.GEEN_HUISVERBOD: "Wel een RIHG, geen huisverbod",
}
_SUBTITLE = "Werkblad van een steekproef"
_FOR_WHOM = "Vertrouwelijk: alleen voor wie de uitkomst evalueert."
_HEAD = ("Vraag", "Ja", "Deels", "Nee", "Onbekend", "Nog niet")
_WIDTHS = (3.4, 2.0, 2.0, 2.0, 2.0, 2.0)
_SOMEONE = "iemand (functie niet vermeld)"
_OTHERS = "anderen (functies niet vermeld)"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The worksheet of one case; `told` is what a verslag may say of that case, None when it
    cannot be read, and `whole` the case as it is."""

    held: SampleCase
    whole: Case | None
    told: Case | None

    @property
    def code(self) -> str:
        return self.whole.code if self.whole is not None else "onbekend"

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the events on the line that are named in its answers, each once."""
        if self.whole is None:
            return ()
        found = (shown_by(self.whole, answer.event_ids) for answer in self.held.answers)
        return tuple({event.id: None for events in found for event in events})

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of those that may stand on paper."""
        told = {event.id for event in self.told.events} if self.told is not None else set()
        return tuple(i for i in self.events if i in told)


def compose(sample: Sample, cases: Sequence[Case], making: Making) -> Document:
    """The werkblad of a sample, for the evaluation with partners.

    Each case is told as its casusverslag tells it: an event that may not be told stands there as
    nothing but a count, and dates are no finer than a month once a case is deelbaar. Answers are
    counted as 'x van y' with onbekend, never as a percentage. Who was at the evaluation, and who
    drew the cases, is a function; when the werkblad may leave, only bestuurders and organisations
    are named.
    Source: zicht op de praktijk, vraag 2 en 3 (docs/bronnen.md, bron 1).
    """
    sheets = _sheets(sample, cases)
    state = state_of_work(sample, cases)
    named = sum(len(sheet.events) for sheet in sheets)
    hidden = named - sum(len(sheet.shown) for sheet in sheets)
    head = Head(
        code=sample.code,
        title=sample.title.strip() or TITLES[sample.question],
        subtitle=f"{_SUBTITLE}: {sample.question.label}",
        signed="Werkblad",
        state=state,
        facts=tuple(_facts(sample)),
        opening=(_heard(sheets),),
        for_whom=_FOR_WHOM,
    )
    events = count_text(named, "genoemde gebeurtenis", "genoemde gebeurtenissen")
    sections = _sections(sample, sheets, state)
    foot = f"{hidden} van {events} niet getoond" if named else ""
    return document(head, making, sections, hidden=hidden, total=named, foot=foot)


def _sheets(sample: Sample, cases: Sequence[Case]) -> tuple[_Sheet, ...]:
    by_id = {case.id: case for case in cases}
    found = []
    for held in sample.cases:
        case = by_id.get(held.case_id)
        told = report_case(case, fitting(USUAL, case.state)) if case is not None else None
        found.append(_Sheet(held, case, told))
    return tuple(found)


def _facts(sample: Sample) -> Iterator[Fact]:
    yield Fact("Steekproef", sample.code)
    if sample.municipality.strip():
        yield Fact("Gemeente", sample.municipality.strip())
    if period := period_text(sample.period_from, sample.period_to):
        yield Fact("Periode", period)


def _heard(sheets: Sequence[_Sheet]) -> str:
    """Of how many cases betrokkenen were heard, of all in the sample."""
    held = sum(s.whole is not None and s.whole.start_check.heard is Answer.JA for s in sheets)
    cases = count_text(len(sheets), "casus", "casussen")
    return f"Bij {held} van {cases} zijn betrokkenen gehoord." if sheets else ""


def _sections(sample: Sample, sheets: Sequence[_Sheet], state: CaseState) -> Iterator[Section]:
    yield Section("Hoe gekozen", tuple(_chosen(sample, state)))
    yield Section("De antwoorden", tuple(_counts(sample, sheets)))
    yield Section("De evaluatie", tuple(_evaluation(sample, state)))
    yield Section("Wat is afgesproken", afspraken(sample.acties))
    for sheet in sheets:
        yield Section(f"Casus {sheet.code}", tuple(_worksheet(sample, sheet)))


# --- how the cases were chosen, and what the answers show -------------------------------------


def _chosen(sample: Sample, state: CaseState) -> Iterator[Block]:
    """How many of how many, who drew them and how; and what of that nobody wrote down."""
    by = without_functions(sample.drawn_by, state, _SOMEONE)
    yield _text(drawn_sentence(replace(sample, drawn_by=by)))
    if gaps := warnings(sample):
        yield Paragraph((Run(" ".join(gaps)),), ParagraphKind.MISSING)


def _text(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _counts(sample: Sample, sheets: Sequence[_Sheet]) -> Iterator[Block]:
    """For each question how many cases have which answer, with the codes of those cases."""
    codes = {sheet.whole.id: sheet.whole.code for sheet in sheets if sheet.whole is not None}
    if not codes:
        yield missing("de casussen van de steekproef")
        return
    rows = [_count_row(question) for question in counted(sample, codes)]
    yield filled_table(_HEAD, rows, _WIDTHS)
    left = len(sheets) - len(codes)
    unread = f" {count_text(left, 'casus kan', 'casussen kunnen')} nu niet worden gelezen en "
    unread += "telt niet mee." if left == 1 else "tellen niet mee."
    yield note(f"{small_sentence(sample)}{unread if left else ''}")


def _count_row(question: CountedQuestion) -> tuple[Cell, ...]:
    counts = (_count(found, question.of) for found in question.codes.values())
    return (cell(capital(question.asked.label)), *counts)


def _count(codes: Sequence[str], of: int) -> Cell:
    """'2 van 4' with the codes behind it."""
    behind = (Run(f" {', '.join(codes)}", Tone.ASIDE),) if codes else ()
    return Cell((Run(f"{len(codes)} van {of}"), *behind))


# --- the worksheet of a case ------------------------------------------------------------------


def _worksheet(sample: Sample, sheet: _Sheet) -> Iterator[Block]:
    if sheet.whole is None:
        yield note("Deze casus kan nu niet worden gelezen: de gebeurtenissen staan hier niet.")
    if sheet.held.note.strip():
        yield from said(sheet.held.note, "")
    for question in questions_of(sample.question):
        answer = answer_of(sheet.held, question.id)
        yield Subheading(question.question)
        yield _answered(answer)
        yield from _events(sheet, answer)


def _answered(answer: SampleAnswer) -> Paragraph:
    """The answer in a word, why, and where that comes from."""
    if answer.reply is None:
        return missing("het antwoord")
    source = answer.source.strip()
    why = as_sentence(answer.explanation)
    return Paragraph(
        (
            Run(f"{capital(answer.reply.label)}.", Tone.STRONG),
            *((Run(f" {why}"),) if why else ()),
            Run(f" Bron: {as_sentence(source)}" if source else " Geen bron genoemd.", Tone.ASIDE),
        )
    )


def _events(sheet: _Sheet, answer: SampleAnswer) -> Iterator[Block]:
    """The events that show it, by the number that they have on the whole line; of those that may
    not be told only how many there are."""
    if sheet.whole is None or sheet.told is None:
        return
    told, number = sheet.told, printed_numbers(sheet.told)
    there = [event.id for event in shown_by(sheet.whole, answer.event_ids)]
    found = [event_id for event_id in there if event_id in number]
    items = tuple(_event(told.event(i), number[i]) for i in found)
    if items:
        yield Bullets(items)
    left = len(there) - len(found)
    if left:
        verb = "staat" if left == 1 else "staan"
        events = count_text(
            left, "gebeurtenis die dit laat zien,", "gebeurtenissen die dit laten zien,"
        )
        yield note(f"{events} {verb} hier niet.")


def _event(event: Event, number: int) -> Item:
    when = Run(f", {span_text(event, short=True)}", Tone.ASIDE)
    return Item((Run(f"Gebeurtenis {number}", Tone.STRONG), when, Run(f": {event.title_in_full}")))


# --- the evaluation ---------------------------------------------------------------------------


def _evaluation(sample: Sample, state: CaseState) -> Iterator[Block]:
    """When it was, with whom as far as this paper may say, and what was concluded."""
    with_whom = without_functions(sample.present, state, _OTHERS)
    on = f"Op {day_text(sample.evaluated_on)}" if sample.evaluated_on is not None else ""
    if on or with_whom:
        yield _text(
            as_sentence(", met ".join(filter(None, (on, with_whom))) if on else f"Met {with_whom}")
        )
    gaps = ["wanneer de evaluatie was"] * (not on) + ["wie erbij waren"] * (not with_whom)
    if gaps:
        yield missing(list_text(gaps))
    if sample.conclusion.strip():
        yield Subheading("Conclusie")
    yield from said(sample.conclusion, "de conclusie")
