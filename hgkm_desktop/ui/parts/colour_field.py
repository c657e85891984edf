"""A colour that is typed or chosen, with how it will be on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.reports.writing.house_style import inks
from hgkm_desktop.reports.writing.page_style import COLOURS
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.writing.written import Line

_SWATCH = 28


class ColourField(QWidget):
    """A colour as '#rrggbb', typed or chosen, with how it will be on paper; '' is ours."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = Line()
        self.line.setPlaceholderText("#0f4c5c")
        self._choose = QPushButton("Kleur kiezen…")
        self._choose.setAutoDefault(False)
        self._swatch = QFrame()
        self._swatch.setFixedSize(_SWATCH, _SWATCH)
        self._said = label("", small=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.line, self._swatch, self._choose):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._said)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._show)
        self.line.editingFinished.connect(self.changed)
        self._choose.clicked.connect(self._ask)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """Name the line itself: that is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line itself: that is what has the focus."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def value(self) -> str:
        """The colour in small letters. Raises BadInput when it is none."""
        typed = self.line.text().strip().casefold()
        inks(typed)
        return typed

    def set_value(self, value: str) -> None:
        self.line.setText(value)

    @Slot()
    def _show(self) -> None:
        """Show the colour as it comes on paper, and say so when that is a darker one."""
        try:
            typed = self.value()
        except BadInput:
            self._swatch.setVisible(False)
            self._said.setText("")
            return
        printed = inks(typed).get(COLOURS.accent, COLOURS.accent)
        self._swatch.setVisible(True)
        self._swatch.setStyleSheet(f"background: {printed}; border-radius: 4px;")
        darker = f"Deze kleur is te licht om te lezen. Op papier wordt hij {printed}."
        self._said.setText(darker if typed and printed.casefold() != typed else "")

    @Slot()
    def _ask(self) -> None:
        dialog = QColorDialog(self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle("Huiskleur kiezen")
        typed = QColor(self.line.text().strip())
        dialog.setCurrentColor(typed if typed.isValid() else QColor(COLOURS.accent))
        dialog.colorSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(QColor)
    def _take(self, colour: QColor) -> None:
        self.line.setText(colour.name())
        self.line.setFocus()
        self.changed.emit()
