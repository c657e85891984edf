"""Five organisations, each with the table of its own line in the style of its own office program.

Six of their events are the same as one of another; `DUPLICATES` names them by their titles.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO

from odfdo import Document

from hgkm_desktop.exchange.columns import IN_OUR_TABLE, Target
from hgkm_desktop.exchange.empty_table import empty_ods
from tests.exchange.office_files import (
    DAY,
    EMPTY_ROWS,
    MONTH,
    PERCENT,
    an_ods,
    an_xlsx,
    counted,
    o_day,
    o_row,
    o_text,
    x_cell,
)

BURENRUZIE, SLAAN = "buren bellen over ruzie in de woning", "vader slaat moeder, kind 1 is erbij"
AANGIFTE, VERZUIM = (
    "moeder doet aangifte van mishandeling",
    "overleg met school over verzuim kind 1",
)
HUISVERBOD = "huisverbod opgelegd aan vader"
DUPLICATES = {
    (BURENRUZIE, "melding van buren over ruzie in de woning"),
    (HUISVERBOD, "huisverbod voor vader"),
    (VERZUIM, "overleg met wijkteam over verzuim kind 1"),
    (BURENRUZIE, "melding van politie na ruzie in de woning"),
    (SLAAN, "vader slaat moeder waar kind 1 bij is"),
    (AANGIFTE, "aangifte van mishandeling door moeder"),
}


def politie() -> bytes:
    """Excel: a title over the whole table, days and a month as numbers, a share, empty styles."""
    heads = ("Datum", "Type", "Omschrijving", "Betrokkenen", "Wettelijke grondslag", "Aandeel")
    rows = [
        f'<row r="1">{x_cell("A1", "Overzicht voor een tafel")}{x_cell("B1", None, 1)}</row>',
        '<row r="3">'
        + "".join(x_cell(f"{c}3", h) for c, h in zip("ABCDEF", heads, strict=True))
        + "</row>",
    ]
    events: list[tuple[date, int, str, str, str]] = [
        (date(2021, 2, 3), DAY, "melding", BURENRUZIE, "moeder; vader"),
        (date(2021, 2, 4), DAY, "Incident", SLAAN, "moeder (slachtoffer), vader (pleger), kind 1"),
        (date(2021, 2, 5), DAY, "aangifte", AANGIFTE, "moeder"),
        (date(2021, 3, 1), MONTH, "gesprek", "wijkagent praat met vader op het bureau", "vader"),
        (date(2022, 6, 10), DAY, "interventie", HUISVERBOD, "vader"),
    ]
    for number, (day, style, _, title, who) in enumerate(events, 4):
        cells = [
            x_cell(f"A{number}", counted(day), style),
            f'<c r="B{number}" t="s"><v>{number - 4}</v></c>',
            x_cell(f"C{number}", title),
            x_cell(f"D{number}", who),
            x_cell(f"E{number}", "artikel van de wet die hiervoor geldt"),
            x_cell(f"F{number}", 0.25, PERCENT),
        ]
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    rows.append(f'<row r="1048576">{x_cell("XFD1048576", None, DAY)}</row>')
    return an_xlsx("".join(rows), merged=("A1:F1",), shared=[kind for _, _, kind, _, _ in events])


def wijkteam() -> bytes:
    """LibreOffice: a month over two rows, a note of someone at a cell, a formula with its value."""
    note = (
        "<office:annotation><dc:creator>iemand</dc:creator><text:p>nog nakijken</text:p>"
        "</office:annotation>"
    )
    formula = (
        '<table:table-cell table:formula="of:=[.A1]" office:value-type="string" '
        'office:string-value="wijkteam"><text:p>wijkteam</text:p></table:table-cell>'
    )
    month = o_day("2021-04-01", "apr 2021", 'table:number-rows-spanned="2"')
    noted = o_text("melding van buren over ruzie in de woning").replace(
        "<text:p>", f"{note}<text:p>"
    )
    return an_ods(
        '<table:table-column table:number-columns-repeated="16384"/>',
        o_row(*map(o_text, ("Wanneer", "Soort contact", "Wat is er gebeurd", "Wie", "Bron"))),
        o_row(o_day("2021-02-03", "03-02-21"), o_text("signaal"), noted, o_text("moeder\nvader")),
        o_row(
            o_day("2021-02-10", "10-02-21"),
            o_text("huisbezoek"),
            o_text("thuis gesproken met moeder"),
            o_text("moeder"),
            formula,
        ),
        o_row(month, o_text("overleg"), o_text(VERZUIM), o_text("kind 1")),
        o_row(
            "<table:covered-table-cell/>",
            o_text("plan"),
            o_text("veiligheidsplan gemaakt met moeder"),
            o_text("moeder"),
        ),
        o_row(o_text("10 juni 2022"), o_text("huisverbod"), o_text("huisverbod voor vader")),
        EMPTY_ROWS,
    )


def school() -> bytes:
    """Text in CP1252 with semicolons, as Excel saves a csv here."""
    return (
        "Datum;Soort;Gebeurtenis;Wie;Kinderen gezien;Opmerkingen\r\n"
        "15-1-2021;zorg;kind 1 is vaak afwezig;kind 1;ja;\r\n"
        "april 2021;overleg;overleg met wijkteam over verzuim kind 1;kind 1;;\r\n"
        '12-6-2022;gesprek;"kind 1 vertelt dat het thuis rustiger is";kind 1;ja;'
        "over ‘later’, coördinatie door de intern begeleider\r\n"
    ).encode("cp1252")


def huisarts() -> bytes:
    """'Unicode-tekst' of Excel: UTF-16 with tabs, and the date in three columns."""
    return (
        "Jaar\tMaand\tDag\tCategorie\tOmschrijving\r\n"
        "2021\t2\t5\tcontact\tmoeder komt met pijn aan haar arm\r\n"
        "2021\tmaart\t\tsignaal\tmoeder slaapt slecht\r\n"
        "2022\t\t\toverdracht\tverwijzing naar maatschappelijk werk\r\n"
    ).encode("utf-16")


def veilig_thuis() -> bytes:
    """The table that the program itself made, filled in."""
    rows = (
        ("3-2-2021", "melding", "melding van politie na ruzie in de woning", "moeder, vader"),
        ("4-2-2021", "incident", "vader slaat moeder waar kind 1 bij is", "moeder, vader, kind 1"),
        ("5-2-2021", "aangifte", "aangifte van mishandeling door moeder", "moeder"),
        ("feb 2021", "advies", "advies gevraagd over de veiligheid thuis", ""),
        ("maart 2021", "taxatie", "onderzoek naar de veiligheid afgerond", ""),
    )
    book = Document(BytesIO(empty_ods("Veilig Thuis")))
    sheet = book.body.get_table(0)
    assert sheet is not None
    targets = (Target.START, Target.KIND, Target.TITLE, Target.ROLES)
    for number, cells in enumerate(rows, 1):
        for target, words in zip(targets, cells, strict=True):
            sheet.set_value((IN_OUR_TABLE.index(target), number), words)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


FIVE = {
    "politie": politie,
    "wijkteam": wijkteam,
    "school": school,
    "huisarts": huisarts,
    "Veilig Thuis": veilig_thuis,
}
