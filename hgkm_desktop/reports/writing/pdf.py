"""Writing of a document as PDF, to a stream or to a file."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from errno import ENOSPC
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from shutil import copymode
from typing import BinaryIO

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.reports.content import Document, texts
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.blocks import Fit
from hgkm_desktop.reports.writing.flowables import plain
from hgkm_desktop.reports.writing.fonts import lacking, register
from hgkm_desktop.reports.writing.paper import Paper, Progress
from hgkm_desktop.reports.writing.story import FITS, story_of

MOST_TITLE_LINES = 2
_CASE_SUFFIX = ".hgkm"
_KIND_BYTES = 4
"""By its first bytes is known what kind of document a file is."""


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


def write_pdf(document: Document, target: BinaryIO, *, progress: Progress | None = None) -> None:
    """Write the document as PDF; the same document always gives the same bytes.

    `progress` is told after each page how much is done, from 0.0 to 1.0; what it raises passes
    through, and then nothing was written.
    """
    register()
    told = progress or _nobody
    fit, pages = _tried(document, told)
    made = BytesIO()
    _build(document, fit, made, pages, told)
    target.write(made.getvalue())


def text_fits(document: Document, *, roomy: bool = False) -> bool:
    """Whether the text stands on its pages when they are filled as far as they go; when `roomy`,
    with all the white that it is given first."""
    register()
    text = replace(document, timeline=None, annex=())
    fit = _fits_for(document)[0 if roomy else -1]
    try:
        _build(text, fit, None, {}, _at_most(document.text_pages))
    except _TooMany:
        return False
    return True


class _TooMany(Exception):
    """There is a page more than there may be; how many follow does not matter."""


def _at_most(pages: int) -> Progress:
    """Told of each page, it ends what takes more pages than this."""
    left = iter(range(pages))

    def told(_: float) -> None:
        if next(left, None) is None:
            raise _TooMany

    return told


def _fits_for(document: Document) -> tuple[Fit, ...]:
    """The fits to try, the roomiest first."""
    return FITS[1:] if document.dense else FITS


def _nobody(_: float) -> None:
    """Nobody wants to know."""


def _tried(document: Document, progress: Progress) -> tuple[Fit, Mapping[str, int]]:
    """The roomiest fit that keeps the text on its pages, and where its sections then begin."""
    fits = _fits_for(document)
    if not document.text_pages:
        return fits[0], _first_pages(document, fits[0], progress)
    text = replace(document, timeline=None, annex=())
    for fit in fits:
        tried = _build(text, fit, None, {}, lambda _: progress(0.0))
        excess = tried.counted.total() - document.text_pages
        if excess <= 0 or fit is FITS[-1]:
            return fit, tried.pages
        if excess > 1:
            break  # less white will not help
    tried = _build(text, FITS[-1], None, {}, lambda _: progress(0.0))
    return FITS[-1], tried.pages


def _first_pages(document: Document, fit: Fit, progress: Progress) -> Mapping[str, int]:
    """Where the sections begin, when the contents say it."""
    if not document.contents:
        return {}
    return _build(document, fit, None, {}, lambda _: progress(0.0)).pages


def _build(
    document: Document,
    fit: Fit,
    target: BinaryIO | None,
    pages: Mapping[str, int],
    progress: Progress,
) -> Paper:
    """Make the pages, as a draft without a target; `pages` come from an earlier draft."""
    story = story_of(document, fit, pages)
    paper = Paper(document, target or BytesIO(), story.said, progress)
    paper.make(story.pieces, story.root, is_draft=target is None)
    return paper


def write_file(document: Document, path: Path) -> None:
    """Write the document to a file, as a whole or not at all.

    Raises CannotWrite when the file or its folder cannot be written; a file that was there is
    then unchanged.
    """
    made = BytesIO()
    write_pdf(document, made)
    put_file(made.getvalue(), path)


def put_file(data: bytes, path: Path, *, private: bool = False) -> None:
    """Put what was made in a file, as a whole or not at all; `private` lets only its owner at it.

    Raises CannotWrite when the file or its folder cannot be written, or when something else than
    such a document stands there, such as a casusbestand; what was there is then unchanged.
    """
    try:
        target = path.resolve()
        _refuse_other_kind(target, data)
        _replace(target, data, private=private)
    except OSError as error:
        raise _cannot_write(error) from error


def _refuse_other_kind(target: Path, data: bytes) -> None:
    """Nothing but a document of the same kind is ever replaced by one."""
    is_other = target.suffix.lower() == _CASE_SUFFIX
    if target.is_file() and target.stat().st_size:
        with target.open("rb") as there:
            is_other = is_other or there.read(_KIND_BYTES) != data[:_KIND_BYTES]
    if is_other:
        raise CannotWrite(
            "Daar staat een ander bestand, bijvoorbeeld een casusbestand.",
            safe="Dat bestand is niet veranderd. Uw casus is veilig.",
            todo="Kies een andere naam voor het document.",
        )


def _replace(path: Path, data: bytes, *, private: bool) -> None:
    """Put the bytes beside the target first, so that a half-written file never takes its place."""
    beside = path.with_name(f".hgkm-{token_hex(8)}{path.suffix}")
    try:
        beside.touch(mode=0o600 if private else 0o666, exist_ok=False)
        with beside.open("r+b") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists() and not private:
            copymode(path, beside)
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
