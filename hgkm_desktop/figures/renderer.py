"""Painting of a matplotlib figure on a page: vector, with the fonts of the document itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

Measure = Callable[[str, float, bool], float]
"""The width of a text of this size in points, bold or not."""
Write = Callable[[float, float, str, float, bool], None]
"""Write one line of text from x on the baseline y, in a size in points, bold or not."""

_DESCENT, _ASCENT = 0.22, 0.72  # of the size of a letter
_BOLD = 600
_HATCH_STEP = 72.0  # points: how large a square of a hatch is


class Page(Protocol):
    """What a figure is painted on: y grows up, lengths are points; names as in reportlab."""

    def saveState(self) -> None: ...

    def restoreState(self) -> None: ...

    def translate(self, dx: float, dy: float, /) -> None: ...

    def rotate(self, degrees: float, /) -> None: ...

    def setFillColorRGB(self, r: float, g: float, b: float, /) -> None: ...

    def setStrokeColorRGB(self, r: float, g: float, b: float, /) -> None: ...

    def setLineWidth(self, width: float, /) -> None: ...

    def setLineCap(self, mode: int, /) -> None: ...

    def setDash(self, array: Any = ..., phase: float = ..., /) -> None: ...

    def beginPath(self) -> Any: ...

    def drawPath(self, path: Any, /, *, stroke: int, fill: int) -> None: ...

    def clipPath(self, path: Any, /, *, stroke: int, fill: int) -> None: ...


class PageRenderer(RendererBase):
    """Draws what matplotlib asks for; a point is a pixel of the figure."""

    def __init__(
        self, page: Page, width: float, height: float, measure: Measure, write: Write
    ) -> None:
        super().__init__()
        self._page, self._size = page, (width, height)
        self._measure, self._write = measure, write

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def flipy(self) -> bool:
        return False

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        size = float(prop.get_size_in_points())
        wide = self._measure(s, size, _is_bold(prop))
        return wide, size * (_ASCENT + _DESCENT), size * _DESCENT

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 (matplotlib's own name)
    ) -> None:
        page = self._page
        stroked = gc.get_linewidth() > 0 and gc.get_alpha() != 0
        page.saveState()
        self._clip(gc)
        drawn = _traced(page, path, transform)
        filled = rgbFace is not None and not (len(rgbFace) == 4 and rgbFace[3] == 0)
        if filled:
            page.setFillColorRGB(*rgbFace[:3])
        if stroked:
            self._pen(gc)
        page.drawPath(drawn, stroke=int(stroked), fill=int(filled))
        if gc.get_hatch():
            self._hatch(gc, path, transform)
        page.restoreState()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Any = None,
    ) -> None:
        page = self._page
        page.saveState()
        page.setFillColorRGB(*gc.get_rgb()[:3])
        page.translate(x, y)
        if angle:
            page.rotate(angle)
        self._write(0, 0, s, float(prop.get_size_in_points()), _is_bold(prop))
        page.restoreState()

    def _pen(self, gc: GraphicsContextBase) -> None:
        page = self._page
        page.setStrokeColorRGB(*gc.get_rgb()[:3])
        page.setLineWidth(gc.get_linewidth())
        page.setLineCap({"butt": 0, "round": 1, "projecting": 2}[str(gc.get_capstyle())])
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            page.setDash(np.asarray(dashes, dtype=float).tolist(), float(offset or 0))

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            path = self._page.beginPath()
            path.rect(box.x0, box.y0, box.width, box.height)
            self._page.clipPath(path, stroke=0, fill=0)
        clip, transform = gc.get_clip_path()
        if clip is not None and transform is not None:
            outline = cast(Path, clip)
            self._page.clipPath(_traced(self._page, outline, transform), stroke=0, fill=0)

    def _hatch(self, gc: GraphicsContextBase, path: Path, transform: Transform) -> None:
        """The lines of a hatch over the box of a path, cut off at its edges."""
        page, box = self._page, path.get_extents(transform)
        page.saveState()
        page.clipPath(_traced(page, path, transform), stroke=0, fill=0)
        page.setStrokeColorRGB(*gc.get_hatch_color()[:3])
        page.setLineWidth(gc.get_hatch_linewidth())
        page.setDash()
        tile = gc.get_hatch_path()
        for x in np.arange(box.x0, box.x1, _HATCH_STEP):
            for y in np.arange(box.y0, box.y1, _HATCH_STEP):
                placed = Affine2D().scale(_HATCH_STEP).translate(x, y)
                page.drawPath(_traced(page, tile, placed), stroke=1, fill=0)
        page.restoreState()


def _is_bold(prop: FontProperties) -> bool:
    weight = prop.get_weight()
    return weight in ("bold", "heavy", "black") or (
        isinstance(weight, int | float) and weight >= _BOLD
    )


def _traced(page: Page, path: Path, transform: Transform) -> Any:
    """A path of matplotlib as a path of the page; points that are no number end a line."""
    drawn, here = page.beginPath(), [0.0, 0.0]
    for corners, code in path.iter_segments(transform, simplify=False, curves=True):
        places = [round(float(place), 4) for place in corners]
        if code == Path.MOVETO:
            drawn.moveTo(*places)
        elif code == Path.LINETO:
            drawn.lineTo(*places)
        elif code == Path.CURVE3:
            drawn.curveTo(*_cubic(here, places))
        elif code == Path.CURVE4:
            drawn.curveTo(*places)
        elif code == Path.CLOSEPOLY:
            drawn.close()
        if code != Path.CLOSEPOLY:
            here = places[-2:]
    return drawn


def _cubic(start: list[float], places: list[float]) -> list[float]:
    """A curve with one handle as one with two."""
    (x0, y0), (xh, yh, x1, y1) = start, places
    first = [x0 + 2 / 3 * (xh - x0), y0 + 2 / 3 * (yh - y0)]
    second = [x1 + 2 / 3 * (xh - x1), y1 + 2 / 3 * (yh - y1)]
    return [*first, *second, x1, y1]
