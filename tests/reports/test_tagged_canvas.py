"""What is painted on a page: to which element it belongs, and what a reader gets of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import HexColor

from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.fonts import REGULAR
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas
from tests.reports.content_stream import letters
from tests.reports.pdf_rules import validation_faults
from tests.reports.structure import structure_of
from tests.reports.tagged_pages import META, SIZE, a_sample, drawn, owned_words, write


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def steps_of(page: Any) -> list[tuple[str, list[Any]]]:
    """The operators of a page with what they are given."""
    steps: Any = pikepdf.parse_content_stream(page)
    return [(str(step.operator), list(step.operands)) for step in steps]


def operators(pdf: bytes) -> list[list[str]]:
    """The operators of each page, in order."""
    with opened(pdf) as file:
        return [[name for name, _ in steps_of(page)] for page in file.pages]


@pytest.fixture(scope="module")
def sample() -> bytes:
    return a_sample()


# --- who owns what ------------------------------------------------------------------------


def test_what_an_element_paints_is_read_in_the_order_of_the_tree() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        first, second = Element("H1"), Element("P")
        canvas.root.add(first, second)
        write(canvas, second, "daarna", 50)
        write(canvas, first, "eerst", 100)

    assert structure_of(drawn(draw)).story() == [("H1", "eerst"), ("P", "daarna")]


def test_what_nobody_owns_is_decoration() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        element = Element("P")
        canvas.root.add(element)
        write(canvas, None, "Pagina 1")
        canvas.line(0, 0, 9, 9)
        write(canvas, element, "het verhaal")

    found = structure_of(drawn(draw))
    assert found.story() == [("P", "het verhaal")]
    assert found.artifacts == [["Pagina 1 "]]
    assert found.untagged == []


def test_after_an_inner_element_the_outer_one_owns_again() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        outer, inner = Element("P"), Element("Span")
        canvas.root.add(outer.add(inner))
        with owned(canvas, outer):
            write(canvas, outer, "voor")
            write(canvas, inner, "in")
            write(canvas, outer, "na")

    root = structure_of(drawn(draw)).root
    assert [(node.role, "".join(t for p in node.painted for t in p.texts)) for node in root.all()][
        2:
    ] == [("P", "voor na "), ("Span", "in ")]


def test_setting_colours_and_widths_only_is_not_marked() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        element = Element("P")
        canvas.root.add(element)
        write(canvas, element, "woorden")
        with owned(canvas, Element("P")):
            canvas.setFillColor(HexColor("#112233"))
            canvas.setLineWidth(2)
            canvas.setDash(1, 2)
        path = canvas.beginPath()
        path.rect(0, 0, 9, 9)
        canvas.clipPath(path, stroke=0, fill=0)

    assert operators(drawn(draw))[0].count("EMC") == 1


DOES: dict[str, Callable[[TaggedCanvas], object]] = {
    "save": lambda canvas: canvas.saveState(),
    "rect": lambda canvas: canvas.rect(0, 0, 9, 9),
    "circle": lambda canvas: canvas.circle(50, 50, 9, stroke=1, fill=1),
    "text": lambda canvas: canvas.drawString(9, 9, "tekst"),
    "red": lambda canvas: canvas.setFillColor(HexColor("#ff0000")),
}


STEPS = st.lists(
    st.sampled_from([*DOES, "own 0", "own 1", "free", "restore"]),
    max_size=40,
)


@given(STEPS)
def test_whatever_is_done_marks_and_states_stay_balanced(steps: list[str]) -> None:
    pdf = drawn(lambda canvas: _take(canvas, steps))
    found = structure_of(pdf)
    assert found.untagged == []
    assert found.loose == []
    assert [page.nested for page in found.pages] in ([], [[]])
    for page in operators(pdf):
        _assert_balanced(page)


def _take(canvas: TaggedCanvas, steps: list[str]) -> None:
    owners = {"own 0": Element("P"), "own 1": Element("P"), "free": None}
    canvas.root.add(*(owner for owner in owners.values() if owner is not None))
    depth = 0
    for step in steps:
        if step in owners:
            canvas.owner = owners[step]
        elif step != "restore":
            DOES[step](canvas)
            depth += step == "save"
        elif depth:
            canvas.restoreState()
            depth -= 1
    for _ in range(depth):
        canvas.restoreState()


def _assert_balanced(page: list[str]) -> None:
    depth, marked_at, in_path = 0, list[int](), False
    for operator in page:
        in_path = operator in ("m", "l", "c", "re", "h")
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        if operator in ("BDC", "BMC"):
            assert not in_path
            marked_at.append(depth)
        if operator == "EMC":
            assert marked_at.pop() == depth
        assert not marked_at or depth >= marked_at[-1]
    assert depth == 0
    assert marked_at == []


def test_a_paragraph_over_two_pages_is_one_element(sample: bytes) -> None:
    found = structure_of(sample)
    (long,) = [node for node in found.root.all("P") if "vroeg om hulp" in node.text]
    assert len(long.painted) >= 2
    assert long.page == 1
    assert found.loose == []
    assert len(found.pages) > 2


def test_what_is_painted_but_not_in_the_tree_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not in the structure: H2"):
        drawn(lambda canvas: write(canvas, Element("H2"), "weg"))


def test_an_element_stands_in_the_tree_once() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        element = Element("P")
        canvas.root.add(element, element)
        write(canvas, element, "dubbel")

    with pytest.raises(ValueError, match="twice"):
        drawn(draw)


def test_an_owner_that_paints_nothing_adds_no_page() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        element = Element("P")
        canvas.root.add(element)
        write(canvas, element, "alles")
        canvas.showPage()
        canvas.owner = element
        canvas.owner = None

    assert len(operators(drawn(draw))) == 1


def test_a_page_begins_with_the_owner_of_the_page_before() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        element = Element("P")
        canvas.root.add(element)
        with owned(canvas, element):
            canvas.drawString(9, 9, "een")
            canvas.showPage()
            canvas.setFont(REGULAR, 11)
            canvas.drawString(9, 9, "twee")

    assert structure_of(drawn(draw)).story() == [("P", "een twee")]


# --- the tree -----------------------------------------------------------------------------


def test_what_was_not_painted_is_left_out_but_cells_stay() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        cell, heading = Element("TD"), Element("TH", scope="Row", columns=2, rows=3)
        row, empty = Element("TR", heading, cell, Element("TD")), Element("TR", Element("TD"))
        canvas.root.add(
            Element("Sect", Element("P")), Element("Table", Element("THead"), row, empty)
        )
        write(canvas, cell, "vol")

    root = structure_of(drawn(draw)).root
    assert [node.role for node in root.all()][2:] == ["Table", "TR", "TH", "TD", "TD", "TR", "TD"]
    (head,) = root.all("TH")
    assert (head.scope, head.columns, head.rows) == ("Row", 2, 3)


def properties(pdf: bytes, role: str) -> dict[str, Any]:
    """The properties of the only element with this role, and of its attributes."""
    with opened(pdf) as file:
        elements = [o for o in file.objects if isinstance(o, pikepdf.Dictionary)]
        (found,) = [o for o in elements if o.get("/S") == pikepdf.Name("/" + role)]
        told = {key: str(found[key]) for key in ("/Alt", "/ActualText", "/Lang") if key in found}
        for attributes in found.get("/A", []):
            told |= {key: _plain(value) for key, value in attributes.items()}
        return told


def _plain(value: Any) -> Any:
    return [float(at) for at in value] if isinstance(value, pikepdf.Array) else str(value)


def test_a_figure_says_what_it_shows_and_where() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.translate(10, 20)
        figure = Element("Figure", alt="Lijn van „mei” 😀", box=canvas.box(0, 0, 50, 60))
        canvas.root.add(figure)
        with owned(canvas, figure):
            canvas.rect(0, 0, 50, 60)

    told = properties(drawn(draw), "Figure")
    assert told["/Alt"] == "Lijn van „mei” 😀"
    assert told["/BBox"] == [10, 20, 60, 80]


def test_a_figure_without_a_box_is_its_page() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        figure = Element("Figure", alt="een lijn")
        canvas.root.add(figure)
        with owned(canvas, figure):
            canvas.rect(0, 0, 50, 60)

    assert properties(drawn(draw), "Figure")["/BBox"] == [0, 0, *SIZE]


def test_an_element_keeps_its_language_its_spoken_words_and_its_numbers() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        span, points = Element("Span", spoken="ja", language="en"), Element("L", numbering="Disc")
        body = Element("LBody")
        canvas.root.add(Element("P", span), points.add(Element("LI", body)))
        write(canvas, span, "x")
        write(canvas, body, "y")

    pdf = drawn(draw)
    assert properties(pdf, "Span") == {"/ActualText": "ja", "/Lang": "en"}
    assert properties(pdf, "L")["/ListNumbering"] == "/Disc"


def test_a_link_belongs_to_its_element(sample: bytes) -> None:
    with opened(sample) as file:
        (note,) = [note for page in file.pages for note in page.obj.get("/Annots", [])]
        assert note["/Contents"] == "Naar het begin"
        assert note["/F"] == 4
        assert note["/Dest"][0].objgen == file.pages[0].obj.objgen
        parents = pikepdf.NumberTree(file.Root["/StructTreeRoot"]["/ParentTree"])
        link: Any = parents[int(note["/StructParent"])]
        assert link["/S"] == pikepdf.Name.Link
        reference, _ = link["/K"]
        assert reference["/Obj"].objgen == note.objgen
        assert all(page.obj["/Tabs"] == pikepdf.Name.S for page in file.pages)
    assert [node.links for node in structure_of(sample).root.all("Link")] == [1]


def test_a_link_may_lead_to_an_address() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        link = Element("Link")
        canvas.root.add(Element("P", link))
        write(canvas, link, "de wet")
        canvas.link(link, canvas.box(0, 0, 9, 9), "De wet", url="https://wetten.overheid.nl")

    with opened(drawn(draw)) as file:
        (note,) = file.pages[0].obj["/Annots"]
        assert str(note["/A"]["/URI"]) == "https://wetten.overheid.nl"


def test_bookmarks_lead_to_their_page(sample: bytes) -> None:
    with opened(sample) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Het begin"]


# --- words --------------------------------------------------------------------------------


def test_words_are_not_glued_where_a_line_or_a_text_ends(sample: bytes) -> None:
    (long,) = [node for node in structure_of(sample).root.all("P") if "om hulp" in node.text]
    assert long.text.count("om hulp, en niemand zag het. 😀 en مرحبا en “aanhuis” ook.") == 40

    def draw(canvas: TaggedCanvas) -> None:
        element = Element("P")
        canvas.root.add(element)
        write(canvas, element, "boven", 50)
        write(canvas, element, "onder", 30)

    assert structure_of(drawn(draw)).story() == [("P", "boven onder")]


@pytest.mark.parametrize("text", ["é → ĳ", "a😀b", "مرحبا", "→", "❤\ufe0f", "日本 en 中"])
def test_what_the_font_lacks_is_a_box_that_stays_what_it_is(text: str) -> None:
    printed = text.replace("ĳ", "ij").replace("\ufe0f", "")

    def draw(canvas: TaggedCanvas) -> None:
        line, string, words = Element("P"), Element("P"), Element("P")
        canvas.root.add(line, string, words)
        write(canvas, line, text)
        with owned(canvas, string):
            canvas.setFont(REGULAR, 11)
            canvas.drawString(20, 50, text)
        paragraph = owned_words(text, words)
        paragraph.wrapOn(canvas, 200, 200)
        paragraph.drawOn(canvas, 20, 20)

    pdf = drawn(draw)
    assert [said for _, said in structure_of(pdf).story()] == [printed] * 3
    assert _without_spoken(pdf) == [printed] * 3
    assert operators(pdf)[0].count("BDC") > 3


def _without_spoken(pdf: bytes) -> list[str]:
    """What each text on the page means by its font alone."""
    with opened(pdf) as file:
        page: Any = file.pages[0].obj
        found, font = list[str](), ""
        for operator, operands in steps_of(page):
            if operator == "BT":
                found.append("")
            elif operator == "Tf":
                font = str(operands[0])
            elif operator == "Tj":
                found[-1] += letters(page["/Resources"]["/Font"][font]).read(bytes(operands[0]))
        return [text.strip() for text in found]


def test_a_box_is_drawn_for_every_character_of_the_box_font() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.root.add(element := Element("P"))
        write(canvas, element, "→😀日")

    with opened(drawn(draw)) as file:
        fonts: Any = file.pages[0].obj["/Resources"]["/Font"]
        (font,) = [one for one in fonts.values() if "Box" in str(one["/BaseFont"])]
        assert [font["/Widths"][code] for code in (1, 2, 3)] == [560] * 3


@pytest.mark.parametrize("text", ["half \ud83d paar", "eigen \ue000 teken", "geen \uffff teken"])
def test_what_is_no_character_is_replaced(text: str) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.root.add(element := Element("P"))
        write(canvas, element, text)

    pdf = drawn(draw)
    assert "�" in structure_of(pdf).root.whole
    assert validation_faults(pdf) == ()


def test_no_code_of_a_font_means_nothing_and_no_table_is_too_long(sample: bytes) -> None:
    with opened(sample) as file:
        fonts: Any = file.pages[0].obj["/Resources"]["/Font"]
        assert len(fonts) == 2
        for font in fonts.values():
            table = font["/ToUnicode"].read_bytes()
            assert "\0" not in letters(font).texts.values()
            assert all(int(n) <= 100 for n in re.findall(rb"(\d+) beginbfchar", table))


def test_every_stream_ends_with_a_line_end(sample: bytes) -> None:
    ends = re.findall(rb"(.)endstream", sample, re.DOTALL)
    assert len(ends) > 5
    assert set(ends) == {b"\n"}
    for start, length in ((m.end(), int(m[1])) for m in _STREAM.finditer(sample)):
        assert sample[start + length :].startswith(b"\r\nendstream")


_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\n")


# --- colours ------------------------------------------------------------------------------


def fills(pdf: bytes) -> set[tuple[float, ...]]:
    with opened(pdf) as file:
        return {
            tuple(round(255 * float(part)) for part in operands)
            for operator, operands in steps_of(file.pages[0])
            if operator in ("rg", "RG")
        }


def test_another_ink_is_used_for_a_colour_and_for_no_other() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.setFillColor(HexColor("#0f4c5c"))
        canvas.setStrokeColor(HexColor("#eaf1f3"))
        canvas.setFillColor("#0f4c5c")
        canvas.rect(0, 0, 9, 9, stroke=1, fill=1)
        canvas.setFillColor(HexColor("#123456"))
        canvas.rect(0, 0, 9, 9, stroke=0, fill=1)

    inks = {"#0f4c5c": "#5c0f4c", "#eaf1f3": "#fff0ff", "#5c0f4c": "#000000"}
    assert fills(drawn(draw, inks=inks)) == {(92, 15, 76), (255, 240, 255), (18, 52, 86)}
    assert fills(drawn(draw)) == {(15, 76, 92), (234, 241, 243), (18, 52, 86)}


# --- the file -----------------------------------------------------------------------------


def test_a_document_with_everything_is_pdf_ua_and_pdf_a(sample: bytes) -> None:
    assert validation_faults(sample) == ()


def test_info_and_xmp_say_the_same_whatever_else_was_set(sample: bytes) -> None:
    with opened(sample) as file:
        info = {key: str(value) for key, value in file.docinfo.items()}
        assert info["/Title"] == "Proef & vergelijk"
        assert info["/Author"] == "Gemeente Voorbeeldstad"
        assert info["/Creator"] == info["/Producer"] == "HGKM Desktop"
        assert info["/CreationDate"] == info["/ModDate"] == "D:20260112000000Z"
        ET.fromstring(file.Root["/Metadata"].read_bytes())
        xmp = file.open_metadata()
        assert xmp["dc:title"] == info["/Title"]
        assert xmp["dc:creator"] == [info["/Author"]]
        assert xmp["dc:description"] == info["/Subject"] == "Uitleg"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-01-12T00:00:00Z"
        assert xmp["pdfuaid:part"] == "1"
        assert xmp.pdfa_status == "2A"
        assert file.pdf_version == "1.7"
        assert str(file.Root["/Lang"]) == "nl-NL"
        assert file.Root["/MarkInfo"]["/Marked"]
        assert file.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_properties_of_any_characters_make_a_sound_file() -> None:
    meta = Meta("a\x0b<b>\ud800 & 😀", META.moment, author="\x00", subject="regel\nnog een")
    with opened(drawn(lambda canvas: canvas.rect(0, 0, 9, 9), meta=meta)) as file:
        assert file.docinfo["/Title"] == "a <b> & 😀"
        assert file.docinfo["/Author"] == "HGKM Desktop"
        assert file.open_metadata()["dc:description"] == "regel nog een"


def test_a_document_needs_a_title_and_a_moment_with_a_zone() -> None:
    with pytest.raises(ValueError, match="title"):
        Meta(" ", META.moment)
    with pytest.raises(ValueError, match="zone"):
        Meta("Titel", datetime(2026, 1, 12))


def test_the_colour_profile_has_no_date(sample: bytes) -> None:
    with opened(sample) as file:
        (intent,) = file.Root["/OutputIntents"]
        assert intent["/S"] == "/GTS_PDFA1"
        profile = intent["/DestOutputProfile"].read_bytes()
        assert profile[36:40] == b"acsp"
        assert profile[24:36] == bytes(12)


def identity(pdf: bytes) -> bytes:
    with opened(pdf) as file:
        return bytes(file.trailer["/ID"][0])


def test_the_identity_is_that_of_the_moment_and_of_what_is_said() -> None:
    def rect(canvas: TaggedCanvas) -> None:
        canvas.rect(0, 0, 9, 9)

    later = replace(META, moment=datetime(2026, 1, 13, tzinfo=UTC))
    pdfs = [drawn(rect), drawn(rect, meta=later), drawn(lambda canvas: canvas.rect(0, 0, 8, 8))]
    assert len({identity(pdf) for pdf in pdfs}) == 3
    assert identity(drawn(rect)) == identity(pdfs[0])


def test_nothing_in_the_file_names_reportlab_as_its_maker(sample: bytes) -> None:
    assert b"anonymous" not in sample
    assert b"unspecified" not in sample
