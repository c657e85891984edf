"""What is asked before a file closes that still holds something unsaved or unfinished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.parts.problem_box import a_box, box_of_error

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed

Act = Callable[[], object]


def about_unsaved(parent: QWidget, again: Act, copy: Act, lose: Act, stay: Act) -> QMessageBox:
    """Something has not reached the disk; the default tries again, and Escape goes back to it.

    To accept the box is to try again.
    """
    box = a_box(
        parent,
        "Nog niet opgeslagen",
        "Uw laatste wijzigingen staan nog niet op schijf.",
        "Het programma houdt ze vast zolang het bestand open blijft. Wat wilt u doen?",
    )
    first = box.addButton("Opnieuw proberen", box.ButtonRole.AcceptRole)
    box.accepted.connect(again)
    other = box.addButton("Kopie op andere plek…", box.ButtonRole.ActionRole)
    other.clicked.connect(copy)
    last = box.addButton("Sluiten zonder opslaan", box.ButtonRole.DestructiveRole)
    last.clicked.connect(lose)
    back = box.addButton("Terug", box.ButtonRole.RejectRole)
    back.clicked.connect(stay)
    box.setDefaultButton(first)
    box.setEscapeButton(back)
    box.open()
    return box


def about_unfinished(parent: QWidget, unfinished: str, lose: Act, stay: Act) -> None:
    """Something was typed that is nowhere in the case yet; the default goes back to it."""
    box = a_box(parent, "Nog niet af", unfinished, "Al het andere is opgeslagen.")
    back = box.addButton("Terug", box.ButtonRole.RejectRole)
    back.clicked.connect(stay)
    close = box.addButton("Sluiten", box.ButtonRole.DestructiveRole)
    close.clicked.connect(lose)
    box.setDefaultButton(back)
    box.open()


def about_replaced(parent: QWidget, error: HgkmError, copy: Act) -> None:
    """The file is not there any more as it was; the default keeps the work as a copy."""
    box = box_of_error(parent, error, "Uw werk is nog niet opgeslagen")
    first = box.addButton("Kopie bewaren…", box.ButtonRole.AcceptRole)
    first.clicked.connect(copy)
    box.addButton("Later", box.ButtonRole.RejectRole)
    box.setDefaultButton(first)
    box.open()


def about_unfinished_destroying(parent: QWidget, codes: Sequence[str], finish: Act) -> None:
    """A case was being destroyed when the program stopped; the default removes nothing now."""
    from hgkm_desktop.models.dutch import list_text  # the start screen does without

    which = f"casus {codes[0]}" if len(codes) == 1 else f"de casussen {list_text(codes)}"
    box = a_box(
        parent,
        "Vernietiging nog niet af",
        f"Het vernietigen van {which} is afgebroken. In dit bestand staat er niets meer van, "
        "maar in oudere back-ups kan het nog wel staan.",
        "Uw andere casussen zijn in orde.\nAfmaken: het programma maakt en controleert een nieuwe "
        "back-up en verwijdert daarna alle oudere back-ups van dit bestand. Later kan ook, met "
        "‘Vernietigde casussen’ in het menu Casus.",
    )
    later = box.addButton("Later", box.ButtonRole.RejectRole)
    now = box.addButton("Nu afmaken", box.ButtonRole.ActionRole)
    now.clicked.connect(finish)
    box.setDefaultButton(later)
    box.open()
