"""A chart as a piece of a page."""

from __future__ import annotations

from hgkm_desktop.figures.chart import Chart
from hgkm_desktop.figures.figure_chart import FigureChart, FigureShape
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.flowables import Piece
from hgkm_desktop.reports.writing.fonts import draw_text, text_width
from hgkm_desktop.reports.writing.page_style import MM

_HEIGHT, _LOW = 66 * MM, 44 * MM
_BAR, _AROUND_BARS = 5.2 * MM, 18 * MM  # one under each other; and their head and caveat


def chart_height(chart: Chart | FigureChart) -> float:
    """How high a chart is on paper, in points; several of those of an area stand on one page."""
    if not isinstance(chart, FigureChart):
        return _HEIGHT
    if chart.shape is FigureShape.UNDER:
        return _AROUND_BARS + len(chart.marks) * _BAR
    return _LOW


class Drawing(Piece):
    """A chart as wide as it may be, that belongs to a figure of the structure."""

    def __init__(self, chart: Chart | FigureChart, element: Element, accent: str) -> None:
        super().__init__()
        self.chart, self.element, self.accent = chart, element, accent

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, chart_height(self.chart)
        return width, self.height

    def draw(self) -> None:
        self.element.box = self.canv.box(0, 0, self.width, self.height)
        from hgkm_desktop.figures.painting import paint_chart  # matplotlib: only with a chart

        with owned(self.canv, self.element):
            paint_chart(
                self.chart,
                self.canv,
                self.width,
                self.height,
                accent=self.accent,
                measure=text_width,
                write=self._write,
            )

    def _write(self, x: float, y: float, text: str, size: float, bold: bool) -> None:
        draw_text(self.canv, x, y, text, size, bold)
