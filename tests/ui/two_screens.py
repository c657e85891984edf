"""Starts a presentation beside a window and prints the screen of each, its size and if it is full.

Run by a test, with a platform that has two screens: `python -m tests.ui.two_screens <folder>`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.room.presentation import Presentation
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file


def main() -> None:
    """Two windows, two lines."""
    app = make_application()
    document = Document(new_file(Path(sys.argv[1]) / "zaal.hgkm"))
    document.add_case(a_case_with(an_event("3-3-2023", "melding")))
    own = QWidget()
    own.setScreen(next(screen for screen in app.screens() if screen.name() == "laptop"))
    own.show()
    presentation = Presentation(document, Choices(), Window(0.0, 1e7), "", own)
    presentation.start()
    QTest.qWait(20)
    for window in (own, presentation):
        print(window.screen().name(), window.size().toTuple(), window.isFullScreen())
    presentation.close()
    own.close()
    document.close()


if __name__ == "__main__":
    main()
