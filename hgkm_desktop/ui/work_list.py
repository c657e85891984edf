"""In the column at the left: the works of one sort of the open file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.works import Work, name_of
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.text import choice_button, label


@dataclass(frozen=True, slots=True)
class NewWork:
    """What can be added, in the words of a button, and what makes it of an id, code and day."""

    words: str
    made: Callable[..., Work]


@dataclass(frozen=True, slots=True)
class WorkKind:
    """What stands under one heading, and what can be added there."""

    heading: str
    types: tuple[type[Work], ...]
    new: tuple[NewWork, ...]


class WorkList(QWidget):
    """The works of one kind; `chosen(work id)` and `new_requested(NewWork)` are the wishes."""

    chosen = Signal(str)
    new_requested = Signal(object)

    def __init__(self, document: Document, kind: WorkKind) -> None:
        super().__init__()
        self.document = document
        self.kind = kind
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._column = QVBoxLayout()
        self._new = QPushButton(kind.new[0].words if len(kind.new) == 1 else "Toevoegen…")
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
        if len(self.kind.new) > 1:
            self._new.setAccessibleName(f"{self.kind.heading} toevoegen")
        self._new.clicked.connect(self._ask_new)
        around.addWidget(self._new)

    @Slot()
    def _ask_new(self) -> None:
        """Add what can be added; where there is a choice, a menu asks."""
        if len(self.kind.new) == 1:
            self.new_requested.emit(self.kind.new[0])
            return
        menu = QMenu(self)
        for new in self.kind.new:
            menu.addAction(new.words).setData(new)
        menu.triggered.connect(self._add)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._new.mapToGlobal(self._new.rect().bottomLeft()))

    @Slot(QAction)
    def _add(self, chosen: QAction) -> None:
        self.new_requested.emit(chosen.data())

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
            if len(self.kind.types) > 1:
                words = f"{name_of(work).one.capitalize()} {words}"
            button = choice_button(words, "nav", is_cut=True)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setProperty("work_id", work.id)
            button.setChecked(work.id in marked)
            self._buttons.addButton(button)
            self._column.addWidget(button)

    def _works(self) -> list[Work]:
        try:
            return [work for work in self.document.works() if isinstance(work, self.kind.types)]
        except HgkmError:  # what is wrong with the file is said elsewhere
            return []

    @Slot(QPushButton)
    def _choose(self, button: QPushButton) -> None:
        button.setChecked(True)  # it stays the one on screen
        self.chosen.emit(button.property("work_id"))
