"""The rows of readings side by side: what each organisation saw in the same."""

from __future__ import annotations

from collections.abc import Sequence

from hgkm_desktop.reports.content import ReadBy, Run, SideBySide, Tone
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.flowables import Apart, Underlined, plain, words
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, TEXT_X
from hgkm_desktop.reports.writing.sections import Placed, Row

_HALF = 60 * MM
_HALVES = (TEXT_X, TEXT_X + style.COLUMN_B - _HALF)
_BOLD = style.Type(style.BODY.size, style.BODY.leading, bold=True)
_PAIR = 2


def readings_rows(
    block: SideBySide, previous: SideBySide | None, into: Element, level: int
) -> list[Row]:
    """The rows of what was read differently, after a `previous` one in the same section.

    Two organisations are a table with a column for each, that goes on for as long as they are
    the same; fewer or more stand as paragraphs under a heading one below `level`.
    """
    if len(block.readings) == _PAIR:
        return _pair(block, previous, into)
    heading = into.put(Element(f"H{level + 1}"))
    rows = [_about(block, heading, follows=False)]
    for first in range(0, len(block.readings), _PAIR):
        readings = block.readings[first : first + _PAIR]
        elements = [into.put(Element("P")) for _ in readings]
        rows.append(_readings(readings, elements, named=False))
    return rows + _closing(block, rows, into.put(Element("P")))


def _pair(block: SideBySide, previous: SideBySide | None, into: Element) -> list[Row]:
    goes_on = previous is not None and _names(previous) == _names(block)
    table = into.kids[-1] if goes_on else into.put(Element("Table"))
    rows = [] if goes_on else [_heads(block.readings, table)]
    body = table.kids[-1] if goes_on else table.put(Element("TBody"))
    term = body.put(Element("TR")).put(Element("TH", scope="Column", columns=_PAIR))
    rows.append(_about(block, term, follows=bool(rows)))
    line = body.put(Element("TR"))
    cells = [line.put(Element("TD")) for _ in block.readings]
    rows.append(_readings(block.readings, cells, named=True))
    if not block.closing:
        return rows
    closing = body.put(Element("TR")).put(Element("TD", columns=_PAIR))
    return rows + _closing(block, rows, closing)


def _names(block: SideBySide) -> list[str]:
    return [reading.organisation for reading in block.readings]


def _heads(readings: Sequence[ReadBy], table: Element) -> Row:
    """The names of two organisations above what they saw."""
    line = table.put(Element("THead")).put(Element("TR"))
    cells = []
    for x, reading in zip(_HALVES, readings, strict=True):
        head = line.put(Element("TH", scope="Column"))
        cells.append(Placed(x, _HALF, Underlined(plain(_saw(reading), _BOLD, element=head))))
    return Row(cells, keep=True)


def _saw(reading: ReadBy) -> str:
    return f"{reading.organisation[:1].upper()}{reading.organisation[1:]} zag"


def _about(block: SideBySide, element: Element, *, follows: bool) -> Row:
    term = plain(block.about, _BOLD, COLOURS.accent, element=element)
    above = 1.7 * MM if follows else 0
    return Row([Placed(TEXT_X, style.COLUMN_B, term)], above=above, keep=True)


def _readings(readings: Sequence[ReadBy], elements: Sequence[Element], *, named: bool) -> Row:
    cells: list[Placed] = []
    for x, reading, element in zip(_HALVES, readings, elements, strict=False):
        name = () if named else (Run(f"{_saw(reading)}: ", Tone.STRONG),)
        text = reading.text or "nog niet ingevuld"
        said = words((*name, Run(text)), style.BODY, element=element)
        cells.append(Placed(x, _HALF, said))
    if len(cells) == _PAIR:
        middle = style.COLUMN_B - 2 * _HALF
        cells.insert(1, Placed(TEXT_X + _HALF, middle, Apart()))
    return Row(cells, above=0.4 * MM)


def _closing(block: SideBySide, rows: list[Row], element: Element) -> list[Row]:
    """What came of it, on the same page as the last readings."""
    if not block.closing:
        return []
    rows[-1].keep = True
    closing = words(block.closing, style.BODY, element=element)
    return [Row([Placed(TEXT_X, style.LONGEST_LINE, closing)], above=1.2 * MM)]
