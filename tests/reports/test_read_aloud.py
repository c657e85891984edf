"""The documents as a screen reader reads them: what is said, as what, and in which order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.reports.line.line_document import PaperSize
from tests.builders import a_case_with
from tests.reports.full_case import QUESTIONS, SENTENCES, a_full_case, document_of
from tests.reports.lines import line_pdf
from tests.reports.pages import page_texts, pdf_of
from tests.reports.sixty_events import a_case_of_sixty
from tests.reports.structure import Node, Structure, structure_of

DISCLAIMER = (
    "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs · "
    "1 van 12 gebeurtenissen niet getoond"
)


def over_full_case() -> Case:
    """A case with more questions than the notitie has room for."""
    case = a_full_case()
    questions = (*QUESTIONS, "Een vierde vraag?", "Een vijfde?")
    return replace(case, summary=replace(case.summary, questions=questions))


@pytest.fixture(scope="module")
def read() -> Structure:
    return structure_of(pdf_of(document_of(over_full_case())))


@pytest.fixture(scope="module")
def line() -> Structure:
    return structure_of(line_pdf(a_full_case()))


def told(found: Structure, *roles: str) -> list[str]:
    return [node.whole for node in found.root.all(*roles)]


def listed(found: Structure) -> list[tuple[str, str]]:
    """The label and the words of each item of the lists."""
    items = found.root.all("LI")
    return [(item.elements[0].whole, item.elements[1].whole) for item in items]


def test_an_event_is_read_with_whose_it_is_and_its_signs(read: Structure) -> None:
    said = {body for _, body in listed(read)}
    assert any(
        words.startswith("incident, politie, ook een risicomoment, risicovol: nov 2022")
        for words in said
    )
    assert any(
        words.startswith("contact of gesprek, school, ging goed: mrt 2022") for words in said
    )
    assert any(words.startswith("life event: begin 2022") for words in said)


def test_the_title_comes_first_then_what_it_is_and_its_facts(read: Structure) -> None:
    assert read.story()[:14] == [
        ("H1", "Van stilte naar één plan"),
        ("P", "Gemeente Voorbeeldstad · Gespreksnotitie burgemeester en wethouder"),
        ("Lbl", "Casus"),
        ("LBody", "K7-2F"),
        ("Lbl", "Versie"),
        ("LBody", "1"),
        ("Lbl", "Datum"),
        ("LBody", "12 januari 2026"),
        ("Lbl", "Staat"),
        ("LBody", "In bewerking"),
        ("P", "In bewerking, blijft aan deze tafel"),
        ("P", "Waarom deze casus: Het duurde lang."),
        *read.story()[12:13],
        ("P", DISCLAIMER),
    ]
    assert read.story()[12][1].startswith("Vertrouwelijk, alleen voor wie aan deze tafel zit.")


def test_headings_go_down_one_level_at_a_time(read: Structure, line: Structure) -> None:
    for found in (read, line):
        levels = [int(n.role[1]) for n in found.root.all("H1", "H2", "H3", "H4")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))
    assert told(read, "H3") == ["Vragen voor uw gesprek"]
    assert told(read, "H2")[-2:] == ["Tijdlijn K7-2F Van stilte naar één plan", "Bijlage A"]


def test_a_heading_is_read_before_what_stands_beside_it(read: Structure) -> None:
    story = [text for _, text in read.story()]
    at = story.index("In vijf zinnen")
    assert story[at + 1 : at + 3] == ["1", SENTENCES[0]]
    assert "Nog 2: zie bijlage A" in story


def test_signs_are_read_as_what_they_mean(read: Structure) -> None:
    assert ("ging goed", "School: Elke week een gesprek. (2)") in listed(read)
    assert ("niet oké", "Wijkteam: Het bleef liggen. (3)") in listed(read)
    assert "risicovol: nov 2022" in told(read, "TD")
    assert ("plusteken", "ging goed") in listed(read)


def test_what_explains_an_item_belongs_to_it(read: Structure) -> None:
    assert ("1", "Bel bij een tweede signaal. Eén signaal leek klein.") in listed(read)


def test_readings_are_a_table_with_an_organisation_above_each(read: Structure) -> None:
    table = read.root.all("Table")[1]
    assert [h.text for h in table.all("TH")] == ["Wijkteam zag", "Politie zag", "Rust in huis"]
    assert [d.text for d in table.all("TD")][:2] == ["Het gaat beter.", "Het is te stil."]
    assert width_of_rows(table) == {2}


def width_of_rows(table: Node) -> set[int]:
    """How many columns the rows of a table without cells of more rows have."""
    return {sum(cell.columns for cell in row.elements) for row in table.all("TR")}


def test_a_reader_who_must_act_is_read_in_his_row(read: Structure) -> None:
    rows = [[cell.whole for cell in row.elements] for row in read.root.all("TR")]
    place = rows.index(["Nr", "Wij vragen", "Aan wie", "Soort", "Voor wanneer"])
    assert rows[place + 1] == [
        "1",
        "Bespreek het in de driehoek.",
        "Burgemeester",
        "Agenderen",
        "1 mrt 2026",
    ]


def test_the_line_is_a_figure_followed_by_its_meaning_and_its_list(read: Structure) -> None:
    (figure,) = read.root.all("Figure")
    assert figure.alt == (
        "Tijdlijn van december 2021 tot en met april 2023: 11 gebeurtenissen in 5 banen; "
        "alle gebeurtenissen staan in de lijst hierna."
    )
    assert figure.has_box
    items = listed(read)
    assert items.index(("ruit, L", "life event")) < items.index(
        ("1", "life event: begin 2022 Vader raakt zijn baan kwijt")
    )
    assert ("7", "afstemmingsmoment, politie: dec 2022 Niet gedaan: overleg") in items


def test_the_line_on_its_own_says_what_it_is(line: Structure) -> None:
    assert line.story()[:7] == [
        ("H1", "Van stilte naar één plan"),
        ("P", "Gemeente Voorbeeldstad"),
        ("P", "Tijdlijn K7-2F"),
        ("P", "versie 1 · in bewerking · 12 januari 2026"),
        ("P", "Hele lijn: 1 januari 2022 – 31 maart 2023"),
        ("P", "In bewerking, blijft aan deze tafel"),
        ("P", DISCLAIMER),
    ]
    assert ("2", "14 maart 2022 School praat met kind 1 contact of gesprek · school") in listed(
        line
    )


@pytest.mark.parametrize("paper", PaperSize)
def test_each_page_of_the_line_is_a_figure_of_its_own(paper: PaperSize) -> None:
    pdf = line_pdf(a_case_of_sixty(), paper=paper)
    found = structure_of(pdf)
    figures = found.root.all("Figure")
    assert [figure.page for figure in figures] == list(range(1, len(figures) + 1))
    for number, figure in enumerate(figures, 1):
        assert f"Deel {number} van {len(figures)}. Deze pagina: " in str(figure.alt)
        assert "60 gebeurtenissen" in str(figure.alt)
    assert told(found, "H2") == ["Alle gebeurtenissen op de lijn"]
    assert len(page_texts(pdf)) > len(figures)
    assert sum(text == "life event" for _, text in listed(found)) == 1


def test_what_is_missing_is_read_too() -> None:
    found = structure_of(pdf_of(document_of(a_case_with(title=""))))
    assert "Nog niet ingevuld: het verhaal in vijf zinnen." in told(found, "P")
    assert "Nog niet ingevuld: de gebeurtenissen op de tijdlijn." in told(found, "P")
    alone = structure_of(line_pdf(a_case_with()))
    assert "Nog niet ingevuld: de gebeurtenissen op de tijdlijn." in told(alone, "P")


def test_a_title_that_is_cut_on_paper_is_read_whole() -> None:
    title = "Van vele losse signalen naar één plan " * 3
    case = a_full_case()
    case = replace(case, summary=replace(case.summary, title=title))
    for pdf in (line_pdf(case), pdf_of(document_of(case))):
        assert any(" ".join(title.split()) in text for text in told(structure_of(pdf), "H1", "H2"))
        assert "…" in " ".join(page_texts(pdf))
