"""The verslag of a leertafel, for those who were there: what was said, asked and promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.clock import clock_text
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.leaving import state_of_work
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.terms import Answer, CaseState
from hgkm_desktop.reports.case.casusverslag_blocks import capital
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Block, Document, Fact, Paragraph, Run, Section
from hgkm_desktop.reports.practice import leertafelverslag_parts as parts
from hgkm_desktop.reports.practice.earlier_told import earlier_told
from hgkm_desktop.reports.practice.leertafelverslag_parts import Told
from hgkm_desktop.reports.practice.work_head import Head, Making, document, said

SUBTITLE = "Verslag van de leertafel"
_FOR_WHOM = "Vertrouwelijk: alleen voor wie aan deze leertafel zat."


def compose(
    table: Leertafel, cases: Sequence[Case], earlier: Sequence[Followed], making: Making
) -> Document:
    """The verslag, for those who were at the table; so it says who they were.

    `cases` are those of it that can be read: they are named by code and title, and nothing else of
    them is told than whether betrokkenen were heard. `earlier` are the actions that were asked
    about. Functions of owners and of uitvoerders are never in it.
    Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
    """
    found = {case.id: case for case in cases}
    told = Told(table, {case.id: case.code for case in cases})
    state = state_of_work(table, cases)
    head = Head(
        code=table.code,
        title=table.title.strip() or f"Leertafel {table.code}",
        subtitle=SUBTITLE,
        signed=SUBTITLE,
        state=state,
        facts=(Fact("Leertafel", table.code), *_held(table)),
        opening=(_heard([found[c.case_id] for c in table.cases if c.case_id in found]),),
        for_whom=_FOR_WHOM,
    )
    return document(head, making, _sections(told, found, earlier, state))


def _held(table: Leertafel) -> tuple[Fact, ...]:
    if table.held_on is None:
        return ()
    at = "" if table.starts_at is None else f", {clock_text(table.starts_at)}"
    return (Fact("Gehouden op", f"{day_text(table.held_on)}{at}"),)


def _heard(cases: Sequence[Case]) -> str:
    """In which cases betrokkenen were heard, in which not, and of which nobody said so."""
    sentences = (
        (Answer.JA, "Betrokkenen zijn gehoord in {}."),
        (Answer.NEE, "Betrokkenen zijn niet gehoord in {}."),
        (Answer.ONBEKEND, "Niet ingevuld is of betrokkenen zijn gehoord in {}."),
    )
    codes = {
        answer: [case.code for case in cases if case.start_check.heard is answer]
        for answer, _ in sentences
    }
    return " ".join(
        words.format(list_text(codes[answer])) for answer, words in sentences if codes[answer]
    )


def _sections(
    told: Told, found: dict[str, Case], earlier: Sequence[Followed], state: CaseState
) -> Iterator[Section]:
    table = told.table
    day = () if table.held_on else (missing("wanneer de leertafel was"),)
    yield Section("Wie er waren", (*said(capital(table.present.strip()), "wie er waren"), *day))
    yield Section("Welke casussen, en waarom", parts.cases(table, found))
    yield Section("Eerdere acties", earlier_told(table, earlier, state))
    yield Section("Signalen van de teams", parts.signals(told))
    yield Section("Wat is besproken", parts.agenda(told))
    yield Section("Wat ging goed", parts.successes(told))
    yield Section("Waar loopt het vast", parts.knelpunten(told))
    yield Section("Wat van wie is gevraagd", parts.asked(told), tinted=True)
    yield Section("Wat bestuurders meenemen", _reflections(table))
    if table.begrippen:
        terms = [(f"‘{begrip.term.strip()}’", begrip.meaning) for begrip in table.begrippen]
        yield Section("Begrippen", parts.each(terms, ""))
    yield Section("Andere acties", parts.actions(told))
    yield Section("Conclusie", said(table.conclusion, "de conclusie"))
    yield Section("De volgende leertafel", (_next(table),))


def _reflections(table: Leertafel) -> tuple[Block, ...]:
    who = [(one.who or "Een bestuurder", one.text) for one in table.reflections]
    return parts.each(who, "wat de bestuurders meenemen")


def _next(table: Leertafel) -> Paragraph:
    if table.next_on is None:
        return missing("wanneer de volgende leertafel is")
    return Paragraph((Run(as_sentence(capital(day_text(table.next_on)))),))
