"""What the casusverslag for facilitator and participants says about a case, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.case import casusverslag_case as about
from hgkm_desktop.reports.case import casusverslag_depth as depth
from hgkm_desktop.reports.case import casusverslag_learning as learning
from hgkm_desktop.reports.case import casusverslag_safety as safety
from hgkm_desktop.reports.case.casusverslag_events import events
from hgkm_desktop.reports.case.document_head import (
    DISCLAIMER,
    MARKING,
    chosen,
    decided,
    facts,
    handled,
    kept_at_table,
    not_shown,
    pseudonymised,
    round_goes_on,
    title_of,
    why,
)
from hgkm_desktop.reports.case.notitie_parts import heard
from hgkm_desktop.reports.content import Block, Document, Paragraph, Section
from hgkm_desktop.reports.let_through.counted import said
from hgkm_desktop.reports.let_through.held_back import emptied, held_back, held_back_words
from hgkm_desktop.reports.let_through.shown import report_case, still_hidden
from hgkm_desktop.reports.line.line_part import line_part
from hgkm_desktop.reports.options import TITLE_OF_VERSLAG, USUAL, DocumentOptions, fitting

KIND = DocumentKind.CASUSVERSLAG
SUBTITLE = "Casusverslag"
AFTER_THE_LINE = "Wat er gebeurde en wat wij ervan leren"
_NO_FUNCTIONS = "Dit verslag noemt organisaties, geen functies."

Part = tuple[str, Callable[[Case], tuple[Block, ...]]]
_BEFORE: tuple[Part, ...] = (
    ("zinnen", learning.sentences),
    ("kinderen", learning.children),
    ("startcheck", about.start_check),
    ("geweld", about.violence),
    ("leefgebieden", about.life_areas),
    ("criteria", depth.met_criteria),
    ("selectie", depth.chosen_because),
    ("gezin", about.household),
    ("deelnemers", about.table),
    ("gesprek", depth.talk),
)
_AFTER: tuple[Part, ...] = (
    ("radertjes", depth.radertjes),
    ("naast_elkaar", depth.pairs),
    ("factoren", depth.factors),
    ("punten", depth.punten),
    ("blikken", depth.fresh_looks),
    ("verschillen", learning.differences),
    ("cijfers", safety.scores),
    ("regie", safety.regie),
    ("fasen", safety.phases),
    ("voortbestaan", depth.persistence),
    ("lessen", learning.lessons),
    ("acties", learning.actions),
    ("vragen", learning.questions),
)


def compose(
    case: Case,
    *,
    settings: FileSettings,
    made_on: date,
    version: int = 1,
    options: DocumentOptions = USUAL,
) -> Document:
    """The casusverslag of a case: all that the table made together, with its line in between.

    It is for those who sat at the table, but it goes home with them and can be asked for by
    others. So it names organisations and never functions, as every document does that leaves the
    table: in a small town a function is one person. Belevingen stand side by side and are nowhere
    counted, sorted or drawn. Dates are as exact as they are known, unless `options` says less, and
    no finer than a month once the case is deelbaar: then the paper may leave the table.
    Source: de methode, documenten en wat de tafel verlaat (docs/bronnen.md, bron 4; what is named
    on paper is of this program itself, see there).
    """
    options = fitting(options, case.state)
    told, on_line = said(case, report_case(case, options), options)
    hidden, total = len(case.events) - len(told.events), len(case.events)
    title, held = title_of(case), held_back(KIND, seen(case), told, options)
    gone = emptied(KIND, told, held)
    happened: Part = ("gebeurtenissen", lambda shown: events(shown, options, hidden))
    hiding = not_shown(hidden, total, kept_at_table(case))
    return Document(
        title=title,
        subtitle=SUBTITLE,
        code=case.code,
        version=version,
        made_on=made_on,
        state=case.state,
        organisation=settings.organisation.strip(),
        marking=MARKING if case.state is CaseState.IN_BEWERKING else "",
        facts=facts(case, made_on, version),
        opening=_opening(case, options, held_back_words(held)),
        sections=_sections(told, _BEFORE, options),
        signature=f"Casusverslag {case.code} · versie {version} · {case.state.label}",
        disclaimer=f"{DISCLAIMER} · {hiding}{still_hidden(case)}",
        accent=settings.accent,
        hidden=hidden,
        total=total,
        timeline=line_part(told, on_line, title, f"versie {version} · {day_text(made_on)}"),
        annex_title=AFTER_THE_LINE,
        annex=_sections(told, (happened, *(p for p in _AFTER if p[0] not in gone)), options),
    )


def _sections(case: Case, parts: Iterable[Part], options: DocumentOptions) -> tuple[Section, ...]:
    """The sections that are wanted; one that nobody filled in is left out."""
    found = ((key, blocks(case)) for key, blocks in parts if options.has(key))
    return tuple(Section(TITLE_OF_VERSLAG[key], blocks) for key, blocks in found if blocks)


def _opening(case: Case, options: DocumentOptions, held: str) -> tuple[Paragraph, ...]:
    """Why this case, whether betrokkenen were heard, and how the verslag is to be handled."""
    handling = handled(_confidential(case), pseudonymised(case), _NO_FUNCTIONS, decided(case), held)
    return (
        *why(case),
        heard(case),
        handling,
        *round_goes_on(case),
        *chosen(KIND, options),
    )


def _confidential(case: Case) -> str:
    if case.state is CaseState.IN_BEWERKING:
        return "Vertrouwelijk, alleen voor wie aan deze tafel zit."
    return "Vertrouwelijk: alleen voor de begeleider en de deelnemers."
