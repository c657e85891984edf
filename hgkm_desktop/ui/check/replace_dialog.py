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
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.texts import CaseText
from hgkm_desktop.privacy.replacing import (
    Change,
    Spot,
    changes_everywhere,
    longer_names,
    with_changes,
)
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.fields import Check, Suggestions
from hgkm_desktop.ui.parts.function_field import FunctionField, checked
from hgkm_desktop.ui.parts.text import label, plain, problem_label, sentence_case
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.marked_text import around

_WIDTH, _HEIGHT = 720, 620
_AROUND = 70
_MOST_SPOTS = 3  # places of one text that are shown
_MOST_NAMES = 3
_NOTHING = "Vul in wat er moet komen te staan. Dan ziet u hier elke tekst die verandert."
_UNTICK = "Haal een vinkje weg met de spatiebalk: die tekst blijft zoals hij is."
_NOWHERE = "Dit woord staat als los woord in geen enkele tekst van deze casus."


class ReplaceDialog(QDialog):
    """Every text that changes, before and after, with a tick each; nothing is changed here.

    `confirmed(case, changes, words, function)` gives the case with what is ticked. The function is
    asked only when none is given. `beside` are texts that are not in the case and change along.
    """

    confirmed = Signal(object, object, str, str)

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        word: str,
        function: str,
        beside: tuple[CaseText, ...] = (),
    ) -> None:
        super().__init__(parent)
        assert document.case is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Vervang overal in deze casus")
        self._document, self._case, self._word = document, document.case, word
        self._known_function, self._beside = function, beside
        self._longer: tuple[str, ...] = ()
        self._whole = Check("")
        self._changes: tuple[Change, ...] = ()
        self._instead = Suggestions(())
        self._function = FunctionField()
        self._list = QListWidget()
        self._counted = label(_NOTHING, muted=True)
        self._problem = problem_label()
        self._replace = QPushButton("Vervangen")
        self._lay_out()
        self._instead.editTextChanged.connect(self._show_changes)
        self._whole.changed.connect(self._show_changes)
        self._list.itemChanged.connect(self._count)
        document.case_changed.connect(self._follow)
        document.locks.connect(self.reject)

    def start(self, words: str, suggestions: Sequence[str]) -> None:
        """Show the dialog with these words to put in the place of the word, '' when the user must
        say; `suggestions` can be chosen."""
        self._instead.addItems(list(suggestions))
        self._instead.set_value(words)
        self._find_longer()
        self._show_changes()
        room = self.screen().availableSize()
        wide, high = scaled(_WIDTH), scaled(_HEIGHT)
        self.resize(min(wide, room.width() - 20), min(high, room.height() - 60))
        self.open()
        self._instead.setFocus()

    # --- what changes -------------------------------------------------------------------

    def _find_longer(self) -> None:
        """Offer the longer names that the word is a part of: else a surname stays behind."""
        known, self._longer = self._longer, longer_names(self._case, self._word, self._beside)
        self._whole.setText(plain(_whole_words(self._longer)))
        self._whole.setVisible(bool(self._longer))
        if self._longer != known:
            self._whole.setChecked(bool(self._longer))

    @Slot()
    def _show_changes(self) -> None:
        longer = self._longer if self._whole.isChecked() else ()
        try:
            self._changes = changes_everywhere(
                self._case, self._word, self._instead.value(), longer, self._beside
            )
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
        self._find_longer()
        self._show_changes()

    # --- what the user does -------------------------------------------------------------

    @Slot()
    def _confirm(self) -> None:
        ticked = self._ticked()
        try:
            function = self._known_function or checked(self._function.value())
            in_case = (change for change in ticked if change.place not in self._beside)
            after = with_changes(self._case, in_case)
        except BadInput as error:
            self._problem.setText(error.sentence)
            self._problem.show()
            return
        words = self._instead.value()
        self.accept()
        self.confirmed.emit(after, ticked, words, function)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field replaces, once it is known by what and who does it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        here = self.focusWidget()
        if not is_enter or isinstance(here, QPushButton):
            super().keyPressEvent(event)
        elif here in (self._instead, self._function) and self._replace.isEnabled():
            if self._known_function or self._function.value():
                self._confirm()
            else:
                self._function.setFocus()

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
        column.addWidget(self._whole)
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


def _whole_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    quoted = [f"‘{name}’" for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        quoted = [*quoted[:-1], f"{len(names) - _MOST_NAMES + 1} andere"]
    return f"Vervang ook de hele naam: {list_text(quoted)}"


def _words(change: Change) -> str:
    """Where a text stands, and the parts of it that change, before and after."""
    shown, left = _shown_spots(change)
    parts = [sentence_case(change.place.where)]
    for spot in shown:
        now = " ".join(around(change.place.text, spot.start, spot.end, _AROUND).split())
        then = " ".join(around(change.after, spot.after_start, spot.after_end, _AROUND).split())
        parts.append(f"Nu: {now}\nWordt: {then}")
    if left:
        parts.append(f"En nog {left} {'plek' if left == 1 else 'plekken'} in deze tekst.")
    return "\n".join(parts)


def _shown_spots(change: Change) -> tuple[list[Spot], int]:
    """The places to show, and how many others there are: what stands close is shown along."""
    shown, left, seen = list[Spot](), 0, -1
    for spot in change.spots:
        if spot.end <= seen:
            continue
        if len(shown) == _MOST_SPOTS:
            left += 1
        else:
            shown.append(spot)
            seen = spot.end + _AROUND
    return shown, left
