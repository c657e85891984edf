"""A field for a factor: typing part of its label finds it, and what is in no label is one's own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.factors import Factor, factors, found_factors
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import WrittenLine

_LIST_HEIGHT = 190
_STEPS = {
    Qt.Key.Key_Down.value: 1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_PageDown.value: 6,
    Qt.Key.Key_PageUp.value: -6,
}


@dataclass(frozen=True, slots=True)
class ChosenFactor:
    """A factor of the library, or else one's own words."""

    factor_id: str = ""
    own_words: str = ""


class FactorField(QWidget):
    """A line to type in over the factors that it finds; the arrows choose without leaving it.

    As long as words are found in labels, the chosen row counts. The last row is always what was
    typed, as a factor of one's own.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = _SearchLine()
        self._line.setPlaceholderText("Typ een deel van de factor, of een eigen factor")
        self._found = QListWidget()
        self._found.setAccessibleName("Gevonden factoren")
        self._found.setFixedHeight(scaled(_LIST_HEIGHT))
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setWordWrap(True)
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # focus alone would choose its first row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._found)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._find)
        self._line.stepped.connect(self._step)
        self._found.currentRowChanged.connect(self._say_chosen)
        self._find()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def value(self) -> ChosenFactor:
        """Raises BadInput when nothing is chosen or typed."""
        factor, typed = self.chosen(), self._line.text().strip()
        if factor is not None:
            return ChosenFactor(factor.id)
        if not typed:
            raise BadInput("Kies een factor of schrijf een eigen factor op.")
        return ChosenFactor(own_words=typed)

    def set_value(self, value: ChosenFactor) -> None:
        self._line.setText(value.own_words)
        for row in range(self._found.count()):
            factor = self._found.item(row).data(Qt.ItemDataRole.UserRole)
            if factor is not None and factor.id == value.factor_id:
                self._found.setCurrentRow(row)
                return
        if value.own_words:
            self._found.setCurrentRow(self._found.count() - 1)

    def chosen(self) -> Factor | None:
        """The factor of the library that is chosen, if it is one."""
        row = self._found.currentRow()
        found: Factor | None = None
        if row >= 0:
            found = self._found.item(row).data(Qt.ItemDataRole.UserRole)
        return found

    @Slot()
    def _find(self) -> None:
        typed = self._line.text().strip()
        found = found_factors(typed) if typed else factors()
        self._found.blockSignals(True)
        self._found.clear()
        for factor in found:
            item = QListWidgetItem(factor_words(factor))
            item.setData(Qt.ItemDataRole.UserRole, factor)
            self._found.addItem(item)
        if typed:
            self._found.addItem(f"Eigen factor: {typed}")
        self._found.setCurrentRow(0 if typed else -1)
        self._found.blockSignals(False)
        self._say_chosen()

    @Slot(int)
    def _step(self, steps: int) -> None:
        row = self._found.currentRow() + steps
        self._found.setCurrentRow(min(max(row, 0), self._found.count() - 1))
        announce(self._line, self._line.accessibleDescription())

    @Slot()
    def _say_chosen(self) -> None:
        row = self._found.currentRow()
        words = self._found.item(row).text() if row >= 0 else "nog niets gekozen"
        self._line.setAccessibleDescription(f"Gekozen: {words}")
        self.changed.emit()


class _SearchLine(WrittenLine):
    """Up and down go through what was found, while one goes on typing."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.stepped.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)


def factor_words(factor: Factor) -> str:
    """'Er was geen nazorg (risico of knelpunt, interventie)'."""
    return f"{sentence_case(factor.label)} ({factor.kind.label}, {factor.layer.label})"


def chosen_of(code: FactorCode) -> ChosenFactor:
    """What a code chose, for the field."""
    return ChosenFactor(code.factor_id, "" if code.factor_id else code.own_words)
