"""The line as one picture in SVG: real text, and a name for every event that is pointed at."""

from __future__ import annotations

from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.line.legend import Legend, legend_items
from hgkm_desktop.reports.line.line_crop import cropped, with_numbers
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.line.line_plan import plan_line
from hgkm_desktop.reports.line.timeline_drawing import Tile, draw_line
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.fonts import draw_text, fitted, register, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM
from hgkm_desktop.reports.writing.surface import colour_of
from hgkm_desktop.reports.writing.svg_canvas import SvgCanvas

_MARGIN, _HEAD, _FOOT = 6 * MM, 22 * MM, 8 * MM
_SCREENFUL = (400 * MM, 300 * MM)
_TITLE_BASE, _SAID_BASE = 12 * MM, 18 * MM


def line_svg(document: LineDocument) -> str:
    """The line of a document as the text of an SVG file, in one piece with its legend.

    It is as wide as its labels need, or as long as the days on a page of A4 that the options ask.
    Raises BadInput when that would be too wide.
    """
    register()
    plan = plan_line(document, *_SCREENFUL)
    number = printed_numbers(document.case)
    shown = cropped(with_numbers(plan.whole(), number), is_first=True, is_last=True)
    legend = Legend(legend_items(document.entries, shown))
    legend_height = legend.wrap(shown.width, 0)[1]
    width = shown.width + 2 * _MARGIN
    height = _HEAD + shown.height + legend_height + _FOOT
    canvas = SvgCanvas(width, height, title=f"Tijdlijn {document.code}: {document.title}")
    canvas.setFillColor(colour_of(COLOURS.paper))
    canvas.rect(0, -height, width, height, stroke=0, fill=1)
    _draw_head(canvas, document, width)
    _draw_foot(canvas, document, width, height)
    canvas.translate(_MARGIN, -_HEAD)
    draw_line(canvas, shown, Tile(0.0, shown.height))
    canvas.translate(0, -shown.height - legend_height)
    legend.draw_on(canvas)
    names = _names(document, number)
    for hit in shown.hits:
        place = (hit.x + _MARGIN, hit.y + _HEAD, hit.w, hit.h)
        canvas.named_place(*place, names[hit.event_id])
    return canvas.text()


def _draw_head(canvas: SvgCanvas, document: LineDocument, width: float) -> None:
    room, size = width - 2 * _MARGIN, style.SMALL.size
    marked = text_width(document.marking, size, True)
    canvas.setFillColor(colour_of(COLOURS.ink))
    draw_text(canvas, width - _MARGIN - marked, -_TITLE_BASE, document.marking, size, True)
    title = fitted(document.title, room - marked - 6 * MM, style.WIDE_TITLE.size, True)
    draw_text(canvas, _MARGIN, -_TITLE_BASE, title, style.WIDE_TITLE.size, True)
    said = f"Tijdlijn {document.code} · {document.period} · {document.note}"
    said += f" · {document.selection}" if document.selection else ""
    draw_text(canvas, _MARGIN, -_SAID_BASE, fitted(said, room, size), size, False)


def _draw_foot(canvas: SvgCanvas, document: LineDocument, width: float, height: float) -> None:
    size = style.LABEL.size
    canvas.setFillColor(colour_of(COLOURS.soft))
    said = fitted(document.disclaimer, width - 2 * _MARGIN, size)
    draw_text(canvas, _MARGIN, 3 * MM - height, said, size, False)


def _names(document: LineDocument, number: dict[str, int]) -> dict[str, str]:
    """What is said of each event that is pointed at."""
    entries = {entry.number: entry for entry in document.entries}
    found = {}
    for event_id, place in number.items():
        if entry := entries.get(place):
            found[event_id] = f"{place}. {entry.text}. {entry.when}. {entry.about}"
    return found
