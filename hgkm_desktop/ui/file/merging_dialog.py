"""The window before merging: what comes, what two copies say otherwise, and who decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models.merging import Choice, Conflict
from hgkm_desktop.models.merging_files import Together, settle
from hgkm_desktop.models.merging_values import Merged
from hgkm_desktop.ui.file.merging_words import differences_of, heading_of, summary_of
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import choice_button, label, problem_label, scrolling
from hgkm_desktop.ui.parts.theme import scaled

TITLE = "Ander casusbestand samenvoegen"
_WIDTH, _MORE_HIGH, _MOST_ROWS = 760, 130, 6
_NOTHING = "In het andere bestand staat niets dat hier ontbreekt."
_HOW = (
    "Kies per regel wat geldt: met de knoppen, of met de cijfers 1 tot en met 4. Wat u later "
    "kiest, blijft in beide bestanden zoals het is. Dan vraagt het programma het de volgende keer "
    "opnieuw."
)
_BACK = (
    "Er is nog niets veranderd. Het programma maakt eerst een back-up en controleert die: dat is "
    "uw weg terug. Met Ongedaan maken kan het niet. Het andere bestand verandert niet."
)
_CHOICES = {
    Choice.HERE: ("1  Zoals hier", "zoals hier"),
    Choice.THERE: ("2  Zoals daar", "zoals daar"),
    Choice.BOTH: ("3  Allebei, als twee", "allebei"),
    Choice.LATER: ("4  Later kiezen", "later kiezen"),
}
_DIGITS = dict(zip("1234", _CHOICES, strict=True))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is merged, with what was chosen by the key of each conflict."""

    found: Together
    choices: dict[str, Choice] = field(default_factory=dict)


class ConflictList(QListWidget):
    """The conflicts; `picked` gives the choice of a digit that was typed."""

    picked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in _DIGITS:
            self.picked.emit(_DIGITS[event.text()])
            return
        super().keyPressEvent(event)


class Beside(QWidget):
    """One conflict: both copies side by side, and nothing that they say alike."""

    def __init__(self, found: Merged, conflict: Conflict, known: Mapping[str, str]) -> None:
        super().__init__()
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setHorizontalSpacing(16)
        for column in (1, 2):
            rows.setColumnStretch(column, 1)
        for column, words in enumerate(("", "In dit bestand", "In het andere bestand")):
            rows.addWidget(label(words, level=3), 0, column)
        differ = differences_of(conflict, found.here.value, found.there.value, known)
        for row, one in enumerate(differ, 1):
            for column, words in enumerate((one.what, one.here, one.there)):
                top = Qt.AlignmentFlag.AlignTop
                rows.addWidget(label(words, soft=not column), row, column, top)
        rows.setRowStretch(len(differ) + 1, 1)
        self.said = ". ".join(f"{o.what}: hier {o.here}; daar {o.there}" for o in differ)


