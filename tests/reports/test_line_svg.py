"""The line as SVG: one valid picture with real text, and a name for every event."""

from __future__ import annotations

from datetime import date
from functools import cache
from xml.etree import ElementTree

from hgkm_desktop.models.case import numbers
from hgkm_desktop.reports.line.line_document import Scale
from hgkm_desktop.reports.line.line_svg import line_svg
from hgkm_desktop.timeline.choices import Choices
from tests.builders import a_case_with, an_event, an_organisation
from tests.reports.lines import line_of
from tests.reports.sixty_events import a_case_of_sixty

SVG = "{http://www.w3.org/2000/svg}"


@cache
def picture() -> str:
    return line_svg(line_of(a_case_of_sixty()))


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def words(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def names(root: ElementTree.Element) -> list[str]:
    return [
        title.text or "" for rect in root.iter(f"{SVG}rect") for title in rect.iter(f"{SVG}title")
    ]


def test_the_picture_is_valid_and_stands_on_its_own() -> None:
    root = parsed(picture())
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title") is not None
    assert "Atkinson" in root.attrib["font-family"]
    assert root.attrib["font-family"].endswith("sans-serif")
    assert "href" not in picture()
    assert "url(" not in picture().replace("url(#", "")


def test_every_event_has_its_number_and_a_name() -> None:
    case, root = a_case_of_sixty(), parsed(picture())
    number = numbers(case)
    told, said = names(root), set(words(root))
    for event in case.events:
        mine = [name for name in told if name.startswith(f"{number[event.id]}. ")]
        assert mine
        assert all(event.title in name for name in mine)
        if event.start.is_known:
            assert str(number[event.id]) in said


def test_every_text_is_as_wide_as_it_was_measured() -> None:
    lengths = [text.attrib.get("textLength") for text in parsed(picture()).iter(f"{SVG}text")]
    assert lengths
    assert all(lengths)


def test_the_picture_says_what_it_is() -> None:
    said = " ".join(words(parsed(picture())))
    assert "In bewerking, blijft aan deze tafel" in said
    assert "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs" in said
    assert "0 van 60 gebeurtenissen niet getoond" in said
    assert "hele lijn: 1 januari 2021 – 31 oktober 2023" in said
    assert "afstemmingsmoment" in said, "the legend"


def test_what_a_user_typed_stays_text() -> None:
    typed = '<img src=x onerror="alert(1)"> & \x00\x07 ]]> </text> \ud800'
    school = an_organisation("<script>alert(1)</script>")
    event = an_event("3 mei 2021", typed, organisation_ids=(school.id,))
    made = line_svg(line_of(a_case_with(school, event, title=typed)))
    root = parsed(made)
    assert "<script" not in made
    assert "<img" not in made
    assert any("<img src=x onerror" in word for word in words(root))
    made.encode()


def test_a_selection_and_a_period_are_said() -> None:
    case = a_case_of_sixty()
    few = Choices(event_ids=frozenset(e.id for e in case.events[:5]))
    document = line_of(case, choices=few, first=date(2021, 1, 1), last=date(2021, 12, 31))
    said = " ".join(words(parsed(line_svg(document))))
    assert "Selectie: 5 van 60 gebeurtenissen" in said
    assert "deel van de lijn: 1 januari 2021 – 31 december 2021" in said


def test_any_case_gives_a_picture() -> None:
    cases = (
        a_case_with(),
        a_case_with(an_event("", "ooit")),
        a_case_with(an_event("1820", "a"), an_event("2020", "b")),
        a_case_with(*(an_event("3 mei 2021", f"g{n}") for n in range(500))),
    )
    for case in cases:
        for scale in Scale:
            assert parsed(line_svg(line_of(case, scale=scale))).tag == f"{SVG}svg"


def test_the_same_line_is_the_same_picture() -> None:
    case = a_case_of_sixty()
    assert line_svg(line_of(case)) == line_svg(line_of(case))


def test_in_a_part_of_the_line_every_number_is_drawn() -> None:
    case = a_case_with(
        an_event("2022", "ergens in het jaar"),
        an_event("20 dec 2021 - 30 jan 2022", "over de jaargrens"),
        an_event("vanaf 2020", "loopt door"),
        an_event("7 feb 2022", "in het kwartaal"),
        an_event("tussen feb en apr 2022", "ongeveer dan"),
    )
    document = line_of(case, first=date(2022, 1, 1), last=date(2022, 3, 31))
    told = {entry.text: entry.number for entry in document.entries}
    assert set(told) == {"over de jaargrens", "loopt door", "in het kwartaal", "ongeveer dan"}
    drawn = parsed(line_svg(document)).iter(f"{SVG}text")
    bold = {text.text for text in drawn if text.attrib.get("font-weight") == "bold"}
    assert {str(number) for number in told.values()} <= bold
