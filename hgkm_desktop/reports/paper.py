"""The sheets of a PDF: their size and frames, and what stands at the head and foot of each."""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports import sheet as sheets
from hgkm_desktop.reports.content import Document, TimelinePage
from hgkm_desktop.reports.fonts import REGULAR, clean, draw_text, fitted, text_width
from hgkm_desktop.reports.page_style import COLOURS, MM
from hgkm_desktop.reports.sections import SectionFlow
from hgkm_desktop.reports.sheet import Sheet, draw_foot, draw_marking
from hgkm_desktop.reports.surface import colour_of
from hgkm_desktop.reports.timeline_page import WIDE_TOP

PROGRAM = "HGKM Desktop"
FIRST, NEXT, WIDE, ANNEX = "first", "next", "wide", "annex"
_RUN_TOP = 21 * MM


class Paper(BaseDocTemplate):
    """The sheets: what stands at the head and the foot of each, and how many of each there are."""

    def __init__(self, document: Document, target: BinaryIO, total: int) -> None:
        self.document, self.total = document, total
        self.counted: Counter[str] = Counter()
        self.pages: dict[str, int] = {}
        author = clean(document.organisation) or PROGRAM
        super().__init__(
            target,
            pagesize=style.PORTRAIT,
            pageTemplates=self._templates(),
            title=f"{document.subtitle} {document.code}",
            author=author,
            subject=document.signature,
            creator=PROGRAM,
            producer=PROGRAM,
            lang="nl-NL",
            displayDocTitle=1,
            initialFontName=REGULAR,
            invariant=1,
        )

    def _templates(self) -> list[PageTemplate]:
        return [
            PageTemplate(FIRST, [_frame(style.TOP)], self._first, pagesize=style.PORTRAIT),
            PageTemplate(NEXT, [_frame(_RUN_TOP)], self._next, pagesize=style.PORTRAIT),
            PageTemplate(WIDE, [_wide_frame()], self._wide, pagesize=style.LANDSCAPE),
            PageTemplate(ANNEX, [_frame(_RUN_TOP)], self._next, pagesize=style.PORTRAIT),
        ]

    def beforeDocument(self) -> None:  # noqa: N802 (reportlab's own name)
        made = self.document.made_on
        self.canv.setDateFormatter(lambda *_: f"D:{made:%Y%m%d}000000Z")

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (reportlab's own name)
        """Remember the page that each section begins on."""
        if isinstance(flowable, SectionFlow) and flowable.title:
            self.pages.setdefault(flowable.title, self.page)

    def _first(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._edges(canvas, sheets.TALL)

    def _next(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._edges(canvas, sheets.TALL)
        size = style.SMALL.size
        base = style.PORTRAIT[1] - style.TOP - size
        canvas.setFillColor(colour_of(COLOURS.accent))
        code = fitted(self.document.code, style.COLUMN_A, size, True)
        draw_text(canvas, style.SIDE, base, code, size, True)
        canvas.setFillColor(colour_of(COLOURS.soft))
        title = fitted(self.document.title, style.COLUMN_B, size)
        draw_text(canvas, style.SIDE + style.TEXT_X, base, title, size, False)

    def _wide(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._edges(canvas, sheets.WIDE)
        if self.document.timeline is not None:
            _draw_wide_head(canvas, self.document.timeline)

    def _edges(self, canvas: Canvas, sheet: Sheet) -> None:
        """The marking at the head; the signature, the disclaimer and the page at the foot."""
        self.counted[str(self.pageTemplate.id)] += 1
        document = self.document
        draw_marking(canvas, document.marking, sheet)
        draw_foot(canvas, sheet, document.signature, document.disclaimer, self.page, self.total)


def _frame(top: float) -> Frame:
    height = style.PORTRAIT[1] - top - style.FOOT_TOP
    return Frame(style.SIDE, style.FOOT_TOP, style.FULL, height, 0, 0, 0, 0)


def _wide_frame() -> Frame:
    height = style.LANDSCAPE[1] - WIDE_TOP - style.WIDE_FOOT_TOP
    return Frame(style.WIDE_SIDE, style.WIDE_FOOT_TOP, style.WIDE_FULL, height, 0, 0, 0, 0)


def _draw_wide_head(canvas: Canvas, page: TimelinePage) -> None:
    """The head of a landscape page: which line this is, of what, and of when."""
    top, left, right = style.LANDSCAPE[1], style.WIDE_SIDE, sheets.WIDE.right
    base, small, large = top - 15.4 * MM, style.SMALL.size, style.WIDE_TITLE.size
    canvas.setFillColor(colour_of(COLOURS.accent))
    canvas.rect(left, top - 11 * MM, 31 * MM, 2 * MM, stroke=0, fill=1)
    draw_text(canvas, left, base, page.label, small, True)
    canvas.setFillColor(colour_of(COLOURS.soft))
    draw_text(canvas, left, top - 18.9 * MM, page.dates, style.LABEL.size, False)
    note = right - text_width(page.note, small)
    draw_text(canvas, note, base, page.note, small, False)
    canvas.setFillColor(colour_of(COLOURS.ink))
    x = left + style.WIDE_TEXT_X
    draw_text(canvas, x, base, fitted(page.title, note - x - 6 * MM, large, True), large, True)
