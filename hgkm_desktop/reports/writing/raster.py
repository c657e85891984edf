"""A picture of the program as a piece of a page."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.flowables import Piece
from hgkm_desktop.reports.writing.page_style import COLOURS
from hgkm_desktop.reports.writing.surface import colour_of

_POINTS = 72 / 96 / 2 * 0.8
"""In a pixel: pictures are taken at twice the size that they have on a screen of 96 dpi, and are
a little smaller on paper, where words are too."""


def shown_size(png: bytes, most: float) -> tuple[float, float]:
    """The width and height in points that a picture is shown at, no wider than `most`."""
    with Image.open(BytesIO(png)) as image:
        wide, high = image.size
    scale = min(_POINTS, most / wide)
    return wide * scale, high * scale


class Raster(Piece):
    """A picture that belongs to a figure of the structure, within a thin line."""

    def __init__(self, png: bytes, element: Element) -> None:
        super().__init__()
        self.png, self.element = png, element

    @property
    def natural_width(self) -> float:
        """How wide it is on a screen, in points."""
        return shown_size(self.png, style.FULL * 4)[0]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = shown_size(self.png, width)
        return self.width, self.height

    def draw(self) -> None:
        self.element.box = self.canv.box(0, 0, self.width, self.height)
        with owned(self.canv, self.element):
            self.canv.drawImage(ImageReader(BytesIO(self.png)), 0, 0, self.width, self.height)
        self.canv.setStrokeColor(colour_of(COLOURS.rule))
        self.canv.setLineWidth(style.HAIRLINE)
        self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)
