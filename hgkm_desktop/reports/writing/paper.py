"""The sheets of a PDF: their size and frames, and what stands at the head and foot of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from math import inf
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from hgkm_desktop.reports.content import Document, LineUse, TimelinePage
from hgkm_desktop.reports.line.timeline_page import WIDE_TOP
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing import sheet as sheets
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.fonts import clean, draw_text, fitted, text_width
from hgkm_desktop.reports.writing.house_style import inks
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.page_style import COLOURS, MM
from hgkm_desktop.reports.writing.sections import SectionFlow
from hgkm_desktop.reports.writing.sheet import (
    DATES,
    DISCLAIMER,
    LABEL,
    MARKING,
    NOTE,
    TITLE,
    NumberedCanvas,
    Sheet,
    draw_foot,
    draw_marking,
    draw_said,
)
from hgkm_desktop.reports.writing.surface import colour_of
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas

Progress = Callable[[float], None]

FIRST, NEXT, ANNEX = "first", "next", "annex"
_RUN_TOP = 21 * MM


def wide(number: int) -> str:
    """The name of the pages of a line, that lie; they are counted from 0."""
    return f"tijdlijn-{number}"


class Paper(BaseDocTemplate):
    """The sheets: what stands at the head and the foot of each, and how many of each there are.

    `said` are the elements, by name, of what stands on every page and is read once. `progress`
    is told at the end of each page how much is done, from 0.0 to 1.0; what it raises stops it.
    """

    canv: TaggedCanvas
    _nameSpace: dict[str, object]  # noqa: N815 (reportlab's own name)

    def __init__(
        self, document: Document, target: BinaryIO, said: dict[str, Element], progress: Progress
    ) -> None:
        self.document, self.said, self.progress = document, dict(said), progress
        self.counted: Counter[str] = Counter()
        self.pages: dict[str, int] = {}
        self.parts, self.done = 1, 0
        super().__init__(target, pagesize=style.PORTRAIT, pageTemplates=self._templates())

    def make(self, pieces: list[Flowable], root: Element, *, is_draft: bool = False) -> None:
        """Put the pieces on pages, with the structure in `root`; a draft is not written."""
        self.parts = sum(_parts(piece) for piece in pieces)
        meta = Meta(
            title=f"{self.document.subtitle} {self.document.code}",
            moment=datetime.combine(self.document.made_on, time(), UTC),
            author=self.document.organisation,
            subject=self.document.signature,
        )
        maker = _Draft if is_draft else NumberedCanvas
        canvas = partial(maker, root=root, meta=meta, inks=inks(self.document.accent))
        try:
            self.build(pieces, canvasmaker=canvas)
        finally:
            # They know this and this knows them: that ring would keep the document in memory.
            self.pageTemplates.clear()
            self._nameSpace.clear()
            vars(self).pop("pageTemplate", None)

    def _templates(self) -> list[PageTemplate]:
        return [
            PageTemplate(FIRST, [_frame(style.TOP)], self._first, pagesize=style.PORTRAIT),
            PageTemplate(NEXT, [_frame(_RUN_TOP)], self._next, pagesize=style.PORTRAIT),
            *(self._lying(number) for number in range(len(self.document.lying))),
            PageTemplate(ANNEX, [_frame(_RUN_TOP)], self._next, pagesize=style.PORTRAIT),
        ]

    def _lying(self, number: int) -> PageTemplate:
        """The pages of one line, that lie."""
        draw, sheet = partial(self._wide, number), _sheet_of(self.document.lying[number])
        return PageTemplate(wide(number), [_wide_frame(sheet)], draw, pagesize=sheet.size)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (reportlab's own name)
        """Remember the page that each section begins on."""
        self.done += _parts(flowable)
        if isinstance(flowable, SectionFlow) and flowable.title:
            self.pages.setdefault(flowable.title, self.page)

    def afterPage(self) -> None:  # noqa: N802 (reportlab's own name)
        self.progress(min(self.done / self.parts, 1.0))

    def _first(self, _canvas: Canvas, _: BaseDocTemplate) -> None:
        self._edges(sheets.TALL)

    def _next(self, _canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas = self._edges(sheets.TALL)
        size = style.SMALL.size
        base = style.PORTRAIT[1] - style.TOP - size
        canvas.setFillColor(colour_of(COLOURS.accent))
        code = fitted(self.document.code, style.COLUMN_A, size, True)
        draw_text(canvas, style.SIDE, base, code, size, True)
        canvas.setFillColor(colour_of(COLOURS.soft))
        title = fitted(self.document.title, style.COLUMN_B, size)
        draw_text(canvas, style.SIDE + style.TEXT_X, base, title, size, False)

    def _wide(self, number: int, _canvas: Canvas, _: BaseDocTemplate) -> None:
        page = self.document.lying[number]
        sheet, key = _sheet_of(page), wide(number)
        canvas = self._edges(sheet)
        if f"{key}-{LABEL}" in self.said:
            canvas.bookmarkHorizontal(key, 0, sheet.size[1])
            canvas.addOutlineEntry(clean(page.label), key)
        names = (LABEL, TITLE, NOTE, DATES)
        said = {name: self.said.pop(f"{key}-{name}", None) for name in names}
        _draw_wide_head(canvas, sheet, page, said)

    def _edges(self, sheet: Sheet) -> TaggedCanvas:
        """The marking at the head; the signature, the disclaimer and the page at the foot."""
        canvas = self.canv
        self.counted[str(self.pageTemplate.id)] += 1
        document, said = self.document, self.said
        draw_marking(canvas, document.marking, sheet, said.pop(MARKING, None))
        element = said.pop(DISCLAIMER, None)
        draw_foot(canvas, sheet, document.signature, document.disclaimer, self.page, element)
        return canvas


def _parts(piece: Flowable) -> int:
    """How much of a document a piece of it is, by its rows."""
    return max(len(getattr(piece, "rows", ())), 1)


class _Draft(NumberedCanvas):
    """A canvas to see what fits: nothing is written."""

    is_tried = True

    def save(self) -> None:
        """Nothing: it was only tried."""


def _frame(top: float) -> Frame:
    height = style.PORTRAIT[1] - top - style.FOOT_TOP
    return Frame(style.SIDE, style.FOOT_TOP, style.FULL, height, 0, 0, 0, 0)


def _sheet_of(page: TimelinePage) -> Sheet:
    """The sheet of a line: what hangs on a wall is large."""
    return sheets.WIDEST if page.use is LineUse.WALL else sheets.WIDE


def _wide_frame(sheet: Sheet) -> Frame:
    height = sheet.size[1] - WIDE_TOP - style.WIDE_FOOT_TOP
    return Frame(sheet.side, style.WIDE_FOOT_TOP, sheet.full, height, 0, 0, 0, 0)


def _draw_wide_head(
    canvas: TaggedCanvas, sheet: Sheet, page: TimelinePage, said: dict[str, Element | None]
) -> None:
    """The head of a landscape page: which line this is, of what, and of when."""
    top, left, right = sheet.size[1], sheet.side, sheet.right
    base, small = top - 15.4 * MM, style.SMALL
    bold = replace(small, bold=True)
    canvas.setFillColor(colour_of(COLOURS.accent))
    canvas.rect(left, top - 11 * MM, 31 * MM, 2 * MM, stroke=0, fill=1)
    draw_said(canvas, said.pop(LABEL, None), (left, base), page.label, inf, bold)
    canvas.setFillColor(colour_of(COLOURS.soft))
    below = (left, top - 18.9 * MM)
    draw_said(canvas, said.pop(DATES, None), below, page.dates, inf, style.LABEL)
    note = right - text_width(page.note, small.size)
    draw_said(canvas, said.pop(NOTE, None), (note, base), page.note, inf, small)
    canvas.setFillColor(colour_of(COLOURS.ink))
    x = left + style.WIDE_TEXT_X
    room = note - x - 6 * MM
    draw_said(canvas, said.pop(TITLE, None), (x, base), page.title, room, style.WIDE_TITLE)
