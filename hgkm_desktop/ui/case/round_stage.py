"""Who speaks now and about what, large, with the keys that answer: the middle of a round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.records import Beleving
from hgkm_desktop.models.terms import Mark, RiskOf, SafetyOf
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.line.kind_mark import KindMark
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.focus import tab_in_place
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, plain


class Asking(Enum):
    """What a round asks now, one key each."""

    MARK = auto()
    RISK_OF = auto()
    SAFETY_OF = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its key, the words on its button, and what it says."""

    key: str
    words: str
    value: object


NONE, SKIP = "geen", "overslaan"
BOTH = (SafetyOf.BETROKKENEN, SafetyOf.PROFESSIONALS)
ANSWERS: dict[Asking, tuple[Answer, ...]] = {
    Asking.MARK: (
        Answer("G", "ging goed", Mark.GOED),
        Answer("N", "niet oké", Mark.NIET_OKE),
        Answer("R", "risicovol", Mark.RISICO),
        Answer("O", "geen beleving", NONE),
    ),
    Asking.RISK_OF: (
        Answer("M", "een moment", RiskOf.MOMENT),
        Answer("B", "een besluit", RiskOf.BESLUIT),
        Answer("O", "sla over", SKIP),
    ),
    Asking.SAFETY_OF: (
        Answer("B", "betrokkenen", (SafetyOf.BETROKKENEN,)),
        Answer("P", "professionals", (SafetyOf.PROFESSIONALS,)),
        Answer("A", "allebei", BOTH),
        Answer("O", "sla over", SKIP),
    ),
}
QUESTIONS = {
    Asking.MARK: "Hoe was dit voor u?",
    Asking.RISK_OF: "Risicovol: wat was het?",
    Asking.SAFETY_OF: "Wiens veiligheid was in het geding?",
}


class RoundStage(QFrame):
    """Shows one turn and takes its single keys; `answered(value)` gives what was chosen.

    A key that is no answer goes on to the window around.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asking = Asking.MARK
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self._scroll)

    def show_turn(self, case: Case, asking: Asking) -> None:
        """Show whose turn it is, the event, and what is asked; nothing without a turn."""
        now = rounds.turn(case)
        if now is None:
            return
        self.asking = asking
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        number, total = numbers(case)[now.event.id], len(case.events)
        who, when = case.deelnemer_name(now.deelnemer), when_in_words(now.event)
        place = f"Gebeurtenis {number} van {total} · {when} · {now.event.kind.label}"
        column.addWidget(label(who, level=1))
        head = QHBoxLayout()
        head.addWidget(KindMark(now.event))
        head.addWidget(label(place, soft=True), 1)
        column.addLayout(head)
        column.addWidget(label(now.event.title_in_full, level=2))
        if now.event.fact:
            column.addWidget(label(now.event.fact, soft=True))
        column.addSpacing(6)
        column.addWidget(label(QUESTIONS[asking], level=3))
        column.addWidget(self._answers(asking))
        said = _given(case.beleving(now.event.id, now.deelnemer.id))
        if said:
            column.addWidget(label(said, soft=True))
        column.addStretch(1)
        self._put(body)
        keys = ", ".join(f"{answer.key} {answer.words}" for answer in ANSWERS[asking])
        spoken = f"{who}. {place}. {now.event.title_in_full}. {QUESTIONS[asking]} {keys}. {said}"
        self.setAccessibleName(f"Aan de beurt: {spoken}".strip())
        announce(self, spoken)

    def _put(self, body: QWidget) -> None:
        """In the place of what was shown; the focus comes back to the keys."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._scroll.setWidget(body)
        tab_in_place(self)
        if had_focus:
            self.setFocus()

    def _answers(self, asking: Asking) -> QWidget:
        made = QWidget()
        row = Flow(made, (0, 0, 0, 0), 6)
        for answer in ANSWERS[asking]:
            sign = f"{answer.value.sign} " if isinstance(answer.value, Mark) else ""
            button = QPushButton(plain(f"{answer.key}  {sign}{answer.words}"))
            button.setAutoDefault(False)
            button.setProperty("answer", answer.key)
            button.clicked.connect(self._press)
            row.addWidget(button)
        return made

    @Slot()
    def _press(self) -> None:
        self._give(self.sender().property("answer"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_key = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.isAutoRepeat() or not plain_key or not self._give(event.text().upper()):
            super().keyPressEvent(event)

    def _give(self, key: str) -> bool:
        for answer in ANSWERS[self.asking]:
            if answer.key == key:
                self.answered.emit(answer.value)
                return True
        return False


def _given(beleving: Beleving | None) -> str:
    """What the one who speaks said of this event before; only they are asked now."""
    if beleving is None:
        return ""
    words = f"Gekozen: {beleving.mark.label}."
    return f"{words} Toelichting: {beleving.explanation}" if beleving.explanation else words
