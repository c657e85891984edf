"""The field for a veiligheidscijfer: a mark from 0 to 10, typed the Dutch way or with a point."""

from __future__ import annotations

import re
from math import isnan, nan

from PySide6.QtCore import Signal

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import Line

NO_SCORE = nan  # a new veiligheidscijfer has no score until one is typed
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d*)?|[.,]\d+")
_ASKED = "Een veiligheidscijfer is een heel of een half cijfer van 0 tot en met 10."


class ScoreField(Line):
    """Reads '6,5', '6.5' and '7'; a whole or a half mark from 0 to 10."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("bijvoorbeeld 6 of 6,5")
        self.setMaximumWidth(scaled(200))
        self.editingFinished.connect(self.changed)

    def value(self) -> float:
        """Raises BadInput, with an example, for anything else than a mark."""
        typed = self.text().strip()
        if not typed:
            raise BadInput("Vul het cijfer in.", todo="Bijvoorbeeld 6 of 6,5.")
        if not _NUMBER.fullmatch(typed):
            raise BadInput(
                "Dit is geen cijfer.", todo="Typ een getal van 0 tot en met 10, zoals 6,5."
            )
        score = float(typed.replace(",", "."))
        if score > 10:
            raise BadInput(_ASKED, todo="Typ een lager cijfer.")
        if score * 2 != int(score * 2):
            raise BadInput(_ASKED, todo="Rond af, bijvoorbeeld op 6 of 6,5.")
        return score

    def set_value(self, value: float) -> None:
        self.setText("" if isnan(value) else score_text(value))


def score_text(score: float) -> str:
    """A mark as it is written: '6' or '6,5'."""
    return number_text(score, 0 if score == int(score) else 1)
