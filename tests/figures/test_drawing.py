"""Charts on a real page: with the fonts of the document, every number readable, nothing lost."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import pikepdf
import pytest

from hgkm_desktop.figures.chart import Chart, ChartKind, Series
from hgkm_desktop.figures.drawing import draw_chart, value_text
from hgkm_desktop.reports.writing.fonts import draw_text, register, text_width
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas

WIDTH, HEIGHT = 374.0, 140.0


def drawn(chart: Chart, accent: str = "#0f4c5c") -> bytes:
    register()
    target = BytesIO()
    meta = Meta("Een grafiek", datetime(2026, 1, 1, tzinfo=UTC))
    canvas = TaggedCanvas(target, (WIDTH, HEIGHT), meta=meta)
    draw_chart(
        chart,
        canvas,
        WIDTH,
        HEIGHT,
        accent=accent,
        measure=text_width,
        write=partial(draw_text, canvas),
    )
    canvas.save()
    return target.getvalue()


def page_texts(data: bytes) -> tuple[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True
    )
    return (done.stdout.decode(),)


def points(*series: Series, labels: tuple[str, ...] = ("mrt 2021", "jun 2021")) -> Chart:
    places = tuple(737_000.0 + 90 * number for number in range(len(labels)))
    return Chart(ChartKind.POINTS, labels, series, "cijfer", 10, places)


def bars(*series: Series, labels: tuple[str, ...] = ("2016-1", "2016-2")) -> Chart:
    return Chart(ChartKind.BARS, labels, series, "aantal")


def content(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        pieces = pdf.pages[0].Contents
        return pieces.read_bytes().decode("latin-1")


def test_values_names_and_labels_are_text_in_the_fonts_of_the_document() -> None:
    data = drawn(points(Series("politie", (3, 4.5)), Series("Veilig Thuis", (6, 8))))
    (said,) = page_texts(data)
    for text in ("politie", "Veilig Thuis", "mrt 2021", "jun 2021", "3", "4,5", "6", "8"):
        assert text in said
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
        assert all("Atkinson" in name for name in fonts)
        assert "/XObject" not in pdf.pages[0].Resources


def test_points_are_joined_with_the_next_one_of_the_same_giver() -> None:
    first, second = Series("a", (3, None, 5)), Series("b", (None, 4, None))
    assert _dotted_lines(content(drawn(points(first, second, labels=("x", "y", "z"))))) == 1


def _dotted_lines(found: str) -> int:
    """How many stretches are drawn with the dots of a series."""
    strokes = re.findall(r"\[[\d.]+ [\d. ]*\] [\d.]+ d\n(.*?)\nS\n", found, re.DOTALL)
    return sum(len(re.findall(r" l\b", stroke)) for stroke in strokes)


def test_the_scale_of_a_cijfer_runs_from_nought_to_ten() -> None:
    (said,) = page_texts(drawn(points(Series("politie", (3, 4)))))
    assert {"0", "5", "10"} <= set(said.split())


@pytest.mark.parametrize(
    "chart",
    [
        bars(labels=()),
        bars(Series("leeg", (None, None))),
        bars(Series("één", (1,)), labels=("x",)),
        bars(Series("gelijk", (4, 4))),
        bars(Series("nul", (0, 0))),
        points(Series("emoji 😀 $x_1$ <b>", (1, 2))),
        points(Series("x" * 400, (1, 2))),
        points(*(Series(f"beoordelaar {n}", (n, n)) for n in range(12))),
        bars(Series("veel", tuple(range(40))), labels=tuple(f"label {n}" for n in range(40))),
    ],
    ids=lambda chart: chart.kind.value,
)
def test_any_chart_can_be_drawn(chart: Chart) -> None:
    assert drawn(chart).startswith(b"%PDF")


def test_a_chart_without_numbers_says_so() -> None:
    (said,) = page_texts(drawn(bars(labels=())))
    assert "Er zijn geen cijfers om te tekenen." in said


def test_dollars_are_no_formulas() -> None:
    (said,) = page_texts(drawn(bars(Series("prijs $10 of $20", (1, 2)))))
    assert "prijs $10 of $20" in said


def test_the_same_chart_gives_the_same_bytes() -> None:
    chart = bars(Series("gemeente", (1, 2)), Series("regio", (2, 3)))
    assert drawn(chart) == drawn(chart)


def test_series_differ_without_colour() -> None:
    """Hatched beside solid: in a grey print the two are told apart."""
    solid = content(drawn(bars(Series("a", (1, 2)))))
    both = content(drawn(bars(Series("a", (1, 2)), Series("b", (1, 2)))))
    assert both.count(" W* n") > solid.count(" W* n") + 2  # each hatch is cut off at its bar


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (3.0, "3"), (4.5, "4,5"), (1443, "1.443")])
def test_values_are_written_the_dutch_way(value: float, text: str) -> None:
    assert value_text(value) == text
