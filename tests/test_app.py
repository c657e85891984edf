"""The program as it starts: what is copied in it stays on the clipboard no longer than promised."""

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

from tests.screen import a_screen

ROOT = Path(__file__).resolve().parents[1]
# An X server refuses who copies before there was an event, so it is tried until it is ours.
START = """
import json
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from hgkm_desktop.app import make_application, make_window
from hgkm_desktop.ui.clipboard import HOLDS_SECRET

app = make_application()
window = make_window(app)
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
copy(case)
before = app.clipboard().text()
{end}
QTest.qWait(50)
print(json.dumps([before, app.clipboard().text()]))
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Xvfb is missing: apt-get install xvfb", pytrace=False)
        pytest.skip("Xvfb is missing: apt-get install xvfb")
    with a_screen() as display:
        yield display


def told(code: str, screen: str, home: Path) -> Any:
    """What a program of its own tells that starts as ours does and then does this."""
    done = subprocess.run(
        [sys.executable, "-c", START + code],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "HGKM_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


def test_what_is_copied_stays_a_minute_and_a_secret_ten_seconds(
    screen: str, tmp_path: Path
) -> None:
    assert told(STAY, screen, tmp_path) == [[60], [10]]


@pytest.mark.parametrize(
    ("end", "left"),
    [
        ("window.findChild(Locking).lock()", ""),
        ("window.close_file()", ""),
        ("window.raise_()", "uit de casus"),
    ],
)
def test_what_is_copied_goes_when_the_file_locks_or_closes(
    end: str, left: str, screen: str, tmp_path: Path
) -> None:
    code = f"from hgkm_desktop.ui.locking import Locking\n{END.format(end=end)}"
    assert told(code, screen, tmp_path) == ["uit de casus", left]
