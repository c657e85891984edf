"""The program as it starts: what it promises to do by itself after some time is really begun."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop import app
from tests.screen import a_screen
from tests.ui.made_once import a_copy

ROOT = Path(__file__).resolve().parents[1]
START = """
import json
from PySide6.QtTest import QTest
from hgkm_desktop.app import example_passphrase, make_application, make_window

app = make_application()
window = make_window(app)
"""
# An X server refuses who copies before there was an event, so it is tried until it is ours.
COPY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET
from hgkm_desktop.ui.file.locking import Locking

fields = QWidget()
case, secret = QLineEdit("uit de casus", fields), QLineEdit("een geheim", fields)
secret.setProperty(HOLDS_SECRET, True)

def copy(field):
    fields.show()
    fields.activateWindow()
    QTest.qWaitForWindowActive(fields)
    field.setFocus()
    for number in range(50):
        fields.setWindowTitle(str(number))
        QTest.qWait(20)
        field.selectAll()
        field.copy()
        if app.clipboard().ownsClipboard() and app.clipboard().text() == field.text():
            return
"""
STAY = """
def seconds():
    QTest.qWait(20)
    timers = [timer for timer in app.findChildren(QTimer) if timer.isSingleShot()]
    return [timer.interval() / 1000 for timer in timers if timer.isActive()]

copy(case)
of_case = seconds()
copy(secret)
print(json.dumps([of_case, seconds()]))
"""
END = """
window.show()
window.open_example()

def unlock():
    window.findChild(Locking).page.given.emit(example_passphrase(), False)

said = []
for end in (window.raise_, window.findChild(Locking).lock, unlock, window.close_file):
    if end is not unlock:
        copy(case)
    before = app.clipboard().text()
    end()
    QTest.qWait(50)
    said.append([before, app.clipboard().text()])
print(json.dumps(said))
"""
# A clock that goes on only between two looks, so that nothing depends on the real one.
CLOCK = """
from functools import partial
from hgkm_desktop import policy
from hgkm_desktop.ui.file import idle

policy._read = lambda path: policy.Policy()  # what holds on this machine is not what is tried
now, Watch = [0.0], idle.IdleWatch
idle.IdleWatch = partial(Watch, clock=lambda: now[0], wall=lambda: now[0])
"""
IDLE = """
from PySide6.QtGui import QAction
from hgkm_desktop.ui.file.lock_page import LockPage

def minutes_until_locked():
    began = now[0]
    while not window.document.file.is_locked and now[0] - began < 3_600:
        now[0] += 10
        window.findChild(Watch).look()
        QTest.qWait(1)
    return (now[0] - began) / 60

window.show()
window.open_example()
waited = [minutes_until_locked()]
for minutes in (10, 2):
    window.findChild(LockPage).given.emit(example_passphrase(), False)
    names = {action.text(): action for action in window.findChildren(QAction)}
    names[f"Na {minutes} minuten"].trigger()
    waited.append(minutes_until_locked())
print(json.dumps(waited))
"""
SLEPT = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

