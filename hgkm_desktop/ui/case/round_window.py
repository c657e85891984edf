"""The window of a round of belevingen: one key an answer, everyone's turn in view."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import Mark, RiskOf
from hgkm_desktop.ui.case.round_seats import Seats
from hgkm_desktop.ui.case.round_stage import NONE, SKIP, Asking, RoundStage
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import WrittenLine

BLIND = "Blinde ronde: niemand ziet belevingen van een ander voordat iedereen is geweest."
BLIND_BY_EVENT = (
    "Blinde ronde: niemand ziet belevingen van een ander voordat iedereen iets over deze "
    "gebeurtenis zei."
)
NOT_GIVEN = "Kies eerst G, N of R: uw woorden zijn nog niet bewaard."


class RoundWindow(QDialog):
    """Asks turn by turn, of the case on screen, as far as its round has come.

    Every answer is an edit at once, so closing it loses nothing: the round goes on where it was.
    `over` follows the last turn.
    Source: casusevaluatie, stap 4 (docs/bronnen.md, bron 4).
    """

    over = Signal()

    def __init__(self, parent: QWidget, document: Document) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ronde van belevingen")
        self.document = document
        self.stage, self.seats = RoundStage(), Seats()
        self.words = WrittenLine()
        self._problem, self._blind = problem_label(), label("", quote=True)
        self._asking = Asking.MARK
        self._case_id = document.case.id if document.case is not None else ""
        self._lay_out()
        self.stage.answered.connect(self._take)
        self.words.returnPressed.connect(self.stage.setFocus)
        document.case_changed.connect(self._follow)
        self._show()

    def _lay_out(self) -> None:
        self.words.setPlaceholderText("Toelichting bij uw keuze; Enter gaat terug naar de toetsen")
        self.words.setAccessibleName("Toelichting")
        self._problem.hide()
        back = self._button("Terug (pijl links)", self._back)
        explain = self._button("T  toelichting", self.words.setFocus)
        pass_over = self._button("V  klaar, volgende deelnemer", self._pass_over)
        later = self._button("Later verder (Esc)", self.reject)
        middle = QVBoxLayout()
        middle.addWidget(self._blind)
        middle.addWidget(self.stage, 1)
        middle.addWidget(self.words)
        middle.addWidget(self._problem)
        middle.addWidget(flowing(explain, back, pass_over, later))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.seats, 1)
        row.addLayout(middle, 3)
        order = (self.seats, self.stage, self.words, explain, back, pass_over, later)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        room = self.screen().availableSize()
        wide, high = min(scaled(980), room.width() - 40), min(scaled(600), room.height() - 40)
        self.resize(wide, high)

    def _button(self, words: str, slot: Callable[[], object]) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        return made

    # --- following the case -----------------------------------------------------------------

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        if new is None or new.id != self._case_id:
            self._leave()
        else:
            self._show()

    def _show(self) -> None:
        case = self.document.case
        if case is None:
            return
        if rounds.turn(case) is None:
            self._leave()
            self.over.emit()
            return
        self._blind.setText(BLIND_BY_EVENT if case.round.by_event else BLIND)
        self._blind.setVisible(case.round.blind)
        self.seats.show_of(case)
        self.stage.show_turn(case, self._asking)

    def _leave(self) -> None:
        self.document.case_changed.disconnect(self._follow)
        self.words.clear()
        super().reject()

    # --- answers ----------------------------------------------------------------------------

    @Slot(object)
    def _take(self, value: object) -> None:
        """One answer; a risk asks on, anything else goes to the next turn."""
        case = self.document.case
        if case is None or self.document.is_read_only:
            return
        self._problem.hide()
        if isinstance(value, Mark):
            self._take_mark(rounds.marked(case, value, self._typed()), value)
        elif value == NONE:
            self._go_on("geen beleving", rounds.unmarked(case))
        elif value == SKIP:
            self._go_on("beleving in de ronde", case)
        elif isinstance(value, RiskOf):
            self._asking = Asking.SAFETY_OF
            self.document.edit("wat risicovol was", rounds.with_risk(case, value))
        elif isinstance(value, tuple):
            self._go_on("wiens veiligheid", rounds.with_risk(case, safety_of=value))

    def _take_mark(self, case: Case, mark: Mark) -> None:
        self.words.clear()
        if mark is not Mark.RISICO:
            self._go_on("beleving in de ronde", case)
            return
        self._asking = Asking.RISK_OF
        if self.document.case == case:  # it was risicovol already
            self._show()
        self.document.edit("beleving in de ronde", case)

    def _go_on(self, words: str, case: Case) -> None:
        self._asking = Asking.MARK
        self.words.clear()
        self.document.edit(words, rounds.gone_on(case))

    def _typed(self) -> str:
        return self.words.text().strip()

    @Slot()
    def _back(self) -> None:
        case = self.document.case
        if case is None:
            return
        if self._asking is not Asking.MARK:  # the mark that was just given is asked again
            self._asking = Asking.MARK
            self._show()
        else:
            self.document.edit("een beurt terug", rounds.gone_back(case))
        self.stage.setFocus()

    @Slot()
    def _pass_over(self) -> None:
        case = self.document.case
        if case is not None and not self._refuse_half():
            self._asking = Asking.MARK
            self.document.edit("deelnemer overslaan", rounds.passed_over(case))
            self.stage.setFocus()

    # --- keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_words = isinstance(self.focusWidget(), QLineEdit)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                event.accept()  # never what happens to be the default button
            case Qt.Key.Key_Escape:
                self.reject()
            case Qt.Key.Key_T if not in_words:
                self.words.setFocus()
            case Qt.Key.Key_V if not in_words:
                self._pass_over()
            case Qt.Key.Key_Left if not in_words:
                self._back()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def reject(self) -> None:
        """Leave the round, to go on later; words that belong to no choice yet are not lost."""
        if not self._refuse_half():
            self._leave()

    def _refuse_half(self) -> bool:
        is_half = bool(self._typed())
        self._problem.setText(NOT_GIVEN)
        self._problem.setVisible(is_half)
        if is_half:
            self.stage.setFocus()
        return is_half

    def start(self) -> None:
        """Show it, ready for the first key."""
        self.stage.setFocus()
        if self.document.case is not None and rounds.turn(self.document.case) is not None:
            self.open()
