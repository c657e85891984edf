"""Pictures of the figures of an area: values written at what they belong to, readable in grey."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from hgkm_desktop.figures.drawing import GRID, INK, SETTINGS, SOFT, fitted, value_text
from hgkm_desktop.figures.figure_chart import FigureChart, FigureShape, Mark
from hgkm_desktop.figures.figure_marks import RING, Sheet, place_texts, wrapped
from hgkm_desktop.figures.renderer import Measure, Page, PageRenderer, Write

_SMALL, _VALUE = 8.5, 9.5
_LEADING = 10.5
_SIDE, _HEAD = 30.0, 26.0
_UNDER_AXIS, _BARE_FOOT = 5.0, 8.0
_NAMES = 0.44  # of the width, at most, for names beside bars
_HATCH = "/////"
_NOTHING = "Er zijn geen cijfers om te tekenen."
_OPEN = "open teken: circa of afgerond"
_MOST_LABELS = 8


def draw_figures(
    chart: FigureChart,
    page: Page,
    width: float,
    height: float,
    *,
    accent: str,
    measure: Measure,
    write: Write,
) -> None:
    """Draw a chart from the origin of a page, `width` by `height` points.

    The axis begins at nought. Where a value is missing stands why, and no line goes past it; a
    break in how is counted is a line of its own, with its words. The colour of the house says
    nothing: an open or a hatched shape does.
    """
    with rc_context(SETTINGS):
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        figure.patch.set_visible(False)
        sheet = Sheet(figure, width, height, accent, measure)
        below = _write_caveat(sheet, chart)
        axes = _axes(sheet, chart, below)
        draw = {
            FigureShape.OVER_TIME: _over_time,
            FigureShape.BESIDE: _beside,
            FigureShape.UNDER: _under,
        }[chart.shape]
        if any(mark.value is not None for mark in chart.marks):
            draw(sheet, axes, chart)
        else:
            _say_nothing(axes)
        _write_head(sheet, chart)
        figure.draw(PageRenderer(page, width, height, measure, write))


# --- the sheet and its axis -------------------------------------------------------------------


def _axes(sheet: Sheet, chart: FigureChart, below: float) -> Axes:
    is_under = chart.shape is FigureShape.UNDER
    left = _names_width(sheet, chart) if is_under else _SIDE
    right = _texts_width(sheet, chart) if is_under else _SIDE / 2
    foot = below + (_BARE_FOOT if is_under else _labels_height(chart))
    head = _HEAD - 10 if is_under else _HEAD
    wide = max(sheet.width - left - right, 1.0)
    high = max(sheet.height - foot - head, 1.0)
    axes = sheet.figure.add_axes((*sheet.part(left, foot), *sheet.part(wide, high)))
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=_SMALL, labelcolor=SOFT, pad=3)
    for name, spine in axes.spines.items():
        spine.set_visible(name == ("left" if is_under else "bottom"))
        spine.set_color(INK)
        spine.set_linewidth(0.8)
    values = [mark.value for mark in chart.marks if mark.value is not None]
    most = max(values, default=0.0) * (1.0 if is_under else 1.18) or 1.0
    (axes.set_xlim if is_under else axes.set_ylim)(0, most)
    _scale(axes, chart, most)
    return axes


def _labels_height(chart: FigureChart) -> float:
    """What the labels under the axis take, with their numbers."""
    lines = max((mark.label.count("\n") + 1 + bool(mark.counts) for mark in chart.marks), default=1)
    return (1 if len(chart.marks) > _MOST_LABELS else lines) * _LEADING + _UNDER_AXIS


def _scale(axes: Axes, chart: FigureChart, most: float) -> None:
    """Quiet lines with their numbers; bars under each other have their number at their end."""
    if chart.shape is FigureShape.UNDER:
        axes.set_xticks([])
        return
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, steps=[1, 2, 5, 10], integer=most >= 4))
    axes.yaxis.set_major_formatter(lambda value, _: value_text(value) + chart.sign)
    axes.grid(axis="y", color=GRID, linewidth=0.5)
    axes.set_axisbelow(True)


def _say_nothing(axes: Axes) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    look: dict[str, Any] = {"fontsize": _VALUE, "color": SOFT, "ha": "center"}
    axes.text(0.5, 0.5, _NOTHING, transform=axes.transAxes, **look)


def _write_head(sheet: Sheet, chart: FigureChart) -> None:
    """What is counted, above the axis, and what an open shape means."""
    about = any(mark.is_about and mark.value is not None for mark in chart.marks)
    open_means = f" ({_OPEN})" if about and chart.shape is not FigureShape.UNDER else ""
    words = fitted(chart.unit + open_means, sheet.width - 4, sheet.measure, _SMALL)
    sheet.write(2, sheet.height - 9, words, _SMALL, SOFT)


def _write_caveat(sheet: Sheet, chart: FigureChart) -> float:
    """The caveat at the foot of the picture; gives how high it is."""
    if not chart.caveat:
        return 0.0
    lines = wrapped(chart.caveat, sheet.width - 4, sheet.measure, _SMALL)
    for number, line in enumerate(reversed(lines)):
        sheet.write(2, 3 + number * _LEADING, line, _SMALL, INK)
    return len(lines) * _LEADING + 4


# --- along time -------------------------------------------------------------------------------


def _over_time(sheet: Sheet, axes: Axes, chart: FigureChart) -> None:
    marks = chart.marks
    first, last = marks[0], marks[-1]
    axes.set_xlim(first.at - first.long / 2 - 0.1, last.at + last.long / 2 + 0.1)
    for one, other in chart.joined():
        ends = [one.value or 0.0, other.value or 0.0]
        axes.plot(
            [one.at, other.at], ends, color=sheet.accent, linewidth=1.4, solid_capstyle="butt"
        )
    for number, mark in enumerate(marks):
        if mark.value is not None:
            face = "#ffffff" if mark.is_about else sheet.accent
            look: dict[str, Any] = {"color": sheet.accent, "markerfacecolor": face}
            axes.plot([mark.at], [mark.value], marker="o", markersize=6, clip_on=False, **look)
        if number == chart.ringed:
            _ring_around(axes, mark)
    for gap, same in groupby(marks, key=lambda one: one.value is None and one.text):
        if gap is not False:
            _gap(sheet, axes, tuple(same))
    _draw_breaks(sheet, axes, chart)
    _label_time(sheet, axes, marks)
    spots = [(mark.at, mark.value, mark.text) for mark in marks if mark.value is not None]
    ringed = None if chart.ringed is None else marks[chart.ringed].at
    place_texts(sheet, axes, spots, _SMALL, ringed)


def _ring_around(axes: Axes, mark: Mark) -> None:
    """A ring around a point, or a frame around the column of what is missing."""
    if mark.value is None:
        frame: dict[str, Any] = {"facecolor": "none", "edgecolor": INK, "linewidth": 1.8}
        axes.axvspan(mark.at - mark.long * 0.4, mark.at + mark.long * 0.4, **frame)
        return
    ring: dict[str, Any] = {"markersize": RING, "markeredgewidth": 1.6, "color": INK}
    axes.plot([mark.at], [mark.value], marker="o", markerfacecolor="none", clip_on=False, **ring)


def _gap(sheet: Sheet, axes: Axes, marks: Sequence[Mark]) -> None:
    """A hatched column in place of each value, with once why there is none."""
    column: dict[str, Any] = {"facecolor": "none", "edgecolor": GRID, "linewidth": 0}
    for one in marks:
        axes.axvspan(one.at - one.long * 0.4, one.at + one.long * 0.4, hatch="///", **column)
    high = axes.get_position().height * sheet.height
    words = fitted(marks[0].text, high - 8, sheet.measure, _SMALL)
    left = marks[0].at - marks[0].long * 0.4
    right = marks[-1].at + marks[-1].long * 0.4
    x, y = axes.transData.transform(((left + right) / 2, 0))
    wide = sheet.measure(words, _SMALL, False)
    is_flat = wide < sheet.across(axes, right - left)
    look: dict[str, Any] = {"fontsize": _SMALL, "color": INK, "transform": None}
    if is_flat:
        axes.text(x, y + 5, words, ha="center", **look)
    else:
        axes.text(x + 3, y + 5, words, ha="right", va="bottom", rotation=90, **look)


def _draw_breaks(sheet: Sheet, axes: Axes, chart: FigureChart) -> None:
    """Each break as a dashed line over the whole height, with its words above it."""
    low, high = axes.get_xlim()
    for one in chart.breaks:
        if not low < one.at < high:
            continue
        axes.axvline(one.at, color=INK, linewidth=1.1, linestyle=(0, (4, 3)))
        x, top = axes.transData.transform((one.at, axes.get_ylim()[1]))
        words = fitted(one.words, sheet.width - 4, sheet.measure, _SMALL)
        wide = sheet.measure(words, _SMALL, False)
        left = min(max(x - wide / 2, 2.0), sheet.width - wide - 2)
        axes.text(left, top + 3, words, fontsize=_SMALL, color=INK, transform=None)


def _label_time(sheet: Sheet, axes: Axes, marks: tuple[Mark, ...]) -> None:
    """Each period with its numbers under it; only the years when there are many."""
    room = min(sheet.across(axes, mark.long) for mark in marks) - 4
    lines = [line for mark in marks for line in mark.label.split("\n")]
    widest = max(sheet.measure(line, _SMALL, False) for line in lines)
    if len(marks) > _MOST_LABELS or widest > room:
        years = sorted({mark.period.year for mark in marks if mark.period is not None})
        wide = sheet.measure(" 2025 ", _SMALL, False)
        step = int(wide / sheet.across(axes, 1.0)) + 1
        kept = list(reversed(years[::-1][::step]))
        axes.set_xticks([year + 0.5 for year in kept], [str(year) for year in kept])
        return
    fits = all(sheet.measure(mark.counts, _SMALL, False) <= room for mark in marks)
    texts = [f"{mark.label}\n{mark.counts}" if fits else mark.label for mark in marks]
    axes.set_xticks([mark.at for mark in marks], texts)


# --- bars -------------------------------------------------------------------------------------


def _look(sheet: Sheet, mark: Mark) -> dict[str, Any]:
    """Of the area itself solid, of another hatched; what is about right has no fill."""
    solid = not (mark.is_other or mark.is_about)
    return {
        "facecolor": sheet.accent if solid else "#ffffff",
        "edgecolor": INK if mark.is_other else sheet.accent,
        "hatch": _HATCH if mark.is_other else "",
        "linewidth": 0.9,
    }


def _ring(number: int, chart: FigureChart) -> dict[str, Any]:
    return {"edgecolor": INK, "linewidth": 2.6} if number == chart.ringed else {}


def _beside(sheet: Sheet, axes: Axes, chart: FigureChart) -> None:
    axes.set_xlim(-0.6, len(chart.marks) - 0.4)
    for number, mark in enumerate(chart.marks):
        look = _look(sheet, mark) | _ring(number, chart)
        axes.bar(number, mark.value or 0, 0.6, **look)
        x, y = axes.transData.transform((number, mark.value or 0))
        text: dict[str, Any] = {"fontsize": _VALUE, "color": INK, "transform": None}
        axes.text(x, y + (6 if number == chart.ringed else 3), mark.text, ha="center", **text)
    axes.set_xticks(range(len(chart.marks)), [mark.label for mark in chart.marks])


def _names_width(sheet: Sheet, chart: FigureChart) -> float:
    widest = max((sheet.measure(mark.label, _SMALL, False) for mark in chart.marks), default=0.0)
    return min(widest, sheet.width * _NAMES) + 8


def _end_text(mark: Mark) -> str:
    """'14,7% (108 van 737)'."""
    return f"{mark.text} ({mark.counts})" if mark.counts else mark.text


def _texts_width(sheet: Sheet, chart: FigureChart) -> float:
    """What the words at the ends of the bars take at most; a short bar leaves them its room."""
    texts = [_end_text(mark) for mark in chart.marks]
    return max((sheet.measure(text, _SMALL, False) for text in texts), default=0.0) + 10


def _under(sheet: Sheet, axes: Axes, chart: FigureChart) -> None:
    axes.set_ylim(len(chart.marks) - 0.4, -0.6)
    room = sheet.width * _NAMES
    for number, mark in enumerate(chart.marks):
        look = _look(sheet, mark) | _ring(number, chart)
        axes.barh(number, mark.value or 0, 0.62, **look)
        x, y = axes.transData.transform((mark.value or 0, number))
        text: dict[str, Any] = {"fontsize": _SMALL, "color": INK, "transform": None}
        axes.text(x + 5, y - 3, _end_text(mark), **text)
    names = [fitted(mark.label, room, sheet.measure, _SMALL) for mark in chart.marks]
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(axis="y", labelcolor=INK)
