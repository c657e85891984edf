"""The window with what the facilitator must not forget, of every case and work of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import CaseHeading
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.overview import SOON_DAYS, Row, is_soon, planned, to_do, waiting
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.reading import may_be_told
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.list_window import list_of_records, make_large
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.text import label, scrolling
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.practice.actions_held import all_actions

TITLE = "Overzicht"
_WIDTH, _HEIGHT, _NARROW = 1180, 720, 860
_LEAST_LIST = 180
_PAUSE_MILLISECONDS = 150
_EXPLAINED = (
    "Wat staat er gepland, wat moet er gebeuren, en op wie wacht iets? Van alle casussen en al het "
    "werk in dit bestand. Enter opent wat u kiest; dit venster blijft open."
)
_PARTS = (
    ("Gepland", "Alles met een dag die nog komt.", "Er is niets gepland."),
    (
        "Te doen of te laat",
        f"Wat te laat is staat bovenaan, daarna de komende {SOON_DAYS} dagen.",
        "Er is nu niets te doen.",
    ),
    (
        "Wacht op wie",
        "Op volgorde van het alfabet. Dit is geen ranglijst.",
        "Er wacht niets op iemand.",
    ),
)
_ROW = Qt.ItemDataRole.UserRole


class _Part(QFrame):
    """One of the three lists; `wanted(Row)` asks to go where a row leads."""

    wanted = Signal(object)

    def __init__(self, heading: str, explanation: str, empty: str) -> None:
        super().__init__()
        self.list, self._empty = list_of_records(heading), label(empty, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(heading, level=2))
        column.addWidget(label(explanation, small=True))
        column.addWidget(self._empty)
        column.addWidget(self.list, 100)
        column.addStretch(1)
        self.list.setAccessibleDescription(explanation)
        self.list.setMinimumHeight(_LEAST_LIST)
        self.list.itemActivated.connect(self._ask)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these; who stood on a row stays on it, or in its place when it is gone."""
        place, stood_on = max(self.list.currentRow(), 0), self._chosen()
        if rows == self._rows():
            return
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.words}\n{row.detail}")
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.words}. {row.detail}")
            self.list.addItem(item)
        same = [number for number, row in enumerate(rows) if row == stood_on]
        self.list.setCurrentRow(same[0] if same else min(place, len(rows) - 1))
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _rows(self) -> Sequence[Row]:
        return [self.list.item(number).data(_ROW) for number in range(self.list.count())]

    def _chosen(self) -> Row | None:
        item = self.list.currentItem()
        row: Row | None = item.data(_ROW) if self.list.currentRow() >= 0 else None
        return row

    @Slot()
    def _ask(self) -> None:
        row = self._chosen()
        if row is not None:
            self.wanted.emit(row)


class OverviewWindow(OwnWindow):
    """Stays in step with the file while it is seen; `wanted(Row)` asks to go where a row leads.

    Hidden or locked, it holds nothing of the file.
    """

    wanted = Signal(object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(TITLE, parent)
        self._document = document
        self._parts = [_Part(*words) for words in _PARTS]
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._later = QTimer(self, interval=_PAUSE_MILLISECONDS, singleShot=True)
        self._later.timeout.connect(self.fill)
        self._lay_out()
        for part in self._parts:
            part.wanted.connect(self.wanted)
        for changed in (document.work_changed, document.case_changed, document.cases_changed):
            changed.connect(self._fill_later)
        document.locks.connect(self.close)
        document.destroyed.connect(self.deleteLater)

    def present(self) -> None:
        """Show it, with the keyboard in what is to do, or else in the first list with a row."""
        self.come_forward()
        self.fill()
        first, to_do_now, last = self._parts
        filled = [p for p in (to_do_now, first, last) if p.list.count()]
        (filled[0].list if filled else self._close).setFocus()

    @Slot()
    def fill(self) -> None:
        """List what there is now."""
        if not self.isVisible() or self._document.file.is_locked:
            return
        today = date.today()
        try:
            works, actions = self._document.works(), all_actions(self._document)
        except HgkmError:  # what is wrong with the file is said elsewhere
            return
        headings = self._document.headings()
        self._parts[0].show_rows(planned(works, today))
        told = self._told(works, headings, today)
        self._parts[1].show_rows(to_do(works, headings, actions, today, told))
        self._parts[2].show_rows(waiting(works, actions, today))

    def _told(
        self, works: Iterable[Work], headings: Iterable[CaseHeading], today: date
    ) -> frozenset[str]:
        """Which cases in bewerking may still be told at a table of soon: of no others is read."""
        tables = [w for w in works if isinstance(w, Leertafel) and is_soon(w, today)]
        tabled = {held.case_id for table in tables for held in table.cases}
        found = []
        for heading in headings:
            if heading.id in tabled and heading.state is not CaseState.DEELBAAR:
                with suppress(HgkmError):  # the list of cases says what is wrong with it
                    found.append(self._document.case_of(heading.id))
        return frozenset(case.id for case in found if may_be_told(case))

    @Slot()
    def _fill_later(self) -> None:
        """Once for all that one edit changes."""
        if self.isVisible():
            self._later.start()

    # --- what Qt tells ------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fill()

    def forget(self) -> None:
        for part in self._parts:
            part.show_rows(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_NARROW)
        way = QBoxLayout.Direction
        self._beside.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the list did what it asks for
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self._beside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(20)
        for part in self._parts:
            self._beside.addWidget(part, 1)
        self._close = QPushButton("Sluiten")
        self._close.setAutoDefault(True)
        self._close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(TITLE, level=1))
        column.addWidget(label(_EXPLAINED, soft=True))
        column.addWidget(scrolling(inner), 1)
        column.addWidget(flowing(self._close))
        make_large(self, _WIDTH, _HEIGHT)
