"""What a page says of a leertafel and its cases, and keeps true while they change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.agenda import why_not_begin
from hgkm_desktop.methods.leertafel import not_on_table, still_open
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.document.works_held import cases_of
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.practice.actions_held import actions_at

Words = Callable[[Leertafel, Sequence[Case]], str]


class ToldOfTable(QWidget):
    """A text about the leertafel and its cases; it takes no room while there is nothing to say.

    Reading a case takes time, so it only follows what changes while it can be seen.
    """

    def __init__(
        self, document: Document, shown: WorkOnScreen, words: Words, *parts: QLabel
    ) -> None:
        """The last of the parts says the words; those before it stand above them."""
        super().__init__()
        self.document, self._shown, self._words = document, shown, words
        self._parts, self._said = parts, parts[-1]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in parts:
            column.addWidget(part)
        shown.changed.connect(self._follow)
        document.case_changed.connect(self._follow)
        document.cases_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        table = self._shown.value
        if not isinstance(table, Leertafel):
            return
        words = self._words(table, cases_of(self.document, table))
        self._said.setText(words)
        for part in self._parts:
            part.setVisible(bool(words))


def what_is_open(document: Document, shown: WorkOnScreen) -> ToldOfTable:
    """What the method still asks, as a list."""

    def words(table: Leertafel, cases: Sequence[Case]) -> str:
        found = [*still_open(table, cases, date.today()), earlier_actions(document, table)]
        return "\n".join(f"– {sentence}" for sentence in filter(None, found)) or "Niets meer."

    parts = (label("Wat staat nog open", level=3), label("", soft=True))
    told = ToldOfTable(document, shown, words, *parts)
    told.setContentsMargins(0, 14, 0, 0)
    return told


def earlier_actions(document: Document, table: Leertafel) -> str:
    """Why the cases cannot begin: an earlier action nobody asked about; '' when they can."""
    try:
        return why_not_begin(table, actions_at(document, table))
    except HgkmError as error:  # nothing begins while we do not know what to ask
        return error.sentence


def why_not_on_table(document: Document, shown: WorkOnScreen) -> ToldOfTable:
    """A warning while a case cannot be told or printed; what was written of it stays."""
    return ToldOfTable(document, shown, not_on_table, problem_label())
