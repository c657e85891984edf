"""A bug ends in one calm dialog and a log that says where, never what a user typed."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRunnable, QThread, QThreadPool, qInstallMessageHandler, qWarning
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import privacy
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_log_dir
from hgkm_desktop.privacy import case_check
from hgkm_desktop.ui.check.case_check import CaseCheck
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.boundary import LOG_BYTES, Boundary, log, start_log
from hgkm_desktop.ui.writing.written import WrittenLine
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file, open_file
from tests.ui.finding import Sheet

# The boundary takes over the hooks that pytest-qt would watch.
pytestmark = [pytest.mark.qt_no_exception_capture, pytest.mark.no_qt_log]

CANARY = "GEHEIM"


def fail_here() -> None:
    raise RuntimeError(f"de vader heet {CANARY}")


def fail_there() -> None:
    try:
        fail_here()
    except RuntimeError as error:
        raise KeyError(CANARY) from error


def fail_known() -> None:
    raise HgkmError("De schijf is vol.", safe="Uw werk is bewaard.", todo="Maak ruimte vrij.")


class Room:
    """A window with a boundary of its own, whose buttons have slots that go wrong."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.log_path = user_log_dir() / "hgkm.log"
        Boundary(self.window).install()

    def click(self, slot: Callable[[], None]) -> None:
        button = QPushButton("knop", self.window)
        button.clicked.connect(slot)
        button.click()

    def dialogs(self, count: int) -> list[QMessageBox]:
        """The dialogs, once there are `count` of them and nothing more is on its way."""
        self.qtbot.waitUntil(lambda: len(self.window.findChildren(QMessageBox)) >= count)
        self.qtbot.wait(1)
        found = self.window.findChildren(QMessageBox)
        assert len(found) == count
        return found

    def bugs(self) -> list[str]:
        """The lines of the log about bugs; Qt has lines of its own there."""
        if not self.log_path.exists():
            return []
        lines = self.log_path.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if " ERROR " in line]


@pytest.fixture
def _hooks_put_back() -> Iterator[None]:
    """Put back what a boundary takes over, and close its log."""
    before, in_threads, unraisable = sys.excepthook, threading.excepthook, sys.unraisablehook
    level, is_passed_on = log.level, log.propagate
    messages = qInstallMessageHandler(None)
    yield
    sys.excepthook, threading.excepthook = before, in_threads
    sys.unraisablehook = unraisable
    qInstallMessageHandler(messages)
    log.setLevel(level)
    log.propagate = is_passed_on
    for handler in log.handlers[:]:
        if isinstance(handler, logging.FileHandler):
            log.removeHandler(handler)
            handler.close()


@pytest.fixture
def room(qtbot: QtBot, _hooks_put_back: None) -> Room:
    return Room(qtbot)


def words_of(box: QMessageBox) -> str:
    return "\n".join((box.windowTitle(), box.text(), box.informativeText(), box.detailedText()))


def test_a_bug_in_a_slot_shows_one_calm_dialog_and_the_work_goes_on(room: Room) -> None:
    room.click(fail_here)
    (box,) = room.dialogs(1)
    assert box.text().startswith("Er ging iets mis in het programma.")
    assert "Wat al opgeslagen was, is bewaard." in box.text()
    assert "U kunt verder werken." in box.informativeText()
    assert str(room.log_path) in box.informativeText()
    assert room.window.isVisible()


@pytest.mark.parametrize(("slot", "kind"), [(fail_here, "RuntimeError"), (fail_there, "KeyError")])
def test_dialog_and_log_name_type_and_place_and_no_text(
    slot: Callable[[], None], kind: str, room: Room
) -> None:
    room.click(slot)
    (box,) = room.dialogs(1)
    (line,) = room.bugs()
    assert f"{kind} in test_boundary.py:" in line
    assert line.endswith(slot.__name__)
    assert line.endswith(box.detailedText())
    assert CANARY not in line + words_of(box)


def test_the_same_bug_is_told_once_and_logged_each_time(room: Room) -> None:
    for _ in range(3):
        room.click(fail_here)
    room.dialogs(1)
    assert len(room.bugs()) == 3


def test_another_bug_gets_its_own_dialog(room: Room) -> None:
    room.click(fail_here)
    room.click(fail_there)
    room.dialogs(2)


def test_a_known_error_is_shown_in_its_own_words(room: Room) -> None:
    room.click(fail_known)
    (box,) = room.dialogs(1)
    assert box.text() == "De schijf is vol."
    assert box.informativeText() == "Uw werk is bewaard.\nMaak ruimte vrij."
    assert box.detailedText() == ""


class Task(QRunnable):
    """Work for a thread of Qt that goes wrong."""

    def run(self) -> None:
        fail_here()


def in_python_thread() -> None:
    thread = threading.Thread(target=fail_here)
    thread.start()
    thread.join()


def in_qt_thread() -> None:
    pool = QThreadPool()
    pool.start(Task())
    assert pool.waitForDone(5000)


