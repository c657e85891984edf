"""Where the function is asked of who reads a case through or alters it; a name is refused."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models import content
from hgkm_desktop.privacy.gate import problem_of_function
from hgkm_desktop.ui.parts.fields import Suggestions
from hgkm_desktop.ui.parts.form_dialog import FormDialog

NAME = "Functie van wie naleest (geen naam)"
_WHY = "Bij de casus komt te staan dat er iets is aangepast, wanneer en door welke functie."


class FunctionField(Suggestions):
    """A function, chosen or typed. `value` gives what stands there, also when it cannot be."""

    def __init__(self) -> None:
        super().__init__(content.functions(), "bijvoorbeeld: wijkteamleider")
        self.setAccessibleName(NAME)


class FunctionDialog(FormDialog):
    """Asks the function once; `given(function)`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Uw functie")
        self.ask("Uw functie (geen naam)", FunctionField(), lambda typed: {"by": typed}, _WHY)

    @Slot()
    def leave(self) -> None:
        """Close at once and keep nothing, as when the file is locked."""
        self.done(0)

    def made(self) -> str:
        """Raises BadInput when it is a name, or nothing."""
        return checked(self.answers()["by"])


def checked(function: str) -> str:
    """The function as it is kept. Raises BadInput when it is a name, or nothing."""
    problem = problem_of_function(function) if function.strip() else "Vul uw functie in, geen naam."
    if problem:
        raise BadInput(problem)
    return function.strip()
