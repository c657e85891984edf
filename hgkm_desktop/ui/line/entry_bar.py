"""The invoerregel: one line of typing adds an event, with a live reading beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.entry_line import (
    EntryReading,
    add_entry,
    free_text,
    read_entry,
    refused_part,
)
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import WrittenLine

EXAMPLE = "mrt 2021 melding: buren horen geschreeuw @politie #moeder"
HINT = "Enter voegt toe · @ organisatie · # rol · niet: niet gedaan"
HINT_BELEVING = f"{HINT} · ! risicovol"
_HINT_WIDTH = 360
_LEAST_BESIDE = 960  # pixels in which the line and its reading stand beside each other


class EntryLine(WrittenLine):
    """The line itself, of which the date and the signs are no free text."""

    def to_check(self) -> str:
        return free_text(self.text())


class EntryBar(QFrame):
    """Adds events to the case that is open; `added(event id)` follows each.

    `added_at` is the focusgroep that adds them, '' for those at the table.
    """

    added = Signal(str)
    details_requested = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.added_at = ""
        self._turn_id = ""
        self._begun_with = ""
        self._half_typed: dict[str, str] = {}
        self.line = EntryLine()
        self._reading = QLabel()
        self._hint = QLabel(HINT)
        self._details = QPushButton("Met details…")
        self._lay_out()
        self.line.textChanged.connect(self._show_reading)
        self.line.returnPressed.connect(self.add)
        self._details.clicked.connect(self._ask_details)
        self.setEnabled(not document.is_read_only)
        self.setHidden(document.is_read_only)
        document.case_changed.connect(self._change_case)
        document.case_destroyed.connect(self._forget_case)
        document.damaged.connect(self._stop)
        self._show_reading()

    @Slot()
    def _stop(self) -> None:
        """What stands here can still be read and copied; when that is nothing, the line goes."""
        self.setHidden(not self.has_half_typed)
        self.line.setReadOnly(True)
        self._details.setEnabled(False)

    def show_turn(self, deelnemer_id: str) -> None:
        self._turn_id = deelnemer_id
        self._show_reading()

    @property
    def has_half_typed(self) -> bool:
        """True when a line stands here, for this case or for another, that was not added."""
        return bool(self.line.text().strip() or any(self._half_typed.values()))

    def half_typed_elsewhere(self) -> frozenset[str]:
        """The ids of the cases that are not on screen and for which a line was begun."""
        return frozenset(case_id for case_id, text in self._half_typed.items() if text)

    @Slot(object, object)
    def _change_case(self, old: Case | None, new: Case | None) -> None:
        """What is half typed stays with its own case and never turns up in another."""
        if old is not None and new is not None and old.id == new.id:
            return
        if old is not None:
            self._half_typed[old.id] = self.line.text().strip()
        self.line.setText(self._half_typed.pop(new.id, "") if new is not None else "")

    @Slot(str)
    def _forget_case(self, case_id: str) -> None:
        self._half_typed.pop(case_id, None)

    def start(self, text: str) -> None:
        """Begin the line with this text, such as a date; what was typed before comes behind it.

        A text that it was begun with before makes place for this one.
        """
        if self.isEnabled():
            typed = self.line.text().removeprefix(self._begun_with)
            self._begun_with = text
            self.line.setText(f"{text}{typed}")
            self.line.setFocus()

    @Slot()
    def add(self) -> None:
        """Add what is typed; when it cannot be, the line stays as it is and says why.

        A date that cannot be is chosen then, so that what is typed comes in its place.
        """
        case, reading = self.document.case, self._read()
        if case is None or self.document.is_read_only or not self.line.text().strip():
            return
        if reading.problem:
            self._say(reading.problem, problem=True)
            announce(self.line, reading.problem)
            start, end = refused_part(self.line.text(), case)
            if end:
                self.line.setSelection(start, end - start)
            return
        try:
            new_case, event = add_entry(
                case, reading, added_on=date.today(), added_at=self.added_at
            )
        except BadInput as error:
            self._say(error.sentence, problem=True)
            return
        self.document.edit("gebeurtenis toevoegen", new_case)
        self.line.setText("")
        self.added.emit(event.id)

    @Slot()
    def _ask_details(self) -> None:
        self.details_requested.emit(self._read())

    def _read(self) -> EntryReading:
        case = self.document.case or Case(id="", code="")
        return read_entry(self.line.text(), case, turn_id=self._turn_id)

    @Slot()
    def _show_reading(self) -> None:
        reading = self._read()
        self._hint.setText(HINT_BELEVING if self._turn_id else HINT)
        if not self.line.text().strip():
            self._say("Typ één regel per gebeurtenis.")
            return
        incomplete = reading.problem and not reading.title and reading.period.start.is_known
        if reading.problem and not incomplete:
            self._say(reading.problem, problem=True)
            return
        words = " · ".join((*reading.words(), *self._there_already(reading)))
        if reading.warning:
            self._warn(reading.warning, words)
        else:
            self._say(words)

    def _there_already(self, reading: EntryReading) -> tuple[str, ...]:
        """Whether the line tells the same again: two organisations often tell one event."""
        case, title = self.document.case, reading.title.casefold()
        same = [
            event
            for event in (case.events if case is not None and title else ())
            if (event.start, event.occurrence) == (reading.period.start, reading.occurrence)
            and event.title.casefold() == title
        ]
        return (f"staat er al: nummer {numbers(case)[same[0].id]}",) if case and same else ()

    def _warn(self, warning: str, words: str) -> None:
        """The warning first; what is read all the same takes the place of the hint."""
        self._say(warning, words, problem=True)
        metrics, room = self._hint.fontMetrics(), self._hint.minimumWidth()
        self._hint.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _say(self, words: str, more: str = "", *, problem: bool = False) -> None:
        """Show the words; `more` is only in the tip and in what a screen reader tells."""
        changed = bool(self._reading.property("problem")) is not problem
        self._reading.setText(words)
        whole = f"{words} {more}".strip()
        self._reading.setToolTip(whole)
        self.line.setAccessibleDescription(whole)
        if changed:
            self._reading.setProperty("problem", problem)
            self._reading.style().polish(self._reading)
        if QAccessible.isActive():
            event = QAccessibleEvent(self.line, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _lay_out(self) -> None:
        self.setProperty("side", True)
        self.line.setProperty("entry", True)
        self.line.setPlaceholderText(EXAMPLE)
        self.line.setAccessibleName("Invoerregel")
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setWordWrap(True)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._hint.setProperty("small", True)
        self._details.setAutoDefault(True)
        self._details.setToolTip("Opent het formulier met alle velden")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._reading)
        words.addWidget(self._hint)
        typing = QHBoxLayout()
        typing.setSpacing(14)
        typing.addWidget(self.line)
        typing.addWidget(self._details)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(20, 8, 20, 8)
        self._box.setSpacing(14)
        self._box.addLayout(typing, 5)
        self._box.addLayout(words, 2)
        self._words = words
        self._fit()

    def _fit(self) -> None:
        """The reading beside the line; under it where the words are too large for that."""
        beside = self.width() >= scaled(_LEAST_BESIDE)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._box.setSpacing(14 if beside else 4)
        lines = 2 if beside else 1
        self._reading.setFixedHeight(lines * self._reading.fontMetrics().lineSpacing())
        # As wide as the longest hint, so that nothing moves when a hint or a warning changes.
        self._hint.setMinimumWidth(scaled(_HINT_WIDTH))
        self._words.invalidate()  # beside the line, the width of before would widen the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()  # text may have another size
