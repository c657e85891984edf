"""Asks why a word tells nobody who the case is about ('niet herleidbaar')."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.privacy import Finding
from hgkm_desktop.privacy.case_check import plain_word
from hgkm_desktop.privacy.gate import problem_of_reason
from hgkm_desktop.ui.parts.fields import Suggestions
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from hgkm_desktop.ui.parts.text import label

REASONS = (
    "gewoon woord, geen naam",
    "vakwoord of afkorting die iedereen gebruikt",
    "landelijke organisatie, zegt niets over deze plek",
    "typefout, geen naam",
    "komt in elke gemeente voor",
)
_FEWEST_LETTERS, _FEWEST_WORDS = 3, 2
_TOO_SHORT = (
    "Schrijf in een paar woorden waarom dit niemand aanwijst, bijvoorbeeld: gewoon woord, geen "
    "naam. Wie dit later leest, moet het kunnen volgen."
)
_NO_NAME = "De reden blijft bij de casus staan. Zet er geen naam in."


class ClearDialog(FormDialog):
    """`given(Cleared)` comes once there is a reason; what is zeker must not be asked about."""

    def __init__(self, parent: QWidget, word: str, finding: Finding, by: str) -> None:
        super().__init__(parent, "Niet herleidbaar")
        self._word, self._finding, self._by = word, finding, by
        self.form.add_widget(label(f"‘{word}’", level=2))
        self.form.add_widget(label(finding.reason))
        self.form.add_widget(
            label(
                "Wijst dit woord niemand aan? Dan vraagt het programma er in deze casus niet meer "
                "naar, ook niet waar het nog eens staat.",
                soft=True,
            )
        )
        reason = Suggestions(REASONS, "kies een reden of schrijf er zelf een")
        self.ask("Waarom wijst het niemand aan", reason, lambda said: {"reason": said}, _NO_NAME)

    @Slot()
    def leave(self) -> None:
        """Close at once and keep nothing, as when the file is locked."""
        self.done(0)

    def made(self) -> Cleared:
        """The decision. Raises BadInput without a reason, and with one that tells who it is."""
        reason: str = self.answers()["reason"]
        problem = _TOO_SHORT if is_too_short(reason) else problem_of_reason(reason)
        if problem:
            raise BadInput(problem)
        word, kind = plain_word(self._word), self._finding.kind.value
        return Cleared(word, kind, reason.strip(), self._by, date.today())


def is_too_short(reason: str) -> bool:
    """Whether this tells nobody anything: no two different words, of which one of some letters."""
    words = set(re.findall(r"[^\W\d_]+", reason.casefold()))
    if not reason.strip():
        return False  # then it is asked for
    return len(words) < _FEWEST_WORDS or max(map(len, words)) < _FEWEST_LETTERS
