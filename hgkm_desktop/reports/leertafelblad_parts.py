"""The sections of a leertafelblad: each with as much as its two pages have room for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel, TeamSignal
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Item,
    NumberedList,
    Paragraph,
    Questions,
    Run,
    Section,
    SignedList,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.dates import when_text
from hgkm_desktop.reports.leertafel_asked import asked_about, number_of_knelpunt, of_whom
from hgkm_desktop.reports.notitie_parts import DOUBTED, as_sentence, heard, missing, went_well
from hgkm_desktop.reports.notitie_requests import (
    HEAD,
    in_order,
    is_for_board,
    keeper_words,
    owner_cell,
)

IN_VERSLAG, IN_CASUSVERSLAG = "zie het verslag", "zie het casusverslag"
MOMENTS, MOST_EVENTS = "Belangrijkste momenten", 8
_KNELPUNT_HEAD = ("Nr", "Knelpunt", "Partij", "Instrument", "Bestuurder")
_KNELPUNT_WIDTHS = (0.7, 5.6, 3.7, 3.6, 3.4)
_OWN_POWER = "Gevraagd wordt wat ieder zelf kan. In deze casus zelf stuurt niemand."
# How many characters of each text have room, and how many of each part are wanted at most.
_SENTENCE, _CHILDREN, _HEARD, _WELL, _ASK, _PROMISE = 240, 420, 160, 170, 200, 110
_KNELPUNT, _IN_CELL, _TITLE, _QUESTION, _BEGRIP = 170, 60, 110, 200, 190


@dataclass(frozen=True, slots=True)
class Part:
    """A section of which the first `kept` of `total` items stand there; `where` is the rest.

    `blocks` gives so many of them. At least `least` stay while something else can go.
    """

    heading: str
    total: int
    blocks: Callable[[int], tuple[Block, ...]]
    kept: int
    least: int = 0
    where: str = IN_VERSLAG
    tinted: bool = False

    @property
    def section(self) -> Section:
        gone = self.total - self.kept
        if gone and not self.kept:
            there = (note(f"Dit past hier niet: {self.where}."),)
            return Section(self.heading, there, tinted=self.tinted)
        more = f"Nog {gone}: {self.where}" if gone else ""
        return Section(self.heading, self.blocks(self.kept), tinted=self.tinted, more=more)

    def fewer(self) -> Part:
        """The same with one item less."""
        return replace(self, kept=self.kept - 1)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than so many characters."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"


def _said(text: str, most: int) -> str:
    return as_sentence(shortened(text, most))


def first_page(table: Leertafel, case: Case) -> tuple[Part, ...]:
    """What happened, what it meant, what went well, and what is asked of whom."""
    return (_story(case), _children(case), _well(table, case), _asked(table, case))


def second_page(table: Leertafel, case: Case) -> tuple[Part, ...]:
    """What lies behind it: where it goes wrong, the moments, the questions and the words."""
    parts = (
        _knelpunten(table, case),
        _can_be_better(table, case),
        _moments(case),
        _questions(case),
        _begrippen(table),
    )
    return tuple(part for part in parts if part.total)


# --- the first page -----------------------------------------------------------------------------


def _story(case: Case) -> Part:
    told = [_said(s, _SENTENCE) for s in case.summary.sentences if s.strip()]
    items = tuple(Item((Run(sentence),)) for sentence in told)
    gap = (missing("het verhaal in vijf zinnen"),)

    def blocks(count: int) -> tuple[Block, ...]:
        return (NumberedList(items[:count], prominent=True),) if items else gap

    most = min(len(items), 5)
    return Part("Wat gebeurde er", len(items), blocks, most, max(most - 1, 0), IN_CASUSVERSLAG)


def _children(case: Case) -> Part:
    """What it meant for the children, and whether betrokkenen were heard: always there."""
    words = _said(case.summary.children, _CHILDREN)
    first = Paragraph((Run(words),)) if words else missing("wat dit voor de kinderen betekende")
    told = heard(case)
    if sum(len(run.text) for run in told.runs) > _HEARD:
        told = heard(case, briefly=True)
    return Part("Wat betekende dit voor de kinderen", 1, lambda _: (first, told), 1, 1)


def _well(table: Leertafel, case: Case) -> Part:
    """The successes and what the teams say goes well; else what was chosen of the belevingen."""
    items = tuple(
        _success(one.text, one.why) for one in table.successes if _is_about(case, one.case_id)
    )
    items += tuple(
        _of_team(signal, signal.goes_well)
        for signal in table.signals
        if _is_about(case, signal.case_id) and signal.goes_well.strip()
    )
    if not items:
        return _well_without(table, case)

    def blocks(count: int) -> tuple[Block, ...]:
        return (SignedList(Mark.GOED, items[:count]),)

    most = min(len(items), 5)
    return Part("Wat ging goed", len(items), blocks, most, 1)


def _is_about(case: Case, case_id: str) -> bool:
    """Whether what was said of this case, or of no case, belongs on the blad of it."""
    return case_id in ("", case.id)


def _success(text: str, why: str) -> Item:
    because = f" {_said(f'Dat kon doordat: {why}', _WELL)}" if why.strip() else ""
    return Item((Run(_said(text, _WELL), Tone.STRONG), Run(because)))


def _of_team(signal: TeamSignal, text: str) -> Item:
    name = capital(shortened(signal.team, _IN_CELL)) or "Een team"
    return Item((Run(f"{name}:", Tone.STRONG), Run(f" {_said(text, _WELL)}")))


def _well_without(table: Leertafel, case: Case) -> Part:
    """Nobody at the table named a success: the case may, and the table may say why not."""
    reason = table.no_success_reason
    words = _said(f"De tafel noemde geen succes: {reason}", _WELL) if reason.strip() else ""
    said = (Paragraph((Run(words),)),) if words else ()
    (own,) = went_well(case).section.blocks
    # No line stands in this document, so what is numbered on it says nothing here.
    found = tuple(map(_without_numbers, own.items)) if isinstance(own, SignedList) else ()
    gap = said or (missing("wat goed ging"),)

    def blocks(count: int) -> tuple[Block, ...]:
        return (*said, SignedList(Mark.GOED, found[:count])) if found else gap

    least = min(len(found), 1)
    return Part("Wat ging goed", len(found), blocks, len(found), least, IN_CASUSVERSLAG)


def _without_numbers(item: Item) -> Item:
    return Item(tuple(run for run in item.runs if run.tone is not Tone.ASIDE))


def _asked(table: Leertafel, case: Case) -> Part:
    """What is asked, of whom; with what was promised and by when.

    As long as the table asks nothing, it is what the case asks of bestuurders.
    """
    asked = asked_about(table, case.id) or [a for a in in_order(case) if is_for_board(a)]
    acties, own = [_with_short_names(actie) for actie in asked], {a.id for a in table.acties}
    number = number_of_knelpunt(table)
    about = {k.id: f"{number[k.id]}: {shortened(k.text, _IN_CELL)}" for k in table.knelpunten}
    rows = tuple(
        _asked_row(
            place,
            actie,
            about.get(actie.knelpunt_id, ""),
            was_asked=table.begun and actie.id in own,
        )
        for place, actie in enumerate(acties, 1)
    )

    def blocks(count: int) -> tuple[Block, ...]:
        if not rows:
            return (missing("wat van wie wordt gevraagd"),)
        whom = of_whom(acties[:count])
        above = (Paragraph((Run(whom, Tone.STRONG),)),) if whom else ()
        kept = shortened(keeper_words(list(enumerate(acties[:count], 1))), _WELL)
        told = note(f"{_OWN_POWER} {kept}".strip())
        return (*above, told, Table(TableKind.REQUESTS, HEAD, rows[:count]))

    most = min(len(rows), 6)
    return Part("Wat wordt van wie gevraagd", len(rows), blocks, most, most, tinted=True)


def _with_short_names(actie: Verbeteractie) -> Verbeteractie:
    owner, keeper = (shortened(name, _IN_CELL) for name in (actie.owner, actie.keeper))
    return replace(actie, owner=owner, keeper=keeper)


def _asked_row(
    number: int, actie: Verbeteractie, about: str, *, was_asked: bool
) -> tuple[Cell, ...]:
    promise = actie.promise.strip()
    runs: list[Run] = [Run(_said(actie.text, _ASK))]
    if about:
        runs.append(Run(f" ({about})", Tone.ASIDE))
    if promise:
        runs.append(Run(f" {_said(f'Toegezegd: {promise}', _PROMISE)}", Tone.STRONG))
    elif was_asked:
        runs.append(Run(" Nog niet toegezegd.", Tone.ASIDE))
    due = Run(day_text(actie.due, short=True)) if actie.due else Run("geen datum", Tone.ASIDE)
    kind = actie.asked.label if actie.asked is not None else actie.outcome.label
    return (
        Cell((Run(str(number), Tone.STRONG),)),
        Cell(tuple(runs)),
        owner_cell(actie),
        cell(capital(kind)),
        Cell((due,)),
    )


# --- the second page ----------------------------------------------------------------------------


def _knelpunten(table: Leertafel, case: Case) -> Part:
    """Each knelpunt by its kind: which party, which instrument, and who can move it."""
    number = number_of_knelpunt(table)
    rows = [
        _knelpunt_row(number[knelpunt.id], knelpunt)
        for knelpunt in table.knelpunten
        if _is_about(case, knelpunt.case_id)
    ]

    def blocks(count: int) -> tuple[Block, ...]:
        return (filled_table(_KNELPUNT_HEAD, rows[:count], _KNELPUNT_WIDTHS),)

    return Part("Waar loopt het vast", len(rows), blocks, min(len(rows), 6), 1)


def _knelpunt_row(number: str, knelpunt: Knelpunt) -> tuple[Cell, ...]:
    words = " ".join(as_sentence(text) for text in (knelpunt.text, knelpunt.explanation))
    kind = Run(f" ({knelpunt.kind.label})", Tone.ASIDE)
    others = (knelpunt.party, knelpunt.instrument, knelpunt.bestuurder)
    return (
        cell(number),
        Cell((Run(shortened(words, _KNELPUNT)), kind)),
        *(cell(capital(shortened(text, _IN_CELL))) for text in others),
    )


def _can_be_better(table: Leertafel, case: Case) -> Part:
    items = tuple(
        _of_team(signal, signal.can_be_better)
        for signal in table.signals
        if _is_about(case, signal.case_id) and signal.can_be_better.strip()
    )

    def blocks(count: int) -> tuple[Block, ...]:
        return (Bullets(items[:count]),)

    return Part("Wat volgens teams beter kan", len(items), blocks, min(len(items), 4))


def _moments(case: Case) -> Part:
    """The events that matter most: cruciale punten first, then risk moments, then the others."""
    ranked = sorted(case.events, key=lambda e: (not e.is_pivotal, not e.is_risk_moment, e.seq))

    def blocks(count: int) -> tuple[Block, ...]:
        shown = sorted(ranked[:count], key=lambda event: event.seq)
        rows = tuple(_moment(event) for event in shown)
        return (Table(TableKind.PLAIN, ("Wanneer", "Wat er gebeurde"), rows, (1.0, 3.2)),)

    most = min(len(ranked), MOST_EVENTS)
    return Part(MOMENTS, len(ranked), blocks, most, 1, IN_CASUSVERSLAG)


def _moment(event: Event) -> tuple[Cell, ...]:
    marks, tone = _marks(event), Tone.STRONG if event.is_pivotal else Tone.PLAIN
    aside = (Run(f" ({marks})", Tone.ASIDE),) if marks else ()
    words = Run(_said(event.title_in_full, _TITLE), tone)
    return (cell(when_text(event)), Cell((words, *aside)))


def _marks(event: Event) -> str:
    """'cruciaal punt, vermoed': what a reader must know of it; that it is known needs no word."""
    said = (
        "cruciaal punt" if event.is_pivotal else "",
        "risicomoment" if event.is_risk_moment else "",
        event.fact_status.label if event.fact_status in DOUBTED else "",
    )
    return ", ".join(word for word in said if word)


def _questions(case: Case) -> Part:
    asked = tuple(shortened(q, _QUESTION) for q in case.summary.questions if q.strip())

    def blocks(count: int) -> tuple[Block, ...]:
        return (Questions(asked[:count]),)

    most = min(len(asked), 3)
    return Part("Vragen voor de tafel", len(asked), blocks, most, 1, IN_CASUSVERSLAG)


def _begrippen(table: Leertafel) -> Part:
    items = tuple(
        Item((Run(f"‘{shortened(b.term, _IN_CELL)}’", Tone.STRONG), Run(_meaning(b.meaning))))
        for b in table.begrippen
    )

    def blocks(count: int) -> tuple[Block, ...]:
        return (Bullets(items[:count]),)

    return Part("Begrippen", len(items), blocks, min(len(items), 4))


def _meaning(meaning: str) -> str:
    words = _said(meaning, _BEGRIP)
    return f": {words}" if words else ": nog niet uitgelegd."
