"""What the leertafelblad says about one case on the table, on two pages at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leaving import state_of_work
from hgkm_desktop.models.leertafel import Leertafel, TableCase
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.case.document_head import (
    DISCLAIMER,
    MARKING,
    decided,
    handled,
    kept_at_table,
    not_shown,
    pseudonymised,
    title_of,
)
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Document, Fact, Paragraph, Run
from hgkm_desktop.reports.let_through.shown import shown_case, still_hidden
from hgkm_desktop.reports.practice.leertafelblad_part import Part, shortened
from hgkm_desktop.reports.practice.leertafelblad_room import fitted_parts, with_parts
from hgkm_desktop.reports.practice.leertafelblad_second import MOMENTS
from hgkm_desktop.reports.practice.work_head import Making
from hgkm_desktop.reports.writing.pdf import title_excess

SUBTITLE = "Leertafelblad"
PAGES = 2
_REASON = 300  # characters
_NOT_READ = "In bewerking: nog niet alles is nagelezen op herleidbaarheid."


def compose(
    table: Leertafel,
    cases: Sequence[Case],
    making: Making,
    about: str = "",
) -> Document:
    """The leertafelblad of one case of the table: of the one with the id `about`, else the first.

    It says what bestuurders may see of the case, as the gespreksnotitie does, and what the table
    says of it. It names organisations and bestuurders, no other functions, and no date of the case
    is finer than a month. The first page answers what happened, what went well and what is asked
    of whom. Raises BadInput when no case is on the table or this one cannot be read.
    Source: de methode, documenten voor bestuurders (docs/bronnen.md, bron 1 en 4).
    """
    held, case = _about(table, cases, about)
    state, shown, version = state_of_work(table, cases), shown_case(case), making.version
    document = Document(
        title=title_of(case),
        subtitle=SUBTITLE,
        code=case.code,
        version=version,
        made_on=making.made_on,
        state=state,
        organisation=making.settings.organisation.strip(),
        marking=MARKING if state is CaseState.IN_BEWERKING else "",
        facts=(
            Fact("Casus", case.code),
            Fact("Leertafel", day_text(table.held_on) if table.held_on else "nog geen datum"),
            Fact("Versie", f"{version}, {day_text(making.made_on)}"),
            Fact("Staat", state.label.capitalize()),
        ),
        opening=(*_why(held, case), _handling(case, state)),
        sections=(),
        signature=f"Leertafelblad {case.code} · versie {version} · {state.label}",
        disclaimer=DISCLAIMER,
        accent=making.settings.accent,
        total=len(case.events),
        text_pages=PAGES,
        dense=True,
    )
    document = _with_short_title(document)
    parts = fitted_parts(document, table, shown)
    return _counted(with_parts(document, parts), case, parts)


def _about(table: Leertafel, cases: Sequence[Case], about: str) -> tuple[TableCase, Case]:
    if not table.cases:
        raise BadInput(
            "Op deze leertafel ligt nog geen casus.",
            todo="Kies eerst welke casus op tafel komt.",
        )
    held = next((one for one in table.cases if one.case_id == about), table.cases[0])
    case = next((one for one in cases if one.id == held.case_id), None)
    if case is None:
        raise BadInput(
            "Deze casus staat niet in dit bestand, of is niet te lezen.",
            todo="Kies een andere casus, of haal deze van de tafel.",
        )
    return held, case


def _why(held: TableCase, case: Case) -> tuple[Paragraph, ...]:
    """Why this case lies on the table, and whether who reads it decided in it."""
    reason = held.reason.strip() or case.reason.strip()
    kind = f"Waarom deze casus op tafel ligt: {held.kind.label}."
    said = shortened(f"{kind} {as_sentence(reason)}".strip(), _REASON)
    gaps = [] if reason else ["waarom deze casus is gekozen"]
    gaps += [] if decided(case) else ["of de burgemeester of de wethouder hier zelf besliste"]
    told = Paragraph((Run(said),))
    return (told, missing("; ".join(gaps))) if gaps else (told,)


def _handling(case: Case, state: CaseState) -> Paragraph:
    is_in_work = state is CaseState.IN_BEWERKING
    who = "wie aan deze tafel zit" if is_in_work else "wie aan deze leertafel zit"
    read = _NOT_READ if is_in_work else pseudonymised(case)
    return handled(f"Vertrouwelijk, alleen voor {who}.", read, decided(case))


def _with_short_title(document: Document) -> Document:
    """The document with a title of two lines at most: a longer one would take the first page."""
    excess = title_excess(document)
    if not excess:
        return document
    room = len(document.title) - excess - 1
    return replace(document, title=shortened(document.title, max(room, 1)))


def _counted(document: Document, case: Case, parts: Sequence[Part]) -> Document:
    """The document with how many events of the case do not stand in it."""
    listed = sum(part.kept for part in parts if part.heading == MOMENTS)
    hidden = document.total - listed
    hiding = not_shown(hidden, document.total, kept_at_table(case))
    words = f"{document.disclaimer} · {hiding}{still_hidden(case)}"
    return replace(document, hidden=hidden, disclaimer=words)
