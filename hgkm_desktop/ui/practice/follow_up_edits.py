"""What can be done with the action that is chosen in the window over everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.follow_up import (
    GONE,
    Followed,
    dropped,
    escalated,
    kept,
    reopened,
    with_note,
    with_outcome,
)
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.works import with_actie
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.progress_field import NO_DAY
from hgkm_desktop.ui.practice.actions_held import holder_of
from hgkm_desktop.ui.practice.follow_up_dialogs import (
    ActionDialog,
    drop_dialog,
    escalate_dialog,
    keep_dialog,
    note_dialog,
    outcome_dialog,
)

Change = Callable[[Verbeteractie], Verbeteractie]
NOTE, KEEP, DROP = "Stand noteren…", "Houden…", "Laten vallen…"
ESCALATE, OUTCOME, REOPEN = "Naar een volgend overleg…", "Uitkomst daarvan…", "Weer openen"


class FollowUpEdits(QObject):
    """The buttons of one chosen action; each change is one edit. `told(problem)` says what is
    wrong, '' for nothing.
    """

    told = Signal(str)

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._row: Followed | None = None
        self._asked: Followed | None = None
        self._note, self._keep = QPushButton(NOTE), QPushButton(KEEP)
        self._escalate, self._outcome = QPushButton(ESCALATE), QPushButton(OUTCOME)
        self._drop, self._reopen = QPushButton(DROP), QPushButton(REOPEN)
        self.buttons = (
            *(self._note, self._keep, self._escalate),
            *(self._outcome, self._drop, self._reopen),
        )
        slots = (
            *(self.ask_note, self.ask_keep, self.ask_escalation),
            *(self.ask_outcome, self.ask_drop, self.reopen),
        )
        for button, slot in zip(self.buttons, slots, strict=True):
            button.setAutoDefault(True)
            button.clicked.connect(slot)

    def show_row(self, row: Followed | None) -> None:
        """From now on the buttons are about this action."""
        self._row = row
        may_change = row is not None and not self._document.is_read_only
        is_open = row is not None and row.is_open
        self._note.setEnabled(may_change)
        for button in (self._keep, self._escalate, self._drop):
            button.setEnabled(may_change and is_open)
        self._outcome.setEnabled(may_change and row is not None and bool(row.actie.escalations))
        self._reopen.setEnabled(may_change and not is_open)

    # --- what is asked ------------------------------------------------------------------

    @Slot()
    def ask_note(self) -> None:
        """Ask how the chosen action stands."""
        self._ask(
            note_dialog,
            lambda said: partial(
                with_note, status=said["status"], text=said["text"], on=_day(said["on"])
            ),
        )

    @Slot()
    def ask_keep(self) -> None:
        """Ask until when the chosen action goes on."""
        self._ask(
            keep_dialog,
            lambda said: partial(kept, text=said["text"], due=said["due"], on=date.today()),
        )

    @Slot()
    def ask_drop(self) -> None:
        """Ask why the chosen action is let go."""
        self._ask(drop_dialog, lambda said: partial(dropped, reason=said["text"], on=date.today()))

    @Slot()
    def ask_escalation(self) -> None:
        """Ask to which body the chosen action is brought."""
        self._ask(
            escalate_dialog,
            lambda said: partial(escalated, body=said["body"], on=_day(said["on"])),
        )

    @Slot()
    def ask_outcome(self) -> None:
        """Ask what came of bringing it on: of the first time that nothing is known of."""
        if self._row is None or not self._row.actie.escalations:
            return
        steps = self._row.actie.escalations
        open_ones = [number for number, step in enumerate(steps) if not step.outcome]
        number = open_ones[0] if open_ones else len(steps) - 1
        self._ask(
            partial(outcome_dialog, number=number),
            lambda said: partial(with_outcome, number=number, outcome=said["outcome"]),
        )

    @Slot()
    def reopen(self) -> None:
        """Open the chosen action again."""
        self._asked = self._row
        if self._row is not None and not self._row.is_open:
            self._apply(partial(reopened, text="", on=date.today()))

    def _ask(
        self, dialog: Callable[..., ActionDialog], change: Callable[[dict[str, Any]], Change]
    ) -> None:
        row = self._row
        if row is None or self._document.is_read_only:
            return
        self._asked = row

        def made(answers: dict[str, Any]) -> Change:
            """Tried on the action as it was asked about: what cannot be is said in the dialog."""
            asked = change(answers)
            asked(row.actie)
            return asked

        shown = dialog(self._window, row.actie, make=made)
        shown.given.connect(self._apply)
        shown.start()

    @Slot(object)
    def _apply(self, change: Change) -> None:
        """Change the action as it is now, wherever it stands: one edit, undone by one undo."""
        asked = self._asked
        if asked is None:
            return
        try:
            holder = holder_of(self._document, asked.holder_id)
            actie = next((a for a in holder.acties if a.id == asked.actie.id), None)
            changed = with_actie(holder, change(actie)) if actie is not None else None
        except HgkmError as error:
            self.told.emit(error.sentence)
            return
        if changed is None:
            self.told.emit(GONE)
        else:
            self._document.edit_together("actie bijwerken", changed)


def _day(on: date | None) -> date:
    if on is None:
        raise NO_DAY
    return on
