"""What the gespreksnotitie for burgemeester and wethouder says about a case, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import CaseState, DocumentKind
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
    title_of,
    why,
)
from hgkm_desktop.reports.case.notitie_parts import (
    Part,
    children,
    differences,
    five_sentences,
    lessons,
    moved_together,
    questions,
    risks,
    went_badly,
    went_well,
)
from hgkm_desktop.reports.case.notitie_requests import asked_of_you, requests
from hgkm_desktop.reports.case.notitie_room import (
    FURTHER,
    first_sentences,
    fits,
    section_height,
)
from hgkm_desktop.reports.content import Document, Paragraph, Run, Section
from hgkm_desktop.reports.let_through.counted import said
from hgkm_desktop.reports.let_through.held_back import emptied, held_back, held_back_words
from hgkm_desktop.reports.let_through.shown import chosen_case, shown_case, still_hidden
from hgkm_desktop.reports.line.line_part import line_part
from hgkm_desktop.reports.options import USUAL, DocumentOptions, no_finer_than_month
from hgkm_desktop.reports.writing.pdf import text_fits

KIND = DocumentKind.GESPREKSNOTITIE
SUBTITLE = "Gespreksnotitie burgemeester en wethouder"
ANNEX = "Bijlage A"
WHY = "Waarom deze casus"
ROOM_FOR_REASON = 320  # characters


def compose(
    case: Case,
    *,
    settings: FileSettings,
    made_on: date,
    version: int = 1,
    options: DocumentOptions = USUAL,
) -> Document:
    """The gespreksnotitie of a case: two pages, and a page with its timeline.

    Only what may be shown and was chosen is in it; it names organisations, never functions, and
    no date is finer than a month. The children, whether betrokkenen were heard and what is asked
    are always there.
    Source: de methode, documenten voor bestuurders (docs/bronnen.md, bron 1 en 4).
    """
    options = no_finer_than_month(options)
    shown, on_line = said(case, shown_case(case, options), options)
    reason, reason_in_full = _why(case)
    held = held_back(KIND, chosen_case(seen(case)), shown, options)
    opening = (*reason, *_handling(case, options, held_back_words(held)))
    hidden, total = len(case.events) - len(shown.events), len(case.events)
    title, asked = title_of(case), asked_of_you(shown)
    hiding = not_shown(hidden, total, kept_at_table(case))
    document = Document(
        title=title,
        subtitle=SUBTITLE,
        code=case.code,
        version=version,
        made_on=made_on,
        state=case.state,
        organisation=settings.organisation.strip(),
        marking=MARKING if case.state is CaseState.IN_BEWERKING else "",
        facts=facts(case, made_on, version),
        opening=opening,
        sections=(asked,),
        signature=f"Gespreksnotitie {case.code} · versie {version} · {case.state.label}",
        disclaimer=f"{DISCLAIMER} · {hiding}{still_hidden(case)}",
        accent=settings.accent,
        hidden=hidden,
        total=total,
        timeline=line_part(shown, on_line, title, f"versie {version} · {day_text(made_on)}"),
        annex_title=ANNEX,
        annex=reason_in_full,
        text_pages=2,
    )
    return _fitting(document, _parts(shown, options, emptied(KIND, shown, held)))


def _parts(case: Case, options: DocumentOptions, gone: Collection[str]) -> tuple[Part, ...]:
    """The sections in the order in which they are read; what nobody needs, or of which nothing
    may be shown (`gone`), is left out."""
    parts = (
        ("zinnen", five_sentences(case)),
        (None, children(case)),
        ("goed", went_well(case)),
        ("niet_oke", went_badly(case)),
        ("risico", risks(case)),
        ("verschillen", differences(case)),
        ("lessen", lessons(case)),
        (None, requests(case)),
        ("vragen", questions(case)),
    )
    return tuple(
        part
        for key, part in parts
        if part.section.blocks and (key is None or (options.has(key) and key not in gone))
    )


def _fitting(document: Document, parts: Sequence[Part]) -> Document:
    """The document with these parts, of which so much moved to the annex that the text fits.

    The highest part gives up its last item first, the story in five sentences only when nothing
    else can move; what is asked and the children never do. When even that is too much, one
    section stands for all that moved as a whole.
    """
    found = list(parts)
    while not _fits(made := _with_parts(document, found)):
        movable = [(place > 0, section_height(p.section), place) for place, p in enumerate(found)]
        movable = [one for one in movable if found[one[2]].fewer is not None]
        if not movable:
            return made if text_fits(made) else _with_parts(document, found, together=True)
        highest = max(movable)[2]
        fewer = found[highest].fewer
        found[highest] = fewer() if fewer is not None else found[highest]
    return made


def _fits(document: Document) -> bool:
    """Whether the text stands on its two pages: guessed first, as trying takes much longer."""
    return fits(document.title, document.opening, document.sections) and text_fits(document)


def _with_parts(document: Document, parts: Sequence[Part], *, together: bool = False) -> Document:
    """The document with these parts after what it has, and in its annex what moved there."""
    gone = [part.section.heading for part in parts if together and part.has_moved]
    kept = tuple(part.section for part in parts if part.section.heading not in gone)
    return replace(
        document,
        sections=(*document.sections, *kept, *((moved_together(gone),) if gone else ())),
        annex=(*document.annex, *(Section(p.section.heading, p.rest) for p in parts if p.rest)),
    )


def _why(case: Case) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """Why this case, in few words; and the rest of it for the annex."""
    kept, rest = first_sentences(case.reason, ROOM_FOR_REASON)
    if not rest:
        return why(case), ()
    words = f"{kept} {FURTHER}".strip()
    return why(replace(case, reason=words)), (Section(WHY, (Paragraph((Run(rest),)),)),)


def _handling(case: Case, options: DocumentOptions, held: str) -> tuple[Paragraph, ...]:
    """How the notitie is to be handled, whether the readers decided, and what was chosen."""
    handling = handled(_confidential(case), pseudonymised(case), decided(case), held)
    return (handling, *chosen(KIND, options))


def _confidential(case: Case) -> str:
    if case.state is CaseState.IN_BEWERKING:
        return "Vertrouwelijk, alleen voor wie aan deze tafel zit."
    return "Vertrouwelijk: alleen voor burgemeester, wethouder en hun adviseurs."
