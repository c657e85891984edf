"""The tijdlijn in the colour and under the name of the house, with dates as exact as asked."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.reports.line.line_document import LineOptions, compose_line
from hgkm_desktop.reports.line.line_pdf import write_line
from hgkm_desktop.reports.options import Dates
from hgkm_desktop.reports.writing.page_style import COLOURS
from tests.builders import a_case_with, an_event
from tests.reports.lines import MADE_ON, line_of, line_pdf
from tests.reports.pages import page_texts
from tests.reports.sixty_events import a_case_of_sixty
from tests.reports.test_hostile import assert_inside

HOUSE = FileSettings(organisation="Gemeente Voorbeeldstad", accent="#7a1f5c")


def dressed(house: FileSettings) -> bytes:
    target, case = BytesIO(), a_case_with(an_event("3 mei 2021", "iets"))
    write_line(compose_line(case, LineOptions(), settings=house, made_on=MADE_ON), target)
    return target.getvalue()


def inks_of(pdf: bytes) -> set[str]:
    """The colours that the first page is painted with, as '#rrggbb'."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return {
            "#" + bytes(round(255 * float(part)) for part in step.operands).hex()
            for step in pikepdf.parse_content_stream(file.pages[0])
            if str(step.operator) in ("rg", "RG")
        }


def author_of(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as file:
        return str(file.docinfo["/Author"])


def test_the_line_has_the_house_colour_and_no_longer_our_own() -> None:
    assert COLOURS.accent in inks_of(dressed(FileSettings()))
    assert HOUSE.accent in inks_of(dressed(HOUSE))
    assert COLOURS.accent not in inks_of(dressed(HOUSE))


def test_every_page_names_the_organisation_and_so_does_the_file() -> None:
    assert all(HOUSE.organisation in text for text in page_texts(line_pdf(a_case_of_sixty())))
    assert author_of(dressed(HOUSE)) == HOUSE.organisation
    assert author_of(dressed(FileSettings())) == "HGKM Desktop"


def test_a_long_name_of_an_organisation_stays_beside_the_marking() -> None:
    long = FileSettings(organisation="Samenwerkende gemeenten " * 20)
    assert_inside(dressed(long))
    assert "…" in page_texts(dressed(long))[0]


@pytest.mark.parametrize(
    ("dates", "said", "listed"),
    [
        (Dates.MAAND, "data op de maand", "41 december 2022 Huisverbod"),
        (Dates.JAAR, "data op het jaar", "41 2022 Huisverbod"),
    ],
)
def test_dates_are_no_more_exact_than_was_asked(dates: Dates, said: str, listed: str) -> None:
    texts = page_texts(line_pdf(a_case_of_sixty(), dates=dates))
    told = " ".join(texts)
    assert all(said in text for text in texts)
    assert "17 december 2022" not in told
    assert listed in told
    document = line_of(a_case_of_sixty(), dates=dates)
    assert (len(document.entries), document.hidden) == (60, 0)


def test_no_part_of_the_axis_is_shorter_than_the_dates_are_exact() -> None:
    case = a_case_with(an_event("3 mei 2021", "a"), an_event("9 november 2021", "b"))
    assert "september 2021" in page_texts(line_pdf(case))[0]
    assert "september 2021" not in page_texts(line_pdf(case, dates=Dates.JAAR))[0]


def test_a_period_is_that_of_whole_months_when_dates_are_no_more_exact() -> None:
    """Who was left out would else tell the day."""
    case = a_case_with(an_event("3 mei 2021", "vroeg"), an_event("20 mei 2021", "laat"))
    assert line_of(case, first=date(2021, 5, 10)).hidden == 1
    on_month = line_of(case, first=date(2021, 5, 10), dates=Dates.MAAND)
    assert on_month.hidden == 0
    assert "deel van de lijn: 1 mei 2021" in on_month.period
