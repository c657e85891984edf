"""The sheets of a PDF: their size and frames, and what stands at the head and foot of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import Document, TimelinePage
from hgkm_desktop.reports.fonts import REGULAR, clean, draw_text, fitted, text_width
from hgkm_desktop.reports.page_style import COLOURS, MM
from hgkm_desktop.reports.sections import SectionFlow
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
        self._edges(canvas, _TALL_SHEET)

    def _next(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._edges(canvas, _TALL_SHEET)
        size = style.SMALL.size
        base = style.PORTRAIT[1] - style.TOP - size
        canvas.setFillColor(HexColor(COLOURS.accent))
        code = fitted(self.document.code, style.COLUMN_A, size, True)
        draw_text(canvas, style.SIDE, base, code, size, True)
        canvas.setFillColor(HexColor(COLOURS.soft))
        title = fitted(self.document.title, style.COLUMN_B, size)
        draw_text(canvas, style.SIDE + style.TEXT_X, base, title, size, False)

    def _wide(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._edges(canvas, _WIDE_SHEET)
        if self.document.timeline is not None:
            _draw_wide_head(canvas, self.document.timeline)

    def _edges(self, canvas: Canvas, sheet: Sheet) -> None:
        """The marking at the head; the signature, the disclaimer and the page at the foot."""
        self.counted[str(self.pageTemplate.id)] += 1
        _draw_marking(canvas, self.document.marking, sheet)
        canvas.setStrokeColor(HexColor(COLOURS.rule))
        canvas.setLineWidth(style.HAIRLINE)
        canvas.line(sheet.side, sheet.foot_rule, sheet.right, sheet.foot_rule)
        size, base = style.LABEL.size, sheet.foot_rule - 1.2 * MM - style.LABEL.size
        canvas.setFillColor(HexColor(COLOURS.soft))
        signature = fitted(self.document.signature, sheet.signature_width, size)
        draw_text(canvas, sheet.side, base, signature, size, False)
        x, down = sheet.disclaimer_at
        disclaimer = fitted(self.document.disclaimer, sheet.disclaimer_width, size)
        draw_text(canvas, sheet.side + x, base - down, disclaimer, size, False)
        canvas.setFillColor(HexColor(COLOURS.ink))
        place = f"Pagina {self.page} van {self.total}"
        right = sheet.right - text_width(place, size, True)
        draw_text(canvas, right, base, place, size, True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the head and foot of a sheet stand; on a wide one the foot is one line."""

    size: tuple[float, float]
    side: float
    foot_rule: float
    signature_width: float
    disclaimer_at: tuple[float, float]
    disclaimer_width: float

    @property
    def right(self) -> float:
        return self.size[0] - self.side


_TALL_SHEET = Sheet(
    style.PORTRAIT,
    style.SIDE,
    style.FOOT_RULE,
    signature_width=140 * MM,
    disclaimer_at=(0, style.LABEL.leading),
    disclaimer_width=style.FULL,
)
_WIDE_SHEET = Sheet(
    style.LANDSCAPE,
    style.WIDE_SIDE,
    style.WIDE_FOOT_RULE,
    signature_width=78 * MM,
    disclaimer_at=(82 * MM, 0),
    disclaimer_width=158 * MM,
)


def _frame(top: float) -> Frame:
    height = style.PORTRAIT[1] - top - style.FOOT_TOP
    return Frame(style.SIDE, style.FOOT_TOP, style.FULL, height, 0, 0, 0, 0)


def _wide_frame() -> Frame:
    height = style.LANDSCAPE[1] - WIDE_TOP - style.WIDE_FOOT_TOP
    return Frame(style.WIDE_SIDE, style.WIDE_FOOT_TOP, style.WIDE_FULL, height, 0, 0, 0, 0)


def _draw_marking(canvas: Canvas, marking: str, sheet: Sheet) -> None:
    """What must not be missed, in a frame at the top right of every page."""
    if not marking:
        return
    size, high = style.SMALL.size, 5.4 * MM
    wide = text_width(marking, size, True) + 4 * MM
    x, y = sheet.right - wide, sheet.size[1] - style.MARKING_TOP - high
    canvas.setStrokeColor(HexColor(COLOURS.ink))
    canvas.setLineWidth(1)
    canvas.roundRect(x, y, wide, high, 1 * MM, stroke=1, fill=0)
    canvas.setFillColor(HexColor(COLOURS.ink))
    draw_text(canvas, x + 2 * MM, y + high / 2 - 0.34 * size, marking, size, True)


def _draw_wide_head(canvas: Canvas, page: TimelinePage) -> None:
    """The head of a landscape page: which line this is, of what, and of when."""
    top, left, right = style.LANDSCAPE[1], style.WIDE_SIDE, _WIDE_SHEET.right
    base, small, large = top - 15.4 * MM, style.SMALL.size, style.WIDE_TITLE.size
    canvas.setFillColor(HexColor(COLOURS.accent))
    canvas.rect(left, top - 11 * MM, 31 * MM, 2 * MM, stroke=0, fill=1)
    draw_text(canvas, left, base, page.label, small, True)
    canvas.setFillColor(HexColor(COLOURS.soft))
    draw_text(canvas, left, top - 18.9 * MM, "data op de maand", style.LABEL.size, False)
    note = right - text_width(page.note, small)
    draw_text(canvas, note, base, page.note, small, False)
    canvas.setFillColor(HexColor(COLOURS.ink))
    x = left + style.WIDE_TEXT_X
    draw_text(canvas, x, base, fitted(page.title, note - x - 6 * MM, large, True), large, True)
