"""Which block of a document becomes which paragraphs, lists and tables of a text in ODF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch

from odfdo import Element, Header

from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Item,
    LinePart,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Picture,
    Questions,
    Run,
    ScreenPicture,
    SideBySide,
    SignedList,
    Subheading,
    Table,
    TableKind,
    Tone,
    WritingRoom,
)
from hgkm_desktop.reports.writing.fonts import clean
from hgkm_desktop.reports.writing.odt_file import TextFile
from hgkm_desktop.reports.writing.odt_pictures import chart_picture, line_pictures
from hgkm_desktop.reports.writing.odt_tables import readings_parts, table_parts
from hgkm_desktop.reports.writing.odt_words import (
    BULLET,
    CAPTION,
    FIGURE,
    MISSING,
    NOTE,
    NUMBER,
    PROMINENT,
    TEXT,
    element,
    paragraph,
    plain,
)
from hgkm_desktop.reports.writing.page_style import COLUMN_B
from hgkm_desktop.reports.writing.raster import shown_size

_KINDS = {ParagraphKind.TEXT: TEXT, ParagraphKind.NOTE: NOTE, ParagraphKind.MISSING: MISSING}
_BULLETS, _NUMBERS = "HGKM_Opsomming", "HGKM_Nummering"
_DEEPEST = 3
_CHART = "Grafiek"
_LINE = "Tijdlijn"
_SCREEN = "Schermafbeelding"
_ROOM = (
    '<style:paragraph-properties fo:border-bottom="0.5pt solid #7b848a" fo:margin-bottom="0mm"'
    ' fo:padding-bottom="0mm" style:line-height-at-least="9mm" style:join-border="false"/>'
)
_KEPT = '<style:paragraph-properties fo:keep-with-next="always" fo:margin-bottom="0mm"/>'


def heading(text: str, level: int, look: str = "") -> list[Element]:
    """A heading of a level from 1 to 3; none without words."""
    words = clean(text).strip()
    if not words:
        return []
    made = Header(level, words)
    made.set_attribute("text:style-name", look or f"Heading_20_{level}")
    return [made]


@singledispatch
def parts_of(block: Block, file: TextFile, level: int) -> list[Element]:
    """The elements of a block that stands under a heading of this level, from 1 to 2."""
    raise TypeError(type(block).__name__)


@parts_of.register
def _(block: Paragraph, file: TextFile, level: int) -> list[Element]:
    return [paragraph(_KINDS[block.kind], block.runs)]


@parts_of.register
def _(block: Subheading, file: TextFile, level: int) -> list[Element]:
    return heading(block.text, min(level + 1, _DEEPEST))


@parts_of.register
def _(block: NumberedList, file: TextFile, level: int) -> list[Element]:
    look = PROMINENT if block.prominent else NUMBER
    return _listed(file, block.items, _NUMBERS, look, block.first)


@parts_of.register
def _(block: Bullets, file: TextFile, level: int) -> list[Element]:
    return _listed(file, block.items, _BULLETS, BULLET)


@parts_of.register
def _(block: SignedList, file: TextFile, level: int) -> list[Element]:
    """The sign is a drawn shape on paper; here its meaning is said."""
    sign = Run(f"{block.mark.label.capitalize()}: ", Tone.STRONG)
    items = (Item((sign, *item.runs), item.explanation) for item in block.items)
    return _listed(file, items, _BULLETS, BULLET)


@parts_of.register
def _(block: Questions, file: TextFile, level: int) -> list[Element]:
    items = (Item((Run(question),)) for question in block.items)
    return _listed(file, items, _NUMBERS, PROMINENT, block.first)


def _listed(
    file: TextFile, items: Iterable[Item], style: str, look: str, first: int = 0
) -> list[Element]:
    """A list; `first` is the number that it starts at. An explanation stays with what it is of."""
    made = element("text:list", text__style_name=style)
    kept = file.style("paragraph", _KEPT, look)
    for item in items:
        told = [paragraph(kept if item.explanation else look, item.runs)]
        told += [paragraph(look, item.explanation)] if item.explanation else []
        made.append(element("text:list-item", *told))
    if first > 1 and made.children:
        made.children[0].set_attribute("text:start-value", str(first))
    return [made] if made.children else []


@parts_of.register
def _(block: Table, file: TextFile, level: int) -> list[Element]:
    return table_parts(block, file)


@parts_of.register
def _(block: SideBySide, file: TextFile, level: int) -> list[Element]:
    closing = [paragraph(TEXT, block.closing)] if block.closing else []
    return [*readings_parts(block, file), *closing]


@parts_of.register
def _(block: WritingRoom, file: TextFile, level: int) -> list[Element]:
    """What is to be written, above lines that are drawn under empty paragraphs."""
    about = paragraph(TEXT, (Run(block.about, Tone.STRONG),))
    look = file.style("paragraph", _ROOM, TEXT)
    return [about, *(plain(look, "") for _ in range(block.lines))]


@parts_of.register
def _(block: LinePart, file: TextFile, level: int) -> list[Element]:
    if block.page.missing:
        return [plain(MISSING, block.page.missing)]
    made = []
    for drawn in line_pictures(block.page, file.ink):
        frame = file.picture(drawn.svg, drawn.size, _LINE, drawn.alt)
        made.append(element("text:p", frame, text__style_name=file.flush(FIGURE)))
    return made


@parts_of.register
def _(block: ScreenPicture, file: TextFile, level: int) -> list[Element]:
    data = block.file.read_bytes()
    frame = file.picture(data, shown_size(data, COLUMN_B), _SCREEN, block.alt)
    return [element("text:p", frame, text__style_name=FIGURE)]


@parts_of.register
def _(block: Picture, file: TextFile, level: int) -> list[Element]:
    """The chart under its caption, and its numbers after it."""
    title = block.caption or _CHART
    drawn = chart_picture(block.chart, block.alt, title, file.ink)
    frame = file.picture(drawn.svg, drawn.size, title, drawn.alt)
    shown = element("text:p", frame, text__style_name=FIGURE)
    caption = [plain(CAPTION, block.caption)] if block.caption else []
    if block.numbers is None:
        return [*caption, shown]
    numbers = replace(block.numbers, kind=TableKind.PLAIN)  # under it: these pages have room
    return [*caption, shown, *table_parts(numbers, file)]
