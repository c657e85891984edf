"""Lighter tones for what stands back, never lighter than can still be seen or read."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

SEEN = 3.1
"""The least contrast with the paper of a shape that stands back."""
READ = 4.6
"""The least contrast with the paper of a text that stands back."""
_LIGHTEST, _STEP = 0.4, 0.03


def mixed(paper: QColor, ink: QColor, part: float) -> QColor:
    """A solid tint: `part` (0 to 1) of the ink on the paper. Solid, so that print keeps it."""
    return QColor.fromRgbF(
        paper.redF() + (ink.redF() - paper.redF()) * part,
        paper.greenF() + (ink.greenF() - paper.greenF()) * part,
        paper.blueF() + (ink.blueF() - paper.blueF()) * part,
    )


def faded(ink: QColor, paper: QColor, least: float) -> QColor:
    """The lightest tone of an ink on a paper that still has this contrast; the ink itself when
    that has less."""
    return QColor(_faded(ink.rgba(), paper.rgba(), least))


@cache  # a theme has few colours, and many parts of the window ask for them
def _faded(solid: int, under: int, least: float) -> QColor:
    ink, paper = QColor(solid), QColor(under)
    part = _LIGHTEST
    while part < 1.0:
        tone = mixed(paper, ink, part)
        if contrast(tone, paper) >= least:
            return tone
        part += _STEP
    return ink


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21. Source: WCAG 2.2, relative luminance."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
