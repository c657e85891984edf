"""The window of the herleidbaarheidscheck: all that was found in the case, and the gate."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import unread_texts
from hgkm_desktop.models.texts import CaseText
from hgkm_desktop.models.wording import CaseHint
from hgkm_desktop.privacy.case_check import CaseFinding, plain_word
from hgkm_desktop.ui.check.case_check import CaseCheck
from hgkm_desktop.ui.check.check_detail import CheckDetail
from hgkm_desktop.ui.check.check_edits import CheckEdits
from hgkm_desktop.ui.check.check_gate import CheckGate
from hgkm_desktop.ui.check.check_list import CheckList
from hgkm_desktop.ui.check.check_words import NEVER_ALL, NOTHING, READING, as_typed, counted
from hgkm_desktop.ui.check.facts_dialog import FactsDialog
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.list_window import beside
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label, scrolling
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.text_watch import TextWatch

TITLE = "Herleidbaarheidscheck"
_WIDTH, _HEIGHT, _LEAST_HEIGHT = 1080, 780, 220
_NO_CASE = "Er is geen casus open."


class CheckWindow(OwnWindow):
    """Stays in step with the case; `place_wanted(CaseText)` asks to see where something stands,
    and `older_wanted` what still holds the words of before. `closed` follows when the user closes
    it.

    It is a window and no dialog, so that the case can be worked in beside it, and so that nothing
    in it keeps a locked file from closing. Hidden or locked, it holds nothing.
    """

    place_wanted = Signal(object)
    older_wanted = Signal()
    closed = Signal()

    def __init__(
        self, document: Document, edits: CheckEdits, watch: TextWatch, parent: QWidget
    ) -> None:
        super().__init__(TITLE, parent)
        self._document, self._edits, self._watch = document, edits, watch
        self._case_id = ""
        self._check = CaseCheck(document)
        self._counted = label("", level=2)
        self._never_all = label(NEVER_ALL, soft=True)
        self._problem = problem_label()
        self._done = label("", quote=True)
        self._older = QPushButton("Oude back-ups en documenten…")
        self._older.setAutoDefault(True)
        self._list, self._detail, self._gate = CheckList(), CheckDetail(), CheckGate()
        self._lay_out()
        self._connect()

    def present(self) -> None:
        """Show the window, in front and with the keyboard in it."""
        self.come_forward()
        self._list.take_focus()

    def end(self) -> None:
        """The file closes."""
        self._check.forget()
        self.close()

    # --- what it shows ------------------------------------------------------------------

    @property
    def _may_change(self) -> bool:
        return self._document.case is not None and not self._document.is_read_only

    @Slot()
    def _show(self) -> None:
        case, answer = self._document.case, self._check.answer
        if case is None or self._document.file.is_locked or not self.isVisible():
            self._show_nothing()
            return
        if case.id != self._case_id:
            self._show_nothing()
            self._case_id = case.id
        self._say(self._problem, self._check.problem)
        self._gate.show_case(case, answer, may_change=self._may_change)
        if answer is None:
            self._show_done("")  # what was done may be undone by now
            self._say_count(READING if not self._check.problem else "")
            self._show_row()
            return
        changed = unread_texts(case) if case.read.on is not None else ()
        aside = case.read.cleared
        typed = {decision.word: as_typed(case, decision.word) for decision in aside}
        self._list.show_rows(answer.findings, changed, aside, answer.hints, typed)
        self._detail.setVisible(bool(self._list.count()))  # there is nothing to choose, else
        self._say_count(counted(answer.findings))
        self._never_all.setVisible(self._counted.text() != NOTHING)

    def _say_count(self, words: str) -> None:
        if words != self._counted.text():
            self._counted.setText(words)
            announce(self, words)

    @Slot(float)
    def _show_progress(self, part: float) -> None:
        """Say how far it is; not aloud, for that would never end."""
        if self._check.answer is None and self._case_id and part:
            self._counted.setText(f"{READING} {part:.0%}")

    @Slot()
    def _show_row(self) -> None:
        row = self._list.current()
        may_change = self._may_change and self._check.answer is not None
        offered = self._offered(row) if isinstance(row, CaseFinding) else ()
        self._detail.show_row(row, offered, may_change=may_change, name=self._list.name())

    def _offered(self, found: CaseFinding) -> tuple[str, ...]:
        """What can stand there instead; a role of the case that is a name itself cannot."""
        answer = self._check.answer
        names = {plain_word(one.word) for one in answer.findings} if answer is not None else set()
        offered = self._watch.suggestions(found.word, found.finding.suggestions)
        return tuple(words for words in offered if plain_word(words) not in names)

    @Slot()
    def _show_nothing(self) -> None:
        """Keep nothing of the case."""
        self._case_id = ""
        self._list.show_rows()
        self._detail.show_row(None, (), may_change=False)
        self._gate.forget()
        self._say(self._problem, "")
        self._show_done("")
        self._counted.setText(_NO_CASE if self._document.case is None else READING)

    # --- what the user does -------------------------------------------------------------

    def _chosen(self) -> CaseFinding | None:
        """The finding that is shown, when it is about the case as it is now."""
        row = self._list.current()
        return row if isinstance(row, CaseFinding) and self._check.answer is not None else None

    @Slot(str)
    def _replace_here(self, words: str) -> None:
        found = self._chosen()
        if found is not None:
            self._edits.replace_here(self, found, words)

    @Slot(str)
    def _replace_everywhere(self, words: str) -> None:
        found = self._chosen()
        if found is not None:
            self._edits.replace_everywhere(self, found.word, words, self._offered(found))

    @Slot()
    def _clear(self) -> None:
        found = self._chosen()
        if found is not None:
            self._edits.clear(self, found.word, found.finding)

    @Slot()
    def _count_again(self) -> None:
        row = self._list.current()
        if isinstance(row, Cleared) and self._check.answer is not None:
            self._edits.count_again(row)

    @Slot()
    def _go(self) -> None:
        row = self._list.current()
        if isinstance(row, CaseFinding | CaseText | CaseHint):
            self.place_wanted.emit(row if isinstance(row, CaseText) else row.place)

    @Slot(str)
    def _share(self, function: str) -> None:
        if self._check.answer is not None:
            self._edits.share(function)
            self._gate.take_focus()

    @Slot()
    def _take_back(self) -> None:
        self._edits.take_back()
        self._list.take_focus()

    @Slot()
    def _show_facts(self) -> None:
        answer = self._check.answer
        if answer is not None:
            dialog = FactsDialog(self, answer.facts)
            self._document.locks.connect(dialog.leave)
            dialog.open()

    @Slot(str)
    def _say_done(self, words: str) -> None:
        """Say what was done, and go on with the next finding."""
        self._say(self._problem, "")
        self._show_done(words)
        announce(self, words)
        if self.isVisible() and not self._list.hasFocus():
            self._list.take_focus()

    def _show_done(self, words: str) -> None:
        self._say(self._done, words)
        self._older.setVisible(bool(words))

    @Slot(str)
    def _say_problem(self, words: str) -> None:
        self._say(self._problem, words)

    @staticmethod
    def _say(part: QLabel, words: str) -> None:
        part.setText(words)
        part.setVisible(bool(words))

    # --- events -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._gate.show_function(self._edits.function)
        self._check.begin()
        self._show()

    def forget(self) -> None:
        self._check.forget()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._check.begin()  # the huisstijl may be another by now

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        close = QPushButton("Sluiten")
        close.setAutoDefault(True)
        close.clicked.connect(self.close)
        top = QHBoxLayout()
        top.addWidget(self._counted, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        room, inner = self.screen().availableSize(), QWidget()
        wide = min(scaled(_WIDTH), room.width() - 20)
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8)
        split = beside(self, self._list, self._detail, _WIDTH)
        split.setMinimumHeight(scaled(_LEAST_HEIGHT))
        middle.addWidget(split, 1)
        middle.addWidget(self._gate)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (self._never_all, self._problem):
            column.addWidget(part)
        done = QHBoxLayout()
        done.addWidget(self._done, 1)
        done.addWidget(self._older)
        column.addLayout(done)
        column.addWidget(scrolling(inner), 1)  # large text needs more height than a screen has
        self.resize(wide, min(_HEIGHT, room.height() - 70))

    def _connect(self) -> None:
        self._check.changed.connect(self._show)
        self._check.progressed.connect(self._show_progress)
        self._list.chosen.connect(self._show_row)
        self._list.itemActivated.connect(self._detail.take_focus)
        self._detail.here_wanted.connect(self._replace_here)
        self._detail.everywhere_wanted.connect(self._replace_everywhere)
        self._detail.clearing_wanted.connect(self._clear)
        self._detail.counting_wanted.connect(self._count_again)
        self._detail.place_wanted.connect(self._go)
        self._gate.share_wanted.connect(self._share)
        self._gate.back_wanted.connect(self._take_back)
        self._gate.facts_wanted.connect(self._show_facts)
        self._older.clicked.connect(self.older_wanted)
        self._edits.done.connect(self._say_done)
        self._edits.said.connect(self._say_problem)
        self._edits.function_given.connect(self._gate.show_function)
        self._document.locks.connect(self._show_nothing)
        self._document.damaged.connect(self._show)
        self._document.destroyed.connect(self.deleteLater)
        stack = self._document.undo_stack
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, stack.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self, stack.redo)
