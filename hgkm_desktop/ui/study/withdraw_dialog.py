"""The question whether a radertje goes for good, once the person concerned withdrew consent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import Radertje
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.ui.papers.document_issued import uitgave_words
from hgkm_desktop.ui.parts.problem_box import a_box

_WAY = (
    "Back-ups en uitgegeven documenten verandert het programma niet vanzelf. Kies daarvoor "
    "‘Oude back-ups en documenten’ in het menu Casus. Wat al is afgedrukt of gemaild, haalt u "
    "zelf terug."
)
_BACK = "Zolang dit bestand open is, zet Ctrl+Z het terug. Daarna kan dat niet meer."


def withdraw_box(
    parent: QWidget, case: Case, radertje: Radertje, issued: Sequence[Uitgave]
) -> QMessageBox:
    """The question; to accept it is to withdraw, and Escape keeps everything."""
    box = a_box(
        parent,
        "Toestemming intrekken",
        f"Dit radertje verdwijnt uit de casus.{_pairs_too(case, radertje)}",
        "\n\n".join((_may_hold(issued), _WAY, _BACK)),
    )
    withdraw = box.addButton("Toestemming intrekken", box.ButtonRole.AcceptRole)
    keep = box.addButton("Laten staan", box.ButtonRole.RejectRole)
    withdraw.setAutoDefault(True)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    return box


def _pairs_too(case: Case, radertje: Radertje) -> str:
    pairs = [pair for pair in case.naast_elkaar if pair.radertje_id == radertje.id]
    return " De zinnen die ernaast zijn gelegd, verdwijnen mee." if pairs else ""


def _may_hold(issued: Sequence[Uitgave]) -> str:
    """Which documents went out of this case: what each of them says is not known here."""
    if not issued:
        return "Van deze casus is nog geen document uitgegeven."
    lines = ["In deze uitgegeven documenten kunnen de woorden nog staan:"]
    return "\n".join([*lines, *(uitgave_words(one).replace("\n", ", ") for one in issued)])
