"""Opening a casusbestand of 200 cases with 500 events each, with all its windows, and its memory.

Both begin with the start of a process and end when the window stands there painted with the list
of cases and the events of the first one in it, and nothing is left to do. The base is a bare
window of the same size that reads a plain file with sqlite3 of the standard library: the code,
title and number of events of each case in a list, and all columns of the events of the first case
in a table with the same number of columns as ours. It leaves out the encryption and the key, the
line, the panel, the invoerregel, the menus, and looking the file through for damage. The key is
derived in the fast way of tests: how long the real one takes is in `loading`.

Memory is what the process takes for itself when it is there, in MB.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.rows import to_row
from hgkm_desktop.models.records import Event
from tests.benchmarks import measuring
from tests.benchmarks.cases import long_case
from tests.benchmarks.measuring import Figure, middle

ROOT = Path(__file__).resolve().parents[2]
CASES, EVENTS = 200, 500
PASSPHRASE = "vijf gewone woorden achter elkaar"
RUNS = 11

# Tells once the events were painted: what it posts to itself then comes after all that waits.
_PROBE = """
import json, os, sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

def own_memory():
    lines = open("/proc/self/smaps_rollup").read().splitlines()
    kept = [line.split() for line in lines if line.startswith("Private_")]
    return sum(int(words[1]) for words in kept) / 1024

class Probe(QObject):
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint:
            widget.removeEventFilter(self)
            lowest = Qt.EventPriority.LowEventPriority.value
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), lowest)
        return False

    def customEvent(self, event):
        wall = time.monotonic_ns() - int(os.environ["BENCH_START"])
        told = {"wall": wall, "cpu": time.process_time_ns(), "shown": [len(seen()), rows()]}
        sys.stdout.write(json.dumps(told | {"memory": own_memory()}))
        sys.stdout.flush()
        os._exit(0)

def watch(app, window, viewport):
    probe = Probe()
    viewport.installEventFilter(probe)
    window.show()
    app.exec()
"""
_OURS = """
from pathlib import Path
from hgkm_desktop.app import make_application, make_window
from hgkm_desktop.casefile import TEST, CaseFile

app = make_application()
window = make_window(app)
window.resize(1440, 900)
window.show_file(CaseFile.open(Path(sys.argv[1]), sys.argv[2], kdf=TEST))
page = window.workspace.timeline_page
seen, rows = window.document.headings, page.model.rowCount
watch(app, window, page.timeline.viewport())
"""
_BASE = """
import sqlite3
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QMainWindow, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem, QWidget

app = QApplication([])
connection = sqlite3.connect(sys.argv[1])
window, inner, cases, table = QMainWindow(), QWidget(), QListWidget(), QTableWidget()
window.resize(1440, 900)
row = QHBoxLayout(inner)
row.addWidget(cases)
row.addWidget(table, 1)
window.setCentralWidget(inner)
def seen():
    return counted

counted = connection.execute(
    "SELECT c.code, c.title, count(e.id) FROM casus c LEFT JOIN event e ON e.case_id = c.id "
    "GROUP BY c.id ORDER BY c.code"
).fetchall()
for code, title, number in counted:
    cases.addItem(f"{code} {title} ({number})")
first = connection.execute("SELECT id FROM casus ORDER BY code LIMIT 1").fetchone()[0]
query = "SELECT * FROM event WHERE case_id = ? ORDER BY seq"
events = connection.execute(query, (first,)).fetchall()
names = [one[1] for one in connection.execute("PRAGMA table_info(event)")]
shown = ("start_first", "kind", "title", "result", "effect", "source")
columns = [names.index(name) for name in shown]
table.setRowCount(len(events))
table.setColumnCount(len(columns))
for at, event in enumerate(events):
    for column, place in enumerate(columns):
        table.setItem(at, column, QTableWidgetItem(str(event[place] or "")))
rows = table.rowCount
watch(app, window, table.viewport())

"""


def figures() -> Iterator[Figure]:
    """Wall time, processor time and memory of a process of its own, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        file, plain = Path(folder) / "groot.hgkm", Path(folder) / "groot.sqlite"
        fill(file, plain, CASES, EVENTS)
        ours: list[dict[str, Any]] = []
        base: list[dict[str, Any]] = []
        for turn in range(1 - measuring.WARM_UP, RUNS + 1):
            for code, at, results in ((_OURS, file, ours), (_BASE, plain, base)):
                told = _run(code, at, folder)
                if told["shown"] != [CASES, EVENTS]:
                    raise RuntimeError(f"it shows {told['shown']}")
                if turn > 0:
                    results.append(told)
    for clock in ("wall", "cpu"):
        times = [[one[clock] / 1e6 for one in results] for results in (ours, base)]
        yield middle(f"large_file {CASES} x {EVENTS}, {clock}", *times)
    taken = [[one["memory"] for one in results] for results in (ours, base)]
    yield replace(middle("large_file, memory", *taken), unit="MB")


def fill(file: Path, plain: Path, cases: int, events: int) -> None:
    """The same cases in a casusbestand and, their headings and events, in a plain file."""
    with (
        CaseFile.create(file, PASSPHRASE, kdf=TEST) as ours,
        closing(sqlite3.connect(plain, isolation_level=None)) as base,
    ):
        base.execute("CREATE TABLE casus (id PRIMARY KEY, code, title)")
        base.execute("BEGIN")
        for number in range(cases):
            case = replace(
                long_case(events, letter=f"{number:03d}"), code=f"C{number:03d}", title="lang"
            )
            ours.save(case)
            base.execute("INSERT INTO casus VALUES (?, ?, ?)", (case.id, case.code, case.title))
            _insert(base, case.id, case.events)
        base.execute("COMMIT")
        base.execute("CREATE INDEX event_case ON event (case_id)")


def _insert(base: sqlite3.Connection, case_id: str, events: tuple[Event, ...]) -> None:
    rows = [{**to_row(event), "case_id": case_id} for event in events]
    base.execute(f"CREATE TABLE IF NOT EXISTS event ({', '.join(rows[0])}, PRIMARY KEY (id))")
    marks = ", ".join("?" * len(rows[0]))
    base.executemany(f"INSERT INTO event VALUES ({marks})", [tuple(row.values()) for row in rows])


def _run(code: str, file: Path, home: str) -> dict[str, Any]:
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HGKM_HOME": home,
        "BENCH_START": str(time.monotonic_ns()),
    }
    command = [sys.executable, "-c", _PROBE + code, str(file), PASSPHRASE]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, timeout=120)
    told: dict[str, Any] = json.loads(done.stdout)
    return told
