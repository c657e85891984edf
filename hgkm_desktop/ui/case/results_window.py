"""The window of what is read off the line: each indicator, what it means, and what it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.methods.indicators import results_of
from hgkm_desktop.methods.results import Part, Result
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Regie, Veiligheidscijfer
from hgkm_desktop.ui.case.results_text import (
    event_words,
    indicator_of,
    part_row,
    row_words,
    whole_text,
)
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.papers.ways_out import offer, why_off
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.list_window import beside, list_of_records, make_large
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

TITLE = "Uitkomsten uit de lijn"
LISTED, USED = "Uitkomsten", "Waar dit op steunt"
_WIDTH, _HEIGHT = 1080, 720
_EXPLAINED = (
    "Dit leest het programma af van de tijdlijn, zonder dat u er iets voor bijhoudt. Is een datum "
    "niet precies, dan staat er van het kleinste tot het grootste aantal dagen."
)
_KEYS = "Enter opent wat u koos op de tijdlijn."
_ROW = Qt.ItemDataRole.UserRole


class ResultsWindow(OwnWindow):
    """Stays in step with the case; `event_wanted(id)` and `record_wanted(id)` ask to see what a
    result stands on. Hidden or locked, it holds nothing of the case.
    """

    event_wanted = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(TITLE, parent)
        self._document = document
        self._results: tuple[Result, ...] = ()
        self._list, self._used = _a_list(LISTED), _a_list(USED)
        self._name = label("", level=2)
        self._definition, self._is_not = label("", soft=True), label("", soft=True)
        self._source, self._copied = label("", muted=True), label("", muted=True)
        self._lay_out()
        self._connect()

    def present(self) -> None:
        """Show the window, in front and with the keyboard in the list."""
        self.come_forward()
        self._list.setFocus()

    # --- what it shows ------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        case = self._document.case
        if case is None or self._document.file.is_locked or not self.isVisible():
            self.forget()
            return
        row = max(self._list.currentRow(), 0)
        self._copied.hide()
        self._results = results_of(case)
        self._list.blockSignals(True)
        self._list.clear()
        for result in self._results:
            _add(self._list, row_words(result))
        self._list.setCurrentRow(min(row, len(self._results) - 1))
        self._list.blockSignals(False)
        self._show_one()

    @Slot()
    def _show_one(self) -> None:
        case, row = self._document.case, self._list.currentRow()
        if case is None or not 0 <= row < len(self._results):
            return
        result = self._results[row]
        words = indicator_of(result)
        self._name.setText(words.label)
        self._definition.setText(words.definition)
        self._is_not.setText(f"Wat het niet is. {words.is_not}")
        self._source.setText(words.source)
        self._used.clear()
        for part in result.parts:
            self._add_part(case, part)
        self._used.setCurrentRow(0)

    def _add_part(self, case: Case, part: Part) -> None:
        """The part, and under it each event or record that it stands on."""
        events = [event for event in in_order(case) if event.id in part.used_ids]
        all_records: list[Regie | Veiligheidscijfer] = [*case.regie, *case.cijfers]
        records = [record for record in all_records if record.id in part.used_ids]
        _add(self._used, part_row(part, len(events) + len(records)))
        for event in events:
            _add(self._used, event_words(case, event), event.id)
        for record in records:
            _add(self._used, _record_words(record), record.id)

    @Slot()
    def forget(self) -> None:
        """Keep nothing of the case."""
        self._results = ()
        self._list.clear()
        self._used.clear()
        for part in (self._name, self._definition, self._is_not, self._source, self._copied):
            part.setText("")
        self._copied.hide()

    # --- what the user does -------------------------------------------------------------

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        case, chosen = self._document.case, item.data(_ROW)
        if case is None or not chosen:
            return
        is_event = chosen in {event.id for event in case.events}
        (self.event_wanted if is_event else self.record_wanted).emit(chosen)

    @Slot()
    def _to_used(self) -> None:
        self._used.setFocus()

    @Slot()
    def copy(self) -> None:
        """Put all results on the clipboard as text, or say why that is off."""
        case = self._document.case
        if case is None or not self._results:
            return
        words = why_off()
        if not words:
            QGuiApplication.clipboard().setText(whole_text(case, self._results))
            words = "Gekopieerd als tekst. Na een minuut is het weer van het klembord."
        self._copied.setText(words)
        self._copied.show()
        announce(self, words)

    # --- events -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(TITLE, level=1))
        column.addWidget(label(_EXPLAINED, soft=True))
        column.addWidget(self._split(), 1)
        column.addWidget(self._copied)
        copy, close = QPushButton("Kopiëren als tekst"), QPushButton("Sluiten")
        tell_keys(copy, copy.text(), "Ctrl+C")
        offer((copy,), is_possible=True)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.close)
        for button in (copy, close):
            button.setAutoDefault(True)
        column.addWidget(flowing(copy, close))
        make_large(self, _WIDTH, _HEIGHT)

    def _split(self) -> QSplitter:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(14, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._name, self._definition, self._is_not, self._source):
            column.addWidget(part)
        column.addWidget(label(USED, level=3))
        column.addWidget(self._used, 1)
        column.addWidget(label(_KEYS, small=True))
        scroll = QScrollArea()  # large text needs more height than a small screen has
        scroll.setWidget(detail)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return beside(self, self._list, scroll, _WIDTH)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_one)
        self._list.itemActivated.connect(self._to_used)
        self._used.itemActivated.connect(self._go)
        self._document.case_changed.connect(self._show)
        self._document.locks.connect(self.forget)
        self._document.destroyed.connect(self.deleteLater)
        stack = self._document.undo_stack
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, stack.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self, stack.redo)


def _a_list(name: str) -> QListWidget:
    made = list_of_records(name)
    made.setMinimumHeight(scaled(140))
    return made


def _add(listed: QListWidget, words: str, record_id: str = "") -> None:
    item = QListWidgetItem(words, listed)
    item.setData(_ROW, record_id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ". "))


def _record_words(record: Regie | Veiligheidscijfer) -> str:
    if isinstance(record, Veiligheidscijfer):
        return f"veiligheidscijfer · {record.moment.text(short=True)}"
    when = period_text(record.start, record.end, record.ongoing, short=True)
    return f"{record.kind.label} · {when}"
