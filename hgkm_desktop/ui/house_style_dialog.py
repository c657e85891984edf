"""The house style of a casusbestand: the name and the colour that its documents have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.reports.house_style import inks
from hgkm_desktop.reports.page_style import COLOURS
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import TextLine
from hgkm_desktop.ui.form_dialog import FormDialog
from hgkm_desktop.ui.problem_box import show_problem
from hgkm_desktop.ui.text import label
from hgkm_desktop.ui.written import Line

TITLE = "Huisstijl"
_SWATCH = 28


class HouseStyleDialog(FormDialog):
    """Asks for both and keeps them in the file; `kept` follows when that was done."""

    kept = Signal()

    def __init__(self, parent: QWidget, document: Document) -> None:
        super().__init__(parent, TITLE)
        self._document, self._parent = document, parent
        settings = document.file.settings
        name, colour = TextLine(), ColourField()
        name.set_value(settings.organisation)
        colour.set_value(settings.accent)
        self.form.heading(TITLE)
        self.form.note("Zo zien de documenten van dit casusbestand eruit.")
        self.ask("Organisatie", name, _author)
        self.ask(
            "Huiskleur",
            colour,
            _named("accent"),
            "Een hekje met zes tekens, bijvoorbeeld #0f4c5c. Leeg? Dan de kleur van dit programma.",
        )
        self.given.connect(self._keep)

    def made(self) -> FileSettings:
        """The settings as the fields say. Raises BadInput when the colour is no colour."""
        return replace(self._document.file.settings, **self.answers())

    @Slot(object)
    def _keep(self, settings: FileSettings) -> None:
        try:
            self._document.change_settings(settings)
        except HgkmError as error:
            show_problem(self._parent, error, "De huisstijl is niet bewaard")
            return
        self.kept.emit()


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


def _author(answer: str) -> dict[str, str]:
    return {"organisation": checked_author(answer)}


def checked_author(name: str) -> str:
    """The name that documents have. Raises BadInput when it says where someone hides."""
    from hgkm_desktop.privacy.gate import problem_of_author

    problem = problem_of_author(name)
    if problem:
        raise BadInput(problem)
    return name.strip()


def _named(attribute: str) -> Any:  # noqa: ANN401 - the form dialog takes any function of this sort
    def values(answer: str) -> dict[str, Any]:
        return {attribute: answer}

    return values
