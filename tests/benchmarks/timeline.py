"""One frame of panning the line and one step of zooming it, in cases of 1,000 to 50,000 events.

The base is the same marks in a QGraphicsScene. Both repaint the whole view for each
frame, as what stands still beside the moving marks asks for. Zooming goes in by the notch of a
wheel and out by the step of a key, between the whole line and six months, so that most zooms are
met for the first time. Processor time.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from hgkm_desktop.app import make_application
from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.whole import ZOOM_STEP
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import EventModel
from hgkm_desktop.ui.line.timeline_mouse import WHEEL_NOTCH
from hgkm_desktop.ui.line.timeline_view import KEY_STEPS, TimelineView
from tests.benchmarks.cases import FIRST_DAY, YEARS, long_case
from tests.benchmarks.measuring import Figure, in_turns, middle, slowest
from tests.benchmarks.scene import HEIGHT, LANE_NAMES, WIDTH, Scene, scene_of, show

SIZES = (1_000, 10_000, 50_000)
STEP = 7  # pixels a frame
FRAMES = 60
MOST_ITEMS = 10_000
"""A scene of more items than this is so slow that it paints every tenth frame only."""
WHOLE = "20 years"
DAYS = {WHOLE: YEARS * 365.0, "5 years": 5 * 365.0, "6 months": 182.0}
NOTCH_STEPS = 3
ZOOMS = (NOTCH_STEPS,) * 14 + (-KEY_STEPS,) * 10


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
                yield from _of_case(case, document)


def _of_case(case: Case, document: Document) -> Iterator[Figure]:
    line = TimelineView(EventModel(document))
    show(line)
    for name, days in DAYS.items():
        with_scene = _look(case, line, days)
        yield from _measured(
            f"timeline {len(case.events)}, {name}",
            _pan(line),
            _pan(with_scene.view),
            is_large=len(case.events) > MOST_ITEMS,
        )
        with_scene.view.close()
    with_scene = _look(case, line, DAYS[WHOLE])
    yield from _measured(
        f"timeline {len(case.events)}, zoom",
        _zoom(line),
        _zoom_scene(with_scene),
        is_large=len(case.events) > MOST_ITEMS,
    )
    with_scene.view.close()
    line.close()


def _measured(
    name: str, ours: Callable[[], None], base: Callable[[], None], *, is_large: bool
) -> Iterator[Figure]:
    times = in_turns(
        ours, base, runs=FRAMES, clock=time.process_time_ns, base_every=10 if is_large else 1
    )
    yield middle(f"{name}, median", *times)
    yield slowest(f"{name}, p95", *times)


def _look(case: Case, line: TimelineView, days: float) -> Scene:
    """Show these days in the middle of the line, and the same part of it as a scene."""
    middle_day = FIRST_DAY.toordinal() + DAYS[WHOLE] / 2
    line.show_days(middle_day - days / 2, middle_day + days / 2)
    window = line.time_window
    scale = (WIDTH - LANE_NAMES) / (window.last - window.first)
    found = scene_of(case, scale)
    show(found.view)
    found.look(window.first, scale)
    return found


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


def _zoom(line: TimelineView) -> Callable[[], None]:
    """In and out again around the middle, each step painted at once."""
    steps = cycle(ZOOMS)

    def frame() -> None:
        before = line.sight.scale
        if next(steps) > 0:
            _turn_wheel(line.viewport())
        else:
            line.zoom_out()
        if line.sight.scale == before:
            raise RuntimeError("the view did not zoom")
        line.viewport().repaint()

    return frame


def _turn_wheel(viewport: QWidget) -> None:
    place = QPointF(WIDTH / 2, HEIGHT / 2)
    notch = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, WHEEL_NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, notch)


def _zoom_scene(found: Scene) -> Callable[[], None]:
    steps = cycle(ZOOMS)

    def frame() -> None:
        found.view.scale(ZOOM_STEP ** next(steps), 1.0)
        found.view.viewport().repaint()

    return frame
