"""Making a cijferkaart with six charts, from the set of figures to the bytes of the pdf.

The base draws six bare figures with matplotlib's own pdf backend, in one file of three pages: the
same values at the same places in time with the same breaks and gaps left open, of the same size in
points, in the same typeface, embedded in the same way (as TrueType). Each has its axes, its title
and its value at each point, as ours have. It leaves out what is ours: choosing and shielding what
may be told, finding what fits on three pages, the texts and tables around the charts, keeping
values apart, the head and foot of each page, and the tags that a screen reader needs. Loading
matplotlib, reportlab and the typeface is in neither: each side ran once before. Processor time,
in turns.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from matplotlib import font_manager, rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure as Page

from hgkm_desktop.figures.figure_chart import FigureChart, FigureShape
from hgkm_desktop.models.figures import (
    ClassCount,
    Duiding,
    Figure,
    FigureSet,
    Period,
)
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.content import Document, Picture, TableKind
from hgkm_desktop.reports.figures.cijferkaart import MOST_PICTURES, compose
from hgkm_desktop.reports.practice.work_head import Making
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.pdf import write_pdf
from hgkm_desktop.reports.writing.picture import chart_height
from hgkm_desktop.reports.writing.tables import narrow_width
from tests.benchmarks import measuring
from tests.benchmarks.measuring import in_turns, middle

RUNS = measuring.RUNS
HALVES = tuple(Period(year, half) for year in range(2020, 2026) for half in (1, 2))
LAST = HALVES[-1]
COUNTS = ("incidenten", "rihg", "thv", "procedures")
REPEATS, SHARE = "personen_hg_herhaald", "thv_verlengd"
FONT = "fonts/AtkinsonHyperlegible-Regular.ttf"
PAGES, ON_A_PAGE = 3, 2
Size = tuple[float, float]


def figures() -> Iterator[measuring.Figure]:
    """Processor time of one document, beside that of its six charts alone."""
    made = kaart()
    charts = charts_of(made)
    if len(charts) != MOST_PICTURES:
        raise RuntimeError(f"the cijferkaart has {len(charts)} charts")
    font_manager.fontManager.addfont(str(resource(FONT)))

    def ours() -> None:
        write_pdf(kaart(), BytesIO())

    times = in_turns(ours, lambda: bare(charts), runs=RUNS, clock=time.process_time_ns)
    yield middle(f"cijferkaart, {len(charts)} charts", *times)


def kaart() -> Document:
    """The cijferkaart of a made-up area, deelbaar, on a fixed day."""
    making = Making(FileSettings(organisation="Gemeente Voorbeeldstad"), date(2026, 1, 1))
    return compose(a_set(), (), making)


def a_set() -> FigureSet:
    """Six years of half-years of six indicators, with a gap, and nothing so small that it hides."""
    names = (*COUNTS, REPEATS, SHARE)
    return FigureSet(
        "7" * 32,
        "C4-4C",
        "Zes jaar cijfers",
        CaseState.DEELBAAR,
        area="Voorbeeldstad",
        figures=tuple(
            _figure(name, period, 240 + number * 90 + place * 7)
            for number, name in enumerate(names)
            for place, period in enumerate(HALVES)
            if (number, place) != (1, 9)
        ),
        duidingen=tuple(
            Duiding(f"d{name}", name, LAST, "Dit zegt hoe vaak er is geteld, en niet meer.", True)
            for name in names
        ),
    )


def _figure(name: str, period: Period, count: int) -> Figure:
    name_of = f"{name}{period.text}"
    if name == SHARE:
        return Figure(name_of, name, period, count=count // 3, of=count)
    if name == REPEATS:
        parts = ClassCount(2, 30), ClassCount(3, 20), ClassCount(4, 12), ClassCount(5, 9)
        return Figure(name_of, name, period, count=71, of=count, classes=parts)
    return Figure(name_of, name, period, count=count)


def charts_of(made: Document) -> tuple[tuple[FigureChart, Size], ...]:
    """What a cijferkaart draws, each with its size in points."""
    found = []
    for picture in (b for section in made.sections for b in section.blocks):
        if isinstance(picture, Picture) and isinstance(picture.chart, FigureChart):
            numbers, wide = picture.numbers, style.COLUMN_B
            if numbers is not None and numbers.kind is TableKind.NARROW:
                wide -= narrow_width(numbers)
            found.append((picture.chart, (wide, chart_height(picture.chart))))
    return tuple(found)


def bare(charts: Sequence[tuple[FigureChart, Size]]) -> bytes:
    """The same charts drawn by matplotlib alone, on as many pages as a cijferkaart has at most."""
    target = BytesIO()
    name = font_manager.FontProperties(fname=str(resource(FONT))).get_name()
    with rc_context({"font.family": name, "pdf.fonttype": 42}), PdfPages(target) as pages:
        for number in range(PAGES):
            page = Page(figsize=(style.PORTRAIT[0] / 72, style.PORTRAIT[1] / 72))
            for place, (chart, size) in enumerate(charts[number * ON_A_PAGE :][:ON_A_PAGE]):
                _draw(page, chart, size, style.PORTRAIT[1] - (place + 1) * 300)
            pages.savefig(page)
    return target.getvalue()


def _draw(page: Page, chart: FigureChart, size: Size, foot: float) -> None:
    wide, high = style.PORTRAIT
    box = (style.SIDE / wide, foot / high, size[0] / wide, size[1] / high)
    axes = page.add_axes(box)
    axes.set_title(chart.unit, fontsize=8.5, loc="left")
    axes.tick_params(labelsize=8.5)
    draw = {
        FigureShape.OVER_TIME: _over_time,
        FigureShape.BESIDE: _beside,
        FigureShape.UNDER: _under,
    }[chart.shape]
    draw(axes, chart)


def _over_time(axes: Axes, chart: FigureChart) -> None:
    values = [float("nan") if mark.value is None else mark.value for mark in chart.marks]
    places = [mark.at for mark in chart.marks]
    axes.plot(places, values, marker="o", linewidth=1.4, markersize=6)
    axes.set_ylim(0, max(mark.value or 0 for mark in chart.marks) * 1.18)
    axes.grid(axis="y", linewidth=0.5)
    for mark in chart.marks:
        if mark.value is None:
            axes.axvspan(mark.at - 0.2, mark.at + 0.2, hatch="///", fill=False)
        else:
            axes.annotate(mark.text, (mark.at, mark.value), fontsize=8.5)
    for one in chart.breaks:
        axes.axvline(one.at, linestyle="--")


def _beside(axes: Axes, chart: FigureChart) -> None:
    made = axes.bar([mark.label for mark in chart.marks], [mark.value or 0 for mark in chart.marks])
    axes.bar_label(made, [mark.text for mark in chart.marks], fontsize=9.5)
    axes.grid(axis="y", linewidth=0.5)


def _under(axes: Axes, chart: FigureChart) -> None:
    made = axes.barh(
        [mark.label for mark in chart.marks],
        [mark.value or 0 for mark in chart.marks],
        hatch=["/////" if mark.is_other else "" for mark in chart.marks],
    )
    axes.bar_label(made, [f"{mark.text} ({mark.counts})" for mark in chart.marks], fontsize=8.5)
    axes.set_xlabel(chart.caveat, fontsize=8.5)
