"""The blocks of a document on paper: tables that go on, bullets, subheadings and charts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf

from hgkm_desktop.figures.chart import Chart, ChartKind, Series
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.case.casusverslag_blocks import note
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Document,
    Item,
    Paragraph,
    Picture,
    ReadBy,
    Run,
    Section,
    SideBySide,
    Subheading,
    Table,
    TableKind,
)
from hgkm_desktop.reports.writing.page_style import MM
from tests.reports.full_case import a_full_case, document_of
from tests.reports.pages import page_texts, pages, pdf_of
from tests.reports.structure import Structure, structure_of
from tests.reports.test_hostile import assert_inside

LONG = "Dit is een lange zin over wat er toen gebeurde en wie daar van wist. "


def a_document(*blocks: Block) -> Document:
    """A document with these blocks in its only section."""
    document = document_of(a_full_case())
    section = Section("De kop", blocks)
    return replace(document, sections=(section,), timeline=None, annex=(), text_pages=0)


def made(*blocks: Block) -> bytes:
    return pdf_of(a_document(*blocks))


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Run(text),)) for text in texts)


def a_table(*rows: tuple[Cell, ...], head: tuple[str, ...], **more: object) -> Table:
    return replace(Table(TableKind.PLAIN, head, rows), **more)  # type: ignore[arg-type]


def left_of(pdf: bytes, word: str) -> float:
    """Where a word begins, in millimetres from the left."""
    return next(w.left for page in pages(pdf) for w in page.words if w.text == word) / MM


def rows_of(found: Structure) -> list[list[str]]:
    return [[cell.text for cell in row.elements] for row in found.root.all("TR")]


# --- tables -------------------------------------------------------------------------------


def test_a_table_that_goes_on_repeats_its_head_but_reads_it_once() -> None:
    rows = [cells(f"nummer{n}", LONG) for n in range(60)]
    pdf = made(a_table(*rows, head=("Kopje", "Verhaal")))
    texts = page_texts(pdf)
    assert len(texts) > 3
    assert all("Kopje Verhaal" in text for text in texts)
    found = structure_of(pdf)
    assert rows_of(found) == [["Kopje", "Verhaal"]] + [
        [f"nummer{n}", LONG.strip()] for n in range(60)
    ]
    assert len(found.root.all("Table")) == 1


def test_a_row_stays_on_one_page() -> None:
    rows = [cells(f"begin{n}", f"{LONG * 6} eind{n}") for n in range(30)]
    texts = page_texts(made(a_table(*rows, head=("Kopje", "Verhaal"))))
    for n in range(30):
        (page,) = [text for text in texts if f"begin{n} " in text]
        assert f"eind{n} " in f"{page} "


def test_a_row_of_more_than_a_page_goes_on_and_is_one_cell() -> None:
    pdf = made(a_table(cells("kort", LONG * 120), cells("einde", ""), head=("Kopje", "Verhaal")))
    assert_inside(pdf)
    assert len(page_texts(pdf)) > 2
    assert rows_of(structure_of(pdf))[1] == ["kort", (LONG * 120).strip()]


def test_three_columns_stand_beside_the_heading_and_four_below_it() -> None:
    three = made(a_table(cells("aap", "noot", "mies"), head=("A", "B", "C")))
    four = made(a_table(cells("aap", "noot", "mies", "wim"), head=("A", "B", "C", "D")))
    assert abs(left_of(three, "aap") - 60) < 0.5
    assert abs(left_of(four, "aap") - 18) < 0.5


def test_columns_are_as_wide_as_they_are_asked() -> None:
    row = cells("aap", "noot", "mies")
    pdf = made(a_table(row, head=("A", "B", "C"), widths=(1, 1, 2)))
    places = [left_of(pdf, word) for word in ("aap", "noot", "mies")]
    assert abs((places[1] - places[0]) - (places[2] - places[1])) < 0.5
    assert abs((places[2] - places[1]) - 34.5) < 0.5  # (132 mm - 2 gaps of 3) / 4, and a gap


def test_a_table_says_its_caption_and_the_heads_of_its_rows() -> None:
    table = a_table(
        cells("School", "ja"), head=("Wie", "Wist dit"), caption="Wie wist wat", row_heads=True
    )
    found = structure_of(made(table))
    (read,) = found.root.all("Table")
    assert [node.role for node in read.elements] == ["Caption", "THead", "TBody"]
    assert read.elements[0].text == "Wie wist wat"
    heads = [(node.text, node.scope) for node in read.all("TH")]
    assert heads == [("Wie", "Column"), ("Wist dit", "Column"), ("School", "Row")]


def test_a_cell_of_more_rows_stands_once_and_the_rows_beside_it_line_up() -> None:
    table = a_table(
        (Cell((Run("samen"),), rows=3), *cells("boven")),
        cells("twee"),
        cells("drie"),
        cells("alleen", "vier"),
        head=("A", "B"),
    )
    pdf = made(table)
    found = structure_of(pdf)
    assert rows_of(found)[1:] == [["samen", "boven"], ["twee"], ["drie"], ["alleen", "vier"]]
    assert [node.rows for node in found.root.all("TD")] == [3, 1, 1, 1, 1, 1]
    assert left_of(pdf, "boven") == left_of(pdf, "twee") == left_of(pdf, "vier")


def test_a_high_cell_of_more_rows_does_not_run_into_the_next() -> None:
    table = a_table(
        (Cell((Run(LONG * 4),), rows=2), *cells("een")),
        cells("twee"),
        cells("volgende", "drie"),
        head=("A", "B"),
    )
    words = [word for page in pages(made(table)) for word in page.words]
    last = max(word.bottom for word in words if word.text in ("wist.", "daar"))
    assert next(word.top for word in words if word.text == "volgende") >= last


def test_a_cell_of_more_rows_that_is_very_high_still_fits_the_pages() -> None:
    rows = [(Cell((Run(LONG * 200),), rows=9), *cells("een"))] + [cells(f"r{n}") for n in range(8)]
    pdf = made(a_table(*rows, head=("A", "B")))
    assert_inside(pdf)
    assert all(f"r{n}" in " ".join(page_texts(pdf)) for n in range(8))


def test_an_empty_cell_keeps_its_place() -> None:
    found = structure_of(made(a_table(cells("", "b"), cells("a", ""), head=("A", ""))))
    assert rows_of(found) == [["A", ""], ["", "b"], ["a", ""]]


def test_a_sign_is_not_said_twice() -> None:
    twice = Cell((Run(Mark.GOED.label),), mark=Mark.GOED)
    once = Cell((Run("School"),), mark=Mark.GOED)
    found = structure_of(made(a_table((twice,), (once,), head=("A",))))
    assert rows_of(found)[1:] == [["ging goed"], ["ging goed: School"]]


# --- lists and headings -------------------------------------------------------------------


def test_bullets_are_a_list_with_what_explains_them_inside() -> None:
    items = (Item((Run("eerste"),)), Item((Run("tweede"),), (Run("omdat het zo was"),)))
    found = structure_of(made(Bullets(items)))
    (bullets,) = found.root.all("L")[1:]
    assert [item.elements[0].text for item in bullets.elements] == ["•", "•"]
    assert [item.elements[1].whole for item in bullets.elements] == [
        "eerste",
        "tweede omdat het zo was",
    ]


def test_a_subheading_is_one_level_below_its_section() -> None:
    found = structure_of(made(Subheading("Kleiner"), Bullets((Item((Run("iets"),)),))))
    assert [(n.role, n.text) for n in found.root.all("H2", "H3")] == [
        ("H2", "De kop"),
        ("H3", "Kleiner"),
    ]


def test_a_heading_and_the_small_line_under_it_stay_with_the_text_below() -> None:
    events = [
        (Subheading(f"kop{n}"), note(f"klein{n}"), Paragraph((Run(f"{LONG * (n % 4)}tekst{n}"),)))
        for n in range(60)
    ]
    texts = [f"{text} " for text in page_texts(made(*(part for event in events for part in event)))]
    assert len(texts) > 4
    for n in range(60):
        (page,) = [text for text in texts if f"kop{n} " in text]
        assert f"klein{n} {LONG[:20] if n % 4 else 'tekst'}" in page


def test_more_than_two_readings_are_paragraphs_under_a_heading() -> None:
    three = tuple(ReadBy(name, f"wat {name} zag") for name in ("school", "politie", "wijkteam"))
    found = structure_of(made(SideBySide("Rust in huis", three, (Run("Het bleef stil."),))))
    assert not found.root.all("Table")
    story = [text for _, text in found.story()]
    at = story.index("Rust in huis")
    assert ("H3", "Rust in huis") in found.story()
    assert story[at + 1 : at + 5] == [
        "School zag: wat school zag",
        "Politie zag: wat politie zag",
        "Wijkteam zag: wat wijkteam zag",
        "Het bleef stil.",
    ]


def test_readings_of_the_same_two_are_one_table() -> None:
    def pair(about: str, left: str, right: str) -> SideBySide:
        return SideBySide(about, (ReadBy("school", left), ReadBy("politie", right)))

    found = structure_of(made(pair("een", "a", "b"), pair("twee", "c", "")))
    (table,) = found.root.all("Table")
    assert [node.text for node in table.all("TH")] == ["School zag", "Politie zag", "een", "twee"]
    assert [node.text for node in table.all("TD")] == ["a", "b", "c", "nog niet ingevuld"]


# --- charts -------------------------------------------------------------------------------


def a_picture() -> Picture:
    chart = Chart(
        ChartKind.BARS, ("2021", "2022"), (Series("meldingen", (3.0, 5.0)),), unit="meldingen"
    )
    numbers = a_table(cells("2021", "3"), cells("2022", "5"), head=("Jaar", "Meldingen"))
    return Picture(chart, "Het aantal meldingen steeg van 3 naar 5.", "Meldingen per jaar", numbers)


def test_a_chart_is_a_figure_with_its_caption_and_its_numbers() -> None:
    found = structure_of(made(a_picture()))
    story = [(role, text) for role, text in found.story() if role not in ("TH",)]
    at = story.index(("Caption", "Meldingen per jaar"))
    assert story[at + 1 : at + 6] == [
        ("Figure", "Het aantal meldingen steeg van 3 naar 5."),
        ("TD", "2021"),
        ("TD", "3"),
        ("TD", "2022"),
        ("TD", "5"),
    ]
    (figure,) = found.root.all("Figure")
    assert figure.has_box
    assert figure.painted


def test_the_house_colour_is_printed() -> None:
    document = a_document(a_picture())
    ours, theirs = (content_of(replace(document, accent=accent)) for accent in ("", "#5b1a5e"))
    assert b".356863 .101961 .368627 rg" not in ours
    assert b".356863 .101961 .368627 rg" in theirs
    assert b".058824 .298039 .360784 rg" not in theirs


def content_of(document: Document) -> bytes:
    """The operators of every page."""
    with pikepdf.open(BytesIO(pdf_of(document))) as pdf:
        return b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
