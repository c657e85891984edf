"""The gate to deelbaar: what stands in the way still, and what the one who reads it must answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.reading import unread_texts
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import texts_of
from hgkm_desktop.privacy.combinations import singles_out
from hgkm_desktop.privacy.gate import gate_of, problem_of_function
from hgkm_desktop.ui.check.case_check import Answer
from hgkm_desktop.ui.check.check_words import (
    READ_ALL,
    READ_CHANGES,
    READ_ONLY,
    READING,
    READY,
    Answers,
    altered_words,
    facts_words,
    in_the_way,
    looked_at,
    state_words,
    undecided,
)
from hgkm_desktop.ui.parts.fields import WrappingCheck
from hgkm_desktop.ui.parts.function_field import NAME, FunctionField
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label


class CheckGate(QFrame):
    """Shows the state of a case. `share_wanted(function)` comes only when nothing stands in the
    way; `back_wanted` asks to take a deelbare case in bewerking again, `facts_wanted` to see which
    rare facts there are."""

    share_wanted = Signal(str)
    back_wanted = Signal()
    facts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self._answer: Answer | None = None
        self._may_change = False
        self._room = 0
        self._state = label("", level=3)
        self._altered = label("", small=True)
        self._way = label("", soft=True)
        self._facts = label("", quote=True)
        self._show_facts = QPushButton("Welke feiten…")
        self._looked, self._read = _Tick(), _Tick()
        self._function_name, self._function = label(NAME), FunctionField()
        self._share = QPushButton("Deelbaar maken")
        self._back = QPushButton("Weer in bewerking nemen")
        self._lay_out()
        self._looked.changed.connect(self._look)
        self._read.changed.connect(self._look)
        self._function.editTextChanged.connect(self._look)
        self._share.clicked.connect(self._ask_share)
        self._back.clicked.connect(self.back_wanted)
        self._show_facts.clicked.connect(self.facts_wanted)

    def show_case(self, case: Case | None, answer: Answer | None, *, may_change: bool) -> None:
        """Show how it stands with a case; without an answer about it the gate is closed."""
        is_shared = case is not None and case.state is CaseState.DEELBAAR
        is_left = self._is_shared and not is_shared
        self._case, self._answer, self._may_change = case, answer, may_change
        if case is None:
            self.forget()
            return
        self._state.setText(state_words(case.read, is_shared=is_shared))
        self._say(self._altered, altered_words(case.read.alterations))
        facts = answer.facts if answer is not None else ()
        self._say(self._facts, facts_words(facts, singles_out(facts)))
        self._show_facts.setVisible(bool(facts))
        self._ask(case, answer, is_asked=may_change and not is_shared)
        self._back.setVisible(is_shared and may_change)
        if is_left:
            self._clear_ticks()
        self._look()

    def show_function(self, function: str) -> None:
        """Show the function that is known by now."""
        if function != self._function.value():
            self._function.set_value(function)

    def forget(self) -> None:
        """Keep nothing of what was shown and answered."""
        self._case = self._answer = None
        self._looked.offer(None, "")
        self._read.offer(None, "")
        self._function.set_value("")
        for part in (self._state, self._altered, self._way, self._facts):
            part.clear()
        self._look()

    def take_focus(self) -> None:
        """Put the keyboard where the next answer is."""
        for part in (self._looked, self._read, self._share, self._back):
            if part.isVisible() and part.isEnabled():
                part.setFocus()
                return

    # --- what is asked ------------------------------------------------------------------

    @property
    def _is_shared(self) -> bool:
        return self._case is not None and self._case.state is CaseState.DEELBAAR

    def _ask(self, case: Case, answer: Answer | None, *, is_asked: bool) -> None:
        """Ask for the ticks; one that was about other words or other texts is empty again."""
        unread = unread_texts(case)
        texts = tuple((text.key, text.text) for text in unread or texts_of(case))
        words = gate_of(case, answer.findings).possible if answer is not None and is_asked else ()
        told = READ_CHANGES if _is_part(case) else READ_ALL
        if answer is not None or not is_asked:
            self._looked.offer(frozenset(words), looked_at(words) if words else "", words)
        self._read.offer(texts, told if is_asked else "")
        for part in (self._function_name, self._function, self._share):
            part.setVisible(is_asked)

    def _clear_ticks(self) -> None:
        self._read.setChecked(False)
        self._looked.setChecked(False)

    def _sentences(self) -> tuple[str, ...]:
        """What stands in the way, of a case that can be made deelbaar here."""
        if self._case is None or self._answer is None:
            return (READING,)
        answers = Answers(
            looked=self._looked.isChecked(),
            read=self._read.isChecked(),
            function_problem=problem_of_function(self._function.value()),
            is_part=_is_part(self._case),
        )
        return in_the_way(gate_of(self._case, self._answer.findings), answers)

    def _left_in_shared(self) -> tuple[str, ...]:
        """What is found still in a deelbare case, as when the program knows more names by now."""
        if self._case is None or self._answer is None:
            return ()
        return undecided(gate_of(self._case, self._answer.findings))

    @Slot()
    def _look(self) -> None:
        is_asked = self._case is not None and self._may_change and not self._is_shared
        sentences = self._sentences() if is_asked else self._left_in_shared()
        words = "\n".join(sentences) if self._may_change else READ_ONLY
        words = words or (READY if is_asked else "")
        if words != self._way.text():
            self._say(self._way, words)
            announce(self, words)
        self._keep_room(is_asked=is_asked)
        self._function.setAccessibleDescription(" ".join(sentences))
        self._share.setEnabled(is_asked and not sentences)

    def _keep_room(self, *, is_asked: bool) -> None:
        """As much as the sentences needed at most, so that a tick moves nothing."""
        words, here = self._way.text(), QRect(0, 0, self._way.width(), 10_000)
        lines = self._way.fontMetrics().boundingRect(here, Qt.TextFlag.TextWordWrap, words)
        self._room = max(self._room, lines.height()) if is_asked and self._case else 0
        self._way.setMinimumHeight(self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._room = 0
            self._look()

    @Slot()
    def _ask_share(self) -> None:
        if not self._sentences():
            self.share_wanted.emit(self._function.value())

    @staticmethod
    def _say(part: QLabel, words: str) -> None:
        part.setText(words)
        part.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.setProperty("card", True)
        left, right, foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for part in (self._state, self._altered, self._way, self._facts):
            left.addWidget(part)
        left.addStretch(1)
        for field in (self._looked, self._read, self._function_name, self._function):
            right.addWidget(field)
        right.addStretch(1)
        self._function_name.setBuddy(self._function)
        self._share.setProperty("main", True)
        foot.addWidget(self._show_facts)
        foot.addStretch(1)
        for button in (self._share, self._back):
            foot.addWidget(button)
        for button in (self._share, self._back, self._show_facts):
            button.setAutoDefault(True)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(24)
        for column in (left, right):
            column.setSpacing(5)
            row.addLayout(column, 1)


def _is_part(case: Case) -> bool:
    """Whether the case was read through before, so that only what changed is to be read."""
    return case.read.on is not None and bool(unread_texts(case))


class _Tick(WrappingCheck):
    """A box to tick, or hidden; it is empty again once it is about something else.

    It is never made anew: then Tab would come to it after all that was there already.
    """

    def __init__(self) -> None:
        super().__init__()
        self._about: tuple[object, str] = (None, "")
        self.hide()

    def offer(self, about: object, words: str, listed: Sequence[str] = ()) -> None:
        """Ask this, unless it is asked already; `listed` is what it is about, for who cannot see
        the list."""
        if self._about == (about, words):
            return
        self._about = about, words
        self.setChecked(False)
        self.set_words(words)
        self.setVisible(bool(words))
        self.setAccessibleDescription(list_text(listed))
