"""Opening a case of 2,000 events with 4,000 belevingen, from the file to the painted line.

The first base reads the same rows of the same encrypted file with the same library and does
nothing with them, and repaints a line that is there already. The second reads them too, puts the
marks into a QGraphicsScene, which reads no row, and paints that. The file is open
and its key is known; the view is there, with another case on it. Processor time.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.engine import Connection, connect
from hgkm_desktop.casefile.keys import HEADER_SIZE, derive_key
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.timeline_view import TimelineView
from tests.benchmarks.cases import long_case
from tests.benchmarks.measuring import Figure, in_turns, middle, slowest
from tests.benchmarks.scene import scene_of, show

EVENTS, BELEVINGEN = 2_000, 4_000
PASSPHRASE = "vijf gewone woorden achter elkaar"
RUNS = 15


def figures() -> Iterator[Figure]:
    """Two cases that are alike take turns, so that each is opened anew."""
    make_application()
    cases = [long_case(EVENTS, BELEVINGEN, letter=letter) for letter in "cx"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "meting.hgkm"
        with CaseFile.create(path, PASSPHRASE, kdf=TEST) as file:
            for case in cases:
                file.save(case)
            with closing(_connected(path)) as connection:
                yield from _opening(cases, Document(file), connection)


def _opening(cases: list[Case], document: Document, connection: Connection) -> Iterator[Figure]:
    line = TimelineView(EventModel(document))
    show(line)
    next_ids = cycle(case.id for case in cases)

    def ours() -> None:
        document.show_case(next(next_ids))
        line.viewport().repaint()

    def bare() -> None:
        _rows(connection, cases[0].id)
        line.viewport().repaint()

    def in_scene() -> None:
        _rows(connection, cases[0].id)
        found = scene_of(cases[0], line.sight.scale)
        show(found.view)
        found.look(line.sight.first, line.sight.scale)
        found.view.viewport().repaint()
        found.view.close()

    name = f"opening {EVENTS}/{BELEVINGEN}"
    for label, base in (("read and paint", bare), ("scene", in_scene)):
        times = in_turns(ours, base, runs=RUNS, clock=time.process_time_ns)
        yield middle(f"{name}, {label}", *times)
        yield slowest(f"{name}, {label}, p95", *times)
    line.close()


def _connected(path: Path) -> Connection:
    with path.open("rb") as stored:
        header = stored.read(HEADER_SIZE)
    return connect(path, derive_key(PASSPHRASE, header, TEST), read_only=True)


def _rows(connection: Connection, case_id: str) -> list[Any]:
    """Every row of a case."""
    found: list[Any] = connection.execute(
        f"SELECT * FROM {CASE_TABLE} WHERE id = ?", (case_id,)
    ).fetchall()
    for table in TABLE_OF.values():
        query = f"SELECT * FROM {table} WHERE case_id = ? ORDER BY seq, id"
        found += connection.execute(query, (case_id,)).fetchall()
    return found