class MergingDialog(QDialog):
    """Nothing is written until `confirmed(Chosen)`; Enter in the list and Escape write nothing.

    `known` are the names of all that stands in either file, by its id.
    """

    confirmed = Signal(object)

    def __init__(
        self, parent: QWidget, name: str, found: Together, known: Mapping[str, str]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._found, self._known = found, known
        self._conflicts = list(_conflicts_of(found))
        self._choices = {conflict.key: Choice.LATER for _, conflict in self._conflicts}
        self._certain = [settle(one, {}, "") for one in found.values]
        self._list = ConflictList()
        self._list.setAccessibleName("Op twee plekken gewijzigd")
        self._beside = QVBoxLayout()
        self._group = QButtonGroup(self)
        self._buttons = {choice: self._a_button(choice) for choice in _CHOICES}
        self._problem = problem_label()
        self._lay_out(name)
        self._list.currentRowChanged.connect(self._show)
        self._list.picked.connect(self._choose)
        self._fill()

    @property
    def has_news(self) -> bool:
        """Whether merging can change anything at all here, or anything must be chosen."""
        more = self._found.destroyed or any(self._found.issued.values())
        return bool(self._conflicts or more or any(one.changes for one in self._certain))

    @Slot()
    def leave(self) -> None:
        """Close at once, as when the file is locked."""
        self.done(0)

    def say(self, problem: str) -> None:
        """Say what went wrong, and stay."""
        self._problem.setText(problem)
        self._problem.show()

    # --- how it looks ---------------------------------------------------------------------

    def _a_button(self, choice: Choice) -> QPushButton:
        button = choice_button(_CHOICES[choice][0], "segment")
        button.setProperty("of", choice.value)
        button.clicked.connect(self._press)
        self._group.addButton(button)
        return button

    def _lay_out(self, name: str) -> None:
        inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(8, 6, 8, 6)  # within the border of focus
        column.setSpacing(8)
        column.addWidget(label(TITLE, level=2))
        column.addWidget(label(f"Uit ‘{name}’:", muted=True))
        for sentence in summary_of(self._found, self._certain) or [_NOTHING]:
            column.addWidget(label(sentence))
        if self._conflicts:
            column.addWidget(label(_HOW, small=True))
            column.addWidget(self._list)
            column.addLayout(self._beside)
            column.addWidget(flowing(*self._buttons.values()))
            column.addWidget(flowing(*self._every()))
        if self.has_news:
            column.addWidget(label(_BACK, quote=True))
        column.addStretch(1)
        self._scroll = scrolling(inner)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys can scroll it
        self._scroll.setAccessibleName("Wat het andere bestand brengt")
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 20, 24, 20)
        around.setSpacing(8)
        around.addWidget(self._scroll, 1)
        around.addWidget(self._problem)
        around.addWidget(self._decide())

    def _every(self) -> Iterator[QPushButton]:
        for words, choice in (
            ("Alles wat nog open is: zoals hier", Choice.HERE),
            ("Alles wat nog open is: zoals daar", Choice.THERE),
        ):
            button = QPushButton(words)
            button.setAutoDefault(True)
            button.setProperty("of", choice.value)
            button.clicked.connect(self._choose_rest)
            yield button

    def _decide(self) -> QDialogButtonBox:
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        leave = buttons.addButton("Annuleren" if self.has_news else "Sluiten", roles.RejectRole)
        leave.setAutoDefault(True)
        buttons.rejected.connect(self.reject)
        if self.has_news:
            merge = buttons.addButton("Samenvoegen", roles.ActionRole)
            assert isinstance(merge, QPushButton)
            merge.setProperty("main", True)
            merge.setAutoDefault(True)
            merge.clicked.connect(self._confirm)
        leave.setDefault(True)
        return buttons

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableGeometry()
        wide = min(scaled(_WIDTH), room.width() - 20)
        high = self._column.totalHeightForWidth(wide - 70) + scaled(_MORE_HIGH)
        self.resize(wide, min(high, room.height() - 60))
        if self._conflicts:
            self._list.setFocus()

    # --- choosing ---------------------------------------------------------------------------

    def _fill(self) -> None:
        for found, conflict in self._conflicts:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, heading_of(conflict, found, self._known))
            self._list.addItem(item)
        self._name_all()
        if self._conflicts:
            row = self._list.sizeHintForRow(0)
            self._list.setFixedHeight(row * min(len(self._conflicts), _MOST_ROWS) + 10)
            self._list.setCurrentRow(0)

    def _name_all(self) -> None:
        for row, (_, conflict) in enumerate(self._conflicts):
            item = self._list.item(row)
            chosen = _CHOICES[self._choices[conflict.key]][1]
            item.setText(f"{item.data(Qt.ItemDataRole.UserRole)} – {chosen}")

    @Slot(int)
    def _show(self, row: int) -> None:
        found, conflict = self._conflicts[row]
        beside = Beside(found, conflict, self._known)
        while earlier := self._beside.takeAt(0):
            if shown := earlier.widget():
                shown.hide()
                shown.deleteLater()
        self._beside.addWidget(beside)
        self._list.setAccessibleDescription(beside.said)
        self._buttons[Choice.BOTH].setVisible(conflict.may_be_both)
        self._buttons[self._choices[conflict.key]].setChecked(True)

    @Slot()
    def _press(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self._choose(Choice(button.property("of")))

    @Slot(object)
    def _choose(self, choice: Choice) -> None:
        """Keep the choice for the conflict that is shown, and go to the next one in the list."""
        row = self._list.currentRow()
        _, conflict = self._conflicts[row]
        if choice is Choice.BOTH and not conflict.may_be_both:
            return
        self._choices[conflict.key] = choice
        self._name_all()
        self._buttons[choice].setChecked(True)
        announce(self, _CHOICES[choice][1])
        if self._list.hasFocus() and row + 1 < len(self._conflicts):
            self._list.setCurrentRow(row + 1)

    @Slot()
    def _choose_rest(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        for key, choice in self._choices.items():
            if choice is Choice.LATER:
                self._choices[key] = Choice(button.property("of"))
        self._name_all()
        self._show(self._list.currentRow())

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(Chosen(self._found, dict(self._choices)))


def _conflicts_of(found: Together) -> Iterator[tuple[Merged, Conflict]]:
    for one in found.values:
        for conflict in one.conflicts:
            yield one, conflict
