"""One frame of panning the line, at three zooms, in a case of 1,000 and one of 10,000 events.

The base puts the same marks into a QGraphicsScene as Qt's own rectangles and texts, in the same
lanes at the same zoom and size, and pans that. It leaves out the axis, the lane names, the shapes
of the kinds, soft and dashed edges, and keeping labels apart; and it lets every lane be as high
as fits in the view, with the marks over each other, where the line gives them rows to scroll and
counts what has no room. Both repaint the whole view for each frame, as what stands still beside
the moving marks asks for. Processor time.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QGraphicsScene, QGraphicsView

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.event_model import EventModel
from hgkm_desktop.ui.timeline_view import TimelineView
from tests.benchmarks.cases import FIRST_DAY, YEARS, long_case
from tests.benchmarks.measuring import Figure, in_turns, middle, slowest

SIZES = (1_000, 10_000)
WIDTH, HEIGHT = 1600, 900
STEP = 7  # pixels a frame
FRAMES = 60
DAYS = {"20 years": YEARS * 365.0, "5 years": 5 * 365.0, "6 months": 182.0}
LANE_NAMES = 150
LANE, ROW, BAR = 68.0, 22.0, 14.0


def figures() -> Iterator[Figure]:
    """The median frame and the one that 95 of 100 are faster than."""
    make_application()
    for size in SIZES:
        case = long_case(size)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "meting.hgkm"
            with CaseFile.create(path, "vijf gewone woorden achter elkaar", kdf=TEST) as file:
                file.save(case)
                document = Document(file)
                document.show_case(case.id)
                yield from _pans(case, document)


def _pans(case: Case, document: Document) -> Iterator[Figure]:
    line = TimelineView(EventModel(document))
    _show(line)
    for name, days in DAYS.items():
        middle_day = FIRST_DAY.toordinal() + YEARS * 365 / 2
        line.show_days(middle_day - days / 2, middle_day + days / 2)
        window = line.time_window
        scale = (WIDTH - LANE_NAMES) / (window.last - window.first)
        plain = _plain(case, scale, (window.first - FIRST_DAY.toordinal()) * scale)
        times = in_turns(_pan(line), _pan(plain), runs=FRAMES, clock=time.process_time_ns)
        plain.close()
        yield middle(f"timeline {len(case.events)}, {name}, median", *times)
        yield slowest(f"timeline {len(case.events)}, {name}, p95", *times)
    line.close()


def _show(view: QAbstractScrollArea) -> None:
    """Only a view that is exposed paints."""
    view.resize(WIDTH, HEIGHT)
    view.show()
    if not QTest.qWaitForWindowExposed(view):
        raise RuntimeError("the view did not come up")


def _pan(view: QAbstractScrollArea) -> Callable[[], None]:
    """Back and forth in small steps, each painted at once."""
    bar, viewport = view.horizontalScrollBar(), view.viewport()
    steps = iter([STEP * (1 if n // 20 % 2 else -1) for n in range(FRAMES + 1)])

    def frame() -> None:
        before = bar.value()
        bar.setValue(before + next(steps))
        if bar.value() == before:
            raise RuntimeError("the view did not move")
        viewport.repaint()

    return frame


def _plain(case: Case, scale: float, first: float) -> QGraphicsView:
    """The marks as items of a scene, from pixel `first` on."""
    scene = QGraphicsScene()
    lanes = {one.id: number * LANE for number, one in enumerate(case.organisations)}
    pen, brush = QPen(QColor("#465262")), QBrush(QColor("#e6f0f4"))
    for number, event in enumerate(case.events):
        start, end = event.start.first, (event.end or event.start).last
        assert start is not None
        assert end is not None
        x = (start - FIRST_DAY).days * scale
        y = lanes[event.organisation_ids[0]] + number % 3 * ROW
        wide = max((end - start).days * scale, BAR)
        scene.addRect(x, y, wide, BAR, pen, brush)
        text = scene.addSimpleText(event.title)
        text.setPos(x + wide + 3, y)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.setSceneRect(-WIDTH, 0, YEARS * 365 * scale + 2 * WIDTH, len(lanes) * LANE)
    _show(view)
    view.horizontalScrollBar().setValue(round(first))
    return view
