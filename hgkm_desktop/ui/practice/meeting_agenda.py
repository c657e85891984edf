"""The agenda of one meeting: how earlier actions stand comes first, then the new case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.agenda import (
    OpenAction,
    begun,
    day_of,
    in_time,
    why_not_begin,
    with_meeting,
    with_progress,
)
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.meetings import Meeting, MeetingSeries
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.text import label, problem_label, sentence_case
from hgkm_desktop.ui.practice.actions_held import actions_of_network
from hgkm_desktop.ui.practice.meeting_words import NO_DAY, member_name
from hgkm_desktop.ui.practice.progress_round import ProgressRound, Said


class AgendaPage(QScrollArea):
    """The agenda of the meeting that is chosen at the top.

    The new case can begin once it was said of each earlier action how it stands.
    Source: casusevaluatie, netwerkvariant (docs/bronnen.md, bron 4).
    """

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._choice = Choice([])
        self._choice.setAccessibleName("Bijeenkomst")
        self._round, self._problem = ProgressRound(), problem_label()
        self._case = label("")
        self._begin = QPushButton("Nieuwe casus beginnen")
        self._actions: tuple[OpenAction, ...] = ()
        self._lay_out()
        self._choice.changed.connect(self._show_meeting)
        self._round.said.connect(self._note)
        self._begin.clicked.connect(self._go_to_case)
        shown.changed.connect(self._follow)
        document.cases_changed.connect(self._fill)
        document.case_changed.connect(self._fill)
        document.damaged.connect(self._fill)
        self._fill()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("Agenda", level=2))
        column.addWidget(self._choice)
        column.addWidget(self._round)
        column.addWidget(self._problem)
        column.addWidget(label("Daarna: de nieuwe casus", level=3))
        column.addWidget(self._case)
        self._begin.setProperty("main", True)
        self._begin.setAutoDefault(True)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # --- which meeting ------------------------------------------------------------------

    @property
    def _series(self) -> MeetingSeries:
        series = self._shown.value
        assert isinstance(series, MeetingSeries)
        return series

    def _meeting(self) -> Meeting | None:
        chosen = self._choice.value() if self._choice.count() else ""
        return next((m for m in self._series.meetings if m.id == chosen), None)

    @Slot(object, object)
    def _follow(self, old: MeetingSeries | None, new: MeetingSeries | None) -> None:
        if new is not None:
            self._fill()

    @Slot()
    def _fill(self) -> None:
        """Offer the meetings; the first that has not begun is chosen, unless one was."""
        chosen = self._choice.value() if self._choice.count() else ""
        meetings = in_time(self._series.meetings)
        named = [(m.id, _name(m, number)) for number, m in enumerate(meetings, 1)]
        self._choice.set_choices(named or [("", "Nog geen bijeenkomst")])
        ahead = next((m.id for m in meetings if not m.begun), meetings[-1].id if meetings else "")
        self._choice.set_value(chosen if chosen in {m.id for m in meetings} else ahead)
        self._show_meeting()

    @Slot()
    def _show_meeting(self) -> None:
        meeting = self._meeting()
        self._say_problem("")
        try:
            self._actions = self._open_actions(meeting) if meeting is not None else ()
        except HgkmError as error:  # nothing begins while we do not know what to ask
            self._begin.setEnabled(False)
            self._say_problem(error.sentence)
            return
        may_change = not self.document.is_read_only
        self._round.show_actions(self._actions, self._told(meeting), may_change=may_change)
        self._say(meeting)

    def _open_actions(self, meeting: Meeting) -> tuple[OpenAction, ...]:
        return actions_of_network(self.document, self._series, meeting)

    def _told(self, meeting: Meeting | None) -> str:
        if meeting is None:
            return "Plan eerst een bijeenkomst, bij Bijeenkomsten."
        if not self._actions:
            return "Er zijn geen open acties uit eerdere casussen."
        return why_not_begin(meeting, self._actions) or "Van alle acties is gezegd hoe ze staan."

    def _say(self, meeting: Meeting | None) -> None:
        self._case.setText(_case_words(self._series, meeting) if meeting is not None else "")
        has_case = meeting is not None and bool(meeting.case_id)
        may_begin = meeting is not None and not why_not_begin(meeting, self._actions)
        self._begin.setEnabled(has_case and may_begin)
        is_begun = meeting is not None and meeting.begun
        self._begin.setText("Naar de casus" if is_begun else "Nieuwe casus beginnen")

    def _say_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    # --- what was said ------------------------------------------------------------------

    @Slot(object)
    def _note(self, said: Said) -> None:
        meeting = self._meeting()
        if meeting is None:
            return
        noted = said.progress(day_of(meeting, date.today()), self._series.code)
        try:
            case = self.document.case_of(said.row.row.holder_id)
            changed, case = with_progress(meeting, case, said.row.actie.id, noted, said.due)
        except HgkmError as error:
            self._say_problem(error.sentence)
            return
        series = with_meeting(self._series, changed)
        self.document.edit_together("stand van een actie", case, series)

    @Slot()
    def _go_to_case(self) -> None:
        meeting = self._meeting()
        if meeting is None or not meeting.case_id:
            return
        if not meeting.begun and not self.document.is_read_only:
            begins = with_meeting(self._series, begun(meeting, self._actions))
            self.document.edit("casus beginnen", begins)
        self._shown.case_wanted.emit(meeting.case_id)


def _name(meeting: Meeting, number: int) -> str:
    day = day_text(meeting.on) if meeting.on else NO_DAY
    return f"Bijeenkomst {number}, {day}{' (geweest)' if meeting.begun else ''}"


def _case_words(series: MeetingSeries, meeting: Meeting) -> str:
    """Who brings it in, and what they ask and expect."""
    who = next((m for m in series.members if m.id == meeting.inbrenger_id), None)
    lines = [
        f"Inbrenger: {member_name(who)}." if who is not None else "Nog geen inbrenger.",
        f"Vraag: {meeting.question}" if meeting.question else "",
        f"Verwachting: {meeting.expectations}" if meeting.expectations else "",
        "" if meeting.case_id else "Kies bij Bijeenkomsten welke casus het is.",
    ]
    return "\n".join(filter(None, map(sentence_case, lines)))
