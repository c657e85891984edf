"""Brings the table of an organisation into a case, in steps that change nothing until the last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.columns import Columns
from hgkm_desktop.exchange.incoming import Choices, read_rows
from hgkm_desktop.exchange.likely_same import Choice as Decision
from hgkm_desktop.exchange.likely_same import Likely, Pair, likely_same, merged
from hgkm_desktop.exchange.sheets import Sheet
from hgkm_desktop.exchange.table_check import TableCheck, check_table
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.background import Progress
from hgkm_desktop.ui.tables.table_columns import TableColumns
from hgkm_desktop.ui.tables.table_pairs import TablePairs
from hgkm_desktop.ui.tables.table_rows import Looked, TableRows
from hgkm_desktop.ui.tables.table_steps import NOT_LOCKED, TableSteps
from hgkm_desktop.ui.writing.paste_guard import MOST_CERTAIN

TITLE = "Tabel van een organisatie inlezen"
_LOOKING = "De rijen worden nagelezen…"
_JOINING = "De tabel wordt ingelezen…"
_CHANGED = "De casus is intussen veranderd. Kijk de tabel nog een keer na."
_COLUMNS, _ROWS, _PAIRS = range(3)


class TableDialog(TableSteps):
    """Columns, rows, pairs. `brought(words)` comes after the one edit that brings all rows in."""

    brought = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        path: Path,
        remembered: dict[tuple[str, ...], Columns],
    ) -> None:
        super().__init__(parent, document, TITLE)
        assert document.case is not None
        self._case, self._path = document.case, path
        self._remembered = remembered
        self._choices: Choices | None = None
        self._looked: Looked | None = None
        self._columns, self._rows, self._pairs = TableColumns(self._case), TableRows(), TablePairs()
        self.lay_out(self._columns, self._rows, self._pairs)
        self._columns.changed.connect(self._forget)
        self._rows.again_wanted.connect(self.start)
        document.case_changed.connect(self._follow)

    @Slot()
    def start(self) -> None:
        """Read the file, in a process of its own, and then ask about its columns."""
        self.read(self._path)

    # --- work in the background ---------------------------------------------------------

    @Slot(object)
    def take(self, made: object) -> None:
        if isinstance(made, Looked):
            self._looked = made
            self._rows.show_looked(made)
            self.show_step(_ROWS)
        elif isinstance(made, Case):
            self._bring_in(made)
        elif isinstance(made, tuple):
            sheets: tuple[Sheet, ...] = made
            self._columns.show_table(sheets, self._remembered)
            self.show_step(_COLUMNS)

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
                self.show_step(_COLUMNS)
                self.say(_CHANGED)

    @Slot()
    def _forget(self) -> None:
        self._looked = None

    # --- steps --------------------------------------------------------------------------

    def show_step(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        looked = self._looked
        may_come_in = page != _ROWS or (looked is not None and looked.may_come_in)
        self._back.setEnabled(page in (_ROWS, _PAIRS))
        self._next.setEnabled(not self.is_waiting and may_come_in)
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
    def go_back(self) -> None:
        self.say("")
        self.show_step(_ROWS if self._pages.currentIndex() == _PAIRS else _COLUMNS)

    @Slot()
    def go_on(self) -> None:
        page, looked = self._pages.currentIndex(), self._looked
        if page == _COLUMNS:
            self._choices = self._columns.choices()
            work = partial(_look, self._case, self._columns.sheet, self._choices)
            self.wait(_LOOKING, work)
        elif page == _ROWS and looked is not None and looked.likely.pairs:
            self._pairs.show_pairs(looked.likely, looked.incoming)
            self.show_step(_PAIRS)
        elif looked is not None:
            self._join(looked)

    def _join(self, looked: Looked) -> None:
        """Make one of what is the same, as soon as every choice is made."""
        try:
            decisions = self._pairs.decisions() if looked.likely.pairs else []
        except BadInput as error:
            self.say(error.sentence)
            return
        self.wait(_JOINING, partial(_joined, looked, decisions))

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
        self.brought.emit(f"{said} {NOT_LOCKED}")


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
