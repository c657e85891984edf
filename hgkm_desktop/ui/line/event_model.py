"""The events of the case on screen as rows, in the order of the line: for line and table alike."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import replace
from html import escape
from textwrap import shorten
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    SignalInstance,
    Slot,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.order import in_order_after
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.timeline.marks import label_of, signs_by_event
from hgkm_desktop.ui.line.event_words import CaseWords, when_shown, when_to_edit

Index = QModelIndex | QPersistentModelIndex

NUMBER, WHEN, KIND, TITLE, WHO, MARKS = range(6)
HEADINGS = ("Nr", "Wanneer", "Soort", "Gebeurtenis", "Wie", "Beleving")
EDITABLE = (WHEN, KIND, TITLE)
_CAN_BE_CHOSEN = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
_CAN_BE_EDITED = _CAN_BE_CHOSEN | Qt.ItemFlag.ItemIsEditable
_LONGEST_TIP = 500
_MOST_STEPS = 40
"""More rows gone or new than this are shown by starting anew, not one by one."""


class HoldsCase(Protocol):
    """What has a case on screen, and may be asked to change it."""

    case_changed: SignalInstance

    @property
    def case(self) -> Case | None: ...
    @property
    def is_read_only(self) -> bool: ...
    def edit(self, label: str, value: Case) -> None: ...


class EventModel(QAbstractTableModel):
    """The events of the document's case; the first column speaks for the whole event.

    `rejected(sentence)`: what was typed cannot be; the old value stays.
    `case_shown(old, new)` follows when the rows are those of the new case, for views that draw
    more of the case than its rows.

    Rows stand in the order of the line until they are sorted; `show_only` can leave some out.
    """

    rejected = Signal(str)
    case_shown = Signal(object, object)

    def __init__(self, document: HoldsCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._case: Case | None = None
        self._events: tuple[Event, ...] = ()
        self._rows: dict[str, int] = {}
        self._line: tuple[Event, ...] = ()
        self._numbers: dict[str, int] = {}
        self._passes: Callable[[Case], frozenset[str] | None] = _all_of
        self._sorting = (NUMBER, Qt.SortOrder.AscendingOrder)
        self._words: CaseWords | None = None
        self._signs_known: dict[str, tuple[str, ...]] | None = None
        document.case_changed.connect(self._show)
        self._show(None, document.case)

    # --- for those who know the records -------------------------------------------------

    @property
    def case(self) -> Case | None:
        """The case whose events the rows are, with only what all may see of it now."""
        return self._case

    def event_at(self, row: int) -> Event:
        return self._events[row]

    def row_of(self, event_id: str) -> int:
        """The row of an event, -1 when it is not there."""
        return self._rows.get(event_id, -1)

    def number_at(self, row: int) -> int:
        """The number of the event in a row: its place on the line of the whole case, from 1."""
        return self._numbers[self._events[row].id]

    def line(self) -> tuple[Event, ...]:
        """The events of the rows in the order of the line, however the rows are sorted."""
        if len(self._events) == len(self._line):
            return self._line
        return tuple(event for event in self._line if event.id in self._rows)

    def whole_line(self) -> tuple[Event, ...]:
        """All events of the case in the order of the line, those that are no rows too."""
        return self._line

    def numbers(self) -> dict[str, int]:
        """The number of each event of the case by its id, from 1."""
        return self._numbers

    def total(self) -> int:
        """How many events the case has, shown or not."""
        return len(self._line)

    def show_only(self, passes: Callable[[Case], frozenset[str] | None]) -> None:
        """Ask this at each change of the case which events are rows; None means all."""
        self._passes = passes
        self.choose_again()

    @Slot()
    def choose_again(self) -> None:
        """Choose the rows anew: what is asked of them has changed."""
        events = self._chosen()
        if [e.id for e in events] != [e.id for e in self._events]:
            self.beginResetModel()
            self._keep(events)
            self.endResetModel()

    def signs(self, row: int) -> tuple[str, ...]:
        """The signs of the belevingen of an event, in the order of the table."""
        return self._signs().get(self._events[row].id, ())

    def _signs(self) -> dict[str, tuple[str, ...]]:
        if self._signs_known is None:
            self._signs_known = signs_by_event(self._case) if self._case is not None else {}
        return self._signs_known

    # --- for views ----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt takes any value
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._words is None:
            return None
        row, column = index.row(), index.column()
        event = self._events[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return _to_edit(event, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(self._words.sentence(self._numbers[event.id], event))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Asked of every cell where many rows are chosen, so nothing is worked out here.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        may_edit = index.column() in EDITABLE and not self.document.is_read_only
        return _CAN_BE_EDITED if may_edit else _CAN_BE_CHOSEN

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt hands over any value
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        whole = self.document.case
        if role != Qt.ItemDataRole.EditRole or whole is None or index.column() not in EDITABLE:
            return False
        event = self._events[index.row()]
        typed = str(value).strip()
        if typed == _to_edit(event, index.column()):
            return False
        try:
            changed = whole.put(_EDITS[index.column()](event, typed))
        except BadInput as error:
            self.rejected.emit(error.sentence)
            return False
        self.document.edit("gebeurtenis wijzigen", changed)
        return True

    def _shown(self, row: int, column: int) -> str:
        event, words = self._events[row], self._words
        if words is None:
            return ""
        if column == NUMBER:
            return str(self._numbers[event.id])
        if column == MARKS:
            return " ".join(self._marks(row))
        if column == WHO:
            return words.who(event)
        if column == WHEN:
            return when_shown(event)
        return event.kind.label.capitalize() if column == KIND else label_of(event)

    def _marks(self, row: int) -> tuple[str, ...]:
        return tuple(sign for sign in self.signs(row) if len(sign) == 1)

    def _spoken(self, row: int, column: int) -> str | None:
        event, words = self._events[row], self._words
        if words is None:
            return None
        if column == MARKS:
            return words.belevingen(event)
        return words.sentence(self._numbers[event.id], event) if column == NUMBER else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows; equal rows, and those of the first column, go by the line."""
        self._sorting = (column if column >= 0 else NUMBER, order)
        events = self._chosen()
        if events != self._events:
            self._reorder(events)

    # --- following the document ---------------------------------------------------------

    @Slot(object, object)
    def _show(self, old: Case | None, new: Case | None) -> None:
        old = self._case
        new = seen(new) if new is not None else None
        self._case = new
        if new is None or old is None or not _says_the_same(old, new):
            self._words = CaseWords(new) if new is not None else None
            self._signs_known = None
        if new is not None and old is not None and old.id == new.id:
            self._line = in_order_after(new, old, self._line)
        else:
            self._line = in_order(new) if new is not None else ()
        ids = [event.id for event in self._line]
        numbers = dict(zip(ids, range(1, len(ids) + 1), strict=True))
        self._numbers = self._numbers | numbers  # rows are asked about also while they go
        events = self._chosen()
        wanted = numbers.keys() if events is self._line else {event.id for event in events}
        is_other = old is None or new is None or old.id != new.id
        if is_other or (wanted != self._rows.keys() and self._is_far_from(wanted)):
            self.beginResetModel()
            self._keep(events)
            self.endResetModel()
        else:
            self._follow(events, wanted)
        self._numbers = numbers
        self.case_shown.emit(old, new)

    def _chosen(self) -> tuple[Event, ...]:
        """The events that are rows, in the order in which they are wanted."""
        if self._case is None:
            return ()
        passes = self._passes(self._case)
        chosen = self._line if passes is None else [e for e in self._line if e.id in passes]
        column, order = self._sorting
        backwards = order is Qt.SortOrder.DescendingOrder
        if column == WHEN:  # what has no date comes last either way
            dated = [event for event in chosen if event.start.is_known]
            dated.sort(key=lambda event: event.start.order, reverse=backwards)
            return (*dated, *(event for event in chosen if not event.start.is_known))
        if column != NUMBER:
            return tuple(sorted(chosen, key=self._sort_key(column), reverse=backwards))
        return tuple(reversed(chosen)) if backwards else tuple(chosen)

    def _sort_key(self, column: int) -> Callable[[Event], tuple[Any, ...]]:
        words = self._words
        if column == KIND:
            return lambda event: (event.kind.label,)
        if column == MARKS:
            signs = self._signs()
            return lambda event: (
                "divergence" not in signs.get(event.id, ()),
                event.id not in signs,
            )
        if column == WHO and words is not None:
            return lambda event: (words.who(event).casefold(),)
        return lambda event: (event.title.casefold(),)

    def _is_far_from(self, wanted: Set[str]) -> bool:
        return len(wanted ^ self._rows.keys()) > _MOST_STEPS

    def _follow(self, events: tuple[Event, ...], wanted: Set[str]) -> None:
        """Take the new rows with as few changes as there are, so that the selection stays."""
        for row in sorted((self._rows[i] for i in self._rows.keys() - wanted), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._keep(self._events[:row] + self._events[row + 1 :])
            self.endRemoveRows()
        new = wanted - self._rows.keys()
        kept = tuple(event for event in events if event.id not in new) if new else events
        if [event.id for event in kept] != list(self._rows):
            self._reorder(kept)
        for row, event in enumerate(events if new else ()):
            if event.id in new:
                self.beginInsertRows(QModelIndex(), row, row)
                self._keep((*self._events[:row], event, *self._events[row:]))
                self.endInsertRows()
        if self._events is not events:
            self._keep(events)
        if events:
            last = self.index(len(events) - 1, len(HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _reorder(self, events: tuple[Event, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._events[index.row()].id for index in before]
        self._keep(events)
        after = [
            self.index(self._rows[event_id], index.column())
            for event_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _keep(self, events: tuple[Event, ...]) -> None:
        self._events = events
        ids = [event.id for event in events]
        self._rows = dict(zip(ids, range(len(ids)), strict=True))


def _says_the_same(old: Case, new: Case) -> bool:
    """True when all that is said of events but the events themselves is the same."""
    said = ("organisations", "betrokkenen", "deelnemers", "belevingen", "t0_event_id")
    return all(getattr(old, name) is getattr(new, name) for name in said)


def _all_of(case: Case) -> None:
    """No filter."""


def _tip(sentence: str) -> str:
    """A tooltip: as rich text, which wraps, with what was typed kept from being markup."""
    cut = shorten(sentence, _LONGEST_TIP, placeholder="…")
    return f"<p>{escape(cut)}</p>"


def _to_edit(event: Event, column: int) -> str:
    if column == WHEN:
        return when_to_edit(event)
    return event.kind.label if column == KIND else event.title


def _with_when(event: Event, typed: str) -> Event:
    period = read_whole(typed)
    return replace(event, start=period.start, end=period.end, ongoing=period.ongoing)


def _with_kind(event: Event, typed: str) -> Event:
    for kind in EventKind:
        if kind.label.casefold() == typed.casefold():
            return replace(event, kind=kind)
    raise BadInput("Deze soort bestaat niet.", todo="Kies een soort uit de lijst.")


def _with_title(event: Event, typed: str) -> Event:
    return replace(event, title=typed)


_EDITS: dict[int, Callable[[Event, str], Event]] = {
    WHEN: _with_when,
    KIND: _with_kind,
    TITLE: _with_title,
}
