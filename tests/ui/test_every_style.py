"""Every shape, sign and style of a line is drawn by all that draw it: screen, PDF and SVG.

The styles are those that the display list names; a new one fails here until each of them has it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import combinations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.reports.line.timeline_drawing import draw_shapes
from hgkm_desktop.reports.writing.fonts import register, text_width
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.svg_canvas import SvgCanvas
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas
from hgkm_desktop.timeline import display
from hgkm_desktop.timeline.choices import Band, Choices
from hgkm_desktop.timeline.display import Glyph, Line, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.layout import PAPER, SCREEN, Metrics, Timeline
from hgkm_desktop.timeline.signs import SIGN_PARTS
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter
from hgkm_desktop.ui.parts.theme import DARK, LIGHT, Theme
from tests.reports.sixty_events import a_case_of_sixty

SIGNS = (*(mark.sign for mark in Mark), "divergence", "risk", *SIGN_PARTS)
KINDS = tuple(kind.value for kind in EventKind)


def named_styles(shape: str) -> tuple[str, ...]:
    """The styles that the display list names for one sort of shape."""
    text = display.__doc__ or ""
    parts = re.findall(rf"^- {shape}\b(.*?)(?=^- |\n\n)", text, re.MULTILINE | re.DOTALL)
    found = re.findall(r"'([a-z_0]+)'", re.sub(r"'dot'|'melding'", "", " ".join(parts)))
    assert found, shape
    return tuple(dict.fromkeys(found))


BARE_LINES, TEXTS = named_styles("Line only"), named_styles("Text only")
RECTS, GLYPHS = named_styles("Rect only"), named_styles("Glyph")

# On paper lanes are told apart by lines, on screen by bands: what the other has is not seen there.
UNSEEN_ON_SCREEN = {Line(10, 10, 50, 10, "lane_edge"), Rect(10, 10, 40, 20, "lane")}
UNSEEN_ON_SCREEN |= {Rect(10, 10, 40, 20, "strip")}


def every_shape() -> list[Shape]:
    """One of every shape in every style, and what a shape can be besides."""
    found: list[Shape] = [Rect(10, 10, 40, 20, style) for style in (*RECTS, *KINDS)]
    found += [
        Rect(10, 10, 40, PAPER.bar_height, style, **more)
        for style in ("plan", "besluit", "regie", "phase_risk")
        for more in (
            {"soft_left": 8.0, "soft_right": 8.0},
            {"dashed": True},
            {"hollow": True},
            {"arrow": True},
        )
    ]
    found += [Line(10, 10, 50, 10, style) for style in BARE_LINES]
    found += [Line(10, 10, 50, 10, "link", dashed=True)]
    found += [Text(10, 30, "woord", 10, False, style) for style in TEXTS]
    for kind in EventKind:
        found += [
            Glyph(30, 30, 20, kind.shape, kind.letter, kind.value, hollow, absent)
            for hollow, absent in ((False, False), (True, False), (False, True))
        ]
    found += [Glyph(30, 30, 20, "dot" if s == "link" else "square", "", s) for s in GLYPHS]
    found += [Sign(30, 30, 20, sign) for sign in SIGNS]
    return found


def seen_by_name(shape: Shape) -> str:
    return f"{type(shape).__name__}-{'-'.join(str(part) for part in shape[4:] if part)}"


def painted(shape: Shape, theme: Theme) -> bytes:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(theme.card)
    with QPainter(image) as painter:
        TimelinePainter(theme).shapes(painter, [shape])
    return bytes(image.constBits())


def in_pdf(shape: Shape) -> str:
    register()
    meta = Meta("Een vorm", datetime(2026, 1, 1, tzinfo=UTC))
    canvas = TaggedCanvas(BytesIO(), (64, 64), meta=meta, pageCompression=0)
    before = canvas.getCurrentPageContent()
    draw_shapes(canvas, [shape])
    return str(canvas.getCurrentPageContent())[len(before) :]


def in_svg(shape: Shape) -> str:
    canvas = SvgCanvas(64, 64, title="")
    draw_shapes(canvas, [shape])
    return canvas.text()


NOTHING = SvgCanvas(64, 64, title="").text()


@pytest.mark.parametrize("shape", every_shape(), ids=seen_by_name)
def test_everything_draws_it(shape: Shape, qapp: QApplication) -> None:
    assert in_pdf(shape).strip()
    assert in_svg(shape) != NOTHING
    for theme in (LIGHT, DARK):
        blank = QImage(64, 64, QImage.Format.Format_RGB32)
        blank.fill(theme.card)
        is_seen = painted(shape, theme) != bytes(blank.constBits())
        assert is_seen or shape in UNSEEN_ON_SCREEN


@pytest.mark.parametrize(("one", "other"), list(combinations(SIGNS, 2)))
def test_no_two_signs_look_alike(one: str, other: str, qapp: QApplication) -> None:
    first, second = Sign(30, 30, 20, one), Sign(30, 30, 20, other)
    assert painted(first, LIGHT) != painted(second, LIGHT)
    assert in_pdf(first) != in_pdf(second)
    assert in_svg(first) != in_svg(second)


@pytest.mark.parametrize("shape", every_shape(), ids=seen_by_name)
def test_what_stands_back_looks_lighter_or_the_same(shape: Shape, qapp: QApplication) -> None:
    dimmed = shape._replace(dim=True)
    assert in_pdf(dimmed).strip()
    if isinstance(shape, Text | Sign) or (isinstance(shape, Glyph) and shape.style in KINDS):
        assert in_pdf(dimmed) != in_pdf(shape)
        assert painted(dimmed, LIGHT) != painted(shape, LIGHT)


@pytest.mark.parametrize("metrics", [SCREEN, PAPER], ids=["screen", "paper"])
def test_a_line_holds_no_style_that_is_not_named(metrics: Metrics) -> None:
    case = a_case_of_sixty()
    choices = Choices(bands=frozenset(Band), gap_days=30, dimmed=frozenset({case.events[0].id}))
    line = Timeline(case, choices, metrics=metrics, measure=text_width)
    first, scale = line.whole(900)
    shown = line.at(first, scale, 1100, {case.events[3].id})
    named = {Rect: {*RECTS, *KINDS}, Line: {*BARE_LINES}, Text: {*TEXTS}, Glyph: {*GLYPHS, *KINDS}}
    for shape in (*shown.background, *shown.plot, *shown.lanes, *shown.axis):
        if isinstance(shape, Sign):
            assert shape.mark in SIGNS
        else:
            assert shape.style in named[type(shape)], shape
