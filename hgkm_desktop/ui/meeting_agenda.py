"""The agenda of one meeting: how earlier actions stand comes first, then the new case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.agenda import (
    OpenAction,
    begun,
    earlier_cases,
    in_time,
    open_actions,
    still_to_ask,
    with_meeting,
    with_progress,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.meetings import Meeting, MeetingSeries
from hgkm_desktop.models.terms import ActionStatus
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import Choice, TextLine
from hgkm_desktop.ui.flow import flowing
from hgkm_desktop.ui.on_screen import WorkOnScreen
from hgkm_desktop.ui.text import label, sentence_case


class ActionRow(QFrame):
    """One earlier action with how it stands; `said(case id, actie id, status, words)`."""

    said = Signal(str, str, object, str)

    def __init__(self, action: OpenAction, *, may_change: bool) -> None:
        super().__init__()
        self._action = action
        self._status = Choice(ActionStatus, empty="Nog niet gevraagd")
        self._words = TextLine("wat is er gebeurd, in een paar woorden")
        self._about = label("", small=True)
        self._status.setAccessibleName(f"Hoe staat het: {action.actie.text}")
        self._words.setAccessibleName(f"Wat is er gebeurd: {action.actie.text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(label(action.actie.text))
        column.addWidget(self._about)
        column.addWidget(flowing(self._status, self._words))
        for field in (self._status, self._words):
            field.setEnabled(may_change)
            field.changed.connect(self._hand_over)
        self.show_action(action)

    def show_action(self, action: OpenAction) -> None:
        """Show how it stands now; what is being typed is left alone."""
        self._action = action
        self._about.setText(_about(action))
        if not self._status.hasFocus():
            self._status.set_value(action.said.status if action.said is not None else None)
        if not self._words.hasFocus():
            self._words.set_value(action.said.text if action.said is not None else "")

    @Slot()
    def _hand_over(self) -> None:
        status, words = self._status.value(), self._words.value()
        before = self._action.said
        known = (before.status, before.text) if before is not None else None
        if status is not None and (status, words) != known:
            self.said.emit(self._action.case_id, self._action.actie.id, status, words)


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
        self._rows = QVBoxLayout()
        self._shown_rows: list[ActionRow] = []
        self._told = label("", muted=True)
        self._case = label("")
        self._begin = QPushButton("Nieuwe casus beginnen")
        self._actions: tuple[OpenAction, ...] = ()
        self._lay_out()
        self._choice.changed.connect(self._show_meeting)
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
        column.addWidget(label("Eerst: hoe staan de eerdere acties?", level=3))
        column.addLayout(self._rows)
        column.addWidget(self._told)
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
        actions = self._open_actions(meeting) if meeting is not None else ()
        if [a.actie.id for a in actions] == [a.actie.id for a in self._actions]:
            for row, action in zip(self._shown_rows, actions, strict=True):
                row.show_action(action)
        else:
            self._show_rows(actions)
        self._actions = actions
        self._say(meeting)

    def _open_actions(self, meeting: Meeting) -> tuple[OpenAction, ...]:
        cases: list[Case] = []
        for case_id in earlier_cases(self._series, meeting):
            try:
                cases.append(self.document.case_of(case_id))
            except HgkmError:  # it is gone, or cannot be read: the list of cases says so
                continue
        return open_actions(meeting, cases)

    def _show_rows(self, actions: tuple[OpenAction, ...]) -> None:
        for row in self._shown_rows:
            self._rows.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        may_change = not self.document.is_read_only
        self._shown_rows = [ActionRow(action, may_change=may_change) for action in actions]
        for row in self._shown_rows:
            row.said.connect(self._note)
            self._rows.addWidget(row)

    def _say(self, meeting: Meeting | None) -> None:
        left = still_to_ask(self._actions)
        if meeting is None:
            told = "Plan eerst een bijeenkomst, bij Bijeenkomsten."
        elif not self._actions:
            told = "Er zijn geen open acties uit eerdere casussen."
        elif left:
            told = f"Nog {left} van {len(self._actions)} acties zonder stand. Vraag die eerst."
        else:
            told = "Van alle acties is gezegd hoe ze staan."
        self._told.setText(told)
        self._case.setText(_case_words(self._series, meeting) if meeting is not None else "")
        has_case = meeting is not None and bool(meeting.case_id)
        self._begin.setEnabled(has_case and not left)
        is_begun = meeting is not None and meeting.begun
        self._begin.setText("Naar de casus" if is_begun else "Nieuwe casus beginnen")

    # --- what was said ------------------------------------------------------------------

    @Slot(str, str, object, str)
    def _note(self, case_id: str, actie_id: str, status: ActionStatus, words: str) -> None:
        meeting = self._meeting()
        if meeting is None:
            return
        try:
            case = self.document.case_of(case_id)
            changed, noted = with_progress(meeting, case, actie_id, status, words, date.today())
        except HgkmError as error:
            self.document.save_failed.emit(error)
            return
        series = with_meeting(self._series, changed)
        self.document.edit_together("stand van een actie", noted, series)

    @Slot()
    def _go_to_case(self) -> None:
        meeting = self._meeting()
        if meeting is None or not meeting.case_id:
            return
        if not meeting.begun and not self.document.is_read_only:
            self.document.edit("casus beginnen", with_meeting(self._series, begun(meeting)))
        self._shown.case_wanted.emit(meeting.case_id)


def _name(meeting: Meeting, number: int) -> str:
    day = day_text(meeting.on) if meeting.on else "nog geen datum"
    return f"Bijeenkomst {number}, {day}{' (geweest)' if meeting.begun else ''}"


def _about(action: OpenAction) -> str:
    actie = action.actie
    due = f"voor {day_text(actie.due)}" if actie.due else "nog geen datum"
    keeper = f"bewaker {actie.keeper}" if actie.keeper else "nog geen bewaker"
    owner = actie.owner or "nog geen eigenaar"
    return f"Casus {action.case_code} · {owner} · {keeper} · {due} · nu {actie.status.label}"


def _case_words(series: MeetingSeries, meeting: Meeting) -> str:
    """Who brings it in, and what they ask and expect."""
    who = next((m for m in series.members if m.id == meeting.inbrenger_id), None)
    lines = [
        f"Inbrenger: {', '.join(filter(None, (who.organisation, who.function)))}."
        if who is not None
        else "Nog geen inbrenger.",
        f"Vraag: {meeting.question}" if meeting.question else "",
        f"Verwachting: {meeting.expectations}" if meeting.expectations else "",
        "" if meeting.case_id else "Kies bij Bijeenkomsten welke casus het is.",
    ]
    return "\n".join(filter(None, map(sentence_case, lines)))
