"""A list of records of one kind with add, change and remove; every change is an edit at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.going_along import UNDO
from hgkm_desktop.models.records import Record
from hgkm_desktop.models.works import Value
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import CaseOnScreen, OnScreen
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.problem_box import a_box, give_width
from hgkm_desktop.ui.parts.record_delegate import RecordDelegate
from hgkm_desktop.ui.parts.text import label, problem_label


@dataclass(frozen=True, slots=True)
class RecordKind:
    """What a list must know of its records: how to say, ask, make, drop and order them.

    Without an `order` they stand as they were added. `drop` is for records that others need, and
    `also_gone` says what goes with one that is taken away; where that differs from one to another
    `gone` says it, of a case and an id. `which` says which records of the case are listed.
    """

    record: type[Record]
    one: str
    heading: str
    explanation: str
    empty: str
    words: Callable[[Case, Record], str]
    new: Callable[[Case], Record]
    dialog: Callable[[QWidget, Case, Record], RecordDialog]
    drop: Callable[[Case, str], Case] | None = None
    order: Callable[[Record], Any] | None = None
    also_gone: str = "ook waar die genoemd werd"
    gone: Callable[[Case, str], str] | None = None
    which: Callable[[Any], bool] | None = None
    save: Callable[[Case, Any], Case] = Case.put

    def all_in(self, case: Case) -> tuple[Record, ...]:
        """The records of this kind, in the order in which the list shows them."""
        records: tuple[Record, ...] = getattr(case, FIELD_OF[self.record])
        if self.which:
            records = tuple(filter(self.which, records))
        return tuple(sorted(records, key=self.order)) if self.order else records

    def put(self, case: Case, record: Record) -> Case:
        """Raises BadInput when the record cannot be true."""
        return self.save(case, record)

    def gone_with(self, case: Case, record: Record) -> str:
        """What goes with a record that is about to be taken away."""
        return self.gone(case, record.id) if self.gone else self.also_gone

    def asked_first(self, document: Document, case: Case, record: Record) -> str:
        """A record goes at once: undo brings it back, with all that went along."""
        return ""

    def without(self, case: Case, record: Record) -> Case:
        return self.drop(case, record.id) if self.drop else case.drop(record)


@dataclass(frozen=True, slots=True)
class PartKind:
    """What a list must know of the parts of a study or a row of meetings, in its field `field`.

    Each part has an `id`. `check` raises BadInput for one that cannot be; `drop` is for parts that
    others point at. `gone` says what goes with one, where that differs from one to another.
    `lost` says what others put in that is lost with one, in a sentence: then it is asked first.
    `which` says which of the parts are listed.
    """

    field: str
    one: str
    heading: str
    explanation: str
    empty: str
    words: Callable[[Any, Any], str]
    new: Callable[[Any], Any]
    dialog: Callable[[QWidget, Any, Any], RecordDialog]
    check: Callable[[Any, Any], None]
    drop: Callable[[Any, str], Any] | None = None
    also_gone: str = "ook waar die genoemd werd"
    gone: Callable[[Any, Any], str] | None = None
    lost: Callable[[Document, Any, Any], str] | None = None
    which: Callable[[Any], bool] | None = None

    def all_in(self, work: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any work and its parts
        """The parts in the order in which they were added."""
        parts: tuple[Any, ...] = getattr(work, self.field)
        return tuple(filter(self.which, parts)) if self.which else parts

    def put(self, work: Any, part: Any) -> Any:  # noqa: ANN401
        """The work with this part, in the place of the one with its id or as the last one.

        Raises BadInput when it cannot be.
        """
        self.check(work, part)
        parts = {other.id: other for other in getattr(work, self.field)}
        parts[part.id] = part
        return replace(work, **{self.field: tuple(parts.values())})

    def gone_with(self, work: Any, part: Any) -> str:  # noqa: ANN401
        """What goes with a part that is about to be taken away."""
        return self.gone(work, part) if self.gone else self.also_gone

    def asked_first(self, document: Document, work: Any, part: Any) -> str:  # noqa: ANN401
        """What is lost with a part, for a question before it goes; '' when it may go at once."""
        return self.lost(document, work, part) if self.lost else ""

    def without(self, work: Any, part: Any) -> Any:  # noqa: ANN401
        if self.drop:
            return self.drop(work, part.id)
        left = tuple(other for other in getattr(work, self.field) if other.id != part.id)
        return replace(work, **{self.field: left})


class _Rows(QListWidget):
    """Wants to be as high as its rows, and no higher than any list: what is below stays near."""

    def sizeHint(self) -> QSize:
        usual, high = super().sizeHint(), 2 * self.frameWidth()
        for row in range(self.count()):
            high += self.sizeHintForRow(row)
            if high >= usual.height():
                return usual
        return QSize(usual.width(), high)


class RecordList(QWidget):
    """The records of one kind in what is on screen; without `shown` that is the chosen case.

    `chosen_changed` comes when another one is selected, or none.
    """

    chosen_changed = Signal()

    def __init__(
        self, document: Document, kind: RecordKind | PartKind, shown: OnScreen | None = None
    ) -> None:
        super().__init__()
        self.document = document
        self.kind = kind
        self._shown = shown or CaseOnScreen(document, self)
        self._list = _Rows()
        self._empty = label(kind.empty, muted=True)
        self._problem = problem_label()
        self._removed = label("", muted=True)
        self._removed.hide()
        self._add = QPushButton(f"{kind.one.capitalize()} toevoegen…")
        self._change = QPushButton("Wijzigen…")
        self._remove = QPushButton("Weghalen")
        self._lay_out()
        self._connect()
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.kind.heading, level=2))
        column.addWidget(label(self.kind.explanation, muted=True))
        column.addWidget(self._empty)
        column.addWidget(self._list, 100)
        buttons = (self._add, self._change, self._remove)
        for button in buttons:
            button.setAutoDefault(True)
        column.addWidget(self._problem)
        column.addWidget(self._removed)
        self._buttons = flowing(*buttons)
        column.addWidget(self._buttons)
        column.addStretch(1)
        self._list.setAccessibleName(self.kind.heading)
        self._list.setItemDelegate(RecordDelegate(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setMinimumHeight(96)

    def add_button(self, button: QPushButton) -> None:
        """One more thing that can be done with the chosen record."""
        row = self._buttons.layout()
        assert row is not None
        row.addWidget(button)

    def tell_apart(self) -> None:
        """Name what can be pressed by the heading too, where a like list stands beside this one."""
        for button in (self._add, self._change, self._remove):
            button.setAccessibleName(f"{button.text()} {self.kind.heading}")

    def tell(self, words: str) -> None:
        """Say what was done, until something else changes."""
        self._say("")
        self._removed.setText(words)
        self._removed.show()

    def _connect(self) -> None:
        self._add.clicked.connect(self.add)
        self._change.clicked.connect(self.change)
        self._remove.clicked.connect(self.remove)
        self._list.itemActivated.connect(self.change)
        self._list.currentRowChanged.connect(self._show_buttons)
        self._list.currentRowChanged.connect(self.chosen_changed)
        self._shown.changed.connect(self._show_value)
        self.document.damaged.connect(self._show_buttons)

    @Slot()
    def add(self) -> None:
        """Ask for a new record."""
        value = self._shown.value
        if value is not None:
            title = f"{self.kind.one.capitalize()} toevoegen"
            self._ask(self, title, value, self.kind.new(value))

    @Slot()
    def change(self) -> None:
        """Ask for changes in the chosen record."""
        self.change_over(self)

    def change_over(self, window: QWidget) -> None:
        """Ask for changes in the chosen record, in a dialog over this window."""
        value, record = self._shown.value, self.chosen
        if value is not None and record is not None and not self.document.is_read_only:
            self._ask(window, f"{self.kind.one.capitalize()} wijzigen", value, record)

    @Slot()
    def remove(self) -> None:
        """Take the chosen record away; undo brings it back. Of one with which others lose what
        they put in it is asked first."""
        value, record = self._shown.value, self.chosen
        if value is None or record is None or self.document.is_read_only:
            return
        lost = self.kind.asked_first(self.document, value, record)
        if lost:
            self._ask_first(lost)
        else:
            self._take_away()

    def _ask_first(self, lost: str) -> None:
        what = f"{self.kind.one.capitalize()} weghalen?"
        box = a_box(self, "Weghalen", what, f"{lost}\n{UNDO}")
        keep = box.addButton("Niet weghalen", box.ButtonRole.RejectRole)
        away = box.addButton("Weghalen", box.ButtonRole.DestructiveRole)
        away.clicked.connect(self._take_away)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        give_width(box)
        box.open()

    @Slot()
    def _take_away(self) -> None:
        value, record = self._shown.value, self.chosen
        if value is None or record is None or self.document.is_read_only:
            return
        try:
            row = self._list.currentRow()
            left, along = self.kind.without(value, record), self.kind.gone_with(value, record)
            self._shown.edit(f"{self.kind.one} weghalen", left)
            self.tell(f"{self.kind.one.capitalize()} weggehaald, {along}. {UNDO}")
            self._list.setCurrentRow(min(row, self._list.count() - 1))
            self.take_focus()
        except BadInput as error:
            self._say(error.sentence)

    def showEvent(self, event: QShowEvent) -> None:
        """What a part is about, such as a case, may have another name by now."""
        super().showEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._list.hasFocus():
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus():
            event.accept()  # it opened the record; a window around must not press its button too
        else:
            super().keyPressEvent(event)

    def _ask(self, window: QWidget, title: str, value: Any, record: Any) -> None:  # noqa: ANN401
        dialog = self.kind.dialog(window, value, record)
        dialog.setWindowTitle(title)
        dialog.must_fit(partial(self.kind.put, value))
        dialog.given.connect(self._put)
        dialog.start()

    @Slot(object)
    def _put(self, record: Any) -> None:  # noqa: ANN401
        value = self._shown.value
        if value is None:
            return
        try:
            self._shown.edit(f"{self.kind.one} bewaren", self.kind.put(value, record))
            self._say("")
        except BadInput as error:
            self._say(error.sentence)
        self.choose(record.id)

    @property
    def chosen(self) -> Any:  # noqa: ANN401 - a record or a part, or None
        """What is selected in the list."""
        if self._list.currentRow() < 0:
            return None
        return self._list.currentItem().data(Qt.ItemDataRole.UserRole)

    def choose(self, record_id: str) -> bool:
        """Select a record; False when it is not in this list."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole).id == record_id:
                self._list.setCurrentRow(row)
                return True
        return False

    def take_focus(self) -> None:
        """Put the keyboard in the list, or on the way to fill it."""
        (self._list if self._list.count() else self._add).setFocus()

    @Slot(object, object)
    def _show_value(self, old: Value | None, new: Value | None) -> None:
        self._say("")
        self._removed.hide()
        self._fill()

    def _fill(self) -> None:
        value = self._shown.value
        chosen = self.chosen
        self._list.clear()
        records: tuple[Any, ...] = self.kind.all_in(value) if value is not None else ()
        for record in records:
            item = QListWidgetItem(self.kind.words(value, record))
            item.setData(Qt.ItemDataRole.UserRole, record)
            self._list.addItem(item)
        self._list.updateGeometry()
        if chosen is not None:
            self.choose(chosen.id)
        self._empty.setVisible(not records)
        self._list.setVisible(bool(records))
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        may_change = not self.document.is_read_only
        has_choice = self._list.currentRow() >= 0
        self._add.setEnabled(may_change)
        self._change.setEnabled(may_change and has_choice)
        self._remove.setEnabled(may_change and has_choice)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
