"""Writing of a document as PDF, to a stream or to a file."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Mapping
from errno import ENOSPC
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import Document, texts
from hgkm_desktop.reports.flowables import plain
from hgkm_desktop.reports.fonts import lacking, register
from hgkm_desktop.reports.line_document import LineDocument
from hgkm_desktop.reports.page_style import MM
from hgkm_desktop.reports.paper import ANNEX, FIRST, NEXT, WIDE, Paper
from hgkm_desktop.reports.sections import Look, Placed, Row, SectionFlow
from hgkm_desktop.reports.story import FITS, Fit, opening, section_flow, with_pages
from hgkm_desktop.reports.timeline_page import timeline_flowables

MOST_TEXT_PAGES = 2
MOST_TITLE_LINES = 2


class CannotWrite(HgkmError):
    """A document cannot be put where it was asked for; what was there is unchanged."""


def missing_characters(document: Document | LineDocument) -> tuple[str, ...]:
    """The characters that are printed as a box, because the font lacks them; each once."""
    found: dict[str, None] = {}
    for text in texts(document):
        found.update(dict.fromkeys(sorted(lacking(text))))
    return tuple(found)


def title_excess(document: Document) -> int:
    """How many characters the title must lose to fit on two lines; 0 when it fits."""
    register()
    title = document.title
    too_long = bisect_left(range(len(title) + 1), True, key=lambda n: not _fits(title[:n]))
    return len(title) + 1 - too_long


def _fits(title: str) -> bool:
    """Whether a title stands on two lines; a longer one with the same start takes as many."""
    _, height = plain(title, style.TITLE).wrap(style.LONGEST_LINE, style.PORTRAIT[1])
    return height <= MOST_TITLE_LINES * style.TITLE.leading


def write_pdf(document: Document, target: BinaryIO) -> None:
    """Write the document as PDF; the same document always gives the same bytes."""
    register()
    fit, tried = _tried(document)
    _build(document, fit, target, tried)


def _tried(document: Document) -> tuple[Fit, Paper]:
    """The roomiest fit that keeps the text on its two pages, and how it came out."""
    for fit in FITS:
        tried = _build(document, fit, BytesIO(), None)
        excess = tried.counted[FIRST] + tried.counted[NEXT] - MOST_TEXT_PAGES
        if excess <= 0 or fit is FITS[-1]:
            return fit, tried
        if excess > 1:
            break  # less white will not help
    return FITS[-1], _build(document, FITS[-1], BytesIO(), None)


def _build(document: Document, fit: Fit, target: BinaryIO, tried: Paper | None) -> Paper:
    """Make the pages; page numbers that are not known until the end come from an earlier try."""
    paper = Paper(document, target, tried.counted.total() if tried else 0)
    paper.build(_story(document, fit, tried.pages if tried else {}))
    return paper


def _story(document: Document, fit: Fit, pages: Mapping[str, int]) -> list[Flowable]:
    story: list[Flowable] = [NextPageTemplate(NEXT), opening(document)]
    for number, section in enumerate(document.sections, 1):
        story.append(section_flow(with_pages(section, pages), fit, f"deel-{number}"))
    if document.timeline is not None:
        story += [NextPageTemplate(WIDE), PageBreak(), *timeline_flowables(document.timeline)]
    if document.annex:
        story += [NextPageTemplate(ANNEX), PageBreak(), _annex_title(document)]
    for number, section in enumerate(document.annex, 1):
        story.append(section_flow(section, fit, f"bijlage-{number}"))
    return story


def _annex_title(document: Document) -> Flowable:
    title = plain(document.annex_title, style.WIDE_TITLE)
    row = Row([Placed(style.TEXT_X, style.COLUMN_B, title)], above=2 * MM)
    return SectionFlow([row], Look.OPENING, title=document.annex_title, key="bijlage")


def write_file(document: Document, path: Path) -> None:
    """Write the document to a file, as a whole or not at all.

    Raises CannotWrite when the file or its folder cannot be written; a file that was there is
    then unchanged.
    """
    made = BytesIO()
    write_pdf(document, made)
    put_file(made.getvalue(), path)


def put_file(data: bytes, path: Path) -> None:
    """Put what was made in a file, as a whole or not at all.

    Raises CannotWrite when the file or its folder cannot be written; a file that was there is
    then unchanged.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise _cannot_write(error) from error


def _replace(path: Path, data: bytes) -> None:
    """Put the bytes beside the target first, so that a half-written file never takes its place."""
    beside = path.with_name(f".hgkm-{token_hex(8)}{path.suffix}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _cannot_write(error: OSError) -> CannotWrite:
    safe = "Een document dat er al stond, is niet veranderd. Uw casus is veilig."
    if error.errno == ENOSPC:
        return CannotWrite(
            "Het document past niet meer op de schijf.",
            safe=safe,
            todo="Maak ruimte vrij of kies een andere schijf.",
        )
    if isinstance(error, FileNotFoundError):
        return CannotWrite(
            "De map voor het document is er niet.", safe=safe, todo="Kies een andere map."
        )
    return CannotWrite(
        "Het document kan hier niet worden geschreven.",
        safe=safe,
        todo="Sluit het document als het elders open staat, of kies een andere map.",
    )
