"""A picture in SVG that is drawn on as on a page, so that shapes are described once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from types import MappingProxyType

from reportlab.lib.colors import Color
from reportlab.pdfgen.pathobject import PDFPathObject

from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.fonts import BOLD, text_width

FONT_FAMILIES = "Atkinson Hyperlegible, Segoe UI, Liberation Sans, Arial, sans-serif"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" '


@dataclass(frozen=True, slots=True)
class _State:
    """What the next shape is drawn with; `groups` are open and close with the state."""

    fill: str = "#000000"
    stroke: str = "#000000"
    width: float = 1.0
    dash: tuple[float, ...] = ()
    x: float = 0.0
    y: float = 0.0
    groups: int = 0


@dataclass(slots=True)
class SvgText:
    """A line of text: its place, and its runs as (font, size, words)."""

    x: float
    y: float
    runs: list[tuple[str, float, str]] = field(default_factory=list)
    _font: tuple[str, float] = ("", 0.0)

    def setFont(self, name: str, size: float) -> None:
        self._font = (name, size)

    def textOut(self, text: str) -> None:
        self.runs.append((*self._font, text))


class SvgCanvas:
    """A picture of `width` by `height` points whose origin is at the top left, y up as on a page:
    all that is seen lies below it. `inks` are colours '#rrggbb' to draw instead of others."""

    def __init__(
        self,
        width: float,
        height: float,
        *,
        title: str,
        inks: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.width, self.height = width, height
        self._inks = inks
        self.owner: Element | None = None  # a picture has no structure
        self._title = title
        self._parts: list[str] = []
        self._state = _State()
        self._states: list[_State] = []
        self._clips = 0

    def text(self) -> str:
        """The whole picture, one shape on a line."""
        wide, high = _number(self.width), _number(self.height)
        title = _escaped(self._title)
        return "\n".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'{_HEAD}width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}" '
                f'role="img" lang="nl" font-family="{FONT_FAMILIES}">',
                f"<title>{title}</title>",
                *self._parts,
                "</svg>",
                "",
            )
        )

    def named_place(self, x: float, y: float, width: float, height: float, name: str) -> None:
        """An unseen box, y down, that tells what stands there to a mouse and a screen reader."""
        box = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" '
        box += f'height="{_number(height)}"'
        self._parts.append(
            f'<rect {box} fill="none" pointer-events="all"><title>{_escaped(name)}</title></rect>'
        )

    # --- state ------------------------------------------------------------------------

    def saveState(self) -> None:
        self._states.append(self._state)
        self._state = replace(self._state, groups=0)

    def restoreState(self) -> None:
        self._parts += ["</g>"] * self._state.groups
        self._state = self._states.pop()

    def translate(self, dx: float, dy: float) -> None:
        self._state = replace(self._state, x=self._state.x + dx, y=self._state.y - dy)

    def setFillColor(self, colour: Color) -> None:
        self._state = replace(self._state, fill=self._ink(colour))

    def setStrokeColor(self, colour: Color) -> None:
        self._state = replace(self._state, stroke=self._ink(colour))

    def setFillColorRGB(self, r: float, g: float, b: float) -> None:
        self.setFillColor(Color(r, g, b))

    def setStrokeColorRGB(self, r: float, g: float, b: float) -> None:
        self.setStrokeColor(Color(r, g, b))

    def setLineCap(self, mode: int) -> None:
        """Ends are always flat."""

    def setLineWidth(self, width: float) -> None:
        self._state = replace(self._state, width=width)

    def setLineJoin(self, mode: int) -> None:
        """Corners are sharp already."""

    def setDash(self, array: tuple[float, ...] | float = (), phase: float = 0) -> None:
        """As on a page: one length and its gap, or lengths in turn; nothing for a whole line."""
        dash = (float(array), float(phase)) if isinstance(array, int | float) else tuple(array)
        self._state = replace(self._state, dash=dash)

    def rotate(self, degrees: float) -> None:
        """Until the state is restored all is turned around the origin, against the clock."""
        x, y = self._at(0, 0)
        turned = f"rotate({_number(-degrees)} {_number(x)} {_number(y)})"
        self._parts.append(f'<g transform="{turned}">')
        self._state = replace(self._state, groups=self._state.groups + 1)

    # --- shapes -----------------------------------------------------------------------

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        ends = zip(("x1", "y1", "x2", "y2"), (*self._at(x1, y1), *self._at(x2, y2)), strict=True)
        self._add("line", " ".join(f'{name}="{_number(at)}"' for name, at in ends), 1, 0)

    def rect(
        self, x: float, y: float, width: float, height: float, *, stroke: int, fill: int
    ) -> None:
        self._add("rect", self._box(x, y, width, height), stroke, fill)

    def roundRect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        *,
        stroke: int,
        fill: int,
    ) -> None:
        box = f'{self._box(x, y, width, height)} rx="{_number(radius)}"'
        self._add("rect", box, stroke, fill)

    def circle(self, x: float, y: float, r: float, *, stroke: int, fill: int) -> None:
        left, top = self._at(x, y)
        place = f'cx="{_number(left)}" cy="{_number(top)}" r="{_number(r)}"'
        self._add("circle", place, stroke, fill)

    def beginPath(self) -> PDFPathObject:
        return PDFPathObject()

    def drawPath(self, path: PDFPathObject, *, stroke: int, fill: int) -> None:
        self._add("path", f'd="{self._steps(path)}"', stroke, fill)

    def clipPath(self, path: PDFPathObject, *, stroke: int, fill: int) -> None:
        """Until the state is restored nothing is seen outside the path."""
        self._clips += 1
        name = f"deel{self._clips}"
        self._parts += [
            f'<defs><clipPath id="{name}"><path d="{self._steps(path)}"/></clipPath></defs>',
            f'<g clip-path="url(#{name})">',
        ]
        self._state = replace(self._state, groups=self._state.groups + 1)

    def beginText(self, x: float, y: float) -> SvgText:
        return SvgText(x, y)

    def drawText(self, line: SvgText) -> None:
        for number, (font, size, words) in enumerate(line.runs):
            weight = ' font-weight="bold"' if font == BOLD else ""
            look = f'font-size="{_number(size)}"{weight}'
            if number == 0:
                x, y = self._at(line.x, line.y)
                look += f' x="{_number(x)}" y="{_number(y)}" fill="{self._state.fill}"'
                look += _as_wide(line)
                self._parts.append(f'<text xml:space="preserve" {look}>{_escaped(words)}')
            else:
                self._parts[-1] += f"<tspan {look}>{_escaped(words)}</tspan>"
        if line.runs:
            self._parts[-1] += "</text>"

    # --- words of SVG -----------------------------------------------------------------

    def _ink(self, colour: Color) -> str:
        code = _hex(colour)
        return self._inks.get(code, code)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x + self._state.x, self._state.y - y

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        left, top = self._at(x, y + height)
        places = zip(("x", "y", "width", "height"), (left, top, width, height), strict=True)
        return " ".join(f'{name}="{_number(at)}"' for name, at in places)

    def _add(self, name: str, place: str, stroke: int, fill: int) -> None:
        state = self._state
        look = f'fill="{state.fill if fill else "none"}"'
        if stroke:
            look += f' stroke="{state.stroke}" stroke-width="{_number(state.width)}"'
            if state.dash:
                look += f' stroke-dasharray="{" ".join(map(_number, state.dash))}"'
        self._parts.append(f"<{name} {place} {look}/>")

    def _steps(self, path: PDFPathObject) -> str:
        """The path in the words of SVG: what it is told to reportlab, each point moved."""
        found: list[str] = []
        waiting: list[float] = []
        for word in path.getCode().split():
            if word not in _STEPS:
                waiting.append(float(word))
                continue
            if word == "re":
                found += self._rectangle(*waiting)
            elif word != "n":
                points = (self._at(x, y) for x, y in zip(*[iter(waiting)] * 2, strict=True))
                found.append(_STEPS[word] + " ".join(_number(n) for at in points for n in at))
            waiting = []
        return " ".join(found)

    def _rectangle(self, x: float, y: float, width: float, height: float) -> list[str]:
        (left, bottom), (right, top) = self._at(x, y), self._at(x + width, y + height)
        start = f"M{_number(left)} {_number(bottom)}"
        return [start, f"H{_number(right)}", f"V{_number(top)}", f"H{_number(left)}", "Z"]


def _as_wide(line: SvgText) -> str:
    """Asks a viewer that lacks our typeface to keep words as wide as they were measured."""
    if len(line.runs) != 1:
        return ""
    font, size, words = line.runs[0]
    wide = text_width(words, size, font == BOLD)
    return f' textLength="{_number(wide)}" lengthAdjust="spacingAndGlyphs"' if wide else ""


_STEPS = {"n": "", "m": "M", "l": "L", "c": "C", "h": "Z", "re": ""}


def _hex(colour: Color) -> str:
    return f"#{colour.hexval()[2:]}"


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escaped(text: str) -> str:
    """Words as they stand, without the characters that XML cannot hold."""
    return escape("".join(ch for ch in text if ch in "\t\n" or _may_stand(ord(ch))))


def _may_stand(code: int) -> bool:
    return code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
