"""The manuals are read whole, lead where they say, and are documents as all others."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

import hgkm_desktop
from hgkm_desktop.models.entry_line import read_entry
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Document,
    NumberedList,
    Paragraph,
    Run,
    ScreenPicture,
    Section,
    Subheading,
    Table,
    Tone,
)
from hgkm_desktop.reports.manual.manual import (
    MANUALS,
    Manual,
    anchors_of,
    compose,
    text_of,
    where_of,
)
from hgkm_desktop.reports.manual.manual_reader import NotOurMarkdown, anchor, read_manual, runs_of
from hgkm_desktop.reports.writing.fonts import text_width
from hgkm_desktop.reports.writing.page_style import LONGEST_LINE, TITLE
from hgkm_desktop.reports.writing.pdf import missing_characters
from hgkm_desktop.reports.writing.raster import shown_size
from tests.builders import a_case_with
from tests.reports.every_document import written
from tests.reports.odt_texts import Opened, odt_of
from tests.reports.pages import page_texts
from tests.reports.pdf_rules import faults
from tests.reports.structure import structure_of

HERE = Path()
MOST_WORDS = 33
PACKAGE = Path(hgkm_desktop.__file__).parent


def read(text: str) -> tuple[Section, ...]:
    return read_manual(f"# Titel\n\n## Een\n\n{text}", HERE).chapters


def runs_in(part: object) -> list[Run]:
    """Every run in a block."""
    if isinstance(part, Run):
        return [part]
    if isinstance(part, tuple):
        return [run for piece in part for run in runs_in(piece)]
    inside = ("runs", "items", "rows", "blocks", "explanation")
    return [run for name in inside for run in runs_in(getattr(part, name, ()))]


def links_of(manual: Manual) -> list[str]:
    text = text_of(manual)
    return [run.link for run in runs_in((*text.opening, *text.chapters)) if run.link]


@cache
def pdf_of(manual: Manual) -> bytes:
    """A manual as PDF, made once."""
    return written(compose(manual))


# --- reading ------------------------------------------------------------------------------------


def test_words_that_stand_out_are_told_apart() -> None:
    assert runs_of("Kies **altijd** *Bestand* of `mrt`, zie [Een](#een).") == (
        Run("Kies "),
        Run("altijd", Tone.STRONG),
        Run(" "),
        Run("Bestand", Tone.NAMED),
        Run(" of "),
        Run("mrt", Tone.TYPED),
        Run(", zie "),
        Run("Een", link="#een"),
        Run("."),
    )


def test_a_typed_word_in_strong_words_stays_typed() -> None:
    strong = runs_of("**kies `a` nu**")
    assert [run.tone for run in strong] == [Tone.STRONG, Tone.TYPED, Tone.STRONG]


def test_a_chapter_holds_its_blocks_in_their_order() -> None:
    text = (
        "Eén\nregel.\n\n- a\n  b\n- c\n\n### Kop\n\n2. d\n3. e\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
    )
    (chapter,) = read(text)
    paragraph, bullets, heading, numbers, table = chapter.blocks
    assert paragraph == Paragraph((Run("Eén regel."),))
    assert isinstance(bullets, Bullets)
    assert [item.runs[0].text for item in bullets.items] == ["a b", "c"]
    assert heading == Subheading("Kop")
    assert isinstance(numbers, NumberedList)
    assert numbers.first == 2
    assert isinstance(table, Table)
    assert table.head == ("x", "y")
    assert table.rows[0][1].runs == (Run("2"),)


def test_what_is_typed_keeps_its_lines() -> None:
    (chapter,) = read("```text\nmrt 2021 a\n\n= b\n```\n")
    assert [runs_in(block)[0] for block in chapter.blocks] == [
        Run("mrt 2021 a", Tone.TYPED),
        Run("= b", Tone.TYPED),
    ]


def test_the_list_of_contents_before_the_first_chapter_is_left_out() -> None:
    text = read_manual("# T\n\nVoor wie.\n\n> Let op.\n\n- [Een](#een)\n\n## Een\n\nA.", HERE)
    assert [runs_in(paragraph)[0].text for paragraph in text.opening] == ["Voor wie.", "Let op."]


@pytest.mark.parametrize(
    "text",
    [
        "#### Te diep",
        "- a\n  - b",
        "<div>",
        "    ingesprongen",
        "![Er is geen bestand](plaatjes/weg.png)",
        "![](plaatjes/x.png)",
        "| a | b |\n|---|---|\n| 1 |",
    ],
)
def test_what_the_reader_does_not_know_is_refused(text: str) -> None:
    with pytest.raises(NotOurMarkdown):
        read(text)


def test_a_manual_begins_with_its_title() -> None:
    with pytest.raises(NotOurMarkdown):
        read_manual("Zomaar een zin.", HERE)


def test_an_anchor_is_as_on_a_page_of_the_repository() -> None:
    assert (
        anchor("Fasen, regie, veiligheidscijfers en T0") == "fasen-regie-veiligheidscijfers-en-t0"
    )
    assert anchor("‘Wél’ en géén") == "wél-en-géén"


# --- the manuals --------------------------------------------------------------------------------


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.name)
def test_every_link_leads_to_a_heading_of_a_manual(manual: Manual) -> None:
    lost = []
    for link in links_of(manual):
        found = where_of(link, manual)
        if found is None or (found[1] and found[1] not in anchors_of(text_of(found[0]))):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.name)
def test_no_two_headings_of_a_manual_are_called_the_same(manual: Manual) -> None:
    text = text_of(manual)
    parts = [b.text for c in text.chapters for b in c.blocks if isinstance(b, Subheading)]
    names = [anchor(words) for words in (*(c.heading for c in text.chapters), *parts)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.name)
def test_no_word_of_a_title_is_broken(manual: Manual) -> None:
    widths = [text_width(word, TITLE.size, True) for word in text_of(manual).title.split()]
    assert max(widths) < LONGEST_LINE


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.name)
def test_a_manual_keeps_the_rules_of_every_document(manual: Manual) -> None:
    document = compose(manual)
    assert missing_characters(document) == ()
    assert faults(pdf_of(manual), document) == ()


def test_a_manual_gives_the_same_bytes_every_time() -> None:
    assert pdf_of(MANUALS[1]) == written(compose(MANUALS[1]))


def test_the_contents_name_the_page_of_each_chapter() -> None:
    document, pdf = compose(MANUALS[0]), pdf_of(MANUALS[0])
    pages = page_texts(pdf)
    links = structure_of(pdf).root.all("Link")
    assert [" ".join(link.whole.split()[:-1]) for link in links] == [
        " ".join(section.heading.split()) for section in document.sections
    ]
    for link, section in zip(links, document.sections, strict=True):
        first_word = section.heading.split()[0]
        assert first_word in pages[int(link.whole.split()[-1]) - 1]


@pytest.mark.parametrize("manual", MANUALS[:2], ids=lambda manual: manual.name)
def test_no_sentence_for_users_is_long(manual: Manual) -> None:
    """Sentences of B1 are short; an item of a list after a colon counts by itself."""
    long = [
        sentence
        for chapter in text_of(manual).chapters
        for said in paragraphs_of(chapter)
        for sentence in re.split(r"[.!?]\s+(?=[A-ZÉ‘“])|[:;]\s", said)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert long == []


def paragraphs_of(chapter: Section) -> list[str]:
    """What is said in the paragraphs and the lists of a chapter."""
    found = []
    for block in chapter.blocks:
        parts = block.items if isinstance(block, Bullets | NumberedList) else (block,)
        if not isinstance(block, Table):
            found += ["".join(run.text for run in runs_in(part)) for part in parts]
    return found


def test_every_line_to_type_is_understood() -> None:
    typed = [
        block.runs[0].text
        for chapter in text_of(MANUALS[0]).chapters
        for block in chapter.blocks
        if isinstance(block, Paragraph) and [run.tone for run in block.runs] == [Tone.TYPED]
    ]
    assert len(typed) >= 2
    for line in typed:
        reading = read_entry(line, a_case_with())
        assert reading.problem == "", line
        assert reading.kind_typed, line


MENUS = ("Bestand", "Bewerken", "Casus", "Gebeurtenis", "Tijdlijn", "Beeld", "Hulp")


def test_every_menu_that_is_named_is_in_the_program() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE / "ui").rglob("*.py")
    ).replace("&", "")
    named = {
        run.text
        for manual in MANUALS
        for run in runs_in((*text_of(manual).opening, *text_of(manual).chapters))
        if run.tone is Tone.NAMED and " › " in run.text
    }
    assert len(named) > 15
    lost = [words for words in named if not is_there(words, sources)]
    assert sorted(lost) == []
    assert not is_there("Bestand › Alles wissen…", sources)


def is_there(words: str, sources: str) -> bool:
    """Whether the menu and what stands in it are words of the program."""
    menu, *entries = words.split(" › ")
    return menu in MENUS and all(f'"{entry.rstrip("…")}' in sources for entry in entries)


# --- their pictures -----------------------------------------------------------------------------


def pictures_of(manual: Manual) -> list[ScreenPicture]:
    blocks = (block for chapter in text_of(manual).chapters for block in chapter.blocks)
    return [block for block in blocks if isinstance(block, ScreenPicture)]


def test_every_picture_is_used_once_and_says_what_it_shows() -> None:
    shown = [picture for manual in MANUALS for picture in pictures_of(manual)]
    folder = resource("handleiding/plaatjes")
    assert sorted(picture.file for picture in shown) == sorted(folder.glob("*.png"))
    assert all(len(picture.alt.split()) >= 6 for picture in shown)
    assert len({picture.alt for picture in shown}) == len(shown)


def test_the_pictures_are_small_files() -> None:
    sizes = [path.stat().st_size for path in resource("handleiding/plaatjes").glob("*.png")]
    assert len(sizes) >= 15
    assert sum(sizes) < 3_000_000


@pytest.fixture
def picture(tmp_path: Path) -> ScreenPicture:
    """A picture of 400 by 200 pixels, so of 200 by 100 on the screen."""
    file = tmp_path / "scherm.png"
    Image.new("RGB", (400, 200), "#0b5c7a").save(file)
    return ScreenPicture(file, "Een blauw vlak zonder iets erop")


def with_block(*blocks: Block) -> Document:
    document = compose(MANUALS[0])
    return replace(document, sections=(Section("De kop", blocks),))


def test_a_picture_is_a_figure_with_its_words_in_a_pdf(picture: ScreenPicture) -> None:
    document = with_block(picture)
    pdf = written(document)
    assert faults(pdf, document) == ()
    (figure,) = structure_of(pdf).root.all("Figure")
    assert figure.alt == picture.alt


def test_a_picture_is_no_wider_than_the_page_and_keeps_its_shape(picture: ScreenPicture) -> None:
    data = picture.file.read_bytes()
    wide, high = shown_size(data, 1000)
    assert wide == pytest.approx(400 * 0.3)
    assert wide == pytest.approx(2 * high)
    assert shown_size(data, 60) == pytest.approx((60, 30))


def test_a_picture_is_in_a_text_to_edit_with_its_words(picture: ScreenPicture) -> None:
    opened = Opened(odt_of(with_block(picture)))
    assert opened.files["Pictures/beeld-1.png"] == picture.file.read_bytes()
    content = opened.files["content.xml"].decode()
    assert picture.alt in content
    assert 'draw:mime-type="image/png"' in content


def test_words_of_a_button_and_what_is_typed_stand_out_in_a_text_to_edit() -> None:
    said = Paragraph(runs_of("Kies *Bestand* en typ `mrt`."))
    content = Opened(odt_of(with_block(said))).files["content.xml"].decode()
    assert '"Emphasis">Bestand<' in content
    assert '"Strong_20_Emphasis">mrt<' in content


def test_no_word_in_a_narrow_column_is_broken() -> None:
    text = "| een | twee |\n|---|---|\n| deelnemersbladen | " + "woorden " * 12 + "|"
    (chapter,) = read(text)
    pdf = written(with_block(*chapter.blocks))
    assert "deelnemersbladen" in page_texts(pdf)[0]


def test_the_contents_come_before_the_chapters_and_are_read_as_links() -> None:
    root = structure_of(written(with_block(Paragraph(runs_of("Iets."))))).root
    headings = [node.text for node in root.all("H2")]
    assert headings == ["Inhoud", "De kop"]
    assert [link.whole.split() for link in root.all("Link")] == [["De", "kop", "1"]]
