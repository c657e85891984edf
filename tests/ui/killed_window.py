"""Forks the whole program, types in it, kills it, and compares the file with what it said.

Run as a program, so that the forks happen in a process without threads and without a Qt that runs.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from hashlib import blake2b
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.works import Value
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation
from tests.casefile.files import new_file, open_file
from tests.ui.keyboard import CTRL, press, tab_to, type_text

SHORTEST, LONGEST = 0.05, 1.2  # seconds of typing before the kill
LATER_MILLISECONDS = 60_000  # after which, if it lived, the control writes what it said was saved
BEGUN, SAVED = b"b", b"s"
SIZE = 17  # bytes of one report: which of the two, and the mark of the case


def mark_of(case: Case) -> bytes:
    return blake2b(repr(case).encode(), digest_size=SIZE - 1).digest()


class Reporter:
    """Tells through a pipe what the document begins to save and what it says is saved."""

    def __init__(self, document: Document, pipe: int) -> None:
        self._document, self._pipe = document, pipe
        document.case_changed.connect(self._tell_begun)
        document.saved.connect(self._tell_saved)

    def _tell_begun(self, _: Case, case: Case) -> None:
        os.write(self._pipe, BEGUN + mark_of(case))

    def _tell_saved(self) -> None:
        assert self._document.case is not None
        os.write(self._pipe, SAVED + mark_of(self._document.case))


def save_later() -> None:
    """The control: a program that says at once that it saved, and does so later."""
    save = CaseFile.save

    def said_to_save(file: CaseFile, value: Value) -> None:
        QTimer.singleShot(LATER_MILLISECONDS, lambda: save(file, value))

    CaseFile.save = said_to_save  # type: ignore[assignment]


def type_for_ever(path: Path, pipe: int) -> None:
    """Type events in the invoerregel and words in a field, as fast as it goes, until the end."""
    app = make_application()
    window = MainWindow(open_example)
    window.show()
    window.activateWindow()
    window.show_file(open_file(path))
    assert window.document is not None
    reporter = Reporter(window.document, pipe)
    for number in count(1):
        press(Qt.Key.Key_3, CTRL)
        press(Qt.Key.Key_L, CTRL)
        type_text(f"mrt 2021 melding: gebeurtenis {number} @politie #moeder #kind {number}")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_1, CTRL)
        tab_to("Aanleiding")
        type_text(f" Zin {number} van de aanleiding.")
        press(Qt.Key.Key_Tab)
    assert app is not None
    assert reporter is not None


def killed_while_typing(path: Path, *, later: bool) -> list[bytes]:
    """What the program reported until it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        if later:
            save_later()
        type_for_ever(path, writing)
    os.close(writing)
    said = os.read(reading, SIZE)
    while said[-SIZE:][:1] == BEGUN and (more := os.read(reading, SIZE)):
        said += more  # until one is said to be saved: a busy machine may need long for it
    time.sleep(random.uniform(SHORTEST, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    return [said[at : at + SIZE] for at in range(0, len(said), SIZE)]


def case_in(path: Path) -> Case:
    """The case, from a file of which every page passes both checks."""
    with open_file(path) as file:
        insist_on_sound(file.connection)
        return file.load(file.headings()[0].id)


def kill_often(path: Path, kills: int, *, later: bool) -> dict[str, int]:
    """What came of so many kills: `lost` holds less than was said, `half` what never was."""
    result = {"kills": 0, "reported": 0, "lost": 0, "half": 0}
    path.unlink(missing_ok=True)
    with new_file(path) as file:
        file.save(a_case_to_type_in())
    for _ in range(kills):
        marks = [SAVED + mark_of(case_in(path)), *killed_while_typing(path, later=later)]
        last = max(at for at, mark in enumerate(marks) if mark[:1] == SAVED)
        held = mark_of(case_in(path))
        result["kills"] += 1
        result["reported"] += sum(mark[:1] == SAVED for mark in marks) - 1
        known = held in {mark[1:] for mark in marks}
        result["lost"] += known and held not in {mark[1:] for mark in marks[last:]}
        result["half"] += not known
    return result


def a_case_to_type_in() -> Case:
    return a_case_with(
        an_organisation("politie"), a_betrokkene("moeder"), an_event("2020", "begin")
    )


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder, number, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    print(json.dumps(kill_often(folder / "avond.hgkm", number, later=how == "control")))
