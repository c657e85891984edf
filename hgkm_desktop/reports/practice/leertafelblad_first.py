"""The first page of a leertafelblad: what happened, what went well, and what is asked of whom."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, note
from hgkm_desktop.reports.case.notitie_parts import heard, missing, went_well
from hgkm_desktop.reports.case.notitie_requests import (
    HEAD,
    in_order,
    is_for_board,
    keeper_words,
    owner_cell,
)
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Item,
    NumberedList,
    Paragraph,
    Run,
    SignedList,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.practice.leertafel_asked import asked_about, number_of_knelpunt, of_whom
from hgkm_desktop.reports.practice.leertafelblad_part import (
    IN_CASUSVERSLAG,
    IN_CELL,
    Part,
    is_about,
    of_team,
    said,
    shortened,
)

_OWN_POWER = "Gevraagd wordt wat een bestuurder zelf kan, niet hoe het met dit gezin verder moet."
# How many characters of each text have room.
_SENTENCE, _CHILDREN, _HEARD, _WELL, _ASK, _PROMISE = 240, 420, 160, 170, 200, 110


def first_page(table: Leertafel, case: Case, *, briefly: bool = False) -> tuple[Part, ...]:
    """What happened, what it meant, what went well, and what is asked of whom.

    `briefly`: of what is in the way only its number is said there.
    """
    asked = _asked(table, case, briefly=briefly)
    return (_story(case), _children(case), _well(table, case), asked)


def _story(case: Case) -> Part:
    told = [said(s, _SENTENCE) for s in case.summary.sentences if s.strip()]
    items = tuple(Item((Run(sentence),)) for sentence in told)
    gap = (missing("het verhaal in vijf zinnen"),)

    def blocks(count: int) -> tuple[Block, ...]:
        return (NumberedList(items[:count], prominent=True),) if items else gap

    most = min(len(items), 5)
    return Part("Wat gebeurde er", len(items), blocks, most, max(most - 1, 0), IN_CASUSVERSLAG)


def _children(case: Case) -> Part:
    """What it meant for the children, and whether betrokkenen were heard: always there."""
    words = said(case.summary.children, _CHILDREN)
    first = Paragraph((Run(words),)) if words else missing("wat dit voor de kinderen betekende")
    told = heard(case)
    if sum(len(run.text) for run in told.runs) > _HEARD:
        told = heard(case, briefly=True)
    return Part("Wat betekende dit voor de kinderen", 1, lambda _: (first, told), 1, 1)


def _well(table: Leertafel, case: Case) -> Part:
    """The successes and what the teams say goes well; else what was chosen of the belevingen."""
    items = tuple(
        _success(one.text, one.why) for one in table.successes if is_about(case, one.case_id)
    )
    items += tuple(
        of_team(signal, signal.goes_well)
        for signal in table.signals
        if is_about(case, signal.case_id) and signal.goes_well.strip()
    )
    if not items:
        return _well_without(table, case)

    def blocks(count: int) -> tuple[Block, ...]:
        return (SignedList(Mark.GOED, items[:count]),)

    most = min(len(items), 5)
    return Part("Wat ging goed", len(items), blocks, most, 1)


def _success(text: str, why: str) -> Item:
    because = f" {said(f'Dat kon doordat: {why}', _WELL)}" if why.strip() else ""
    return Item((Run(said(text, _WELL), Tone.STRONG), Run(because)))


def _well_without(table: Leertafel, case: Case) -> Part:
    """Nobody at the table named a success: the case may, and the table may say why not."""
    reason = table.no_success_reason.strip()
    words = said(f"De tafel noemde geen succes: {reason}", _WELL) if reason else ""
    told = (Paragraph((Run(words),)),) if words else ()
    own, chosen = went_well(case), list[Item]()
    for block in (*own.section.blocks, *own.rest):
        # No line stands in this document, so what is numbered on it says nothing here.
        chosen += map(_without_numbers, block.items) if isinstance(block, SignedList) else ()
    found = tuple(chosen)
    gap = told or (missing("wat goed ging"),)

    def blocks(count: int) -> tuple[Block, ...]:
        return (*told, SignedList(Mark.GOED, found[:count])) if found else gap

    most = min(len(found), 4)
    return Part("Wat ging goed", len(found), blocks, most, min(most, 1), IN_CASUSVERSLAG)


def _without_numbers(item: Item) -> Item:
    return Item(tuple(run for run in item.runs if run.tone is not Tone.ASIDE))


def _asked(table: Leertafel, case: Case, *, briefly: bool) -> Part:
    """What is asked, of whom; with what was promised and by when.

    As long as the table asks nothing, it is what the case asks of bestuurders.
    """
    asked = asked_about(table, case.id) or [a for a in in_order(case) if is_for_board(a)]
    acties, own = [_with_short_names(actie) for actie in asked], {a.id for a in table.acties}
    about = number_of_knelpunt(table)
    if not briefly:
        about = {k.id: f"{about[k.id]}: {shortened(k.text, IN_CELL)}" for k in table.knelpunten}
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
    owner, keeper = (shortened(name, IN_CELL) for name in (actie.owner, actie.keeper))
    return replace(actie, owner=owner, keeper=keeper)


def _asked_row(
    number: int, actie: Verbeteractie, about: str, *, was_asked: bool
) -> tuple[Cell, ...]:
    promise = actie.promise.strip()
    runs: list[Run] = [Run(said(actie.text, _ASK))]
    if about:
        runs.append(Run(f" ({about})", Tone.ASIDE))
    if promise:
        runs.append(Run(f" {said(f'Toegezegd: {promise}', _PROMISE)}", Tone.STRONG))
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
