"""Tables as LibreOffice and Excel write them, made by hand out of XML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DAY, MONTH, PERCENT = 1, 2, 3  # styles of cells in a workbook of ours


def packed(parts: dict[str, str | bytes], first: str = "") -> bytes:
    """A zip of these parts; `first` is the type that an ODF file begins with."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        if first:
            file.writestr("mimetype", first, ZIP_STORED)
        for name, words in parts.items():
            file.writestr(name, words)
    return made.getvalue()


# --- as Excel -------------------------------------------------------------------------------


def counted(day: date) -> int:
    """The number that Excel keeps for a day."""
    return (day - date(1899, 12, 30)).days


def x_cell(at: str, value: str | float | None, style: int = 0, kind: str = "inlineStr") -> str:
    """One cell: text in itself, or a number in a style; None is a cell with a style only."""
    if value is None:
        return f'<c r="{at}" s="{style}"/>'
    if isinstance(value, str):
        inside = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        return f'<c r="{at}" s="{style}" t="{kind}">{inside}</c>'
    return f'<c r="{at}" s="{style}"><v>{value}</v></c>'


def an_xlsx(
    rows: str,
    *,
    merged: Iterable[str] = (),
    shared: Sequence[str] = (),
    since_1904: bool = False,
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """A workbook of one sheet, with these <row> elements."""
    cells = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    below = f'<mergeCells count="1">{cells}</mergeCells>' if cells else ""
    year = '<workbookPr date1904="1"/>' if since_1904 else "<workbookPr/>"
    strings = "".join(f"<si><t>{escape(words)}</t></si>" for words in shared)
    return packed(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{year}'
            '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
            "xl/styles.xml": f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
            '<numFmt numFmtId="164" formatCode="d\\-m\\-yyyy"/>'
            '<numFmt numFmtId="165" formatCode="[$-413]mmm\\ yyyy;@"/></numFmts>'
            '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4">'
            '<xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165"/>'
            '<xf numFmtId="9"/></cellXfs></styleSheet>',
            "xl/sharedStrings.xml": f'{_HEAD}<sst xmlns="{_MAIN}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": f'{_HEAD}<worksheet xmlns="{_MAIN}">'
            f"<sheetData>{rows}</sheetData>{below}</worksheet>",
            **(more or {}),
        }
    )


# --- as LibreOffice -------------------------------------------------------------------------


def o_text(words: str, more: str = "") -> str:
    """A cell of text, its lines as paragraphs; `more` are attributes."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in words.split("\n"))
    return (
        f'<table:table-cell office:value-type="string" calcext:value-type="string" {more}>'
        f"{lines}</table:table-cell>"
    )


def o_day(stored: str, shown: str, more: str = "") -> str:
    """A cell with a date that is shown in some way."""
    return (
        f'<table:table-cell table:style-name="ce2" office:value-type="date" '
        f"office:date-value={quoteattr(stored)} {more}><text:p>{shown}</text:p></table:table-cell>"
    )


def o_row(*cells: str, more: str = "") -> str:
    """A row, ended by the empty cells with which LibreOffice fills it."""
    rest = f'<table:table-cell table:number-columns-repeated="{16384 - len(cells)}"/>'
    return (
        f'<table:table-row table:style-name="ro1" {more}>{"".join(cells)}{rest}</table:table-row>'
    )


EMPTY_ROWS = o_row(more='table:number-rows-repeated="1048000"')


def an_ods(*rows: str, before: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """A spreadsheet of one sheet; `before` is what stands before its root."""
    spaces = "".join(
        f' xmlns:{name}="{_ODF}{rest}"'
        for name, rest in (
            ("office", "office:1.0"),
            ("table", "table:1.0"),
            ("text", "text:1.0"),
            ("draw", "drawing:1.0"),
        )
    )
    calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content{spaces} '
        f'xmlns:calcext="{calc}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Blad1">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"content.xml": content, **(more or {})}, kind)
