"""Painting of the line: bands in both themes, and what stands back stays seen and read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.timeline.choices import Band, Choices
from hgkm_desktop.timeline.display import DisplayList, Line, Sign
from hgkm_desktop.timeline.signs import SIGN_PARTS
from hgkm_desktop.ui.line.timeline_paint import KIND_TOKENS, TimelinePainter, timeline_image
from hgkm_desktop.ui.parts.fading import READ, SEEN, contrast, faded
from hgkm_desktop.ui.parts.theme import DARK, LIGHT, Theme, high_contrast
from tests.benchmarks.cases import example

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
def test_every_band_is_painted(qapp: QApplication, theme: Theme) -> None:
    bare = timeline_image(example(), theme, Choices(bands=frozenset()), ratio=1)
    full = timeline_image(example(), theme, Choices(bands=frozenset(Band), gap_days=90), ratio=1)
    assert full.height() > bare.height() + 150
    top = {full.pixelColor(x, y).name() for x in range(200, 1600, 3) for y in range(50, 150)}
    assert theme.accent in top


@THEMES
@pytest.mark.parametrize("kind", EventKind)
def test_what_stands_back_is_lighter_and_still_seen(theme: Theme, kind: EventKind) -> None:
    ink, paper = QColor(getattr(theme, KIND_TOKENS[kind])), QColor(theme.card)
    assert SEEN <= contrast(faded(ink, paper, SEEN), paper) <= contrast(ink, paper)
    assert contrast(faded(QColor(theme.ink2), paper, READ), paper) >= READ
    assert READ >= 4.5
    assert SEEN >= 3


def test_black_on_white_has_the_largest_contrast() -> None:
    assert contrast(QColor("#ffffff"), QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#777777")) == 1


def test_the_grid_leaves_words_readable_in_high_contrast(qapp: QApplication) -> None:
    theme = high_contrast(QPalette(QColor("black"), QColor("white")))
    image = QImage(9, 120, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    shown = DisplayList(9, 120, 0, 0, background=(Line(4, 0, 4, 120, "grid_year"),))
    with QPainter(image) as painter:
        TimelinePainter(theme).paint(painter, shown, 120)
    drawn_on = sum(image.pixelColor(4, y) != QColor(theme.card) for y in range(120))
    assert 10 <= drawn_on <= 45


def test_no_two_signs_look_alike(qapp: QApplication) -> None:
    marks = [*SIGN_PARTS, "+", "−", "!", "risk", "divergence"]
    assert len({drawn(mark) for mark in marks}) == len(marks)
    assert drawn("risk") != drawn("risk", dim=True)


def drawn(mark: str, *, dim: bool = False) -> bytes:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(0)
    shown = DisplayList(24, 24, 0, 0, plot=(Sign(12, 12, 11, mark, dim),))
    with QPainter(image) as painter:
        TimelinePainter(LIGHT).paint(painter, shown, 24)
    return bytes(image.constBits())
