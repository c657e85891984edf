"""In the column at the left: the studies, or the rows of meetings, of the open file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.text import choice_button, label


@dataclass(frozen=True, slots=True)
class WorkKind:
    """One kind of work and what it is called: 'Onderzoeken', 'Nieuw onderzoek'."""

    made_of: type[Work]
    heading: str
    new_one: str


class WorkList(QWidget):
    """The works of one kind; `chosen(work id)` and `new_requested` are the wishes."""

    chosen = Signal(str)
    new_requested = Signal()

    def __init__(self, document: Document, kind: WorkKind) -> None:
        super().__init__()
        self.document = document
        self.kind = kind
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._column = QVBoxLayout()
        self._new = QPushButton(kind.new_one)
        self._lay_out()
        self._buttons.buttonClicked.connect(self._choose)
        document.work_changed.connect(self._list_works)
        document.moved.connect(self._list_works)
        document.damaged.connect(self._stop)
        self._list_works()

    def show_chosen(self, work_id: str) -> None:
        """Mark the work that is on screen; empty for none of them."""
        for button in self._buttons.buttons():
            button.setChecked(button.property("work_id") == work_id)

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 8, 0, 0)
        around.setSpacing(2)
        around.addWidget(label(self.kind.heading, muted=True))
        self._column.setSpacing(2)
        around.addLayout(self._column)
        self._new.setProperty("quiet", True)
        self._new.setAutoDefault(True)
        self._new.setEnabled(not self.document.is_read_only)
        self._new.clicked.connect(self.new_requested)
        around.addWidget(self._new)

    @Slot()
    def _stop(self) -> None:
        self._new.setEnabled(False)

    @Slot()
    def _list_works(self) -> None:
        marked = {b.property("work_id") for b in self._buttons.buttons() if b.isChecked()}
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        for work in self._works():
            words = f"{work.code}  {work.title}".strip()
            button = choice_button(words, "nav", is_cut=True)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setProperty("work_id", work.id)
            button.setChecked(work.id in marked)
            self._buttons.addButton(button)
            self._column.addWidget(button)

    def _works(self) -> list[Work]:
        try:
            return [work for work in self.document.works() if isinstance(work, self.kind.made_of)]
        except HgkmError:  # what is wrong with the file is said elsewhere
            return []

    @Slot(QPushButton)
    def _choose(self, button: QPushButton) -> None:
        button.setChecked(True)  # it stays the one on screen
        self.chosen.emit(button.property("work_id"))
