"""Every colour of words or signs that the code puts on another can be read on it, in each theme.

The pairs are read out of the style sheet itself, so that a new one is tested with the others.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

import hgkm_desktop
from hgkm_desktop.models.terms import EventKind, Mark
from hgkm_desktop.timeline.display import Glyph, Shape, Sign
from hgkm_desktop.timeline.signs import SIGN_PARTS
from hgkm_desktop.ui.file import blank
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.fading import contrast
from hgkm_desktop.ui.parts.theme import DARK, LIGHT, Theme, high_contrast
from tests.ui.accessibility.every_window_rules import high_contrast as contrast_palette

UI = Path(hgkm_desktop.__file__).parent / "ui"
TEXT, PART = 4.5, 3.0
PAPERS = ("card", "bg")
_KINDS = ("life", "interv", "risk", "meld", "besl", "afst", "inc")
INKS = ("ink", "ink2", "ink3", "accent", *_KINDS, "good", "bad")
"""What words and signs are painted with; each can be read on both papers."""
GROUNDS = ("selection", "accentbg", "line2", "on_accent", *PAPERS)
"""What lies behind words, and what words have on the accent; the style sheet says which."""
OUTLINES = {"edge"}
"""What shows where a part is, such as the outline of a field."""
SET_APART = {"line"}
"""What only divides, and tells nothing: a rule, the edge of a card, what cannot be pressed now."""


def themes() -> list[Theme]:
    return [LIGHT, DARK, high_contrast(contrast_palette())]


def tokens() -> Theme:
    """A theme in which each token is a colour by which it is known again."""
    return Theme(*(f"#0000{number:02x}" for number, _ in enumerate(Theme._fields)))


def pairs_in(sheet: str) -> Iterator[tuple[str, str, str]]:
    """Which ink a rule of a style sheet puts on which paper, by their tokens."""
    named = {colour: token for token, colour in tokens()._asdict().items()}
    for selector, block in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        given = dict(re.findall(r"([\w-]+):\s*(#[0-9a-f]{6})", block))
        if ":disabled" in selector:
            continue  # what cannot be pressed now need not stand out (WCAG 1.4.3)
        for kind in ("", "selection-"):
            paper = given.get(f"{kind}background") or given.get(f"{kind}background-color")
            if (ink := given.get(f"{kind}color")) is not None:
                papers = (named[paper],) if paper is not None else PAPERS
                yield from ((selector.strip(), named[ink], under) for under in papers)


@pytest.mark.parametrize("look", range(3))
def test_what_the_style_sheet_puts_on_what_can_be_read(look: int, qapp: QApplication) -> None:
    chosen = themes()[look]
    pale = {
        f"{selector}: {ink} on {paper}"
        for selector, ink, paper in pairs_in(theme.style_sheet(tokens()))
        if contrast(QColor(getattr(chosen, ink)), QColor(getattr(chosen, paper))) < TEXT
    }
    assert pale == set()


def test_a_pale_pair_in_a_style_sheet_is_found() -> None:
    names = tokens()
    sheet = f"QLabel {{ color: {names.line}; background: {names.bg}; }}"
    assert list(pairs_in(sheet)) == [("QLabel", "line", "bg")]
    assert contrast(QColor(LIGHT.line), QColor(LIGHT.bg)) < TEXT


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_every_ink_can_be_read_on_every_paper(look: Theme) -> None:
    for ink in INKS:
        for paper in PAPERS:
            found = contrast(QColor(getattr(look, ink)), QColor(getattr(look, paper)))
            assert found >= TEXT, f"{ink} on {paper}: {found:.2f}"
    for ink, ground in (("ink", "selection"), ("ink", "accentbg"), ("on_accent", "accent")):
        assert contrast(QColor(getattr(look, ink)), QColor(getattr(look, ground))) >= TEXT
    for line in (*OUTLINES, "accent"):
        assert contrast(QColor(getattr(look, line)), QColor(look.card)) >= PART


def test_high_contrast_uses_only_the_colours_of_the_system(qapp: QApplication) -> None:
    palette = qapp.palette()
    own = {palette.color(role).name() for role in QPalette.ColorRole if role.value < 21}
    look = high_contrast(palette)
    assert {getattr(look, token) for token in Theme._fields if token != "name"} <= own


@pytest.mark.parametrize("highlight", ["#fff3d6", "#b3d7ff", "#ffffff", "#777777"])
def test_what_is_chosen_stands_out_though_the_system_marks_it_in_a_pale_colour(
    highlight: str,
) -> None:
    """As a computer does that asks for more contrast and keeps its own colours."""
    palette = QPalette(QColor("white"), QColor("white"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.HighlightedText):
        palette.setColor(role, QColor("black"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(highlight))
    look = high_contrast(palette)
    assert contrast(QColor(look.accent), QColor(look.card)) >= TEXT
    assert contrast(QColor(look.on_accent), QColor(look.accent)) >= TEXT


def colours_in(code: str) -> set[str]:
    """The tokens of a theme that some code names, and the colours that it makes up itself."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and node.attr in Theme._fields:
            found.add(node.attr)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(re.findall(r"^#[0-9a-f]{6}$", node.value))
    return found - {"name"}


OWN = {"#15191e", "#9aa6b4", "#ffffff", "#0f4c5c"}
"""The cover of the screen (below), the paper of a chart that is painted anew in the theme, and the
colour of a house style that is given as an example."""


def test_code_paints_with_no_other_colours() -> None:
    known = {*INKS, *GROUNDS, *OUTLINES, *SET_APART, *OWN}
    files = [path for path in UI.rglob("*.py") if path.name != "theme.py"]
    others = {path.name: colours_in(path.read_text("utf-8")) - known for path in files}
    assert {name: found for name, found in others.items() if found} == {}


def test_a_colour_of_its_own_is_found() -> None:
    assert colours_in('pen = QColor("#123456")\nink = theme.ink') == {"#123456", "ink"}


def test_the_cover_of_the_screen_can_be_read() -> None:
    assert contrast(blank.INK, blank.PAPER) >= TEXT


# --- not by colour alone ------------------------------------------------------------------------

ONE_INK = LIGHT._replace(**dict.fromkeys(INKS, "#333333"))


def _seen(shape: Shape) -> bytes:
    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        TimelinePainter(ONE_INK).shapes(painter, [shape])
    return bytes(image.constBits())


def test_kinds_and_marks_are_told_apart_without_colour(qapp: QApplication) -> None:
    kinds = {k.value: _seen(Glyph(30, 30, 20, k.shape, k.letter, k.value)) for k in EventKind}
    signs = (*(mark.sign for mark in Mark), "divergence", "risk", *SIGN_PARTS)
    marks = {sign: _seen(Sign(30, 30, 20, sign)) for sign in signs}
    for seen in (kinds, marks):
        alike = [(one, other) for one, other in combinations(seen, 2) if seen[one] == seen[other]]
        assert alike == []
