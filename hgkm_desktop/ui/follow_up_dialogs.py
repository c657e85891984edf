"""What is asked when an action goes on, is let go, or goes to the next body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.ui.date_fields import DayField
from hgkm_desktop.ui.fields import Field, TextBlock
from hgkm_desktop.ui.form_dialog import FormDialog

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
    due = DayField()
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
