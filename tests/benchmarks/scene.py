"""The base of the timeline: the same marks as Qt's own items in a QGraphicsScene.

Each event is a rectangle and a text, in the same lane and at the same zoom as on the line. It
leaves out the axis, the lane names, the shapes of the kinds, soft and dashed edges, and keeping
labels apart; and it lets every lane be as high as fits in the view, with the marks over each
other, where the line gives them rows to scroll and counts what has no room.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QBrush, QColor, QPen, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
)

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from tests.benchmarks.cases import FIRST_DAY, YEARS

WIDTH, HEIGHT = 1600, 900
LANE_NAMES = 150
LANE, ROW, BAR = 68.0, 22.0, 14.0


@dataclass(slots=True)
class Scene:
    """A view on the items, and the item of each event; x in the scene is a day times `scale`."""

    view: QGraphicsView
    items: dict[str, QGraphicsRectItem]
    scale: float

    def look(self, first: float, scale: float) -> None:
        """Zoom to `scale` pixels a day, from day `first` on; texts keep their size."""
        self.view.setTransform(QTransform.fromScale(scale / self.scale, 1.0))
        days = first - FIRST_DAY.toordinal()
        self.view.horizontalScrollBar().setValue(round(days * scale))


def show(view: QAbstractScrollArea) -> None:
    """Bring a view up; only one that is exposed paints."""
    view.resize(WIDTH, HEIGHT)
    view.show()
    if not QTest.qWaitForWindowExposed(view):
        raise RuntimeError("the view did not come up")


def scene_of(case: Case, scale: float) -> Scene:
    """The events of a case as items, `scale` pixels a day."""
    scene = QGraphicsScene()
    lanes = {one.id: number * LANE for number, one in enumerate(case.organisations)}
    pen, brush = QPen(QColor("#465262")), QBrush(QColor("#e6f0f4"))
    pen.setCosmetic(True)
    items = {}
    for number, event in enumerate(case.events):
        x, wide = place_of(event, scale)
        y = lanes[event.organisation_ids[0]] + number % 3 * ROW
        item = scene.addRect(0, 0, wide, BAR, pen, brush)
        item.setPos(x, y)
        text = scene.addSimpleText(event.title)
        text.setParentItem(item)
        text.setPos(wide + 3, 0)
        text.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        items[event.id] = item
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.setSceneRect(-WIDTH, 0, YEARS * 365 * scale + 2 * WIDTH, len(lanes) * LANE)
    return Scene(view, items, scale)


def place_of(event: Event, scale: float) -> tuple[float, float]:
    """Where an item begins and how wide it is."""
    start, end = event.start.first, (event.end or event.start).last
    assert start is not None
    assert end is not None
    return (start - FIRST_DAY).days * scale, max((end - start).days * scale, BAR)
