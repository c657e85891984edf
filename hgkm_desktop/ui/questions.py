"""What is asked before a file closes that still holds something unsaved or unfinished."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError

Act = Callable[[], object]


def about_unsaved(parent: QWidget, again: Act, copy: Act, lose: Act, stay: Act) -> None:
    """Something has not reached the disk; the default tries again, and Escape goes back to it."""
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Nog niet opgeslagen")
    box.setText("Uw laatste wijzigingen staan nog niet op schijf.")
    box.setInformativeText(
        "Het programma houdt ze vast zolang het bestand open blijft. Wat wilt u doen?"
    )
    first = box.addButton("Opnieuw proberen", QMessageBox.ButtonRole.AcceptRole)
    first.clicked.connect(again)
    other = box.addButton("Kopie op andere plek…", QMessageBox.ButtonRole.ActionRole)
    other.clicked.connect(copy)
    last = box.addButton("Sluiten zonder opslaan", QMessageBox.ButtonRole.DestructiveRole)
    last.clicked.connect(lose)
    back = box.addButton("Terug", QMessageBox.ButtonRole.RejectRole)
    back.clicked.connect(stay)
    box.setDefaultButton(first)
    box.setEscapeButton(back)
    box.open()


def about_unfinished(parent: QWidget, unfinished: str, lose: Act, stay: Act) -> None:
    """Something was typed that is nowhere in the case yet; the default goes back to it."""
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Nog niet af")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(unfinished)
    box.setInformativeText("Al het andere is opgeslagen.")
    back = box.addButton("Terug", QMessageBox.ButtonRole.RejectRole)
    back.clicked.connect(stay)
    close = box.addButton("Sluiten", QMessageBox.ButtonRole.DestructiveRole)
    close.clicked.connect(lose)
    box.setDefaultButton(back)
    box.open()


def about_replaced(parent: QWidget, error: HgkmError, copy: Act) -> None:
    """The file is not there any more as it was; the default keeps the work as a copy."""
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Uw werk is nog niet opgeslagen")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error.what)
    box.setInformativeText("\n".join(part for part in (error.safe, error.todo) if part))
    first = box.addButton("Kopie bewaren…", QMessageBox.ButtonRole.AcceptRole)
    first.clicked.connect(copy)
    box.addButton("Later", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(first)
    box.open()


def about_unfinished_destroying(parent: QWidget, codes: Sequence[str], finish: Act) -> None:
    """A case was being destroyed when the program stopped; the default removes nothing now."""
    from PySide6.QtWidgets import QMessageBox  # slow to load, and seldom needed

    from hgkm_desktop.models.dutch import list_text  # the start screen does without

    which = f"casus {codes[0]}" if len(codes) == 1 else f"de casussen {list_text(codes)}"
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Vernietiging nog niet af")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        f"Het vernietigen van {which} is afgebroken. In dit bestand staat er niets meer van, "
        "maar in oudere back-ups kan het nog wel staan."
    )
    box.setInformativeText(
        "Uw andere casussen zijn in orde.\nAfmaken: het programma maakt en controleert een nieuwe "
        "back-up en verwijdert daarna alle oudere back-ups van dit bestand. Later kan ook, met "
        "‘Vernietigde casussen’ in het menu Casus."
    )
    later = box.addButton("Later", QMessageBox.ButtonRole.RejectRole)
    now = box.addButton("Nu afmaken", QMessageBox.ButtonRole.ActionRole)
    now.clicked.connect(finish)
    box.setDefaultButton(later)
    box.open()
