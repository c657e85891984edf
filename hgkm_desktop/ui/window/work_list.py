"""In the column at the left: the works of one sort of the open file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.over_a_period import day_of
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work, name_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.nav_list import Entry, NavList
from hgkm_desktop.ui.parts.text import label


class AsksForWork(QDialog):
    """Asks what a new work is made of; `given(made)` gives what makes it, as in `NewWork`."""

    given = Signal(object)


@dataclass(frozen=True, slots=True)
class NewWork:
    """What can be added, in the words of a button, and what makes it of an id, code and day.

    With `asks` a dialog over a window says first what it is made of.
    """

    words: str
    made: Callable[..., Work]
    asks: Callable[[Document, QWidget], AsksForWork] | None = None


@dataclass(frozen=True, slots=True)
class WorkKind:
    """What stands under one heading, and what can be added there."""

    heading: str
    types: tuple[type[Work], ...]
    new: tuple[NewWork, ...]


class WorkList(QWidget):
    """The works of one kind; `chosen(work id)` and `new_requested(NewWork)` are the wishes.

    `listed` comes when other works stand there, or others words.
    """

    chosen = Signal(str)
    new_requested = Signal(object)
    listed = Signal()

    def __init__(self, document: Document, kind: WorkKind) -> None:
        super().__init__()
        self.document = document
        self.kind = kind
        self._list = NavList("work_id")
        self._new = QPushButton(kind.new[0].words if len(kind.new) == 1 else "Toevoegen…")
        self._lay_out()
        self._list.chosen.connect(self.chosen)
        document.work_changed.connect(self.list_works)
        document.moved.connect(self.list_works)
        document.damaged.connect(self._stop)
        self.list_works()

    def show_chosen(self, work_id: str) -> None:
        """Mark the work that is on screen; empty for none of them."""
        self._list.mark(work_id)

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 8, 0, 0)
        around.setSpacing(2)
        around.addWidget(label(self.kind.heading, muted=True))
        around.addWidget(self._list)
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
    def list_works(self) -> None:
        """Name every work, and tell when other names or days stand there now."""
        if self._list.show_entries([self._entry(work) for work in self._works()]):
            self.listed.emit()

    def _entry(self, work: Work) -> Entry:
        words, day = self._words(work), _day_words(work)
        told = ", ".join(filter(None, (words, day)))
        if isinstance(work, Exercise | Playing) and work.title.strip():  # known by its story
            remark = " · ".join(filter(None, (f"{name_of(work).one} {work.code}", day)))
            return Entry(work.id, work.title.strip(), remark, told)
        return Entry(work.id, words, day, told)

    def tab_order(self) -> list[QWidget]:
        """What Tab comes by in this list, from top to bottom."""
        return [*self._list.buttons, self._new]

    def _words(self, work: Work) -> str:
        words = f"{work.code}  {work.title}".strip()
        is_mixed = len(self.kind.types) > 1
        return f"{name_of(work).one.capitalize()} {words}" if is_mixed else words

    def _works(self) -> list[Work]:
        try:
            return _grouped(w for w in self.document.works() if isinstance(w, self.kind.types))
        except HgkmError:  # what is wrong with the file is said elsewhere
            return []


def _grouped(works: Iterable[Work]) -> list[Work]:
    """Each playing under its exercise, so that they stand so too when the file is opened again:
    it gives all exercises, and then all playings. What is no exercise stays in its order."""
    found = list(works)
    place = {work.id: number for number, work in enumerate(found) if isinstance(work, Exercise)}

    def key(work: Work) -> tuple[int, bool]:
        if isinstance(work, Playing):
            return place.get(work.exercise_id, len(found)), True
        return place.get(work.id, 0), False

    return sorted(found, key=key)


def _day_words(work: Work) -> str:
    """The day of a talk, an evaluation, a leertafel or a terugkoppeling; '' for none."""
    if isinstance(work, Study | MeetingSeries | FigureSet | Exercise):
        return ""
    if isinstance(work, Terugkoppeling):
        day = work.told_on
    else:
        day = work.held_on if isinstance(work, Playing) else day_of(work)
    return day_text(day, short=True) if day else ""
