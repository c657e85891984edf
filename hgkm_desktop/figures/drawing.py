"""Charts drawn by matplotlib: readable in grey, numbers written at what they belong to."""

from __future__ import annotations

from math import inf
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from hgkm_desktop.figures.chart import Chart, ChartKind
from hgkm_desktop.figures.renderer import Measure, Page, PageRenderer, Write
from hgkm_desktop.models.dutch import number_text

__all__ = [
    *("GRID", "INK", "SETTINGS", "SOFT", "fitted", "overlap", "value_text"),
    *("Measure", "Page", "Write", "draw_chart"),
]

_SMALL, _VALUE = 9.0, 10.0
INK, SOFT, GRID = "#1a1a1a", "#4a5157", "#dfe3e6"
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
_HATCHES = ("", "////", "", "xxxx", "....", "\\\\\\\\")
SETTINGS: dict[Any, Any] = {
    "text.parse_math": False,
    "path.simplify": False,
    "hatch.linewidth": 0.8,
}
_LEGEND_ROW = 15.0
_ROOM_LEFT, _ROOM_TOP, _ROOM_BELOW = 26.0, 12.0, 20.0
_NO_NUMBERS = "Er zijn geen cijfers om te tekenen."
_CUT = "…"
_POINT, _HIGH = 7.0, 8.0  # how large a point is, and how high a value

_Spot = tuple[float, float]
_Box = tuple[float, float, float, float]


def draw_chart(
    chart: Chart,
    page: Page,
    width: float,
    height: float,
    *,
    accent: str,
    measure: Measure,
    write: Write,
) -> None:
    """Draw a chart from the origin of a page, `width` by `height` points.

    Series differ by shape or hatch, never by colour alone; where a value is missing stands no
    bar. Of points each series has its own moments: those where it has no value are not of it.
    `measure` and `write` are of the fonts of the page.
    """
    with rc_context(SETTINGS):
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        figure.patch.set_visible(False)
        rows = _draw_legend(figure, chart, width, measure, accent)
        below = _ROOM_BELOW + rows * _LEGEND_ROW
        high = max(height - below - _ROOM_TOP, 1.0)
        box = (_ROOM_LEFT / width, below / height, 1 - 2 * _ROOM_LEFT / width, high / height)
        axes = figure.add_axes(box)
        _lay_out(axes, chart)
        draw = _draw_bars if chart.kind is ChartKind.BARS else _draw_points
        _write_values(axes, draw(axes, chart, accent), measure)
        _label_places(axes, chart, box[2] * width, measure)
        figure.draw(PageRenderer(page, width, height, measure, write))


def _lay_out(axes: Axes, chart: Chart) -> None:
    """The scale from nothing up, with quiet lines; only the foot has an edge."""
    values = [v for one in chart.series for v in one.values if v is not None]
    most = chart.most or max(values, default=0.0) * 1.15 or 1.0
    axes.set_ylim(0, most * (1.06 if chart.most else 1.0))
    axes.set_facecolor("none")
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 5, 10], integer=most >= 5))
    axes.yaxis.set_major_formatter(lambda value, _: value_text(value))
    axes.grid(axis="y", color=GRID, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=_SMALL, labelcolor=SOFT, pad=4)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(INK)
        spine.set_linewidth(0.8)
    if not values:
        axes.set_yticks([])
        axes.text(
            0.5,
            0.5,
            _NO_NUMBERS,
            fontsize=_VALUE,
            color=SOFT,
            ha="center",
            transform=axes.transAxes,
        )


def value_text(value: float) -> str:
    """A value the Dutch way; a decimal only where there is one."""
    return number_text(value, 0 if float(value).is_integer() else 1)


def _draw_bars(axes: Axes, chart: Chart, accent: str) -> list[_Spot]:
    """A group of bars for each label; gives where their values belong."""
    count, spots = max(len(chart.series), 1), list[_Spot]()
    wide = 0.8 / count
    for number, one in enumerate(chart.series):
        look = _bar_look(number, accent)
        for label, value in enumerate(one.values):
            if value is None:
                continue
            x = label - 0.4 + (number + 0.5) * wide
            axes.bar(x, value, wide * 0.9, **look)
            spots.append((x, value))
    axes.set_xlim(-0.6, max(len(chart.labels), 1) - 0.4)
    return spots


def _bar_look(number: int, accent: str) -> dict[str, Any]:
    solid = number % 2 == 0
    return {
        "facecolor": accent if number == 0 else INK if solid and number == 2 else "#ffffff",
        "edgecolor": accent if number < 2 else INK,
        "hatch": _HATCHES[number % len(_HATCHES)],
        "linewidth": 0.8,
    }


