"""What is asked when an action goes on, is let go, or goes to the next body."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.methods.follow_up import body_now
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.terms import ActionStatus
from hgkm_desktop.ui.case.actie_kind import BODIES
from hgkm_desktop.ui.parts.date_fields import DayField, DeadlineField
from hgkm_desktop.ui.parts.fields import Choice, Field, Suggestions, TextBlock
from hgkm_desktop.ui.parts.form_dialog import FormDialog

Made = Callable[[dict[str, Any]], object]
"""Makes what is given away of the answers by name. Raises BadInput when that cannot be."""


class ActionDialog(FormDialog):
    """Some questions about one action; `given(made)` comes once it can be."""

    def __init__(self, parent: QWidget, title: str, actie: Verbeteractie, make: Made) -> None:
        super().__init__(parent, title)
        self.form.heading(actie.text)
        self._make = make

    def ask_as(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        """A field of which the answer goes by this name."""

        def values(answer: Any) -> dict[str, Any]:  # noqa: ANN401 - each field has its own type
            return {attribute: answer}

        self.ask(name, field, values, hint)

    def made(self) -> object:
        return self._make(self.answers())


def keep_dialog(parent: QWidget, actie: Verbeteractie, make: Made) -> ActionDialog:
    """Asks `text` and `due` of an action that goes on."""
    dialog = ActionDialog(parent, "Actie houden", actie, make)
    due = DeadlineField()
    due.set_value(actie.due)
    dialog.ask_as("due", "Voor wanneer", due, "De actie gaat door. Geef zo nodig een nieuwe dag.")
    dialog.ask_as("text", "Wat is erover gezegd", TextBlock(2))
    return dialog


def drop_dialog(parent: QWidget, actie: Verbeteractie, make: Made) -> ActionDialog:
    """Asks `text`: why an action is let go."""
    dialog = ActionDialog(parent, "Actie laten vallen", actie, make)
    dialog.ask_as(
        "text", "Waarom vervalt de actie", TextBlock(2), "Dit komt in het verloop van de actie."
    )
    return dialog


def note_dialog(parent: QWidget, actie: Verbeteractie, make: Made) -> ActionDialog:
    """Asks `status`, `text` and `on`: how an action stands, said on which day."""
    dialog = ActionDialog(parent, "Stand noteren", actie, make)
    status = Choice(ActionStatus)
    status.set_value(actie.status)
    dialog.ask_as("status", "Hoe staat het", status)
    dialog.ask_as("text", "Wat is er gebeurd", TextBlock(2), "Als de actie vervalt: waarom.")
    dialog.ask_as("on", "Op welke dag is dit gezegd", _today())
    return dialog


def escalate_dialog(parent: QWidget, actie: Verbeteractie, make: Made) -> ActionDialog:
    """Asks `body` and `on`: to where an action is brought, and when."""
    dialog = ActionDialog(parent, "Naar een volgend overleg", actie, make)
    now = body_now(actie)
    hint = f"De actie ligt nu bij {now}." if now else "Waar de actie nu ligt, is niet ingevuld."
    dialog.ask_as("body", "Naar welk overleg", Suggestions(("", *BODIES)), hint)
    dialog.ask_as("on", "Op welke dag", _today())
    return dialog


def outcome_dialog(parent: QWidget, actie: Verbeteractie, number: int, make: Made) -> ActionDialog:
    """Asks `outcome`: what came of the escalation with this number, from 0."""
    dialog = ActionDialog(parent, "Wat kwam eruit", actie, make)
    step = actie.escalations[number]
    outcome = TextBlock(2)
    outcome.set_value(step.outcome)
    hint = f"De actie ging op {day_text(step.on)} naar {step.body}."
    dialog.ask_as("outcome", "Uitkomst", outcome, hint)
    return dialog


def _today() -> DayField:
    day = DayField()
    day.set_value(date.today())
    return day
