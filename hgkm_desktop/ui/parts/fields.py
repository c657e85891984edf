"""Fields of forms: each shows a value, gives a value back and says when the user changed it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from hgkm_desktop.models.terms import Term
from hgkm_desktop.ui.parts.text import plain, sentence_case
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import WrittenBlock, WrittenLine

TYPING_PAUSE_MILLISECONDS = 800
_AROUND_WORDS = 14  # pixels that a check box has beside its indicator and its words


class Field(Protocol):
    """What every field can do. `value` raises BadInput when what is typed cannot be read."""

    changed: SignalInstance

    def value(self) -> Any: ...  # noqa: ANN401 - each field has its own type
    def set_value(self, value: Any) -> None: ...  # noqa: ANN401
    def setFocus(self) -> None: ...


class TextLine(WrittenLine):
    """One line of text; `changed` comes when the user leaves it or pauses."""

    changed = Signal()

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self._handed_over = ""
        self._pause = _pause_timer(self)
        self.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self._finish)
        self.editingFinished.connect(self._finish)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        self._handed_over = value
        if value != self.value():
            self.setText(value)

    @Slot()
    def _finish(self) -> None:
        """Hand over the text; from here on undo belongs to the window."""
        self._pause.stop()
        self.changed.emit()
        if self.isUndoAvailable() and self.text() != self._handed_over:
            self._handed_over = self.text()
            place = self.cursorPosition()
            self.setText(self.text())  # forgets what the line itself could undo
            self.setCursorPosition(place)


class TextBlock(WrittenBlock):
    """Some lines of text; Tab goes on to the next field."""

    changed = Signal()

    def __init__(self, lines: int = 3, placeholder: str = "") -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self._lines = lines
        self._fit()
        self._handed_over = ""
        self._pause = _pause_timer(self)
        self.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._finish)

    @Slot()
    def _finish(self) -> None:
        """Hand over the text; from here on undo belongs to the window."""
        self._pause.stop()
        self.changed.emit()
        if self.toPlainText() != self._handed_over:
            self._handed_over = self.toPlainText()
            self.document().clearUndoRedoStacks()

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self._show(value)

    def _show(self, text: str) -> None:
        """Show a text that came from the case from its start, with the cursor at its end."""
        self.setPlainText(text)
        self._handed_over = text
        self.moveCursor(QTextCursor.MoveOperation.End)
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)
        self._pause.stop()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 22)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._pause.isActive():
            self._finish()


class Sentences(TextBlock):
    """A list of sentences, one a line."""

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        lines = self.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def set_value(self, value: Sequence[str]) -> None:
        if tuple(value) != self.value():
            self._show("\n".join(value))


class _List(QComboBox):
    """A list to choose from, with a name for who cannot see it.

    On Linux Qt says the value of a list in place of its name, and beside it only the words of a
    label that belongs to it. Without one on screen it gets one that is not seen.
    """

    _label: QLabel | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent, name = self.parentWidget(), self.accessibleName()
        if sys.platform != "linux" or not name or self._label is not None or parent is None:
            return
        labels = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if all(words.buddy() is not self for words in labels):
            self._label = QLabel(name, parent)
            self._label.setBuddy(self)
            self._label.hide()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self._label is not None:
            self._label.setText(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past a list must not change what was answered


class Suggestions(_List):
    """A line of text with words to choose from; anything else may be typed."""

    changed = Signal()

    def __init__(self, words: Iterable[str], placeholder: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setLineEdit(WrittenLine())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # else the style sheet has no say in rows
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Long words to choose from must not make the form wider than the screen.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # A completer would finish what the user meant to type as it is.
        self.setCompleter(None)  # type: ignore[arg-type] # the stub forgets that None removes it
        self.addItems(list(words))
        self.set_value("")
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(placeholder)
            line.editingFinished.connect(self.changed)
        self.activated.connect(self.changed)

    def value(self) -> str:
        return self.currentText().strip()

    def set_value(self, value: str) -> None:
        self.setCurrentIndex(self.findText(value))
        self.setEditText(value)


class Choice(_List):
    """One word of a vocabulary; `empty` names the choice of none."""

    changed = Signal()

    def __init__(self, terms: Iterable[Term | tuple[Any, str]], empty: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # else the style sheet has no say in rows
        # Kept here and not in the items: Qt would turn a term into a plain str.
        self._values: list[Any] = []
        self.set_choices(terms, empty)
        self.activated.connect(self.changed)

    def set_choices(self, terms: Iterable[Term | tuple[Any, str]], empty: str = "") -> None:
        """Offer these; the first is chosen."""
        self.clear()
        self._values = [None] if empty else []
        if empty:
            self.addItem(empty)
        for term in terms:
            value, words = (term, term.label) if isinstance(term, Term) else term
            self._values.append(value)
            self.addItem(sentence_case(words))

    def value(self) -> Any:  # noqa: ANN401 - the term or id that was put in
        return self._values[self.currentIndex()]

    def set_value(self, value: Any) -> None:  # noqa: ANN401
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class Checks(QWidget):
    """Some of a list of choices, as check boxes in columns."""

    changed = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]] = (), columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._boxes: list[tuple[Any, QCheckBox]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(2)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Show these choices; what was checked and is still there stays checked."""
        checked = self.value()
        for _, box in self._boxes:
            box.setParent(None)
            box.deleteLater()
        kind: type[Check] = WrappingCheck if self._columns == 1 else Check
        self._boxes = [(value, kind(label)) for value, label in choices]
        for number, (value, box) in enumerate(self._boxes):
            self._grid.addWidget(box, number // self._columns, number % self._columns)
            box.setChecked(value in checked)
            box.clicked.connect(self.changed)
        if self._boxes:
            self.setFocusProxy(self._boxes[0][1])

    def value(self) -> tuple[Any, ...]:
        return tuple(value for value, box in self._boxes if box.isChecked())

    def set_value(self, value: Sequence[Any]) -> None:
        for choice, box in self._boxes:
            box.setChecked(choice in value)


class Check(QCheckBox):
    """Yes or no, with its own words beside it."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(plain(label))
        self.clicked.connect(self.changed)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(value)


class WrappingCheck(Check):
    """A check box of many words, in as many lines as they need."""

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._words = label
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say something else beside it."""
        self._words = words
        self.setAccessibleName(words)
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        style, indicator = self.style(), QStyle.PixelMetric.PM_IndicatorWidth
        room = self.width() - style.pixelMetric(indicator, None, self) - scaled(_AROUND_WORDS)
        lines, measured = [""], self.fontMetrics()
        for word in self._words.split():
            if lines[-1] and measured.horizontalAdvance(f"{lines[-1]} {word}") > room:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        self.setText(plain("\n".join(lines)))


def _pause_timer(parent: QWidget) -> QTimer:
    return QTimer(parent, interval=TYPING_PAUSE_MILLISECONDS, singleShot=True)
