"""The window of verbeteracties: every action of the file, what became of it, and what is next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.follow_up import Followed, chosen, counted, in_turn
from hgkm_desktop.models.works import name_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_facts import Fact, details
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.list_window import beside, list_of_records, make_large
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.practice.actions_held import all_actions
from hgkm_desktop.ui.practice.follow_up_edits import FollowUpEdits
from hgkm_desktop.ui.practice.follow_up_filter import FollowUpFilter
from hgkm_desktop.ui.practice.follow_up_words import (
    escalation_words,
    fact_words,
    progress_words,
    row_words,
)

TITLE, LISTED, ONE = "Verbeteracties", "Acties", "De gekozen actie"
GO, PAPERS = "Ga ernaartoe", "Afdrukken of bewaren…"
_WIDTH, _HEIGHT, _LEAST_HIGH = 1180, 780, 200
_EXPLAINED = (
    "Alles wat is afgesproken in casussen, gesprekken, steekproeven en leertafels. Wat te laat is, "
    "staat bovenaan. Een leertafel of gesprek begint met de acties van eerder."
)
_NONE = "Er zijn nog geen acties. U voegt ze toe in een casus, gesprek, steekproef of leertafel."
_NOT_FOUND = "Geen enkele actie past bij wat u koos."
_KEY = Qt.ItemDataRole.UserRole


class FollowUpWindow(OwnWindow):
    """Stays in step with the file; hidden or locked, it holds nothing of it.

    `holder_wanted(holder id, actie id)` asks to go to what an action stands in, and
    `papers_wanted(rows)` for the document of the actions that are listed.
    """

    holder_wanted = Signal(str, str)
    papers_wanted = Signal(object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(TITLE, parent)
        self._document = document
        self._rows: tuple[Followed, ...] = ()
        self._shown: tuple[Followed, ...] = ()
        self._filter, self._list = FollowUpFilter(), list_of_records(LISTED)
        self._counted, self._problem = label("", soft=True), problem_label()
        self._detail = QScrollArea()
        self.edits = FollowUpEdits(document, self)
        self._go, self._papers = QPushButton(GO), QPushButton(PAPERS)
        self._lay_out()
        self._connect()

    def present(self) -> None:
        """Show the window, in front and with the keyboard in the list; it opens with everything."""
        if not self.isVisible():
            self._filter.clear()
        self.come_forward()
        self._list.setFocus()

    # --- what it shows ------------------------------------------------------------------

    @Slot()
    def _fill(self) -> None:
        """Read every action again; the one that was chosen stays so while it is listed."""
        if self._document.file.is_locked or not self.isVisible():
            self.forget()
            return
        try:
            self._rows = in_turn(all_actions(self._document), date.today())
        except HgkmError as error:
            self.forget()
            self._say(error.sentence)
            return
        self._say("")
        self._filter.offer(self._rows)
        self._list_wanted()

    @Slot()
    def _list_wanted(self) -> None:
        today, row = date.today(), max(self._list.currentRow(), 0)
        before = self._shown[row].key if row < len(self._shown) else None
        self._shown = chosen(self._rows, self._filter.wanted(), today)
        self._list.blockSignals(True)
        self._list.clear()
        for one in self._shown:
            item = QListWidgetItem(row_words(one, today), self._list)
            words = row_words(one, today).replace("\n", ". ")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        keys = [one.key for one in self._shown]
        at = keys.index(before) if before in keys else min(row, len(keys) - 1)
        self._list.setCurrentRow(at)
        self._list.blockSignals(False)
        nothing = _NOT_FOUND if self._rows else _NONE
        self._counted.setText(counted(self._shown, today) if self._shown else nothing)
        self._show_one()

    @Slot()
    def _list_and_say(self) -> None:
        self._list_wanted()
        announce(self, self._counted.text())

    def chosen_row(self) -> Followed | None:
        """The action that is chosen in the list."""
        row = self._list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @Slot()
    def _show_one(self) -> None:
        body, row = QWidget(), self.chosen_row()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 0, 6, 0)
        column.setSpacing(8)
        if row is not None:
            column.addWidget(label(row.actie.text, level=2))
            column.addLayout(details(Fact(name, words) for name, words in fact_words(row)))
            places = {w.code: f"{name_of(w).one} {w.code}" for w in self._document.works()}
            said = [progress_words(one, places) for one in reversed(row.actie.log)]
            _list_under(column, "Verloop", said, "Er is nog niets over gezegd.")
            steps = [escalation_words(one) for one in reversed(row.actie.escalations)]
            _list_under(column, "Langs welke overleggen", steps, "")
        column.addStretch(1)
        self._detail.setWidget(body)
        self.edits.show_row(row)
        self._go.setEnabled(row is not None)
        self._papers.setEnabled(bool(self._shown))

    @Slot()
    def forget(self) -> None:
        """Keep nothing of the file."""
        self._rows, self._shown = (), ()
        self._list.clear()
        self._counted.setText("")
        self._detail.setWidget(QWidget())
        self._filter.offer(())
        self.edits.show_row(None)

    @Slot(str)
    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    # --- what the user does -------------------------------------------------------------

    @Slot()
    def _ask_holder(self) -> None:
        row = self.chosen_row()
        if row is not None:
            self.holder_wanted.emit(*row.key)

    @Slot()
    def _ask_papers(self) -> None:
        self.papers_wanted.emit(self._shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        close = QPushButton("Sluiten")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._upper(), 1)
        for button in (self._go, self._papers, close):
            button.setAutoDefault(True)
        column.addWidget(flowing(*self.edits.buttons, self._go, self._papers, close))
        make_large(self, _WIDTH, _HEIGHT)

    def _upper(self) -> QScrollArea:
        """All but the buttons: where text is large it scrolls, and the list keeps some rows."""
        inner, scroll = QWidget(), QScrollArea()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heads = label(TITLE, level=1), label(_EXPLAINED, soft=True)
        parts: tuple[QWidget, ...] = (*heads, self._filter, self._counted, self._problem)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self._split(), 1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _split(self) -> QSplitter:
        self._detail.setWidgetResizable(True)
        self._detail.setAccessibleName(ONE)
        self._detail.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a long log is read by keyboard
        split = beside(self, self._list, self._detail, _WIDTH, parts=(1, 1))
        split.setMinimumHeight(scaled(_LEAST_HIGH))
        return split

    def _connect(self) -> None:
        self._filter.changed.connect(self._list_and_say)
        self._list.currentRowChanged.connect(self._show_one)
        self._list.itemActivated.connect(self.edits.ask_note)
        self._go.clicked.connect(self._ask_holder)
        self._papers.clicked.connect(self._ask_papers)
        self.edits.told.connect(self._say)
        for told in (
            *(self._document.case_changed, self._document.cases_changed),
            *(self._document.work_changed, self._document.damaged, self._document.unlocked),
        ):
            told.connect(self._fill)
        self._document.locks.connect(self.forget)
        self._document.destroyed.connect(self.deleteLater)
        stack = self._document.undo_stack
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, stack.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self, stack.redo)


def _list_under(column: QVBoxLayout, heading: str, said: list[str], nothing: str) -> None:
    """What was said under each other; nothing at all when there is not even that to say."""
    if not said and not nothing:
        return
    column.addWidget(label(heading, level=3))
    for words in said or [nothing]:
        column.addWidget(label(words, soft=True))
