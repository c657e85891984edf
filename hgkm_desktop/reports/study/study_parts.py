"""The sections of the onderzoeksrapportage: what the cases show, and what the study says of it."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.methods.distribution import (
    Distribution,
    average_words,
    distributions,
    known_words,
)
from hgkm_desktop.methods.results import part_words
from hgkm_desktop.methods.studies import (
    CountedFactor,
    CountedKnop,
    Seen,
    counted_factors,
    knoppenteller,
)
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.indicators import indicators
from hgkm_desktop.models.study import Decision, FocusGroup
from hgkm_desktop.models.terms import AddedBy, Answer, FocusGroupKind
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, note
from hgkm_desktop.reports.case.casusverslag_depth import persistence_words
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing, number_list
from hgkm_desktop.reports.content import Block, Bullets, Cell, Item, Paragraph, Run, Table, Tone
from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.let_through.study_shown import ShownCase, ShownStudy

_CASE_HEAD = ("Casus", "Type huishouden", "Wat werd het", "Waarom", "Gesprek met betrokkene")
_CASE_WIDTHS = (1.7, 3.0, 3.0, 6.0, 2.6)
_TYPE_HEAD = ("Type huishouden", "Hoeveel ongeveer", "Waar dat vandaan komt")
_FACTOR_HEAD = ("Factor", "Soort en laag", "Casussen", "Waar gezien")
_FACTOR_WIDTHS = (5.2, 4.0, 1.9, 5.6)
_KNOP_HEAD = ("Knop", "Niveau", "Casussen", "Waar het blijkt")
_KNOP_WIDTHS = (6.4, 3.0, 2.0, 5.0)
_ROUTE_HEAD = ("Overleg of orgaan", "Wanneer", "Wat wordt gevraagd", "Uitkomst")
_ROUTE_WIDTHS = (3.6, 2.4, 5.0, 5.0)
_TEST_HEAD = ("Knop", "Herkend", "Wat de groep zei")


def said(text: str, gap: str) -> tuple[Block, ...]:
    """What was written, paragraph by paragraph, or what is still missing."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(Paragraph((Run(line),)) for line in lines) or (missing(gap),)


def types(shown: ShownStudy) -> tuple[Block, ...]:
    """The types of household, with an estimate of how many there are."""
    rows = [
        (cell(capital(kind.label)), cell(kind.estimate), cell(kind.source))
        for kind in shown.study.household_types
    ]
    table = (filled_table(_TYPE_HEAD, rows, (1.4, 1.0, 1.4)),) if rows else ()
    told = shown.study.types_note.strip()
    return (*(said(told, "") if told else ()), *table) or (missing("de typen huishoudens"),)


# --- the cases ----------------------------------------------------------------------------------


def cases(shown: ShownStudy) -> tuple[Block, ...]:
    """The cases by code: of which type, and why the problems persist or were solved."""
    if not shown.cases:
        return (missing("de casussen van het onderzoek"),)
    types_of = {kind.id: kind.label for kind in shown.study.household_types}
    rows = [_case_row(one, types_of.get(one.held.household_type_id, "")) for one in shown.cases]
    return (filled_table(_CASE_HEAD, rows, _CASE_WIDTHS),)


def _case_row(shown: ShownCase, household_type: str) -> tuple[Cell, ...]:
    case = shown.told
    no = as_sentence(case.talk.note) if case.talk.held is Answer.NEE else ""
    return (
        cell(case.code),
        cell(capital(household_type or case.household_type.strip())),
        cell(persistence_words(case) or "niet ingevuld"),
        cell(as_sentence(case.persistence_reason)),
        cell(f"{case.talk.held.label}. {no}".strip() if no else case.talk.held.label),
    )


def heard_words(shown: ShownStudy) -> str:
    """With how many of the persons concerned there was a talk: '3 van 7'."""
    held = sum(case.talk.held is Answer.JA for case in shown.told)
    total = len(shown.cases)
    if not total:
        return "Er zijn nog geen casussen, dus er is nog met geen betrokkene gesproken."
    return (
        f"Bij {held} van {count_text(total, 'casus', 'casussen')} is met de betrokkene gesproken."
    )


def factors(shown: ShownStudy) -> tuple[Block, ...]:
    """Each factor with the cases, and the events in them, in which someone saw it."""
    found = counted_factors(shown.counted)
    if not found:
        return (missing("welke factoren in de casussen zijn gezien"),)
    return (filled_table(_FACTOR_HEAD, [_factor_row(one) for one in found], _FACTOR_WIDTHS),)


def _factor_row(factor: CountedFactor) -> tuple[Cell, ...]:
    return (
        cell(capital(factor.label)),
        cell(f"{capital(factor.kind.label)}, {factor.layer.label}"),
        cell(factor.words),
        cell("; ".join(map(_seen, factor.seen))),
    )


def _seen(seen: Seen) -> str:
    if not seen.events:
        return seen.code
    word = "gebeurtenis" if len(seen.events) == 1 else "gebeurtenissen"
    return f"{seen.code}, {word} {number_list(seen.events)}"


def outcomes(shown: ShownStudy) -> tuple[Block, ...]:
    """What is read off the lines: for each indicator the cases from low to high."""
    if not shown.cases:
        return (missing("de casussen van het onderzoek"),)
    told = "Gelezen van wat de tijdlijnen in dit rapport mogen tonen. Onnauwkeurige data geven een "
    blocks: list[Block] = [note(f"{told}bereik. Onder vijf casussen is er geen gemiddelde.")]
    for indicator in indicators():
        for found in distributions(shown.measured, indicator.id):
            blocks.append(_distribution(indicator.label, found))
    return tuple(blocks)


