"""Brings the table of an organisation into a case, in steps that change nothing until the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.exchange.columns import Columns
from hgkm_desktop.exchange.incoming import Choices, read_rows
from hgkm_desktop.exchange.likely_same import Choice as Decision
from hgkm_desktop.exchange.likely_same import Likely, Pair, likely_same, merged
from hgkm_desktop.exchange.sheets import Sheet
from hgkm_desktop.exchange.table_check import TableCheck, check_table
from hgkm_desktop.exchange.table_process import read_table
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.ui.background import Background, Progress
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.paste_guard import MOST_CERTAIN
from hgkm_desktop.ui.spoken import announce
from hgkm_desktop.ui.table_columns import TableColumns
from hgkm_desktop.ui.table_pairs import TablePairs
from hgkm_desktop.ui.table_rows import Looked, TableRows
from hgkm_desktop.ui.text import label, problem_label
from hgkm_desktop.ui.theme import scaled

TITLE = "Tabel van een organisatie inlezen"
_READING, _LOOKING = "De tabel wordt gelezen…", "De rijen worden nagelezen…"
_JOINING = "De tabel wordt ingelezen…"
_CHANGED = "De casus is intussen veranderd. Kijk de tabel nog een keer na."
_NOT_LOCKED = "Het bestand met de tabel is niet versleuteld: verwijder het als u klaar bent."
_BROKE = "Het lezen lukte niet. Er is niets ingelezen."
_WIDTH, _HEIGHT = 760, 700
_COLUMNS, _ROWS, _PAIRS, _WAITING = range(4)


class TableDialog(QDialog):
    """Columns, rows, pairs. `brought(words)` comes after the one edit that brings all rows in."""

    brought = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        path: Path,
        remembered: dict[tuple[str, ...], Columns],
    ) -> None:
        super().__init__(parent)
        assert document.case is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._document, self._case, self._path = document, document.case, path
        self._remembered = remembered
        self._choices: Choices | None = None
        self._looked: Looked | None = None
        self._from = _WAITING
        self._background = Background(self)
        self._columns, self._rows, self._pairs = TableColumns(self._case), TableRows(), TablePairs()
        self._waiting = label(_READING)  # what is done, or why a file is not read
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._problem = problem_label()
        self._back, self._next = QPushButton("Terug"), QPushButton("Verder")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in (self._columns, self._rows, self._pairs, self._waiting):
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(_WAITING)
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        leave = buttons.addButton("Annuleren", roles.RejectRole)
        buttons.addButton(self._back, roles.ActionRole)
        buttons.addButton(self._next, roles.ActionRole)
        self._next.setProperty("main", True)
        for button in (self._back, self._next, leave):
            button.setAutoDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._pages, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        wide, high = scaled(_WIDTH), scaled(_HEIGHT)
        self.resize(min(wide, room.width() - 20), min(high, room.height() - 60))

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._columns.changed.connect(self._forget)
        self._rows.again_wanted.connect(self.start)
        self._background.done.connect(self._take)
        self._background.failed.connect(self._fail)
        self._background.broke.connect(self._break)
        self._document.case_changed.connect(self._follow)
        self._document.locks.connect(self.reject)
        self.finished.connect(self._background.close)

    @Slot()
    def start(self) -> None:
        """Read the file, in a process of its own, and then ask about its columns."""
        self._wait(_READING, partial(read_table, self._path))
        self.open()

    # --- work in the background ---------------------------------------------------------

    def _wait(self, words: str, work: Callable[[Progress], object]) -> None:
        self._say("")
        self._from = self._pages.currentIndex()
        self._waiting.setText(words)
        self._show(_WAITING)
        announce(self, words)
        self._background.start(work)

    @Slot(object)
    def _take(self, made: object) -> None:
        if isinstance(made, Looked):
            self._looked = made
            self._rows.show_looked(made)
            self._show(_ROWS)
        elif isinstance(made, Case):
            self._bring_in(made)
        elif isinstance(made, tuple):
            sheets: tuple[Sheet, ...] = made
            self._columns.show_table(sheets, self._remembered)
            self._show(_COLUMNS)

    @Slot(object)
    def _fail(self, error: HgkmError) -> None:
        """Say it at the step that it is of; with a file that cannot be read there is no step."""
        if self._from == _WAITING:
            self._waiting.setText(error.sentence)
            announce(self, error.sentence)
            return
        self._show(self._from)
        self._say(error.sentence)

    @Slot()
    def _break(self) -> None:
        self._waiting.setText(_BROKE)
        announce(self, _BROKE)

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        """What was looked through is of the case as it was."""
        if new is None or new.id != self._case.id:
            self.reject()
        elif new != self._case:
            self._case = new
            if self._choices is not None and self._pages.currentIndex() != _COLUMNS:
                self._background.end()
                self._forget()
                self._show(_COLUMNS)
                self._say(_CHANGED)

    @Slot()
    def _forget(self) -> None:
        self._looked = None

    # --- steps --------------------------------------------------------------------------

    def _show(self, page: int) -> None:
        """Go to a step, with the focus where its work is."""
        self._pages.setCurrentIndex(page)
        looked = self._looked
        may_come_in = page != _ROWS or (looked is not None and looked.may_come_in)
        self._back.setEnabled(page in (_ROWS, _PAIRS))
        self._next.setEnabled(page != _WAITING and may_come_in)
        has_pairs = looked is not None and bool(looked.likely.pairs)
        is_last = page == _PAIRS or (page == _ROWS and not has_pairs)
        self._next.setText("Inlezen" if is_last else "Verder")
        self._focus(page)

    def _focus(self, page: int) -> None:
        if page == _COLUMNS:
            self._columns.take_focus()
        elif page == _ROWS:
            self._rows.take_focus()
        elif page == _PAIRS:
            self._pairs.take_focus()

    @Slot()
    def _go_back(self) -> None:
        self._say("")
        self._show(_ROWS if self._pages.currentIndex() == _PAIRS else _COLUMNS)

    @Slot()
    def _go_on(self) -> None:
        page, looked = self._pages.currentIndex(), self._looked
        if page == _COLUMNS:
            self._choices = self._columns.choices()
            work = partial(_look, self._case, self._columns.sheet, self._choices)
            self._wait(_LOOKING, work)
        elif page == _ROWS and looked is not None and looked.likely.pairs:
            self._pairs.show_pairs(looked.likely, looked.incoming)
            self._show(_PAIRS)
        elif looked is not None:
            self._join(looked)

    def _join(self, looked: Looked) -> None:
        """Make one of what is the same, as soon as every choice is made."""
        try:
            decisions = self._pairs.decisions() if looked.likely.pairs else []
        except BadInput as error:
            self._say(error.sentence)
            return
        self._wait(_JOINING, partial(_joined, looked, decisions))

    def _bring_in(self, after: Case) -> None:
        """One edit with all that comes in and all that is joined."""
        assert self._choices is not None
        assert self._looked is not None
        came = len(self._looked.incoming.events)
        joined = len(self._case.events) + came - len(after.events)
        self._document.case_changed.disconnect(self._follow)
        self.accept()
        name = self._choices.organisation
        self._document.edit(f"tabel van {name} inlezen", after)
        many = count_text(came, "gebeurtenis", "gebeurtenissen")
        less = f", waarvan {joined} samengevoegd" if joined else ""
        said = f"{many} van {name} ingelezen{less}. Ctrl+Z haalt alles weer weg."
        self.brought.emit(f"{said} {_NOT_LOCKED}")

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field or a list goes on to nothing: only a button does."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)


def _joined(looked: Looked, decisions: Sequence[tuple[Pair, Decision]], _: Progress) -> Case:
    return merged(looked.incoming.after, decisions)


def _look(case: Case, sheet: Sheet, choices: Choices, tell: Progress) -> Looked:
    """What a table brings to this case, and all that is to be said of it. Raises BadInput."""
    incoming = read_rows(case, sheet, choices, today=date.today())
    if incoming.problems:
        return Looked(incoming, TableCheck(()), Likely(()))
    check = check_table(incoming, MOST_CERTAIN, tell)
    if check.is_dossier:
        return Looked(incoming, check, Likely(()))
    return Looked(incoming, check, likely_same(incoming.after, incoming.events))
