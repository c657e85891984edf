"""Shows what a case becomes when a word is replaced everywhere, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.privacy.replacing import Change, changes_everywhere, with_changes
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import Suggestions
from hgkm_desktop.ui.function_field import FunctionField, checked
from hgkm_desktop.ui.marked_text import around
from hgkm_desktop.ui.spoken import announce
from hgkm_desktop.ui.text import label, problem_label, sentence_case
from hgkm_desktop.ui.theme import scaled

_WIDTH, _HEIGHT = 720, 620
_AROUND = 70
_NOTHING = "Vul in wat er moet komen te staan. Dan ziet u hier elke tekst die verandert."
_UNTICK = "Haal een vinkje weg met de spatiebalk: die tekst blijft zoals hij is."
_NOWHERE = "Dit woord staat als los woord in geen enkele tekst van deze casus."


class ReplaceDialog(QDialog):
    """Every text that changes, before and after, with a tick each; nothing is changed here.

    `confirmed(case, changes, words, function)` gives the case with what is ticked. The function is
    asked only when none is given.
    """

    confirmed = Signal(object, object, str, str)

    def __init__(self, parent: QWidget, document: Document, word: str, function: str) -> None:
        super().__init__(parent)
        assert document.case is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Vervang overal in deze casus")
        self._document, self._case, self._word = document, document.case, word
        self._known_function = function
        self._changes: tuple[Change, ...] = ()
        self._instead = Suggestions(())
        self._function = FunctionField()
        self._list = QListWidget()
        self._counted = label(_NOTHING, muted=True)
        self._problem = problem_label()
        self._replace = QPushButton("Vervangen")
        self._lay_out()
        self._instead.editTextChanged.connect(self._show_changes)
        self._list.itemChanged.connect(self._count)
        document.case_changed.connect(self._follow)
        document.locks.connect(self.reject)

    def start(self, words: str, suggestions: Sequence[str]) -> None:
        """Show the dialog with these words to put in the place of the word."""
        self._instead.addItems(list(suggestions))
        self._instead.set_value(words or next(iter(suggestions), ""))
        self._show_changes()
        room = self.screen().availableSize()
        wide, high = scaled(_WIDTH), scaled(_HEIGHT)
        self.resize(min(wide, room.width() - 20), min(high, room.height() - 60))
        self.open()
        self._instead.setFocus()

    # --- what changes -------------------------------------------------------------------

    @Slot()
    def _show_changes(self) -> None:
        try:
            self._changes = changes_everywhere(self._case, self._word, self._instead.value())
        except BadInput:  # nothing is filled in yet
            self._changes = ()
        self._problem.hide()
        self._list.blockSignals(True)
        self._list.clear()
        for change in self._changes:
            item = QListWidgetItem(_words(change), self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self._count()

    def _ticked(self) -> tuple[Change, ...]:
        checked_state = Qt.CheckState.Checked
        return tuple(
            change
            for row, change in enumerate(self._changes)
            if self._list.item(row).checkState() is checked_state
        )

    @Slot()
    def _count(self) -> None:
        ticked, every = len(self._ticked()), len(self._changes)
        many = f"{ticked} van {every} {'tekst verandert' if every == 1 else 'teksten'}"
        many = many if every == 1 else f"{many} {'verandert' if ticked == 1 else 'veranderen'}"
        empty = _NOWHERE if self._instead.value() else _NOTHING
        self._counted.setText(f"{many}." if every else empty)
        self._replace.setEnabled(ticked > 0)

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        """What is shown is always about the case as it is now."""
        if new is None or new.id != self._case.id:
            self.reject()
            return
        self._case = new
        self._show_changes()

    # --- what the user does -------------------------------------------------------------

    @Slot()
    def _confirm(self) -> None:
        ticked = self._ticked()
        try:
            function = self._known_function or checked(self._function.value())
            after = with_changes(self._case, ticked)
        except BadInput as error:
            self._problem.setText(error.sentence)
            self._problem.show()
            announce(self, error.sentence)
            return
        words = self._instead.value()
        self.accept()
        self.confirmed.emit(after, ticked, words, function)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field must not press a button that is elsewhere."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(label(f"‘{self._word}’ overal vervangen", level=2))
        self._ask(column, "Vervang door", self._instead)
        self._list.setAccessibleName("Teksten die veranderen")
        self._list.setWordWrap(True)
        self._list.setAlternatingRowColors(False)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        column.addWidget(self._counted)
        column.addWidget(self._list, 1)
        column.addWidget(label(_UNTICK, small=True))
        if not self._known_function:
            self._ask(column, "Uw functie (geen naam)", self._function)
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    @staticmethod
    def _ask(column: QVBoxLayout, name: str, field: Suggestions) -> None:
        words = label(name)
        words.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(words)
        column.addWidget(field)

    def _buttons(self) -> QDialogButtonBox:
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        buttons.addButton(self._replace, roles.ActionRole)
        leave = buttons.addButton("Annuleren", roles.RejectRole)
        self._replace.setProperty("main", True)
        for button in (self._replace, leave):
            button.setAutoDefault(True)
        self._replace.clicked.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        return buttons


def _words(change: Change) -> str:
    """Where a text stands, and the part of it that changes, before and after."""
    before, after = change.place.text, change.after
    least = min(len(before), len(after))
    same = next((n for n in range(least) if before[n] != after[n]), least)
    now = " ".join(around(before, same, same, _AROUND).split())
    then = " ".join(around(after, same, same, _AROUND).split())
    return f"{sentence_case(change.place.where)}\nNu: {now}\nWordt: {then}"
