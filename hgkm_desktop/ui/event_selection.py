"""The events that are chosen, the same on line, table and panel."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QObject, Signal, Slot

from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.event_model import EventModel

_ALSO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class EventSelection(QObject):
    """What is chosen of an `EventModel`, by id; it stays when the rows are made anew.

    `changed` follows another current event or another choice.
    """

    changed = Signal()

    def __init__(self, model: EventModel, shared: QItemSelectionModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._shared = shared
        self._kept: tuple[str, ...] = ()
        shared.currentChanged.connect(self.changed)
        shared.selectionChanged.connect(self.changed)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def current(self) -> Event | None:
        """The event that the panel shows."""
        index = self._shared.currentIndex()
        return self._model.event_at(index.row()) if index.isValid() else None

    def ids(self) -> tuple[str, ...]:
        """The chosen events in the order of the line; the current one when there is no other."""
        chosen = {self._model.event_at(index.row()).id for index in self._shared.selectedRows()}
        if not chosen:
            event = self.current()
            return (event.id,) if event is not None else ()
        return tuple(event.id for event in self._model.line() if event.id in chosen)

    @Slot(object)
    def choose(self, event_ids: tuple[str, ...]) -> None:
        """Choose these events as far as they are rows; the first becomes the current one."""
        rows = [row for i in event_ids if (row := self._model.row_of(i)) >= 0]
        if not rows:
            return
        self._shared.setCurrentIndex(self._model.index(rows[0], 0), _ALONE)
        for row in rows[1:]:
            self._shared.select(self._model.index(row, 0), _ALSO)

    def choose_near(self, row: int) -> None:
        """Choose the event in this row, or the last one when there are fewer."""
        left = self._model.rowCount()
        if left:
            self.choose((self._model.event_at(min(max(row, 0), left - 1)).id,))

    @Slot()
    def _keep(self) -> None:
        event = self.current()
        first = (event.id,) if event is not None else ()
        self._kept = (*first, *(i for i in self.ids() if i not in first))

    @Slot()
    def _restore(self) -> None:
        self.choose(self._kept)
        self.changed.emit()
