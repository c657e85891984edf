"""How earlier actions stand, asked one by one as a meeting opens: in a network, talk or leertafel.

Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.agenda import (
    OpenAction,
    day_of,
    why_not_begin,
    with_progress,
)
from hgkm_desktop.methods.follow_up import NO_REASON, dropped, kept_words
from hgkm_desktop.models.acties import Progress
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.terms import ActionStatus
from hgkm_desktop.models.works import Opening, name_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Choice, TextLine
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import label, problem_label, sentence_case
from hgkm_desktop.ui.practice.actions_held import BEGIN, actions_at, begin, holder_of
from hgkm_desktop.ui.practice.follow_up_dialogs import drop_dialog, keep_dialog

FIRST = "Eerst: hoe staan de eerdere acties?"
_EXPLAINED = "Wat u hier noteert, komt ook in het verloop van de actie zelf."
_WORDS = "wat is er gebeurd, in een paar woorden"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of an action; `due` is the new day by which it must be done, None for none."""

    row: OpenAction
    status: ActionStatus
    text: str
    due: date | None = None

    def progress(self, on: date, at: str) -> Progress:
        """As the log of the action gets it."""
        return Progress(on, self.status, self.text, at)


class ActionRow(QFrame):
    """One earlier action: how it stands, and whether it goes on; `said(Said)` tells."""

    said = Signal(object)

    def __init__(self, action: OpenAction, *, may_change: bool) -> None:
        super().__init__()
        self._action = action
        self._status = Choice(ActionStatus, empty="Nog niet gevraagd")
        self._words = TextLine(_WORDS)
        self._about, self._problem = label("", small=True), problem_label()
        self._keep, self._drop = QPushButton("Houden…"), QPushButton("Laten vallen…")
        name = f"{action.actie.text}, {action.row.one} {action.row.holder_code}"
        self._lay_out(action.actie.text, name)
        for field in (self._status, self._words):
            field.setEnabled(may_change)
            field.changed.connect(self._hand_over)
        self._keep.clicked.connect(self._ask_keep)
        self._drop.clicked.connect(self._ask_drop)
        for button in (self._keep, self._drop):
            button.setEnabled(may_change)
            button.setAutoDefault(True)
            button.setAccessibleName(f"{button.text()} {name}")
        self.show_action(action)

    def _lay_out(self, text: str, name: str) -> None:
        self._status.setAccessibleName(f"Hoe staat het: {name}")
        self._words.setAccessibleName(f"Wat is er gebeurd: {name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(label(text))
        column.addWidget(self._about)
        column.addWidget(flowing(self._status, self._words, self._keep, self._drop))
        column.addWidget(self._problem)

    def show_action(self, action: OpenAction) -> None:
        """Show how it stands now; what is being typed is left alone."""
        self._action = action
        self._about.setText(about(action, date.today()))
        if not self._status.hasFocus():
            self._status.set_value(action.said.status if action.said is not None else None)
        if not self._words.hasFocus():
            self._words.set_value(action.said.text if action.said is not None else "")

    @Slot()
    def _hand_over(self) -> None:
        status, words = self._status.value(), self._words.value()
        before = self._action.said
        known = (before.status, before.text) if before is not None else None
        has_no_reason = status is ActionStatus.VERVALLEN and not words
        self._say(NO_REASON if has_no_reason else "")
        if status is not None and not has_no_reason and (status, words) != known:
            self.said.emit(Said(self._action, status, words))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @Slot()
    def _ask_keep(self) -> None:
        dialog = keep_dialog(self.window(), self._action.actie, self._as_kept)
        dialog.given.connect(self._give)
        dialog.start()

    def _as_kept(self, answers: dict[str, Any]) -> Said:
        actie, due = self._action.actie, answers["due"]
        status = ActionStatus.BEZIG if actie.status is ActionStatus.BEZIG else ActionStatus.OPEN
        return Said(self._action, status, kept_words(actie, answers["text"], due), due)

    @Slot()
    def _ask_drop(self) -> None:
        dialog = drop_dialog(self.window(), self._action.actie, self._as_dropped)
        dialog.given.connect(self._give)
        dialog.start()

    def _as_dropped(self, answers: dict[str, Any]) -> Said:
        dropped(self._action.actie, answers["text"], date.today())  # refuses what has no reason
        return Said(self._action, ActionStatus.VERVALLEN, answers["text"])

    @Slot(object)
    def _give(self, said: Said) -> None:
        self._say("")
        self.said.emit(said)


class ProgressRound(QWidget):
    """The earlier actions under each other, and how many nobody asked about yet."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ActionRow] = []
        self._actions: tuple[OpenAction, ...] = ()
        self._told = label("", muted=True)
        self._column = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(FIRST, level=3))
        column.addWidget(label(_EXPLAINED, muted=True))
        column.addLayout(self._column)
        column.addWidget(self._told)

    def show_actions(self, actions: Sequence[OpenAction], told: str, *, may_change: bool) -> None:
        """Show these; rows that stay keep what is being typed in them."""
        keys = [action.row.key for action in actions]
        if keys == [action.row.key for action in self._actions]:
            for row, action in zip(self._rows, actions, strict=True):
                row.show_action(action)
        else:
            self._show_rows(actions, may_change=may_change)
        self._actions = tuple(actions)
        self._told.setText(told)

    def _show_rows(self, actions: Iterable[OpenAction], *, may_change: bool) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = [ActionRow(action, may_change=may_change) for action in actions]
        for row in self._rows:
            row.said.connect(self.said)
            self._column.addWidget(row)


class OpeningPage(QScrollArea):
    """The round with which a talk or leertafel opens, and the button to go on after it."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._round, self._problem = ProgressRound(), problem_label()
        self._begin = QPushButton()
        self._lay_out()
        self._round.said.connect(self._note)
        self._begin.clicked.connect(self.begin)
        document.work_changed.connect(self._refresh)
        document.cases_changed.connect(self._refresh)
        document.case_changed.connect(self._refresh)
        document.damaged.connect(self._refresh)
        self._fill()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._round)
        column.addWidget(self._problem)
        self._begin.setProperty("main", True)
        self._begin.setAutoDefault(True)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self.document.is_read_only:  # no field takes the focus, and the keyboard must scroll
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleName("Eerdere acties, alleen lezen")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    @property
    def _opening(self) -> Opening | None:
        value = self._shown.value
        return value if isinstance(value, BoardTalk | Leertafel) else None

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():  # every edit comes by here, and reads the actions of every case
            self._fill()

    def _fill(self) -> None:
        opening = self._opening
        if opening is None or self.document.file.is_locked:
            return
        self._say("")
        may_change = not self.document.is_read_only
        try:
            actions = actions_at(self.document, opening)
        except HgkmError as error:  # nothing begins while we do not know what to ask
            self._begin.setEnabled(False)
            self._say(error.sentence)
            return
        self._round.show_actions(actions, told(opening, actions), may_change=may_change)
        may_begin = not opening.begun and not why_not_begin(opening, actions)
        self._begin.setText(BEGIN[type(opening)])
        self._begin.setEnabled(may_change and may_begin)

    @Slot(object)
    def _note(self, said: Said) -> None:
        opening = self._opening
        if opening is None:
            return
        try:
            holder = holder_of(self.document, said.row.row.holder_id)
            noted = said.progress(day_of(opening, date.today()), opening.code)
            meeting, changed = with_progress(opening, holder, said.row.actie.id, noted, said.due)
        except HgkmError as error:
            self._say(error.sentence)
            return
        self.document.edit_together("stand van een actie", changed, meeting)

    @Slot()
    def begin(self) -> None:
        """Go on with what is new, or say why that cannot be yet."""
        opening = self._opening
        if opening is None:
            return
        try:
            begin(self.document, opening)
        except HgkmError as error:
            self._say(error.sentence)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))


def progress_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """The page of a talk or leertafel that comes before what is new."""
    return OpeningPage(document, shown)


def told(opening: Opening, actions: Sequence[OpenAction]) -> str:
    """How far the round is, in a sentence."""
    if opening.begun:
        return f"{sentence_case(name_of(opening).the)} is begonnen."
    if not actions:
        return "Er zijn geen open acties van eerder. U kunt meteen beginnen."
    return why_not_begin(opening, actions) or "Van alle acties is gezegd hoe ze staan."


def about(action: OpenAction, today: date) -> str:
    """Where an action stands, who does it and watches over it, by when, and how it is now."""
    actie = action.actie
    due = f"voor {day_text(actie.due)}" if actie.due else "nog geen datum"
    late = "! te laat" if action.row.is_overdue(today) else ""
    keeper = f"bewaker {actie.keeper}" if actie.keeper else "nog geen bewaker"
    body = f"ligt bij {action.row.body_now}" if action.row.body_now else ""
    owner = actie.owner or "nog geen eigenaar"
    where = sentence_case(action.row.where)
    parts = (where, owner, keeper, due, late, body, f"nu {actie.status.label}")
    return " · ".join(filter(None, parts))