def _distribution(name: str, found: Distribution) -> Table:
    """A row for what each case says; cases that say the same, one after another, share it."""
    labels = {row.part.label for row in found.rows}
    about = labels.pop() if len(labels) == 1 else found.key.replace("_", " ")
    grouped: list[tuple[str, list[str]]] = []
    for row in found.rows:
        words = part_words(replace(row.part, label="") if row.part.label == about else row.part)
        if not grouped or grouped[-1][0] != words:
            grouped.append((words, []))
        grouped[-1][1].append(row.code)
    rows = [(cell(list_text(codes)), cell(words)) for words, codes in grouped]
    average = f". Gemiddeld {average_words(found.average)}" if found.average else ""
    title = f"{name}{f', {about[:1].lower()}{about[1:]}' if about else ''}: bekend bij "
    caption = f"{title}{known_words(found)}{average}"
    return filled_table(("Casus", "Uitkomst"), rows, (1.0, 2.2), caption=caption)


# --- what the study says ------------------------------------------------------------------------


def groups(shown: ShownStudy) -> tuple[Block, ...]:
    """The focus groups of one case: what came out, and what they added to its line."""
    found = [g for g in shown.study.focus_groups if g.kind is FocusGroupKind.CASUS]
    if not found:
        return (missing("de focusgroepen"),)
    return (Bullets(tuple(_group(shown, group) for group in found)),)


def _group(shown: ShownStudy, group: FocusGroup) -> Item:
    case = next((one for one in shown.cases if one.held.case_id == group.case_id), None)
    code = f", bij casus {case.told.code}" if case else ""
    on = f", {day_text(group.on)}" if group.on else ""
    added = _added(case, group) if case else ""
    name = f"{capital(group.title.strip())}{code}{on}."
    told = " ".join(filter(None, (as_sentence(group.result), added)))
    return Item((Run(name, Tone.STRONG),), (Run(told),) if told else ())


def _added(case: ShownCase, group: FocusGroup) -> str:
    """Which events of the line a focus group added, by number, and how many cruciale punten."""
    title, number = group.title.strip().casefold(), printed_numbers(case.told)
    of_group = [
        e
        for e in case.told.events
        if e.added_by is AddedBy.FOCUSGROEP and e.added_at.strip().casefold() in ("", title)
    ]
    punten = [
        punt
        for punt in case.told.punten
        if punt.added_by is AddedBy.FOCUSGROEP and punt.added_at.strip().casefold() in ("", title)
    ]
    said = []
    if of_group:
        word = "gebeurtenis" if len(of_group) == 1 else "gebeurtenissen"
        said.append(f"{word} {number_list(sorted(number[e.id] for e in of_group))}")
    if punten:
        said.append(count_text(len(punten), "cruciaal punt", "cruciale punten"))
    return f"Toegevoegd: {list_text(said)}." if said else ""


def knobs(shown: ShownStudy) -> tuple[Block, ...]:
    """Knop by level by n of N cases, with the cases behind each; a count over a chosen sample."""
    counted = knoppenteller(shown.study, shown.told)
    if not counted:
        return (missing("waaraan de gemeente kan draaien"),)
    return (filled_table(_KNOP_HEAD, [_knop_row(one) for one in counted], _KNOP_WIDTHS),)


def _knop_row(counted: CountedKnop) -> tuple[Cell, ...]:
    why = as_sentence(counted.knop.explanation)
    return (
        Cell(
            (Run(as_sentence(counted.knop.text)), *((Run(f" {why}", Tone.ASIDE),) if why else ()))
        ),
        cell(capital(counted.knop.level.label)),
        cell(counted.words),
        cell(list_text(list(counted.codes)) or "uit geen casus"),
    )


def test(shown: ShownStudy) -> tuple[Block, ...]:
    """What the closing focus group said of the result, and whether it knows each knop."""
    closing = [g for g in shown.study.focus_groups if g.kind is FocusGroupKind.AFSLUITEND]
    if not closing:
        return (missing("wat de afsluitende focusgroep van de uitkomst vindt"),)
    told = Bullets(tuple(_group(shown, group) for group in closing))
    rows = [
        (
            cell(as_sentence(one.knop.text)),
            cell(one.knop.holds.label),
            cell(as_sentence(one.knop.test_note)),
        )
        for one in knoppenteller(shown.study, shown.told)
    ]
    return (told, filled_table(_TEST_HEAD, rows, (3.0, 1.0, 3.0))) if rows else (told,)


def route(shown: ShownStudy) -> tuple[Block, ...]:
    """Which bodies speak of it, when, and what came of it."""
    if not shown.study.decisions:
        return (missing("de besluitroute"),)
    rows = [_route_row(step) for step in shown.study.decisions]
    return (filled_table(_ROUTE_HEAD, rows, _ROUTE_WIDTHS),)


def _route_row(step: Decision) -> tuple[Cell, ...]:
    return (
        cell(capital(step.body.strip())),
        cell(day_text(step.on, short=True) if step.on else "nog geen datum"),
        cell(as_sentence(step.asked)),
        cell(as_sentence(step.outcome)),
    )