window.show()
window.activateWindow()
window.open_example()
lines = {line.accessibleName(): line for line in window.findChildren(QLineEdit)}
line = lines["Invoerregel"]
line.setFocus()
QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
now[0] += 3_600
QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
QTest.qWait(20)
print(json.dumps([line.text(), window.document.file.is_locked]))
"""
TYPING = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

window.show()
window.open_example()
dialog = QDialog(window)
line = QLineEdit(dialog)
dialog.open()
dialog.activateWindow()
QTest.qWaitForWindowActive(dialog)
line.setFocus()
for _ in range(4):
    for _ in range(30):
        now[0] += 10
        window.findChild(Watch).look()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    QTest.qWait(1)
print(json.dumps([line.text(), window.document.file.is_locked]))
dialog.close()
"""
OFTEN = """
from hgkm_desktop.ui.document import safe_contents
safe_contents.LOOK_MILLISECONDS = 20
"""
TAKEN_AWAY = """
from dataclasses import replace

window.show()
window.open_example()
document, path = window.document, window.document.file.path
document.edit("titel", replace(document.case, title="anders"))
QTest.qWait(500)  # else it is noticed by the window that comes to the front
path.unlink()
for _ in range(1_500):
    if document.file.path == path:
        QTest.qWait(20)
print(json.dumps(document.file.path.name))
"""
ON_TWO_SCREENS = """
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from hgkm_desktop.ui.file.locking import Locking

def on_beamer():
    QTest.qWait(50)
    found = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isFullScreen()]
    return [w.windowTitle() for w in found if w.screen().name() == "beamer"]

window.setScreen(next(screen for screen in app.screens() if screen.name() == "laptop"))
window.show()
window.open_example()
next(action for action in window.findChildren(QAction) if action.text() == "Presenteren").trigger()
said = [on_beamer()]
window.findChild(Locking).lock()
said.append(on_beamer())
window.findChild(Locking).page.given.emit(example_passphrase(), False)
said.append(on_beamer())
print(json.dumps(said))
"""
LOOK_FOR_FILE = """
from pathlib import Path
from PySide6.QtCore import Qt
from hgkm_desktop.ui.parts.files import FILE_KIND, ask_file

window.show()
dialog = ask_file(window, "Openen", Path.home(), FILE_KIND)
dialog.open()
QTest.qWait(50)
dialog.accept()
dialog.close()
QTest.qWait(50)
print(json.dumps(app.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)))
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Xvfb is missing: apt-get install xvfb", pytrace=False)
        pytest.skip("Xvfb is missing: apt-get install xvfb")
    with a_screen() as display:
        yield display


def told(code: str, home: Path, screen: str = "", platform: str = "offscreen") -> Any:
    """What a program of its own tells, on a screen or without one."""
    a_copy(home / "data" / app.EXAMPLE_NAME, app.make_example)
    where = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb" if screen else platform}
    where |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | where | {"HGKM_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


def test_what_is_copied_stays_a_minute_and_a_secret_ten_seconds(
    screen: str, tmp_path: Path
) -> None:
    assert told(START + COPY + STAY, tmp_path, screen) == [[60], [10]]


def test_what_is_copied_goes_when_the_file_locks_or_closes(screen: str, tmp_path: Path) -> None:
    raised, locked, _, closed = told(START + COPY + END, tmp_path, screen)
    assert raised == ["uit de casus", "uit de casus"], "the control"
    assert locked == ["uit de casus", ""]
    assert closed == ["uit de casus", ""]


def test_an_open_file_locks_after_ten_minutes_and_again_and_as_was_chosen(tmp_path: Path) -> None:
    assert told(CLOCK + START + IDLE, tmp_path) == [10, 10, 2]


def test_the_first_key_after_sleep_reaches_no_field(tmp_path: Path) -> None:
    assert told(CLOCK + START + SLEPT, tmp_path) == ["a", True]


def test_who_types_in_a_window_that_came_later_is_at_work(tmp_path: Path) -> None:
    """Twenty minutes, with a key every five."""
    assert told(CLOCK + START + TYPING, tmp_path) == ["aaaa", False]


def test_the_program_itself_looks_whether_its_file_is_still_there(tmp_path: Path) -> None:
    assert "herstel" in told(OFTEN + START + TAKEN_AWAY, tmp_path)


def test_while_it_is_locked_the_projector_shows_an_empty_screen(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "dpr": 1.0}
        for name, x in (("laptop", 0), ("beamer", 1280))
    ]
    described = tmp_path / "schermen.json"
    described.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    code, platform = START + ON_TWO_SCREENS, f"offscreen:configfile={described}"
    before, locked, after = told(code, tmp_path, platform=platform)
    assert len(before) == 1
    assert locked == ["Vergrendeld."]
    assert after == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps its notes in no file")
def test_qt_notes_nowhere_in_which_folder_one_looked(tmp_path: Path) -> None:
    assert told(START + LOOK_FOR_FILE, tmp_path) is True, "no dialog of the desktop either"
    assert not list(tmp_path.rglob("QtProject*"))
