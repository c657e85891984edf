"""The herleidbaarheidscheck of a work, and its gate to deelbaar."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import (
    cleared,
    counted_again,
    read_through,
    taken_back,
    unread_texts,
)
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import Work, name_of
from hgkm_desktop.privacy.case_check import (
    CaseFinding,
    every_finding,
    may_be_cleared,
    not_cleared,
)
from hgkm_desktop.privacy.gate import gate_of, problem_of_function
from hgkm_desktop.ui.check.check_list import CheckList
from hgkm_desktop.ui.check.check_words import READING, cleared_words, counted, kind_words, undecided
from hgkm_desktop.ui.check.clear_dialog import ClearDialog
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.function_field import NAME, FunctionField
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label

_WIDTH, _HEIGHT = 760, 700
_NO_FUNCTION = "Vul in welke functie naleest, geen naam."
_CHANGE = "Verander het op de pagina waar het staat."
_OR_CLEAR = "Verander het op de pagina waar het staat, of zeg dat het niemand aanwijst."

Found = tuple[Work, tuple[CaseFinding, ...]]


class WorkCheck(QDialog):
    """Looks through all texts of one work. What surely tells must go before it can be deelbaar;
    what is waarschijnlijk needs a decision, and someone with a function reads all of it.

    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """

    def __init__(self, document: Document, work_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._work_id = document, work_id
        self._found: Found | None = None
        self._counted, self._about = label("", level=2), label("", soft=True)
        self._list = CheckList()
        self._clear = QPushButton("Niet herleidbaar…")
        self._again = QPushButton("Telt toch mee")
        self._state, self._way = label("", level=3), label("", soft=True)
        self._looked, self._read = QCheckBox(), QCheckBox()
        self._function_name, self._function = label(NAME), FunctionField()
        self._share = QPushButton("Deelbaar maken")
        self._back = QPushButton("Weer in bewerking nemen")
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)
        self._lay_out()
        self._connect()
        self.setWindowTitle("Herleidbaarheidscheck")
        if self.work is not None:
            self._read.setText(f"Ik heb {name_of(self.work).the} zelf nagelezen")
        self._look_through()

    @property
    def work(self) -> Work | None:
        """The work as it is now."""
        return self._document.work_of(self._work_id)

    @Slot()
    def leave(self) -> None:
        """Close at once and keep nothing, as when the file is locked."""
        self.done(0)

    # --- what is found --------------------------------------------------------------------

    @Slot()
    def _look_through(self) -> None:
        work = self.work
        self._found = None
        self._show()
        if work is not None:
            self._background.start(partial(_findings, work))

    @Slot(object)
    def _take(self, found: Found) -> None:
        self._found = found if found[0] == self.work else None
        self._show()

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        self._counted.setText(error.sentence)

    @Slot()
    def _break(self) -> None:
        self._counted.setText("De herleidbaarheidscheck lukte niet. Er is niets veranderd.")

    def _show(self) -> None:
        work, found = self.work, self._found
        if work is None or found is None:
            self._counted.setText(READING)
            self._list.show_rows()
            self._look()
            return
        changed = unread_texts(work) if work.read.on is not None else ()
        self._list.show_rows(found[1], changed, work.read.cleared)
        self._counted.setText(counted(found[1]))
        announce(self, self._counted.text())
        possible = gate_of(work, found[1]).possible
        self._looked.setText(f"Ik heb deze woorden bekeken: {list_text(possible)}")
        self._looked.setVisible(bool(possible) and work.state is not CaseState.DEELBAAR)
        self._show_row()
        self._look()

    @Slot()
    def _show_row(self) -> None:
        row, may = self._list.current(), not self._document.is_read_only
        self._clear.setEnabled(may and isinstance(row, CaseFinding) and may_be_cleared(row.finding))
        self._again.setEnabled(may and isinstance(row, Cleared))
        words = ""
        if isinstance(row, CaseFinding):
            todo = _OR_CLEAR if may_be_cleared(row.finding) else _CHANGE
            words = f"{kind_words(row)}\n{row.finding.reason} {todo}"
        elif isinstance(row, Cleared):
            words = cleared_words(row)
        self._about.setText(words)

    # --- the gate -------------------------------------------------------------------------

    def in_the_way(self) -> tuple[str, ...]:
        """What stands between the work and deelbaar, a sentence each."""
        work, found = self.work, self._found
        if work is None or found is None:
            return (READING,)
        gate, function = gate_of(work, found[1]), self._function.value()
        problem = problem_of_function(function) if function.strip() else _NO_FUNCTION
        sentences = [
            *undecided(gate),
            "Bekijk de woorden die mogelijk iets zeggen, en vink dat aan."
            if gate.possible and not self._looked.isChecked()
            else "",
            "" if self._read.isChecked() else "Lees alles zelf na en vink dat aan.",
            problem,
        ]
        return tuple(filter(None, sentences))

    @Slot()
    def _look(self) -> None:
        work = self.work
        is_shared = work is not None and work.state is CaseState.DEELBAAR
        may = work is not None and not self._document.is_read_only
        in_the_way = self.in_the_way()
        self._state.setText(_state_words(work) if work is not None else "")
        self._way.setText("" if is_shared else "\n".join(in_the_way))
        for part in (self._read, self._function_name, self._function, self._share):
            part.setVisible(not is_shared)
            part.setEnabled(may)
        self._share.setEnabled(may and not in_the_way)
        self._back.setVisible(is_shared)
        self._back.setEnabled(may)

    @Slot()
    def share(self) -> None:
        """Make the work deelbaar, when nothing stands in the way."""
        work = self.work
        if work is not None and not self.in_the_way():
            self._edit("deelbaar maken", read_through(work, self._function.value(), date.today()))

    @Slot()
    def take_back(self) -> None:
        """Take the work in bewerking again."""
        if (work := self.work) is not None:
            self._edit("weer in bewerking", taken_back(work))

    @Slot()
    def _ask_clear(self) -> None:
        row = self._list.current()
        if isinstance(row, CaseFinding):
            dialog = ClearDialog(self, row.word, row.finding, self._function.value())
            dialog.given.connect(self._put_aside)
            self._document.locks.connect(dialog.leave)
            dialog.open()

    @Slot(object)
    def _put_aside(self, decision: Cleared) -> None:
        if (work := self.work) is not None:
            self._edit("niet herleidbaar", cleared(work, decision))

    @Slot()
    def _count_again(self) -> None:
        row, work = self._list.current(), self.work
        if isinstance(row, Cleared) and work is not None:
            self._edit("telt toch mee", counted_again(work, row.word))

    def _edit(self, words: str, work: Work) -> None:
        self._document.edit(words, work)
        self._look_through()

    # --- building -------------------------------------------------------------------------

    def _connect(self) -> None:
        self._list.chosen.connect(self._show_row)
        self._clear.clicked.connect(self._ask_clear)
        self._again.clicked.connect(self._count_again)
        self._looked.toggled.connect(self._look)
        self._read.toggled.connect(self._look)
        self._function.editTextChanged.connect(self._look)
        self._share.clicked.connect(self.share)
        self._back.clicked.connect(self.take_back)
        self._document.locks.connect(self.leave)
        self.finished.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._found = None
        self._background.close()
        self.deleteLater()

    def _lay_out(self) -> None:
        self._share.setProperty("main", True)
        close = QPushButton("Sluiten")
        self._function_name.setBuddy(self._function)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._counted)
        column.addWidget(self._list, 1)
        column.addWidget(self._about)
        column.addLayout(_row(self._clear, self._again))
        for part in (self._state, self._way, self._looked, self._read):
            column.addWidget(part)
        column.addWidget(self._function_name)
        column.addWidget(self._function)
        last = _row(self._share, close)  # neither moves when the other way appears
        keeps = self._share.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._share.setSizePolicy(keeps)
        self._back.setAutoDefault(False)
        last.addWidget(self._back)
        column.addLayout(last)
        close.clicked.connect(self.reject)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - 20), min(_HEIGHT, room.height() - 60))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    row.addStretch(1)
    return row


def _state_words(work: Work) -> str:
    name = name_of(work).this.capitalize()
    if work.read.on is None:
        return f"{name} is in bewerking, en nog door niemand nagelezen."
    is_shared = work.state is CaseState.DEELBAAR
    state = "is deelbaar" if is_shared else "is in bewerking"
    return f"{name} {state}. Nagelezen op {day_text(work.read.on)} door: {work.read.by}."


def _findings(work: Work, tell: Progress) -> Found:
    return work, not_cleared(work, every_finding(work, tell=tell))
