"""Every window, page and dialog of the program keeps to the rules of EN 301 549, in each look.

Run by `python3 start.py check`, as it takes half a minute. One test opens many windows, and tells
of all of them what is wrong. That the rules find what they are made to find is in test_rules.py;
what is tested so, and what is not, is said in resources/handleiding/toegankelijkheid.md.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from hgkm_desktop.ui.parts import theme
from tests.ui.accessibility import colours, keys, names, sizes
from tests.ui.every_window import WINDOWS
from tests.ui.full_program import SIZE, Program, settle
from tests.ui.keyboard import wait_until

Rule = Callable[[QWidget], list[str]]

PARTS = 2
"""In how many tests the windows are divided, so that the workers share them."""
ROUNDS = 30
SHOWN_TO_A_ROOM = {"Presentation", "TableStage", "BlackWall", "PlayStage", "Cover"}
"""What is one thing only: nobody asks there where the keyboard is."""


def part_of(number: int) -> dict[str, Callable[[Program], QWidget]]:
    """Every so many windows, in their order."""
    return {name: opened for n, (name, opened) in enumerate(WINDOWS.items()) if n % PARTS == number}


@contextmanager
def program_in(look: theme.Theme, text: int, folder: Path) -> Iterator[Program]:
    """The program in a look, which is given before anything is opened: that is far sooner done."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, look, text)
    program = Program(folder)
    program.window.show()
    settle(program.window)
    try:
        yield program
    finally:
        program.close_all()
        program.close()
        del program
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        theme.apply(app, theme.LIGHT, 100)  # of nothing that is still there, which would take long


def breaches(program: Program, number: int, rules: Callable[[str, QWidget], list[str]]) -> str:
    """What the rules find in every window of a part, one line for each."""
    found: list[str] = []
    for name, opened in part_of(number).items():
        widget = opened(program)
        settle(widget.window())
        found += [f"{name}: {breach}" for breach in rules(name, widget)]
        program.close_all()
    return "\n".join(found)


def tell(found: str) -> None:
    """Fail with all that was found, whole."""
    if found:
        pytest.fail(found, pytrace=False)


class Focus:
    """Looks once at each kind of part whether one sees that it has the keyboard."""

    def __init__(self) -> None:
        self._seen: set[object] = set()

    def __call__(self, name: str, inside: QWidget) -> list[str]:
        found = []
        for widget in names.focusable(inside):
            kind = colours.kind_of(widget)
            if kind in self._seen or name in SHOWN_TO_A_ROOM or widget.visibleRegion().isEmpty():
                continue
            self._seen.add(kind)
            if not colours.focus_is_seen(widget):
                found.append(f"no sign of the focus: {names.where(widget)}")
        return found


# --- light, at the usual size: everything that is not about room ------------------------------

RULES: tuple[Rule, ...] = (
    names.without_name,
    names.without_label,
    names.named_alike,
    names.said_otherwise,
    names.not_dutch,
    keys.by_mouse_only,
    sizes.too_small,
    colours.hard_to_read,
)


@pytest.mark.parametrize("number", range(PARTS))
def test_names_keys_targets_and_colours(number: int, qapp: QApplication, tmp_path: Path) -> None:
    focus = Focus()

    def rules(name: str, widget: QWidget) -> list[str]:
        found = [breach for rule in RULES for breach in rule(widget)]
        passed, wrong = keys.walk(widget)
        found += [*wrong, *keys.back_is_the_same_way(widget, passed)]
        order = keys.out_of_order(widget, passed)
        return [*found, *order, *focus(name, widget)]

    with program_in(theme.LIGHT, 100, tmp_path) as program:
        tell(breaches(program, number, rules))


# --- dark, with text at 200% on the smallest screen ---------------------------------------------


def whole(widget: QWidget) -> list[str]:
    """What is cut off, lies over something else or must be scrolled to, once all has its place."""
    if isinstance(widget, QMessageBox):  # Qt gives it a size that depends on the screen
        layout = widget.layout()
        wide = layout.minimumSize().width() if layout is not None else 0
        return [f"{wide} wide"] if wide > SIZE[0] - 20 else []
    if isinstance(widget, QDialog):
        widget.resize(SIZE[0] - 20, SIZE[1] - 40)  # the screen of tests is small

    def wrong() -> list[str]:
        rules = (sizes.cut_off, sizes.overlapping, sizes.out_of_sight)
        return [breach for rule in rules for breach in rule(widget)]

    rounds = iter(range(ROUNDS))
    wait_until(lambda: not wrong() or next(rounds, None) is None)  # what wraps asks for height
    return wrong()


@pytest.mark.parametrize("number", range(PARTS))
def test_large_text_in_the_dark(number: int, qapp: QApplication, tmp_path: Path) -> None:
    focus = Focus()

    def rules(name: str, widget: QWidget) -> list[str]:
        return [*whole(widget), *colours.hard_to_read(widget), *focus(name, widget)]

    with program_in(theme.DARK, 200, tmp_path) as program:
        tell(breaches(program, number, rules))


# --- the colours of a system that asks for high contrast ----------------------------------------


def high_contrast() -> QPalette:
    """White on black with blue and black for what is chosen, as Windows has it."""
    palette = QPalette(QColor("black"))
    role = QPalette.ColorRole
    for background in (role.Base, role.Window, role.Button, role.AlternateBase):
        palette.setColor(background, QColor("black"))
    for ink in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(ink, QColor("white"))
    palette.setColor(role.Highlight, QColor("#1aebff"))
    palette.setColor(role.HighlightedText, QColor("black"))
    return palette
