"""The window of instruments: the facts of each, which there were then, and since when here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.moment import UNKNOWN, Moment
from hgkm_desktop.models.records import AvailableSince
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.models.validity import Existed, existing_at
from hgkm_desktop.ui.case.instrument_words import counted, facts_of, law_words, matches, row_words
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_facts import details
from hgkm_desktop.ui.parts.date_fields import DayField, WhenField
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.list_window import beside, list_of_records, make_large
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label, sentence_case
from hgkm_desktop.ui.writing.written import Line

TITLE = "Instrumenten"
LISTED, SEARCH, MOMENT, HERE = "Middelen", "Zoek", "Op welk moment", "Hier beschikbaar sinds"
_WIDTH, _HEIGHT = 1080, 720
_EXPLAINED = (
    "Wat er kan worden ingezet, wie erom vraagt, wie besluit en wie het uitvoert. Vult u een "
    "moment in, dan ziet u welke middelen er toen waren."
)
_WHY_HERE = (
    "Dit middel is er niet overal. Met deze dag waarschuwt het programma als een gebeurtenis "
    "ervoor ligt. De dag geldt voor alle casussen in dit bestand."
)
_ID = Qt.ItemDataRole.UserRole


class InstrumentsWindow(OwnWindow):
    """A list to walk through; `settings_changed` follows another day since when one is here."""

    settings_changed = Signal()

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(TITLE, parent)
        self._document = document
        self._found: dict[str, Existed] = {}
        self._search, self._moment = Line(), WhenField(compact=True)
        self._list = list_of_records(LISTED)
        self._counted, self._problem = label("", soft=True), problem_label()
        self._laws = label("", quote=True)
        self._detail = QScrollArea()
        self._here: DayField | None = None
        self._lay_out()
        self._connect()

    def present(self, moment: Moment | None = None) -> None:
        """Show what there was at a moment, or without one everything, with the keyboard in it."""
        self._search.clear()
        self._moment.set_value(moment)
        self.come_forward()
        self._list_all()
        self._list.setFocus()

    # --- what it shows ------------------------------------------------------------------

    @Slot()
    def _list_all(self) -> None:
        """List what there was at the moment that is asked for, as far as it has the words."""
        moment = self._asked()
        if moment is None:
            return  # the field says why it cannot be read
        chosen = self._chosen_id()
        found = existing_at(moment, self._document.file.settings.available)
        words = self._search.text()
        seen = [one for one in found if one.can_be and matches(one, words)]
        self._found = {one.instrument.id: one for one in seen}
        self._list.blockSignals(True)
        self._list.clear()
        for one in seen:
            item = QListWidgetItem(row_words(one), self._list)
            item.setData(_ID, one.instrument.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row_words(one).replace("\n", ". "))
        ids = list(self._found)
        self._list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self._list.blockSignals(False)
        there = sum(one.there is Answer.JA for one in seen)
        self._counted.setText(counted(len(seen), there, moment))
        self._laws.setText(law_words(moment))
        self._laws.setVisible(bool(self._laws.text()))
        self._show_one()

    @Slot()
    def _list_and_say(self) -> None:
        self._list_all()
        announce(self, self._counted.text())

    def _asked(self) -> Moment | None:
        """The moment that is asked for, unknown for every moment; None when it cannot be read."""
        try:
            return self._moment.value()
        except BadInput:
            return None

    def _chosen_id(self) -> str:
        has_choice = self._list.currentRow() >= 0
        return str(self._list.currentItem().data(_ID)) if has_choice else ""

    @Slot()
    def _show_one(self) -> None:
        body, found = QWidget(), self._found.get(self._chosen_id())
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 0, 6, 0)
        column.setSpacing(8)
        self._here = None
        if found is not None:
            column.addWidget(label(sentence_case(found.instrument.label), level=2))
            column.addLayout(details(facts_of(found)))
            if found.instrument.is_regional:
                self._ask_here(column, found)
        column.addStretch(1)
        self._detail.setWidget(body)

    def _ask_here(self, column: QVBoxLayout, found: Existed) -> None:
        self._here = DayField()
        self._here.setAccessibleName(HERE)
        self._here.set_value(self._since(found.instrument.id))
        self._here.setEnabled(not self._document.is_read_only)
        self._here.changed.connect(self._keep_here)
        column.addWidget(label(HERE, level=3))
        column.addWidget(label(_WHY_HERE, muted=True))
        column.addWidget(self._here)

    def _since(self, instrument_id: str) -> date | None:
        given = self._document.file.settings.available
        return next((a.since for a in given if a.instrument_id == instrument_id), None)

    # --- what the user does -------------------------------------------------------------

    @Slot()
    def _keep_here(self) -> None:
        """Keep since when the chosen instrument can be used here; empty forgets it."""
        chosen, field = self._chosen_id(), self._here
        if field is None or not chosen:
            return
        try:
            since = field.value()
            if since == self._since(chosen):
                return
            settings = self._document.file.settings
            others = tuple(a for a in settings.available if a.instrument_id != chosen)
            mine = (AvailableSince(chosen, since),) if since is not None else ()
            self._document.change_settings(replace(settings, available=(*others, *mine)))
        except HgkmError as error:
            self._say(error.sentence)
            return
        self._say("")
        self._show_kept(chosen)
        self.settings_changed.emit()

    def _show_kept(self, instrument_id: str) -> None:
        """Say in the list what was kept; the field stays as it is, with the keyboard in it."""
        moment = self._asked() or UNKNOWN
        for found in existing_at(moment, self._document.file.settings.available):
            if found.instrument.id == instrument_id:
                self._found[instrument_id] = found
                self._list.currentItem().setText(row_words(found))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @Slot()
    def _to_detail(self) -> None:
        if self._here is not None:
            self._here.setFocus()
            self._detail.ensureWidgetVisible(self._here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self._search.setFocus()
        else:
            super().keyPressEvent(event)

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        close = QPushButton("Sluiten")
        close.setAutoDefault(True)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label(TITLE, level=1))
        column.addWidget(label(_EXPLAINED, soft=True))
        column.addLayout(self._asking())
        column.addWidget(self._counted)
        column.addWidget(self._laws)
        column.addWidget(self._problem)
        column.addWidget(self._split(), 1)
        column.addWidget(flowing(close))
        make_large(self, _WIDTH, _HEIGHT)

    def _asking(self) -> QHBoxLayout:
        self._search.setPlaceholderText("bijvoorbeeld burgemeester, kind, dwang")
        row = QHBoxLayout()
        row.setSpacing(14)
        for name, field in ((SEARCH, self._search), (MOMENT, self._moment)):
            field.setAccessibleName(name)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label(name, level=3))
            column.addWidget(field)
            column.addStretch(1)
            row.addLayout(column, 1)
        return row

    def _split(self) -> QSplitter:
        self._detail.setWidgetResizable(True)
        self._detail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return beside(self, self._list, self._detail, _WIDTH)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._list_all)
        self._search.returnPressed.connect(self._list.setFocus)
        self._moment.line.textChanged.connect(self._list_all)
        self._moment.changed.connect(self._list_and_say)
        self._list.currentRowChanged.connect(self._show_one)
        self._list.itemActivated.connect(self._to_detail)
        self._document.destroyed.connect(self.deleteLater)
