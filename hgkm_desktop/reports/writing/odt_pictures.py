"""The pictures in a text document: the line of a case and its charts, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from hgkm_desktop.figures.chart import Chart
from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.reports.content import TimelinePage
from hgkm_desktop.reports.line.legend import Legend, legend_items
from hgkm_desktop.reports.line.timeline_drawing import draw_line, tiles
from hgkm_desktop.reports.line.timeline_page import (
    alts,
    fitting,
    line_of,
    metrics_of,
    sized,
    width_of,
)
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.fonts import draw_text, register, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, WIDE_FULL
from hgkm_desktop.reports.writing.picture import chart_height
from hgkm_desktop.reports.writing.svg_canvas import SvgCanvas

_ROOM = 142 * MM  # under the heading of a page that lies


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as SVG, its width and height in points, and what it shows in words."""

    svg: str
    size: tuple[float, float]
    alt: str


def line_pictures(page: TimelinePage, inks: Mapping[str, str]) -> Iterator[Drawn]:
    """The line with its legend, in as few parts as fit on pages."""
    register()
    page = sized(page)
    line_at = cache(partial(line_of, page))
    legend = Legend(legend_items(page.entries, line_at(0)))
    legend_height = legend.wrap(width_of(page), 0)[1]
    size_of = min(WIDE_FULL / width_of(page), page.larger)  # a wall is a page of A4 here
    room = _ROOM / size_of - legend_height
    step = fitting(line_at, room, 0.0)
    shown = line_at(step)
    cut = tiles(shown, room, metrics_of(page, step))
    for tile, alt in zip(cut, alts(page, shown, len(cut)), strict=True):
        size = (shown.width, tile.height + legend_height)
        canvas = SvgCanvas(*size, title=page.label, inks=inks)
        draw_line(canvas, shown, tile)
        canvas.translate(0, -size[1])
        legend.draw_on(canvas)
        yield Drawn(canvas.text(), (size[0] * size_of, size[1] * size_of), alt)


def chart_picture(
    chart: Chart | FigureChart, alt: str, caption: str, inks: Mapping[str, str]
) -> Drawn:
    """A chart as wide as the text."""
    from hgkm_desktop.figures.painting import paint_chart  # matplotlib: only with a chart

    register()
    size = (style.COLUMN_B, chart_height(chart))
    canvas = SvgCanvas(*size, title=caption, inks=inks)
    canvas.translate(0, -size[1])

    def write(x: float, y: float, text: str, size: float, bold: bool) -> None:
        draw_text(canvas, x, y, text, size, bold)

    accent = inks.get(COLOURS.accent, COLOURS.accent)
    paint_chart(chart, canvas, *size, accent=accent, measure=text_width, write=write)
    return Drawn(canvas.text(), size, alt)
