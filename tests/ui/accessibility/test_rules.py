"""Each rule of accessibility finds the fault that it is made to find, and lets what is right be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.parts.text import label
from tests.ui.accessibility import colours, keys, names, sizes
from tests.ui.full_program import settle

Build = Callable[[QDialog, QVBoxLayout], object]


def _button(words: str = "Bewaren", style: str = "", **more: object) -> QPushButton:
    made = QPushButton(words)
    made.setStyleSheet(style)
    for name, value in more.items():
        made.setProperty(name, value)
    return made


def _line(name: str = "Naam") -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def _good(dialog: QDialog, column: QVBoxLayout) -> None:
    """A form as we make them."""
    words, field = label("Wat gebeurde er"), QLineEdit()
    words.setBuddy(field)
    for part in (words, field, _button("Bewaren"), _button("Annuleren")):
        column.addWidget(part)


def _add(make: Callable[[], QWidget], dialog: QDialog, column: QVBoxLayout) -> None:
    column.addWidget(make())


def _small(dialog: QDialog, column: QVBoxLayout) -> None:
    made = _button("x", "min-height: 0; padding: 0;")
    made.setFixedSize(40, 18)
    column.addWidget(made)


def _mouse_only(dialog: QDialog, column: QVBoxLayout) -> None:
    made = _button()
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(made)


def _twice(dialog: QDialog, column: QVBoxLayout) -> None:
    for _ in range(2):
        column.addWidget(_button("Weghalen"))


def _other_words(dialog: QDialog, column: QVBoxLayout) -> None:
    made = _button("Selectie")
    made.setAccessibleName("Inzoomen")
    column.addWidget(made)


def _too_narrow(dialog: QDialog, column: QVBoxLayout) -> None:
    made = QLabel("zorgvuldigheidseisen", dialog)
    made.setFixedWidth(40)
    column.addWidget(made)


def _over_each_other(dialog: QDialog, column: QVBoxLayout) -> None:
    column.addWidget(_line())
    over = _button()
    over.setParent(dialog)
    over.move(20, 20)


def _wide(dialog: QDialog, column: QVBoxLayout) -> None:
    area, inner = QScrollArea(), QLabel("breed")
    inner.setMinimumWidth(2000)
    area.setWidget(inner)
    column.addWidget(area)


class _Trap(QPlainTextEdit):
    """Tab types a tab here, as in any field of text that nobody told otherwise."""


def _trap(dialog: QDialog, column: QVBoxLayout) -> None:
    for part in (_line(), _Trap(), _button()):
        column.addWidget(part)


class _Deaf(QLineEdit):
    """Tab jumps over what comes after it."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if event.type() == QEvent.Type.KeyPress:
                self.window().findChildren(QPushButton)[-1].setFocus()
            return True
        return super().event(event)


def _jump(dialog: QDialog, column: QVBoxLayout) -> None:
    for part in (_Deaf(), _button("een"), _button("twee")):
        column.addWidget(part)


def _crossed(dialog: QDialog, column: QVBoxLayout) -> None:
    first, second, third, fourth = (_line(f"Veld {n}") for n in range(4))
    for part in (first, third, second, fourth):
        column.addWidget(part)
    for before, after in ((first, second), (second, third), (third, fourth)):
        dialog.setTabOrder(before, after)


def walked(inside: QWidget) -> list[str]:
    """Everything that a walk with Tab finds."""
    passed, wrong = keys.walk(inside)
    return [*wrong, *keys.back_is_the_same_way(inside, passed), *keys.out_of_order(inside, passed)]


def unseen_focus(inside: QWidget) -> list[str]:
    stops = names.focusable(inside)
    return [names.where(one) for one in stops if not colours.focus_is_seen(one)]


PALE = "color: #cccccc; background: #ffffff;"
BARE = "QPushButton, QPushButton:focus { border: 1px solid #999999; padding: 5px; outline: none; }"
FAULTS: dict[str, tuple[Callable[[QWidget], list[str]], Build]] = {
    "no name": (names.without_name, partial(_add, QToolButton)),
    "a field without a label": (names.without_label, partial(_add, QLineEdit)),
    "a list without a label": (names.without_label, partial(_add, QComboBox)),
    "two of one name": (names.named_alike, _twice),
    "another name than is seen": (names.said_otherwise, _other_words),
    "a word of English": (names.not_dutch, partial(_add, partial(_button, "Cancel"))),
    "by mouse only": (keys.by_mouse_only, _mouse_only),
    "Tab does not leave": (walked, _trap),
    "Tab jumps over a part": (walked, _jump),
    "Tab crosses the screen": (walked, _crossed),
    "too small to hit": (sizes.too_small, _small),
    "words cut off": (sizes.cut_off, _too_narrow),
    "one part over another": (sizes.overlapping, _over_each_other),
    "to be scrolled sideways": (sizes.out_of_sight, _wide),
    "pale words": (colours.hard_to_read, partial(_add, partial(_button, "Bewaren", PALE))),
    "a focus that is not seen": (unseen_focus, partial(_add, partial(_button, "Bewaren", BARE))),
}


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[QDialog]:
    made = QDialog()
    qtbot.addWidget(made)
    made.resize(500, 300)
    QVBoxLayout(made)
    yield made
    made.done(0)


def shown(dialog: QDialog, build: Build) -> QDialog:
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    build(dialog, column)
    dialog.show()
    settle(dialog)
    return dialog


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str, dialog: QDialog) -> None:
    rule, build = FAULTS[fault]
    assert rule(shown(dialog, build))


def test_what_is_right_is_let_be(dialog: QDialog) -> None:
    shown(dialog, _good)
    assert [breach for rule, _ in FAULTS.values() for breach in rule(dialog)] == []
