"""From the start of the process until every text and button of the start screen is painted.

The base is a bare QMainWindow of the same size with the same fonts, texts and buttons. It leaves
out the theme (palette and style sheet), the menus, the Dutch texts of Qt, the log, the command
line and everything that lets a button do something; so it does not load the enumerations of Qt
either. Both run off screen, in a fresh process each time, from a disk that is warm. The time that
the measuring takes inside the process is taken off on both sides.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Figure, middle

ROOT = Path(__file__).resolve().parents[2]
FONTS = [str(path) for path in sorted((ROOT / "resources" / "fonts").glob("Atkinson*.ttf"))]
CLOCKS = ("wall", "cpu")
RUNS = 31  # processes differ more than calls do

# Stands in for the event loop, and reports once the last label and button has been painted: the
# event that it posts to itself comes after that paint, with the whole window on the screen.
PROBE = """
import os, sys, time

def clocks():
    return time.monotonic_ns(), time.process_time_ns()

def make_probe():
    import json
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton

    class Probe(QObject):
        def eventFilter(self, widget, event):
            if event.type() == QEvent.Type.Paint and self.waiting.pop(id(widget), None):
                if not self.waiting:
                    QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
            return False

        def customEvent(self, event):
            wall, cpu = (now - own for now, own in zip(clocks(), self.own))
            self.told |= {"wall": wall - int(os.environ["BENCH_START"]), "cpu": cpu}
            sys.stdout.write(json.dumps(self.told))
            sys.stdout.flush()
            os._exit(0)

    probe = Probe()
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]
    shown = [w for w in window.findChildren(QLabel) if w.isVisible()]
    shown += [w for w in window.findChildren(QPushButton) if w.isVisible()]
    probe.told = {
        "texts": [[type(w).__name__, w.text()] for w in shown],
        "fonts": sorted({w.font().family() for w in shown}),
        "size": [window.width(), window.height()],
    }
    probe.waiting = {id(w): w for w in shown}
    for widget in shown:
        widget.installEventFilter(probe)
    return probe

def measure(QApplication):
    run_events = QApplication.exec

    def run_measured(*arguments):
        global probe
        before = clocks()
        probe = make_probe()
        probe.own = [now - then for now, then in zip(clocks(), before)]
        return run_events()

    QApplication.exec = run_measured
"""
OURS = """
from hgkm_desktop import __main__ as program
from hgkm_desktop import app  # as the program does next

measure(app.QApplication)
program.main()
"""
BASE = """
from ast import literal_eval

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget,
)

given = literal_eval(os.environ["BENCH_GIVEN"])
app = QApplication([])
for path in given["files"]:
    QFontDatabase.addApplicationFont(path)
font = QFont("Atkinson Hyperlegible")
font.setPixelSize(14)
app.setFont(font)
window = QMainWindow()
window.resize(*given["size"])
page = QWidget()
column = QVBoxLayout(page)
for kind, text in given["texts"]:
    widget = (QLabel if kind == "QLabel" else QPushButton)(text)
    if kind == "QLabel":
        widget.setWordWrap(True)
    column.addWidget(widget)
window.setCentralWidget(page)
window.show()
measure(QApplication)
app.exec()
"""


def figures() -> Iterator[Figure]:
    """Wall time and processor time until the first paint."""
    with tempfile.TemporaryDirectory() as home:
        shown = _run(OURS, home, {})
        given = {"files": FONTS, "size": shown["size"], "texts": shown["texts"]}
        ours: list[dict[str, Any]] = []
        base: list[dict[str, Any]] = []
        for turn in range(1 - measuring.WARM_UP, RUNS + 1):
            for code, results in ((OURS, ours), (BASE, base)):
                result = _run(code, home, given)
                _insist_on_the_same(result, shown)
                if turn > 0:
                    results.append(result)
    for clock in CLOCKS:
        times = [[result[clock] / 1e6 for result in results] for results in (ours, base)]
        yield middle(f"start_screen first paint, {clock}", *times)


def _run(code: str, home: str, given: dict[str, Any]) -> dict[str, Any]:
    """Start a process and let it tell when it had painted, and what."""
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HGKM_HOME": home,
        "BENCH_GIVEN": repr(given),
        "BENCH_START": str(time.monotonic_ns()),
    }
    command = [sys.executable, "-c", PROBE + code]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, timeout=60)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _insist_on_the_same(result: dict[str, Any], shown: dict[str, Any]) -> None:
    for part in ("texts", "fonts", "size"):
        if result[part] != shown[part]:
            raise RuntimeError(f"the two windows differ in {part}")
