"""The radertjes of a case on paper: what helped and what was in the way, as a board."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.case.casusverslag_depth import pairs, radertjes, talk
from hgkm_desktop.reports.case.document_head import (
    DISCLAIMER,
    MARKING,
    chosen,
    facts,
    handled,
    not_shown,
    pseudonymised,
    title_of,
)
from hgkm_desktop.reports.case.notitie_parts import heard, missing
from hgkm_desktop.reports.content import Document, Section
from hgkm_desktop.reports.let_through.counted import said
from hgkm_desktop.reports.let_through.shown import report_case
from hgkm_desktop.reports.options import TITLE_OF_VERSLAG, USUAL, DocumentOptions, fitting

SUBTITLE = "Radertjes"
_FOR_WHOM = "Woorden van de betrokkene, alleen met toestemming. Wie die intrekt, haalt ze weg."


def compose(
    case: Case,
    *,
    settings: FileSettings,
    made_on: date,
    version: int = 1,
    options: DocumentOptions = USUAL,
) -> Document:
    """The board of a case, and the sentences that were laid side by side.

    It is for those at the table, as the casusverslag is: words without consent are never in it, and
    once the case is deelbaar only what is meant for a verslag.
    Source: casuïstiekonderzoek, gesprek met betrokkene (docs/bronnen.md, bron 3).
    """
    options = fitting(options, case.state)
    told, _ = said(case, report_case(case, options), options)
    hidden, total = len(case.events) - len(told.events), len(case.events)
    opening = handled(_FOR_WHOM, pseudonymised(case))
    return Document(
        title=title_of(case),
        subtitle=SUBTITLE,
        code=case.code,
        version=version,
        made_on=made_on,
        state=case.state,
        organisation=settings.organisation.strip(),
        marking=MARKING if case.state is CaseState.IN_BEWERKING else "",
        facts=facts(case, made_on, version),
        opening=(heard(case), opening, *chosen(DocumentKind.RADERTJES, options)),
        sections=_sections(told),
        signature=f"{SUBTITLE} {case.code} · versie {version} · {case.state.label}",
        disclaimer=f"{DISCLAIMER} · {not_shown(hidden, total)}",
        accent=settings.accent,
        hidden=hidden,
        total=total,
        text_pages=1,
    )


def _sections(told: Case) -> tuple[Section, ...]:
    board = radertjes(told) or (missing("radertjes waarvoor toestemming is"),)
    rest = (("gesprek", talk(told)), ("naast_elkaar", pairs(told)))
    found = (Section(TITLE_OF_VERSLAG[key], blocks) for key, blocks in rest if blocks)
    return (Section(SUBTITLE, board), *found)
