"""The outlines of the shapes on a line, for QPainter."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def shape_path(shape: str, size: float) -> QPainterPath:
    """The outline of a shape around (0, 0); `size` is about its height."""
    path = QPainterPath()
    half = size / 2
    if shape in _POLYGONS:
        path.addPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in _POLYGONS[shape]]))
        path.closeSubpath()
    elif shape == "square":
        path.addRoundedRect(QRectF(-0.45 * size, -0.45 * size, 0.9 * size, 0.9 * size), 2, 2)
    elif shape == "half_circle":
        path.moveTo(-0.55 * size, 0.38 * size)
        path.arcTo(QRectF(-0.55 * size, -0.5 * size, 1.1 * size, 1.76 * size), 180, -180)
        path.closeSubpath()
    else:
        radius = {"double_circle": 0.86, "dot": 0.8}.get(shape, 0.92) * half
        path.addEllipse(QPointF(0, 0), radius, radius)
    return path


_POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -0.54), (0.54, 0), (0, 0.54), (-0.54, 0)),
    "triangle": ((0, -0.55), (0.56, 0.42), (-0.56, 0.42)),
    "triangle_down": ((0, 0.55), (0.56, -0.42), (-0.56, -0.42)),
    "hexagon": ((-0.54, 0), (-0.27, -0.46), (0.27, -0.46), (0.54, 0), (0.27, 0.46), (-0.27, 0.46)),
    "arrow": ((-0.52, -0.4), (0.12, -0.4), (0.56, 0), (0.12, 0.4), (-0.52, 0.4)),
    "pentagon": tuple((0.53 * sin(2 * pi * n / 5), -0.53 * cos(2 * pi * n / 5)) for n in range(5)),
}


def apart_path(size: float) -> QPainterPath:
    """Two triangles that point away from each other: it was lived differently."""
    path = QPainterPath()
    for side in (-1, 1):
        inner, outer, high = side * size * 0.07, side * size * 0.43, size * 0.36
        path.addPolygon(QPolygonF([QPointF(inner, -high), QPointF(outer, 0), QPointF(inner, high)]))
    return path


def bar_path(box: QRectF, radius: float, arrow: bool) -> QPainterPath:
    """The outline of a period; with `arrow` its right end is a point, because it goes on."""
    path = QPainterPath()
    if not arrow:
        path.addRoundedRect(box, radius, radius)
        return path
    point = box.height() / 2
    path.moveTo(box.right() - point, box.top())
    path.lineTo(box.right(), box.center().y())
    path.lineTo(box.right() - point, box.bottom())
    path.lineTo(box.left() + radius, box.bottom())
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - radius))
    path.lineTo(box.left(), box.top() + radius)
    path.quadTo(box.topLeft(), QPointF(box.left() + radius, box.top()))
    path.closeSubpath()
    return path
