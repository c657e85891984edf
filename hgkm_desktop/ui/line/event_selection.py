"""The events that are chosen, the same on line, table and panel."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal, Slot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.parts.spoken import rows_in

_Flag = QItemSelectionModel.SelectionFlag


def selection_of(model: EventModel, rows: Iterable[int]) -> QItemSelection:
    """A selection of whole rows, those next to each other as one part: fast for many."""
    selection = QItemSelection()
    last = model.columnCount() - 1
    for _, run in groupby(enumerate(sorted(rows)), lambda pair: pair[1] - pair[0]):
        found = [row for _, row in run]
        selection.select(model.index(found[0], 0), model.index(found[-1], last))
    return selection


class EventSelection(QObject):
    """What is chosen of an `EventModel`, by id; it stays when the rows are made anew.

    What a filter hides is chosen again once it is shown, unless something else was chosen since.
    What went out of the case and comes back, as undoing does, is chosen too: else the next key
    would be about its neighbour. `changed` follows another current event or another choice.
    """

    changed = Signal()

    def __init__(self, model: EventModel, shared: QItemSelectionModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._shared = shared
        self._kept: tuple[str, ...] = ()
        self._gone: set[str] = set()
        shared.currentChanged.connect(self.changed)
        shared.selectionChanged.connect(self.changed)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.case_shown.connect(self._choose_what_is_back)

    def current(self) -> Event | None:
        """The event that the panel shows."""
        index = self._shared.currentIndex()
        return self._model.event_at(index.row()) if index.isValid() else None

    def events(self) -> tuple[Event, ...]:
        """The chosen events in the order of the line; the current one when there is no other."""
        rows = rows_in(self._shared.selection())
        chosen = {self._model.event_at(row).id for row in rows}
        if not chosen:
            event = self.current()
            return (event,) if event is not None else ()
        return tuple(event for event in self._model.line() if event.id in chosen)

    def ids(self) -> tuple[str, ...]:
        """As `events`, by id."""
        return tuple(event.id for event in self.events())

    @Slot(object)
    def choose(self, event_ids: tuple[str, ...]) -> None:
        """Choose these events as far as they are rows; the first becomes the current one."""
        rows = [row for i in event_ids if (row := self._model.row_of(i)) >= 0]
        if not rows:
            return
        column = max(self._shared.currentIndex().column(), 0)
        self._shared.setCurrentIndex(self._model.index(rows[0], column), _Flag.NoUpdate)
        self._shared.select(selection_of(self._model, rows), _Flag.ClearAndSelect)

    def choose_near(self, row: int) -> None:
        """Choose the event in this row, or the last one when there are fewer."""
        left = self._model.rowCount()
        if left:
            self.choose((self._model.event_at(min(max(row, 0), left - 1)).id,))

    @Slot()
    def _keep(self) -> None:
        event = self.current()
        if event is not None:
            self._kept = (event.id, *(i for i in self.ids() if i != event.id))

    @Slot()
    def _restore(self) -> None:
        self.choose(self._kept)
        self.changed.emit()

    @Slot(object, object)
    def _choose_what_is_back(self, old: Case | None, new: Case | None) -> None:
        if old is None or new is None or old.id != new.id:
            self._gone.clear()
        elif old.events is not new.events:
            before, after = {e.id for e in old.events}, {e.id for e in new.events}
            self._gone |= before - after
            self.choose(tuple(e.id for e in new.events if e.id in self._gone & after))
            self._gone -= after
