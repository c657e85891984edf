"""The box about the program, and what others made."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from build_spec import make_notices
from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.ui.learning.help_texts import show_about
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window import licences_window
from hgkm_desktop.ui.window.licences_window import LicencesWindow, show_licences
from hgkm_desktop.ui.window.main_window import MainWindow


def main() -> None:
    """Take both; arguments: the folder and 'light' or 'dark'."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_application()
    theme.apply(app, theme.DARK if look == "dark" else theme.LIGHT)
    window = MainWindow(open_example)
    window.show()
    show_about(window)
    (box,) = window.findChildren(QMessageBox)
    _take(folder, box, "440-over-dit-programma")
    box.reject()
    with tempfile.TemporaryDirectory() as place:
        # A checkout has no notice: this is what a bundle carries, of what is not a package.
        notice = make_notices.write([], Path(place) / make_notices.FILE_NAME)
        setattr(licences_window, "resource", lambda _: notice)  # noqa: B010 - it is not exported
        show_licences(window)
    (licences,) = window.findChildren(LicencesWindow)
    _take(folder, licences, "441-licenties")


def _take(folder: Path, seen: QWidget, name: str) -> None:
    seen.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()
