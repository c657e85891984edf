"""How much of each section of a leertafelblad stands on its two pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.practice.leertafelblad_first import first_page
from hgkm_desktop.reports.practice.leertafelblad_part import Part
from hgkm_desktop.reports.practice.leertafelblad_second import second_page
from hgkm_desktop.reports.writing.pdf import text_fits

Parts = tuple[Part, ...]


def fitted_parts(document: Document, table: Leertafel, case: Case) -> Parts:
    """The parts of the blad that `document` is the head of, with as much as its pages hold.

    What is asked gives way last, and the story and the children never as a whole.
    """

    def fits(parts: Parts) -> bool:
        return text_fits(with_parts(document, parts))

    first = _first(document, table, case)
    second = tuple(replace(part, least=0) for part in second_page(table, case))
    second = _fewer_until(lambda parts: fits((*first, *parts)), second)
    held = tuple(replace(part, least=min(part.total, 1)) for part in first)
    return _fewer_until(fits, (*held, *second))


def with_parts(document: Document, parts: Sequence[Part]) -> Document:
    """The document with these parts as its sections."""
    return replace(document, sections=tuple(part.section for part in parts))


def _first(document: Document, table: Leertafel, case: Case) -> Parts:
    """The parts that fit the first page: at first with all words, then with fewer.

    When they do not even then, what is asked comes right after the story, so that it stands on that
    page, and what went well as far as it has room.
    """
    page = replace(document, text_pages=1)

    def fits(parts: Parts) -> bool:
        return text_fits(with_parts(page, parts), roomy=True)

    parts = first_page(table, case)
    if fits(parts):
        return parts
    parts = first_page(table, case, briefly=True)
    fewer = _fewer_until(fits, parts)
    if fits(fewer):
        return fewer
    story, children, well, asked = parts
    return (story, asked, well, children)


def _fewer_until(fits: Callable[[Parts], bool], parts: Parts) -> Parts:
    """The parts: as long as they do not fit, the one with most to spare gives up an item."""
    found = list(parts)
    while not fits(tuple(found)):
        spare = [(part.kept - part.least, place) for place, part in enumerate(found)]
        most, place = max(spare, default=(0, 0))
        if most <= 0:
            break
        found[place] = found[place].fewer()
    return tuple(found)
