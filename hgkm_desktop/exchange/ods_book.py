"""What every spreadsheet that we write has: its styles, its columns, and nothing of who made it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO

from odfdo import Cell, Column, Document, Element, Row, Style, Table

TEXT_STYLE, HEAD_STYLE, WORDS_STYLE, DAY_STYLE = "invullen", "kop", "uitleg", "dag"
_WRAP = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_BOLD = '<style:text-properties fo:font-weight="bold"/>'
_FORMATS = (
    '<number:text-style style:name="tekst"><number:text-content/></number:text-style>',
    '<number:date-style style:name="dagen"><number:day number:style="long"/>'
    '<number:text>-</number:text><number:month number:style="long"/>'
    '<number:text>-</number:text><number:year number:style="long"/></number:date-style>',
)
_STYLES = tuple(
    f'<style:style style:name="{name}" style:family="table-cell"{more}>{inside}</style:style>'
    for name, more, inside in (
        (TEXT_STYLE, ' style:data-style-name="tekst"', _WRAP),
        (HEAD_STYLE, "", _WRAP + _BOLD),
        (WORDS_STYLE, "", _WRAP),
        (DAY_STYLE, ' style:data-style-name="dagen"', _WRAP),
    )
)
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PROGRAM = "HGKM Desktop"


def writable(words: str) -> str:
    """The words without signs that no XML can hold, as a file from elsewhere may have."""
    return _NOT_IN_XML.sub("", words)


def new_book(title: str) -> Document:
    """A spreadsheet without sheets that says what it is, and nothing of who made it or when."""
    book = Document("spreadsheet")
    book.meta.body.clear()
    book.meta.title = writable(title)
    book.meta.language = "nl-NL"
    book.meta.generator = _PROGRAM
    (styles,) = book.content.get_elements("//office:automatic-styles")
    for words in (*_FORMATS, *_STYLES):
        styles.append(Element.from_tag(words))
    book.body.clear()
    return book


def put_columns(book: Document, table: Table, widths: Iterable[str], style: str) -> None:
    """Give a sheet columns of these widths, such as '4cm'; their cells have this style."""
    for width in widths:
        name = f"breed-{width}".replace(".", "-")
        if book.get_style("table-column", name) is None:
            book.insert_style(Style("table-column", name=name, width=width), automatic=True)
        table.append(Column(style=name, default_cell_style=style))


def row_of(values: Iterable[str | date | None], style: str) -> Row:
    """A row: words as text, whatever they begin with; a day as a day; None as an empty cell."""
    row = Row()
    for value in values:
        if isinstance(value, date):
            row.append_cell(Cell(value=value, style=DAY_STYLE))
        else:
            words = writable(value or "")
            row.append_cell(Cell(text=words, value=words, style=style))
    return row


def bytes_of(book: Document) -> bytes:
    """The spreadsheet as the bytes of a file."""
    made = BytesIO()
    book.save(made)
    return made.getvalue()
