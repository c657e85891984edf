"""Moving one event in a case of 10,000, from the new value to a line that is saved and painted.

The base changes the same row with the sqlite3 of the standard library, as for an edit, moves the
item of that event in a QGraphicsScene, and paints. It leaves out the encryption,
undo, telling the panes, the order and the numbers of the events, and giving a mark a row where it
is free of others. Wall time, because the disk is part of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from random import Random

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.rows import to_row
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import Moment, on_day
from hgkm_desktop.models.records import Event
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.timeline_view import TimelineView
from tests.benchmarks.cases import FIRST_DAY, YEARS, long_case
from tests.benchmarks.edit import OUT, PASSPHRASE, change_row, plain_table
from tests.benchmarks.measuring import Figure, in_turns, middle, slowest
from tests.benchmarks.scene import place_of, scene_of, show

SIZE = 10_000
RUNS = 40
DAYS = (9, -4, 30, -200, 1)
YEARS_SHOWN = 5


def figures() -> Iterator[Figure]:
    """Events in view move by days or months, each time another one."""
    make_application()
    OUT.mkdir(exist_ok=True)
    case = long_case(SIZE)
    with tempfile.TemporaryDirectory(dir=OUT) as name:
        folder = Path(name)
        with CaseFile.create(folder / "meting.hgkm", PASSPHRASE, kdf=TEST) as file:
            file.save(case)
            document = Document(file)
            document.show_case(case.id)
            yield from _moving(case, document, folder)
            if document.has_unsaved:
                raise RuntimeError("the moves did not reach the disk")


def _moving(case: Case, document: Document, folder: Path) -> Iterator[Figure]:
    line = TimelineView(EventModel(document))
    show(line)
    middle_day = FIRST_DAY.toordinal() + YEARS * 365 / 2
    half = YEARS_SHOWN * 365 / 2
    line.show_days(middle_day - half, middle_day + half)
    with closing(plain_table(folder / "meting.sqlite", [to_row(e) for e in case.events])) as plain:
        scene = scene_of(case, line.sight.scale)
        show(scene.view)
        scene.look(line.sight.first, line.sight.scale)
        moves, base_moves = _moves(case), _moves(case)

        def ours() -> None:
            assert document.case is not None
            document.edit("gebeurtenis verplaatsen", document.case.put(next(moves)))
            line.viewport().repaint()

        def base() -> None:
            moved = next(base_moves)
            change_row(plain, to_row(moved))
            item = scene.items[moved.id]
            item.setPos(place_of(moved, scene.scale)[0], item.y())
            scene.view.viewport().repaint()

        times = in_turns(ours, base, runs=RUNS)
        yield middle(f"moving one of {len(case.events)}, median", *times)
        yield slowest(f"moving one of {len(case.events)}, p95", *times)
        scene.view.close()
    line.close()


def _moves(case: Case) -> Iterator[Event]:
    """Events in view that each stand some days from where they stood."""
    chance = Random(1)
    middle_year = FIRST_DAY.year + YEARS // 2
    shown = [e for e in case.events if abs(e.start.earliest.year - middle_year) < YEARS_SHOWN / 2]
    for days in cycle(DAYS):
        yield _moved(chance.choice(shown), timedelta(days=days))


def _moved(event: Event, by: timedelta) -> Event:
    end = event.end
    return replace(
        event, start=_later(event.start, by), end=_later(end, by) if end is not None else None
    )


def _later(moment: Moment, by: timedelta) -> Moment:
    day = moment.earliest + by
    return on_day(day.year, day.month, day.day)
