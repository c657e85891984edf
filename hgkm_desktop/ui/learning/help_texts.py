"""Short texts of help and news, each in a box of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop import __version__
from hgkm_desktop.ui.parts.problem_box import a_box, give_width

_ICON = 64
ABOUT = (
    "HGKM Desktop helpt gemeenten en hun partners te leren van casussen huiselijk geweld "
    "en kindermishandeling. Het werkt zonder internet. Alles staat in één versleuteld "
    f"bestand dat u zelf bewaart.\n\nVersie {__version__}. Licentie: EUPL-1.2."
)


def show_about(parent: QWidget) -> None:
    """What this is, which version, and the way to the licences of what others made."""
    from PySide6.QtWidgets import QMessageBox

    from hgkm_desktop.ui.window.licences_window import show_licences

    box = a_box(parent, "Over dit programma", "Over dit programma", ABOUT)
    box.setIconPixmap(parent.windowIcon().pixmap(_ICON, _ICON))
    licences = box.addButton("Licenties bekijken…", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Sluiten", QMessageBox.ButtonRole.RejectRole)
    licences.clicked.connect(partial(show_licences, parent))
    give_width(box)
    box.open()


def show(parent: QWidget, title: str, words: str) -> None:
    """A box with a title and some words; the program goes on."""
    box = a_box(parent, title, title, words)
    give_width(box)
    box.open()
