"""The manuals are read whole, lead where they say, and are documents as all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from hgkm_desktop.paths import resource
from hgkm_desktop.reports.content import (
    Bullets,
    NumberedList,
    Paragraph,
    Run,
    ScreenPicture,
    Section,
    Subheading,
    Table,
    Tone,
)
from hgkm_desktop.reports.manual import MANUALS, Manual, anchors_of, compose, text_of, where_of
from hgkm_desktop.reports.manual_reader import NotOurMarkdown, anchor, read_manual, runs_of
from hgkm_desktop.reports.pdf import missing_characters
from tests.reports.every_document import written
from tests.reports.pages import page_texts
from tests.reports.pdf_rules import faults
from tests.reports.structure import structure_of

HERE = Path()


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
    (chapter,) = read("```text\nmrt 2021 a\n= b\n```\n")
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
def test_a_manual_keeps_the_rules_of_every_document(manual: Manual) -> None:
    document = compose(manual)
    assert missing_characters(document) == ()
    pdf = written(document)
    assert faults(pdf, document) == ()
    assert pdf == written(compose(manual))


def test_the_contents_name_the_page_of_each_chapter() -> None:
    document = compose(MANUALS[0])
    pdf = written(document)
    pages = page_texts(pdf)
    links = structure_of(pdf).root.all("Link")
    assert [" ".join(link.whole.split()[:-1]) for link in links] == [
        " ".join(section.heading.split()) for section in document.sections
    ]
    for link, section in zip(links, document.sections, strict=True):
        first_word = section.heading.split()[0]
        assert first_word in pages[int(link.whole.split()[-1]) - 1]


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
