"""The agenda of a leertafel, with when each point begins, and what was said at each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.methods.leertafel import (
    TimedPoint,
    agenda_length,
    agenda_times,
    moved,
    proposed_agenda,
)
from hgkm_desktop.models.leertafel import AgendaPoint, Leertafel
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.practice.leertafel_kinds import about_words, agenda_kind

_NO_TIME = "Vul bij Casussen een begintijd in, dan staat hier hoe laat elk punt begint."


class AgendaPage(QWidget):
    """The points in order; an empty agenda can be filled with a proposal."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._list = RecordList(document, agenda_kind(document), shown)
        self._earlier, self._later = QPushButton("Eerder"), QPushButton("Later")
        self._propose = QPushButton("Voorstel voor de agenda")
        self._length = label("", soft=True)
        for button in (self._earlier, self._later, self._propose):
            button.setAutoDefault(True)
            self._list.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addWidget(self._length)
        self._connect()
        self._show_agenda()

    def _connect(self) -> None:
        self._earlier.clicked.connect(self._move_earlier)
        self._later.clicked.connect(self._move_later)
        self._propose.clicked.connect(self._fill)
        for keys, button, slot in (
            ("Alt+Up", self._earlier, self._move_earlier),
            ("Alt+Down", self._later, self._move_later),
        ):
            tell_keys(button, button.text(), keys)
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, slot, context=inside)
        self._list.chosen_changed.connect(self._show_buttons)
        self._shown.changed.connect(self._show_agenda)
        self.document.damaged.connect(self._show_buttons)

    @property
    def _table(self) -> Leertafel | None:
        table = self._shown.value
        return table if isinstance(table, Leertafel) else None

    @Slot()
    def _show_agenda(self) -> None:
        table = self._table
        if table is not None:
            hint = _NO_TIME if table.agenda and table.starts_at is None else ""
            self._length.setText(" ".join(filter(None, (agenda_length(table), hint))))
            self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        table, chosen = self._table, self._list.chosen
        agenda = table.agenda if table is not None else ()
        may_move = chosen is not None and not self.document.is_read_only
        place = next((n for n, p in enumerate(agenda) if may_move and p.id == chosen.id), None)
        self._earlier.setEnabled(place is not None and place > 0)
        self._later.setEnabled(place is not None and place < len(agenda) - 1)
        self._propose.setVisible(not agenda)
        self._propose.setEnabled(not self.document.is_read_only)

    @Slot()
    def _move_earlier(self) -> None:
        self._move(-1)

    @Slot()
    def _move_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        table, chosen = self._table, self._list.chosen
        if table is None or chosen is None or self.document.is_read_only:
            return
        agenda = moved(table, chosen.id, by)
        self._shown.edit("agendapunt verplaatsen", replace(table, agenda=agenda))
        place = next(n for n, point in enumerate(agenda, 1) if point.id == chosen.id)
        announce(self, f"Punt {place} van {len(agenda)}")
        self._list.take_focus()

    @Slot()
    def _fill(self) -> None:
        table = self._table
        if table is not None and not table.agenda:
            agenda = proposed_agenda(table)
            self._shown.edit("voorstel voor de agenda", replace(table, agenda=agenda))
            self._list.tell("Dit is een voorstel. Verander, verplaats of haal weg wat u wilt.")
            self._list.take_focus()


class AgendaNotes(QWidget):
    """What was said at each point; each change is an edit at once."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._empty = label("De agenda is nog leeg. Maak haar eerst, bij Agenda.", muted=True)
        self._rows: dict[str, _NoteRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label("Wat is er gezegd", level=2))
        self._column.addWidget(self._empty)
        shown.changed.connect(self._fill)
        document.damaged.connect(self._fill)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """A case may have another name by now."""
        super().showEvent(event)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """Show the points; what is being typed is left alone."""
        table = self._shown.value
        if not isinstance(table, Leertafel):
            return
        timed = agenda_times(table)
        if [t.point.id for t in timed] != list(self._rows):
            self._make_rows(timed)
        for one in timed:
            about = about_words(self.document, table, one.point.case_id)
            words = " · ".join(filter(None, (one.words, about)))
            may_change = not self.document.is_read_only
            self._rows[one.point.id].show_point(one.point, words, may_change=may_change)
        self._empty.setVisible(not timed)

    def _make_rows(self, timed: tuple[TimedPoint, ...]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = {one.point.id: _NoteRow(one.point.id) for one in timed}
        for row in self._rows.values():
            row.said.connect(self._keep)
            self._column.addWidget(row)

    @Slot(str, str)
    def _keep(self, point_id: str, note: str) -> None:
        table = self._shown.value
        if isinstance(table, Leertafel):
            agenda = tuple(replace(p, note=note) if p.id == point_id else p for p in table.agenda)
            self._shown.edit("aantekening bij de agenda", replace(table, agenda=agenda))


class _NoteRow(QWidget):
    """One point with its note; `said(point id, note)` when the note was changed."""

    said = Signal(str, str)

    def __init__(self, point_id: str) -> None:
        super().__init__()
        self._point_id, self._known = point_id, ""
        self._name, self._note = label(""), TextBlock(2)
        self._name.setBuddy(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._note)
        self._note.changed.connect(self._hand_over)

    def show_point(self, point: AgendaPoint, words: str, *, may_change: bool) -> None:
        self._name.setText(words)
        self._note.setAccessibleName(f"Aantekening bij {words}")
        self._note.setEnabled(may_change)
        if point.note != self._known:
            self._known = point.note
            self._note.set_value(self._known)

    @Slot()
    def _hand_over(self) -> None:
        note = self._note.value()
        if note != self._known:
            self._known = note
            self.said.emit(self._point_id, note)