def _draw_points(axes: Axes, chart: Chart, accent: str) -> list[_Spot]:
    """The points of each series joined by a thin dotted line; gives where they stand."""
    places = chart.places or tuple(map(float, range(len(chart.labels))))
    spots: list[_Spot] = []
    for number, one in enumerate(chart.series):
        ink = accent if number % 2 == 0 else INK
        pairs = zip(places, one.values, strict=True)
        known = [(x, value) for x, value in pairs if value is not None]
        look: dict[str, Any] = {
            "marker": _MARKERS[number % len(_MARKERS)],
            "markersize": 6.5,
            "color": ink,
        }
        face = ink if number < 2 else "#ffffff"
        across, up = [x for x, _ in known], [value for _, value in known]
        axes.plot(across, up, linestyle=":", linewidth=0.9, markerfacecolor=face, **look)
        spots += known
    first, last = min(places, default=0.0), max(places, default=1.0)
    margin = max((last - first) * 0.06, 0.5)
    axes.set_xlim(first - margin, last + margin)
    return spots


def _write_values(axes: Axes, spots: list[_Spot], measure: Measure) -> None:
    """Each value above or under its point, clear of points and other values; the numbers beside
    the chart have those for which there is no room."""
    middles = [axes.transData.transform(spot) for spot in spots]
    taken = [(x - _POINT / 2, y - _POINT / 2, _POINT, _POINT) for x, y in middles]
    for (x, y), (_, value) in zip(middles, spots, strict=True):
        text = value_text(value)
        wide = measure(text, _SMALL, False)
        for foot in (y + _POINT / 2 + 1, y - _POINT / 2 - 1 - _HIGH):
            box = (x - wide / 2, foot, wide, _HIGH)
            if not any(overlap(box, other) for other in taken):
                axes.text(x, foot, text, transform=None, ha="center", fontsize=_SMALL, color=INK)
                taken.append(box)
                break


def overlap(one: _Box, other: _Box) -> bool:
    """Whether two boxes (left, foot, width, height) have a place in common."""
    x, y, wide, high = one
    left, foot, width, height = other
    return x < left + width and left < x + wide and y < foot + height and foot < y + high


def _label_places(axes: Axes, chart: Chart, width: float, measure: Measure) -> None:
    """The labels under the axis, as many as stand clear of each other, the last one among them."""
    places = chart.places or tuple(map(float, range(len(chart.labels))))
    low, high = axes.get_xlim()
    kept: list[tuple[float, str]] = []
    taken = inf
    for place, text in sorted(zip(places, chart.labels, strict=True), reverse=True):
        words = fitted(text, width / 3, measure)
        middle = (place - low) / (high - low) * width
        half = measure(words, _SMALL, False) / 2 + 3
        if middle + half <= taken:
            kept.append((place, words))
            taken = middle - half
    axes.set_xticks([place for place, _ in kept], [words for _, words in kept])


def _draw_legend(figure: Figure, chart: Chart, width: float, measure: Measure, accent: str) -> int:
    """What each series is, with its own shape, at the foot; gives how many rows that takes."""
    rows: list[list[tuple[int, str]]] = [[]]
    x = _ROOM_LEFT
    placed: list[tuple[float, int, int, str]] = []
    for number, one in enumerate(chart.series):
        words = fitted(one.name, width - 2 * _ROOM_LEFT - 18, measure)
        wide = measure(words, _VALUE, False) + 30
        if x > _ROOM_LEFT and x + wide > width - _ROOM_LEFT:
            rows.append([])
            x = _ROOM_LEFT
        rows[-1].append((number, words))
        placed.append((x, len(rows), number, words))
        x += wide
    for left, row, number, words in placed:
        y = (len(rows) - row) * _LEGEND_ROW + 4
        _draw_key(figure, chart, number, left, y, accent)
        figure.text(*_part(figure, left + 14, y), words, fontsize=_VALUE, color=INK)
    return len(rows) if chart.series else 0


def _draw_key(figure: Figure, chart: Chart, number: int, x: float, y: float, accent: str) -> None:
    left, foot = _part(figure, x, y - 0.5)
    wide, high = _part(figure, 9, 8)
    if chart.kind is ChartKind.BARS:
        key = Rectangle((left, foot), wide, high, transform=figure.transFigure)
        key.set(**_bar_look(number, accent))
        figure.add_artist(key)
        return
    ink = accent if number % 2 == 0 else INK
    face = ink if number < 2 else "#ffffff"
    marker = _MARKERS[number % len(_MARKERS)]
    point = Line2D([left + wide / 2], [foot + high / 2], marker=marker, color=ink, linestyle="")
    point.set(markersize=6.5, markerfacecolor=face, transform=figure.transFigure)
    figure.add_artist(point)


def _part(figure: Figure, x: float, y: float) -> tuple[float, float]:
    """A place in points as parts of the figure."""
    wide, high = figure.get_size_inches() * 72
    return x / wide, y / high


def fitted(text: str, room: float, measure: Measure, size: float = _SMALL) -> str:
    """The text, cut with '…' where it is wider than its room in points."""
    if measure(text, size, False) <= room:
        return text
    kept = next(
        n
        for n in range(len(text), -1, -1)
        if n == 0 or measure(text[:n] + _CUT, size, False) <= room
    )
    return text[:kept].rstrip() + _CUT