@pytest.mark.parametrize("work", [in_python_thread, in_qt_thread])
def test_a_bug_in_a_thread_is_told_by_the_thread_of_the_window(
    work: Callable[[], None], room: Room
) -> None:
    work()
    assert room.window.findChildren(QMessageBox) == []
    (box,) = room.dialogs(1)
    assert box.thread() is QThread.currentThread()
    (line,) = room.bugs()
    assert "RuntimeError in " in line
    assert CANARY not in line + words_of(box)


def test_ctrl_c_is_not_a_bug(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    room.dialogs(0)
    assert room.bugs() == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_warning_of_qt_goes_to_the_log_without_its_words(room: Room) -> None:
    qWarning(f"QFile::open: Cannot open /map/{CANARY}.hgkm")
    qWarning(f"{CANARY} past niet: {CANARY}")
    QPainter().setPen(QColor("red"))  # one that Qt says itself
    lines = room.log_path.read_text(encoding="utf-8")
    assert "WARNING Qt: default QFile::open\n" in lines
    assert "WARNING Qt: default\n" in lines
    assert "WARNING Qt: default QPainter::setPen\n" in lines
    assert CANARY not in lines


class Dying:
    """Something that goes wrong while it goes, where no exception can be caught."""

    def __del__(self) -> None:
        fail_here()


def test_what_nobody_can_catch_is_logged_without_words(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    Dying()
    gc.collect()
    (line,) = room.bugs()
    assert "RuntimeError in test_boundary.py:" in line
    assert CANARY not in line + capsys.readouterr().err
    assert room.dialogs(0) == []


@pytest.mark.usefixtures("_hooks_put_back")
@pytest.mark.parametrize(("size", "is_set_aside"), [(LOG_BYTES, False), (LOG_BYTES + 1, True)])
def test_a_log_that_grew_large_makes_room_for_a_new_one(size: int, is_set_aside: bool) -> None:
    path, aside = user_log_dir() / "hgkm.log", user_log_dir() / "hgkm.log.1"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * size)
    assert start_log() == path
    log.error("nieuw")
    assert path.read_bytes().endswith(b"ERROR nieuw\n")
    assert path.read_bytes().startswith(b"x") is not is_set_aside
    assert (aside.exists() and aside.stat().st_size == size) is is_set_aside


def test_without_a_place_for_a_log_the_program_goes_on(room: Room) -> None:
    user_log_dir().parent.mkdir(parents=True)
    user_log_dir().write_text("een bestand waar een map hoort")
    room.click(fail_here)
    assert "Er ging iets mis" in room.dialogs(1)[0].text()


# --- the herleidbaarheidscheck, which knows the very words that must not be told ------------------


@pytest.fixture
def telling(tmp_path: Path) -> Iterator[Document]:
    """A file that is open, with a case that says a name."""
    with new_file(tmp_path / "a.hgkm") as casefile:
        casefile.save(a_case_with(an_event(title="Fatima belt", fact=f"06-12345678 {CANARY}")))
    document = Document(open_file(tmp_path / "a.hgkm"))
    document.show_case(document.headings()[0].id)
    yield document
    document.close()


def all_logged(room: Room) -> str:
    return room.log_path.read_text(encoding="utf-8") if room.log_path.exists() else ""


def fail_with(text: str, *_: object) -> None:
    raise ValueError(f"{text} is geen woord: {CANARY}")


def test_what_the_check_finds_is_logged_nowhere(room: Room, telling: Document) -> None:
    check = CaseCheck(telling)
    check.begin()
    room.qtbot.waitUntil(lambda: check.answer is not None, timeout=20_000)
    assert check.answer is not None
    found = {finding.word for finding in check.answer.findings}
    assert {"Fatima", "06-12345678"} <= found
    logged = all_logged(room).casefold()
    assert [word for word in found if word.casefold() in logged] == []
    check.forget()


def test_a_bug_in_the_check_of_a_case_tells_no_word(
    room: Room, telling: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_check, "check", fail_with)
    check = CaseCheck(telling)
    check.begin()
    room.qtbot.waitUntil(lambda: bool(check.problem), timeout=20_000)
    (box,) = room.dialogs(1)
    (line,) = room.bugs()
    assert "ValueError in " in line
    assert line.endswith("fail_with")
    told = f"{all_logged(room)} {words_of(box)} {check.problem}".casefold()
    assert CANARY.casefold() not in told
    assert "06-12345678" not in told
    check.forget()


def test_a_bug_in_the_check_of_what_is_typed_tells_no_word(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(privacy, "check", fail_with)
    sheet = Sheet(field := WrittenLine())
    room.qtbot.addWidget(sheet)
    sheet.show()
    field.setText(f"{CANARY} belt 06-12345678")
    room.qtbot.waitUntil(lambda: bool(room.bugs()), timeout=20_000)
    (box,) = room.dialogs(1)
    told = f"{all_logged(room)} {words_of(box)}".casefold()
    assert CANARY.casefold() not in told
    assert "06-12345678" not in told
    sheet.text_watch.forget()
