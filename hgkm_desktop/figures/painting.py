"""Any chart on a page: each sort is drawn by its own module."""

from __future__ import annotations

from hgkm_desktop.figures.chart import Chart
from hgkm_desktop.figures.drawing import draw_chart
from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.figures.figure_drawing import draw_figures
from hgkm_desktop.figures.renderer import Measure, Page, Write


def paint_chart(
    chart: Chart | FigureChart,
    page: Page,
    width: float,
    height: float,
    *,
    accent: str,
    measure: Measure,
    write: Write,
) -> None:
    """Draw a chart from the origin of a page, `width` by `height` points."""
    if isinstance(chart, FigureChart):
        draw_figures(chart, page, width, height, accent=accent, measure=measure, write=write)
    else:
        draw_chart(chart, page, width, height, accent=accent, measure=measure, write=write)
