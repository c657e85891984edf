"""Shows what a table brings before it comes in: its problems, or its events and what was found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.exchange.incoming import MOST_PROBLEMS, Incoming
from hgkm_desktop.exchange.likely_same import Likely
from hgkm_desktop.exchange.table_check import RowFinding, TableCheck
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.parts.record_delegate import RecordDelegate
from hgkm_desktop.ui.parts.text import label, problem_label, sentence_case
from hgkm_desktop.ui.writing.paste_guard import TODO, WHAT

NOTHING_CAME = "Er is niets ingelezen."
_TO_MEND = (
    "Ga terug en kies de kolommen anders, of verbeter de tabel, bewaar hem en lees hem opnieuw."
)
_LOOK = (
    "Dit is gevonden in de tabel. Na het inlezen staat het ook in de herleidbaarheidscheck; "
    "beter is het om de tabel eerst te verbeteren."
)
_CLEAN = "De herleidbaarheidscheck vond niets. Lees zelf na: zou een buurman dit gezin herkennen?"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a table brings to a case, what was found in it, and what is likely there already."""

    incoming: Incoming
    check: TableCheck
    likely: Likely

    @property
    def may_come_in(self) -> bool:
        """Whether every row can be read and it is no dossier."""
        return not self.incoming.problems and not self.check.is_dossier


class TableRows(QWidget):
    """A list with what is said of it above; `again_wanted` asks to read the file once more."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = label("", level=2)
        self._said = label("")
        self._problem = problem_label()
        self._list = QListWidget()
        self._found_head = label("", level=3)
        self._found = QListWidget()
        self._again = QPushButton("Bestand opnieuw lezen")
        self._again.setAutoDefault(True)
        self._again.clicked.connect(self.again_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for listed in (self._list, self._found):
            listed.setItemDelegate(RecordDelegate(listed))
            listed.setResizeMode(QListWidget.ResizeMode.Adjust)
            listed.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._found.setAccessibleName("Wat er is gevonden")
        for widget in (self._head, self._said, self._problem):
            column.addWidget(widget)
        column.addWidget(self._list, 3)
        column.addWidget(self._found_head)
        column.addWidget(self._found, 2)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_looked(self, looked: Looked) -> None:
        """Show what a table brings, or why it cannot come in."""
        if looked.incoming.problems:
            self._show_problems(looked.incoming)
        elif looked.check.is_dossier:
            self._show_dossier(looked.check)
        else:
            self._show_events(looked)
        self._again.setVisible(not looked.may_come_in)

    def take_focus(self) -> None:
        (self._list if self._list.isVisibleTo(self) else self._found).setFocus()

    def _fill(self, head: str, said: str, name: str, rows: list[str]) -> None:
        self._head.setText(head)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._list.clear()
        self._list.addItems(rows)
        self._list.setAccessibleName(name)
        self._list.setAccessibleDescription(said)
        self._list.setVisible(bool(rows))
        self._list.setCurrentRow(0)
        self._problem.hide()
        self._found.hide()
        self._found_head.hide()

    def _show_problems(self, incoming: Incoming) -> None:
        many = len(incoming.problems)
        more = "" if many < MOST_PROBLEMS else " Dit zijn de eerste; daarna kunnen er meer zijn."
        rows = [f"Rij {p.row}, {p.column}\n{p.sentence}" for p in incoming.problems]
        head = f"{count_text(many, 'probleem', 'problemen')} in de tabel"
        self._fill(head, f"{NOTHING_CAME}{more} {_TO_MEND}", "Problemen", rows)

    def _show_dossier(self, check: TableCheck) -> None:
        self._fill("Deze tabel komt niet binnen", "", "", [])
        self._problem.setText(f"{WHAT} {NOTHING_CAME} {TODO}")
        self._problem.show()
        self._show_found("Onder meer dit", [one for one in check.findings if one.is_certain])

    def _show_events(self, looked: Looked) -> None:
        incoming = looked.incoming
        many = count_text(len(incoming.events), "gebeurtenis", "gebeurtenissen")
        new = incoming.new_names
        said = f"Nieuw in deze casus: {list_text(new)}." if new else ""
        rows = [
            _event_words(row, event)
            for row, event in zip(incoming.rows, incoming.events, strict=True)
        ]
        self._fill(f"{many} om in te lezen", said, "Gebeurtenissen uit de tabel", rows)
        found = looked.check.findings
        self._show_found(_LOOK if found else _CLEAN, list(found))

    def _show_found(self, head: str, findings: list[RowFinding]) -> None:
        self._found_head.setText(head)
        self._found_head.show()
        self._found.clear()
        self._found.addItems([_finding_words(one) for one in findings])
        self._found.setAccessibleDescription(head)
        self._found.setVisible(bool(findings))
        self._found.setCurrentRow(0)


def _event_words(row: int, event: Event) -> str:
    when = period_text(event.start, event.end, event.ongoing)
    return f"{event.title}\nRij {row} · {when} · {event.kind.label}"


def _finding_words(one: RowFinding) -> str:
    where = f"rij {one.row}, {one.place}" if one.row else one.place
    certainty = sentence_case(one.finding.certainty.label)
    return f"‘{one.word}’\n{certainty} · {one.finding.kind.label} · {where}"
