"""An empty table for one organisation to fill in, with what it must know to do so."""

from __future__ import annotations

import csv
from io import StringIO

from odfdo import Cell, Document, Row, Table

from hgkm_desktop.exchange.columns import IN_OUR_TABLE, Target
from hgkm_desktop.exchange.ods_book import (
    HEAD_STYLE,
    TEXT_STYLE,
    WORDS_STYLE,
    bytes_of,
    new_book,
    put_columns,
    row_of,
)
from hgkm_desktop.models.terms import EventKind, FactStatus

FIRST_SHEET, SECOND_SHEET = "Gebeurtenissen", "Uitleg"
EMPTY_ROWS = 300
_KINDS = ", ".join(kind.label for kind in EventKind)
_STATUSES = ", ".join(status.label for status in FactStatus)
_YES_NO = "ja, nee of onbekend; leeg is onbekend"
_WIDTHS = {Target.TITLE: "8cm", Target.FACT: "9cm", Target.REMARK: "7cm"}

_ABOUT = (
    "Vul per rij één gebeurtenis in: wat gebeurde er, en wanneer. De volgorde maakt niet uit.",
    "Schrijf nooit een naam, adres, geboortedatum, telefoonnummer of dossiernummer op. "
    "Schrijf een rol: moeder, vader, kind 1, buurvrouw, wijkagent.",
    "Schrijf alleen op wat uw organisatie mag delen, en zet erbij op grond waarvan.",
    "Weet u een datum niet precies? Schrijf dan op wat u wel weet. Verzin geen dag.",
    "Schrijf op wat er gebeurde, en geen oordeel over wie wat fout deed.",
    "Laat de koppen staan. Een kolom die u niet nodig hebt, laat u leeg.",
    "Geef de tabel door op de manier die u met de gemeente hebt afgesproken, niet per gewone mail.",
)
_HELP = {
    Target.START: "3-2-2021, feb 2021, voorjaar 2021, begin 2021, circa 2019 of 2019. "
    "Leeg is onbekend.",
    Target.END: "Alleen als het langer duurde. Loopt het nog door, schrijf dan: heden.",
    Target.KIND: f"Een van deze woorden: {_KINDS}.",
    Target.TITLE: "Kort, in één regel. Dit moet er altijd staan. Gebeurde iets juist niet, begin "
    "dan met ‘niet gedaan:’, of met ‘bestond niet:’ als het hier nog niet kon.",
    Target.ROLES: "Rollen met een komma ertussen, met tussen haakjes wat iemand hierin was: "
    "moeder (slachtoffer), vader (pleger), kind 1 (slachtoffer).",
    Target.ORGANISATIONS: "Wie er nog meer bij was, met een komma ertussen.",
    Target.FACT: "Wat is er vastgesteld, gezien of gezegd, zonder uitleg of mening.",
    Target.SOURCE: "Waar staat dit, of wie zei het? Bijvoorbeeld: eigen verslag, of: moeder.",
    Target.STATUS: f"Een van deze woorden: {_STATUSES}.",
    Target.GROUND: "Op grond waarvan mag uw organisatie dit delen?",
    Target.KNOWN: "Welke organisaties wisten dit toen, met een komma ertussen.",
    Target.CHILD_PRESENT: f"Waren er kinderen bij: {_YES_NO}.",
    Target.CHILD_SEEN: f"Zijn de kinderen gezien: {_YES_NO}.",
    Target.CHILD_SPOKEN: f"Is met de kinderen zelf gesproken: {_YES_NO}.",
    Target.REMARK: "Wat verder van belang is.",
}
_EXAMPLE = {
    Target.START: "mrt 2021",
    Target.KIND: "melding",
    Target.TITLE: "buren horen ruzie en bellen",
    Target.ROLES: "moeder (slachtoffer), vader (pleger)",
    Target.SOURCE: "eigen verslag",
    Target.STATUS: "gemeld",
    Target.CHILD_PRESENT: "onbekend",
}


def explanation(organisation: str) -> tuple[str, ...]:
    """What stands beside the table, a line each."""
    example = "; ".join(f"{target.head}: {words}" for target, words in _EXAMPLE.items())
    return (
        f"Tabel van: {organisation}",
        *_ABOUT,
        "Wat hoort in welke kolom?",
        *(f"{target.head}: {_HELP[target]}" for target in IN_OUR_TABLE),
        f"Een voorbeeld van een rij: {example}.",
    )


def empty_csv(organisation: str) -> bytes:
    """The table as text that Excel and LibreOffice open; lines with # are not read back."""
    written = StringIO(newline="")
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for line in explanation(organisation):
        rows.writerow([f"# {line}"])
    rows.writerow([target.head for target in IN_OUR_TABLE])
    return written.getvalue().encode("utf-8-sig")


def empty_ods(organisation: str) -> bytes:
    """The table as a spreadsheet: a sheet to fill in, and one that explains it.

    Its cells are text, so that no office program makes a day of 'mrt 2021'.
    """
    book = new_book(f"Gebeurtenissen van {organisation}")
    book.body.append(_sheet_to_fill_in(book))
    book.body.append(_sheet_that_explains(organisation))
    return bytes_of(book)


def _sheet_to_fill_in(book: Document) -> Table:
    table = Table(FIRST_SHEET)
    widths = (_WIDTHS.get(target, "4cm") for target in IN_OUR_TABLE)
    put_columns(book, table, widths, TEXT_STYLE)
    table.append(row_of((target.head for target in IN_OUR_TABLE), HEAD_STYLE))
    empty = Row(repeated=EMPTY_ROWS)
    empty.append(Cell(repeated=len(IN_OUR_TABLE), style=TEXT_STYLE))
    table.append(empty)
    return table


def _sheet_that_explains(organisation: str) -> Table:
    table = Table(SECOND_SHEET)
    for line in explanation(organisation):
        table.append(row_of([line], WORDS_STYLE))
    return table
