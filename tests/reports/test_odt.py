"""The text in ODF: what an office program and a screen reader find in it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from odfdo import Document as OdfDocument

from hgkm_desktop.errors import BadInput
from hgkm_desktop.figures.chart import Chart, ChartKind, Series
from hgkm_desktop.models.terms import CaseState, Mark
from hgkm_desktop.reports.content import (
    Bullets,
    Cell,
    Document,
    Item,
    NumberedList,
    Picture,
    ReadBy,
    Run,
    Section,
    SideBySide,
    SignedList,
    Subheading,
    Table,
    TableKind,
)
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.odt import write_odt
from tests.builders import a_case_with
from tests.reports.every_document import (
    CASES,
    HUGE,
    documents_of,
    documents_of_exercise,
    documents_of_leertafel,
    verslag_of,
)
from tests.reports.full_case import a_full_case, document_of
from tests.reports.hostile_case import LONG_WORD
from tests.reports.odt_texts import Opened, full, odt_of, parsed, words
from tests.reports.story_rules import parts_of, printed


@pytest.fixture(scope="module")
def notitie() -> Opened:
    return Opened(odt_of(document_of(a_full_case())))


@pytest.fixture(scope="module", params=[*CASES, "leertafel", "oefening"])
def made(request: Any) -> list[tuple[Document, Opened]]:
    """The documents of a case, with what was made of each."""
    of_works = {"leertafel": documents_of_leertafel, "oefening": documents_of_exercise}
    is_work = request.param in of_works
    named = of_works[request.param]() if is_work else documents_of(CASES[request.param]())
    found = [one for _, one in named if isinstance(one, Document)]
    return [(one, Opened(odt_of(one))) for one in found]


def only(*blocks: Any, **more: Any) -> Opened:
    """A document with one section of these blocks."""
    plain = replace(document_of(a_case_with()), timeline=None, annex=(), **more)
    return Opened(odt_of(replace(plain, sections=(Section("Kop", blocks),))))


def cell(text: str, **more: Any) -> Cell:
    return Cell((Run(text),), **more)


# --- what it says -------------------------------------------------------------------------


def test_every_part_of_every_document_is_said_in_its_order(
    made: list[tuple[Document, Opened]],
) -> None:
    for document, opened in made:
        said, start = bare(words(opened.body)), 0
        for part in parts_of(document):
            texts = [bare(text) for text in part]
            assert texts[0] in said[start:]
            start = said.index(texts[0], start)
            missing = [text for text in texts if said.find(text, start) < 0]
            assert [text for text in missing if not text.endswith("pagina")] == []


def bare(text: str) -> str:
    return "".join(printed(text).split()).casefold()


def test_headings_are_those_of_the_document_and_none_is_skipped(
    made: list[tuple[Document, Opened]],
) -> None:
    for document, opened in made:
        found = opened.headings()
        first = [printed(w) for level, w in found if level == 1]
        assert first[: len(document.sections)] == [
            printed(section.heading) for section in document.sections
        ]
        levels = [0, *(level for level, _ in found)]
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(text.strip() for _, text in found)


def test_the_annex_has_headings_of_its_own() -> None:
    section = Section("Wat wij leren", (Subheading("Onderdeel"),))
    document = replace(document_of(a_full_case()), annex_title="Bijlage A", annex=(section,))
    found = Opened(odt_of(document)).headings()
    assert found[-3:] == [(1, "Bijlage A"), (2, "Wat wij leren"), (3, "Onderdeel")]


def test_another_place_is_named_by_its_heading_for_pages_move(notitie: Opened) -> None:
    assert "Zie ‘Wat vragen wij van wie’." in words(notitie.body)
    assert "Wat vragen wij van wie" in [text for _, text in notitie.headings()]


def test_what_a_user_typed_stands_there_as_it_was_typed() -> None:
    typed = 'R&D < 5 <b>vet</b> <img src="/etc/hostname"/> &amp;'
    opened = Opened(odt_of(document_of(a_full_case(reason=typed))))
    assert typed in words(opened.body)
    assert opened.find("//draw:image", opened.body) != []
    assert not any("hostname" in name for name in opened.files)


def test_what_xml_cannot_hold_is_not_there_and_the_rest_is() -> None:
    case = a_full_case(reason=f"a\ud800b c\x00\x07d\x0be \uffff {LONG_WORD} 😀 مرحبا slot")
    said = words(Opened(odt_of(document_of(case))).body)
    assert f"a\ufffdb cd e \ufffd {LONG_WORD} 😀 مرحبا slot" in said


# --- lists --------------------------------------------------------------------------------


def test_a_list_starts_at_its_number_and_holds_its_explanations() -> None:
    items = (Item((Run("een"),), (Run("want"),)), Item((Run("twee"),)))
    opened = only(NumberedList(items, first=4))
    (made_list,) = opened.find("//text:list")
    kept = opened.find("./text:list-item", made_list)
    assert kept[0].get(full("text:start-value")) == "4"
    assert [[words(p).strip() for p in one] for one in kept] == [["een", "want"], ["twee"]]


def test_lists_are_of_the_style_that_numbers_or_marks_them() -> None:
    item = (Item((Run("x"),)),)
    opened = only(NumberedList(item), Bullets(item))
    names = [one.get(full("text:style-name")) for one in opened.find("//text:list")]
    kinds = [
        opened.find(f"//text:list-style[@style:name='{name}']/*", opened.styles)[0].tag
        for name in names
    ]
    assert kinds == [full("text:list-level-style-number"), full("text:list-level-style-bullet")]


def test_the_sign_of_a_beleving_is_said() -> None:
    table = Table(TableKind.PLAIN, ("a",), ((cell("mei", mark=Mark.RISICO),),))
    again = Table(TableKind.PLAIN, ("a",), ((cell("niet oké", mark=Mark.NIET_OKE),),))
    said = words(only(SignedList(Mark.GOED, (Item((Run("ja"),)),)), table, again).body)
    assert "Ging goed: ja" in said
    assert "Risicovol: mei" in said
    assert said.casefold().count("niet oké") == 1


# --- tables -------------------------------------------------------------------------------


def test_every_table_is_a_grid_under_a_head_that_repeats(
    made: list[tuple[Document, Opened]],
) -> None:
    for _, opened in made:
        for table in opened.find("//table:table"):
            count = len(opened.find("./table:table-column", table))
            rows = opened.find(".//table:table-row", table)
            assert {len(row) for row in rows} == {count}
            heads = opened.find("./table:table-header-rows/table:table-row//text:p", table)
            assert {p.get(full("text:style-name")) for p in heads} == {"Table_20_Heading"}
            assert len(heads) == count
            assert all(words(p).strip() for p in heads)


def test_a_cell_stands_in_more_rows() -> None:
    rows = ((cell("a", rows=2), cell("b")), (cell("c"),), (cell("d"), cell("e")))
    opened = only(Table(TableKind.PLAIN, ("x", "y"), rows))
    found = opened.find("//table:table/table:table-row")
    covered = full("table:covered-table-cell")
    assert [[one.tag == covered for one in row] for row in found] == [
        [False, False],
        [True, False],
        [False, False],
    ]
    assert found[0][0].get(full("table:number-rows-spanned")) == "2"


def test_the_head_of_a_row_is_one_for_an_office_program_too() -> None:
    rows = ((cell("a", rows=2), cell("b")), (cell("c"),))
    opened = only(Table(TableKind.PLAIN, ("x", "y"), rows, row_heads=True, caption="Bij elkaar"))
    looks = opened.styles_of("paragraph")

    def parent(letter: str) -> str | None:
        (p,) = [p for p in opened.find("//table:table//text:p") if words(p).strip() == letter]
        look = looks[p.get(full("text:style-name"))]
        return str(look.get(full("style:parent-style-name")))

    assert parent("a") == "Table_20_Heading"
    assert parent("b") == parent("c") == "Standard"
    above = opened.find("//table:table/preceding-sibling::text:p[1]")[0]
    assert words(above).strip() == "Bij elkaar"


@pytest.mark.parametrize(("count", "heads"), [(1, 1), (2, 2), (3, 3), (4, 2), (11, 2)])
def test_readings_stand_beside_each_other_as_long_as_there_is_room(count: int, heads: int) -> None:
    readings = tuple(ReadBy(f"groep {n}", f"zag {n}") for n in range(count))
    opened = only(SideBySide("Rust", readings, (Run("Gevolg: geen."),)))
    assert len(opened.find("//table:table-header-rows//table:table-cell")) == heads
    said = words(opened.body)
    assert all(f"zag {n}" in said for n in range(count))
    assert said.index("Rust") < said.index("zag 0") < said.index("Gevolg: geen.")


def test_readings_that_nobody_gave_are_no_table() -> None:
    opened = only(SideBySide("Rust", ()))
    assert opened.find("//table:table") == []
    assert "Rust" in words(opened.body)


# --- pictures -----------------------------------------------------------------------------


def test_every_picture_says_what_it_shows_and_is_drawn(made: list[tuple[Document, Opened]]) -> None:
    for document, opened in made:
        frames = opened.find("//draw:frame")
        drawn = document.timeline is not None and not document.timeline.missing
        assert bool(frames) >= drawn
        for frame in frames:
            title, told = (opened.find(f"./svg:{n}", frame)[0].text for n in ("title", "desc"))
            assert title
            assert len(told) > len(title)
            href = opened.find("./draw:image/@xlink:href", frame)[0]
            assert parsed(opened.files[href]).tag.endswith("svg")


def test_the_line_is_followed_by_all_its_events_in_a_table(notitie: Opened) -> None:
    (table,) = notitie.find("//draw:frame/following::table:table")
    heads = [words(p).strip() for p in notitie.find("./table:table-header-rows//text:p", table)]
    assert heads == ["Nr", "Wanneer", "Soort", "Gebeurtenis"]
    page = document_of(a_full_case()).timeline
    assert page is not None
    rows = notitie.find("./table:table-row", table)
    assert len(rows) == len(page.entries)
    assert [words(p).strip() for p in notitie.find(".//text:p", rows[0])][3] == page.entries[0].text


def test_the_line_stands_on_pages_that_lie(notitie: Opened) -> None:
    looks = notitie.styles_of("paragraph")
    heading = notitie.find("//text:h")[-1]
    page = looks[heading.get(full("text:style-name"))].get(full("style:master-page-name"))
    layout = notitie.find(
        f"//style:master-page[@style:name='{page}']/@style:page-layout-name", notitie.styles
    )[0]
    (sheet,) = notitie.find(
        f"//style:page-layout[@style:name='{layout}']/style:page-layout-properties",
        notitie.styles,
    )
    assert sheet.get(full("fo:page-width")) == "297mm"


def test_a_chart_is_drawn_with_its_numbers_after_it() -> None:
    chart = Chart(ChartKind.BARS, ("mei", "juni"), (Series("school", (1.0, 2.5)),), "keer")
    numbers = Table(TableKind.PLAIN, ("Maand", "Keer"), ((cell("mei"), cell("1")),))
    opened = only(Picture(chart, "In juni vaker dan in mei.", "Hoe vaak", numbers))
    assert words(opened.find("//draw:frame/svg:desc")[0]).strip() == "In juni vaker dan in mei."
    drawn = opened.files["Pictures/beeld-1.svg"].decode()
    assert ">juni<" in drawn
    assert opened.find("//draw:frame/following::table:table") != []


# --- looks --------------------------------------------------------------------------------


def test_every_style_that_is_used_is_there(made: list[tuple[Document, Opened]]) -> None:
    families = {
        "text:p": "paragraph",
        "text:h": "paragraph",
        "text:span": "text",
        "text:section": "section",
        "table:table": "table",
        "table:table-column": "table-column",
        "table:table-cell": "table-cell",
        "draw:frame": "graphic",
    }
    for _, opened in made:
        for tag, family in families.items():
            kind = tag.partition(":")[0]
            used = {
                one.get(full(f"{kind}:style-name"))
                for root in (opened.content, opened.styles)
                for one in root.iter(full(tag))
            }
            assert used <= opened.styles_of(family).keys(), tag
        based = opened.find("//@style:parent-style-name | //@style:master-page-name")
        pages = opened.find("//style:master-page/@style:name", opened.styles)
        assert set(based) <= opened.styles_of("paragraph").keys() | set(pages)


def test_type_is_as_large_as_on_paper(notitie: Opened) -> None:
    sizes = {
        "Title": style.TITLE,
        "Heading_20_1": style.HEADING,
        "HGKM_Voorop": style.PROMINENT,
        "HGKM_Noot": style.SMALL,
        "Table_20_Heading": style.SMALL,
        "Footer": style.LABEL,
    }
    looks = notitie.styles_of("paragraph")
    for name, look in sizes.items():
        assert size(notitie, looks[name]) == f"{look.size:g}pt", name
        leading = notitie.find("./*/@style:line-height-at-least", looks[name])
        assert leading == [f"{look.leading:g}pt"], name
    (plain,) = notitie.find("//style:default-style[@style:family='paragraph']", notitie.styles)
    assert size(notitie, plain) == f"{style.BODY.size:g}pt"


def size(opened: Opened, look: Any) -> str:
    return str(opened.find("./style:text-properties/@fo:font-size", look)[0])


def test_our_typeface_is_in_the_file_and_named_everywhere(notitie: Opened) -> None:
    for root in (notitie.content, notitie.styles):
        assert notitie.find("//style:font-face/@style:name", root) == ["Atkinson Hyperlegible"]
        hrefs = notitie.find("//svg:font-face-uri/@xlink:href", root)
        assert len(hrefs) == 4
        assert all(notitie.files[href][:4] == b"\0\1\0\0" for href in hrefs)
    fallback = notitie.find("//style:font-face/@style:font-family-generic", notitie.styles)
    assert fallback == ["swiss"]


def test_only_tables_have_lines(notitie: Opened) -> None:
    """LibreOffice 7.4 makes no PDF/UA of a text with borders elsewhere."""
    for root in (notitie.styles, notitie.content):
        for family in ("paragraph-properties", "text-properties", "header-footer-properties"):
            for one in root.iter(full(f"style:{family}")):
                assert not any("border" in name for name in one.keys())  # noqa: SIM118 (lxml)
    models = notitie.find("//@table:border-model", notitie.styles)
    assert models == ["collapsing"]


def test_the_colour_of_the_house_is_used_and_made_readable() -> None:
    document = replace(document_of(a_full_case()), accent="#7a1f5c")
    opened = Opened(odt_of(document))
    held = [opened.files["styles.xml"], opened.files["content.xml"]]
    held += [data for name, data in opened.files.items() if name.endswith(".svg")]
    assert not any(b"#0f4c5c" in data for data in held)
    assert all(b"#7a1f5c" in data for data in (held[0], held[-1]))
    with pytest.raises(BadInput):
        odt_of(replace(document, accent="rood"))


# --- the edges of a page ------------------------------------------------------------------


def test_every_page_says_what_it_is_and_counts(notitie: Opened) -> None:
    pages = notitie.find("//style:master-page", notitie.styles)
    assert len(pages) == 3
    for page in pages:
        (foot,) = notitie.find("./style:footer", page)
        assert "Gespreksnotitie K7-2F · versie 1 · in bewerking Pagina 1 van 1" in words(foot)
        assert len(notitie.find(".//text:page-number | .//text:page-count", foot)) == 2
        first = page.get(full("style:name")) == "First_20_Page"
        around = words(page) + (words(notitie.body) if first else "")
        assert "In bewerking, blijft aan deze tafel" in around
        assert "1 van 12 gebeurtenissen niet getoond" in around


def test_a_case_that_may_be_shared_is_not_marked() -> None:
    opened = Opened(odt_of(document_of(a_full_case(state=CaseState.DEELBAAR))))
    assert "blijft aan deze tafel" not in words(opened.body) + words(opened.styles)


# --- the file -----------------------------------------------------------------------------


def test_the_properties_name_the_organisation_and_nobody_else(notitie: Opened) -> None:
    assert notitie.meta == {
        "title": "Gespreksnotitie burgemeester en wethouder K7-2F",
        "subject": "Gespreksnotitie K7-2F · versie 1 · in bewerking",
        "initial-creator": "Gemeente Voorbeeldstad",
        "creator": "Gemeente Voorbeeldstad",
        "creation-date": "2026-01-12T00:00:00",
        "date": "2026-01-12T00:00:00",
        "language": "nl-NL",
        "generator": "HGKM Desktop",
        "editing-cycles": "1",
        "editing-duration": "PT00H00M00S",
    }


def test_without_an_organisation_the_program_is_the_author() -> None:
    document = replace(document_of(a_full_case()), organisation=" ")
    assert Opened(odt_of(document)).meta["creator"] == "HGKM Desktop"


def test_it_is_dutch(notitie: Opened) -> None:
    for family in ("paragraph", "graphic"):
        (plain,) = notitie.find(f"//style:default-style[@style:family='{family}']", notitie.styles)
        (text,) = notitie.find("./style:text-properties", plain)
        assert (text.get(full("fo:language")), text.get(full("fo:country"))) == ("nl", "NL")


def test_the_file_is_a_package_that_opens_anywhere(notitie: Opened) -> None:
    first = notitie.entries[0]
    assert (first.filename, first.compress_type) == ("mimetype", 0)
    assert notitie.files["mimetype"] == b"application/vnd.oasis.opendocument.text"
    listed = parsed(notitie.files["META-INF/manifest.xml"])
    names = set(notitie.find("//@manifest:full-path", listed))
    assert names == notitie.files.keys() - {"mimetype", "META-INF/manifest.xml"} | {"/"}


def test_nothing_in_the_file_tells_when_or_where_it_was_made(notitie: Opened) -> None:
    assert {entry.date_time for entry in notitie.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in notitie.entries} == {0}
    tells = (b"odfdo", b"Thumbnails", socket.gethostname().encode(), b"resources/")
    text = [data for name, data in notitie.files.items() if not name.endswith(".ttf")]
    assert [tell for tell in tells if any(tell in data for data in text)] == []


def test_the_library_reads_it_back() -> None:
    read = OdfDocument(BytesIO(odt_of(document_of(a_full_case()))))
    assert read.meta.title == "Gespreksnotitie burgemeester en wethouder K7-2F"
    assert read.body.headers[0].inner_text == "Wat vragen wij u?"


# --- making it ----------------------------------------------------------------------------


def test_progress_goes_up_to_the_end() -> None:
    told: list[float] = []
    write_odt(document_of(a_full_case()), BytesIO(), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


class _Stopped(Exception):
    pass


@pytest.mark.parametrize("after", [0, 3])
def test_what_is_stopped_leaves_nothing(after: int) -> None:
    target, stop = BytesIO(), _stopping(after)
    with pytest.raises(_Stopped):
        write_odt(document_of(a_full_case()), target, progress=stop)
    assert target.getvalue() == b""


def _stopping(after: int) -> Callable[[float], None]:
    told: list[float] = []

    def progress(done: float) -> None:
        told.append(done)
        if len(told) > after:
            raise _Stopped

    return progress


def test_a_large_case_is_written_whole() -> None:
    document = verslag_of(HUGE["zestig"]())
    assert document.timeline is not None
    opened = Opened(odt_of(document))
    (heading,) = [h for h in opened.find("//text:h") if "Tijdlijn" in words(h)]
    (table,) = opened.find("./following::table:table[1]", heading)
    assert len(opened.find("./table:table-row", table)) == len(document.timeline.entries) == 60
