"""The PDF itself: its pages, what a reader finds on them in which order, and what is inside."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Stream

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.writing.pdf import missing_characters, title_excess, write_pdf
from tests.builders import a_case_with, an_event
from tests.reports.full_case import (
    CHILDREN,
    FUNCTION,
    QUESTIONS,
    SENTENCES,
    a_full_case,
    document_of,
)
from tests.reports.pages import page_texts, pages, pdf_of


@pytest.fixture(scope="module")
def full() -> bytes:
    return pdf_of(document_of(a_full_case()))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


# --- pages --------------------------------------------------------------------------------


def test_a_normal_case_is_two_pages_and_a_timeline(full: bytes) -> None:
    sizes = [(round(page.width), round(page.height)) for page in pages(full)]
    assert sizes == [(595, 842), (595, 842), (842, 595)]


def test_the_story_is_read_in_order(full: bytes) -> None:
    story = " ".join(page_texts(full))
    told = [
        "Van stilte naar één plan",
        "Waarom deze casus",
        "Wat vragen wij u?",
        "Zie pagina 2.",
        *SENTENCES,
        CHILDREN,
        "Elke week een gesprek.",
        "Het bleef liggen.",
        "Vader slaat moeder.",
        "Rust in huis",
        "Het gaat beter.",
        "Het is te stil.",
        "Bel bij een tweede signaal.",
        "Wat vragen wij van wie",
        "Bespreek het in de driehoek.",
        "Burgemeester",
        "Bel dezelfde dag.",
        *QUESTIONS,
        "Tijdlijn K7-2F",
        "Oma vraagt om hulp",
    ]
    at = 0
    for words in told:
        assert words in story[at:], words
        at = story.index(words, at) + len(words)


def test_what_was_not_chosen_is_not_on_paper(full: bytes) -> None:
    story = " ".join(page_texts(full))
    for word in ("NIETGEKOZEN", "VERBORGEN", "GEHEIM", FUNCTION):
        assert word not in story


def test_every_page_says_what_it_is(full: bytes) -> None:
    for number, text in enumerate(page_texts(full), 1):
        assert f"Pagina {number} van 3" in text
        assert "In bewerking, blijft aan deze tafel" in text
        assert "Gespreksnotitie K7-2F · versie 1 · in bewerking" in text
        assert "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs" in text
        assert "1 van 12 gebeurtenissen niet getoond" in text


def test_a_case_that_may_be_shared_is_not_marked() -> None:
    texts = page_texts(pdf_of(document_of(a_full_case(state=CaseState.DEELBAAR))))
    assert not any("blijft aan deze tafel" in text for text in texts)
    assert all("· deelbaar" in text for text in texts)


def test_an_empty_case_is_a_document_too() -> None:
    texts = page_texts(pdf_of(document_of(a_case_with(title=""))))
    assert "Nog niet ingevuld: het verhaal in vijf zinnen." in " ".join(texts)
    assert "Nog niet ingevuld: de gebeurtenissen op de tijdlijn." in texts[-1]


def test_what_is_over_the_limit_gets_a_page_of_its_own_that_is_counted() -> None:
    case = a_full_case()
    questions = (*QUESTIONS, "Een vierde vraag?", "Een vijfde?")
    case = replace(case, summary=replace(case.summary, questions=questions))
    texts = page_texts(pdf_of(document_of(case)))
    assert "Nog 2: zie bijlage A" in texts[1]
    assert "Bijlage A" in texts[3]
    assert "Een vierde vraag?" in texts[3]
    assert "Pagina 4 van 4" in texts[3]


TITLE = "met een titel die langer is dan een regel"


def long_line(count: int) -> Case:
    events = [an_event(f"{n % 27 + 1} mei {2000 + n % 20}", f"g{n} {TITLE}") for n in range(count)]
    return a_case_with(*events)


def test_a_long_list_stands_on_a_page_of_its_own() -> None:
    short, long = (page_texts(pdf_of(document_of(long_line(n)))) for n in (9, 50))
    assert len(short) == 2
    assert all(f"g{n}" in short[1].split() for n in range(9))
    assert len(long) == 3
    assert all(f"g{n}" in long[2].split() for n in range(50))


def test_what_is_done_is_told_after_each_page() -> None:
    told: list[float] = []
    target = BytesIO()
    write_pdf(document_of(a_full_case()), target, progress=told.append)
    done = [part for part in told if part]
    assert len(done) == len(pages(target.getvalue()))
    assert done == sorted(done)
    assert done[-1] == 1.0


def test_who_is_told_can_stop_it_and_then_nothing_was_written() -> None:
    class Stopped(Exception):
        """The user pressed the button to stop."""

    def stop(part: float) -> None:
        if part > 0:
            raise Stopped

    target = BytesIO()
    with pytest.raises(Stopped):
        write_pdf(document_of(a_full_case()), target, progress=stop)
    assert not target.getvalue()


# --- words --------------------------------------------------------------------------------


def test_what_a_user_typed_is_printed_as_it_stands() -> None:
    typed = 'R&D < 5 <b>vet</b> <img src="/etc/hostname"/> &amp; <br/>'
    case = a_full_case(reason=typed)
    case = replace(case, summary=replace(case.summary, title=typed, children=typed))
    made = pdf_of(document_of(case))
    assert " ".join(page_texts(made)[:1]).count(typed) >= 2
    with opened(made) as pdf:
        assert not any(isinstance(o, Stream) and o.get("/Subtype") == "/Image" for o in pdf.objects)


def test_words_are_not_glued_at_the_end_of_a_line() -> None:
    words = [f"woord{n}" for n in range(60)]
    case = a_full_case()
    case = replace(case, summary=replace(case.summary, children=" ".join(words)))
    assert set(words) <= set(" ".join(page_texts(pdf_of(document_of(case)))).split())


def test_characters_without_a_letter_are_listed_and_can_still_be_copied() -> None:
    case = a_full_case(reason="pijl → en 😀 en مر, wel é ĳ € –")
    document = document_of(case)
    assert set(missing_characters(document)) == set("→😀مر")
    text = page_texts(pdf_of(document))[0]
    assert "pijl → en " in text
    assert ", wel é ij € –" in text


def test_the_characters_of_a_normal_case_are_all_there() -> None:
    assert missing_characters(document_of(a_full_case())) == ()


@pytest.mark.parametrize(("title", "excess"), [("Kort", 0), ("m" * 30, 0), ("", 0)])
def test_a_title_of_two_lines_fits(title: str, excess: int) -> None:
    assert title_excess(replace(document_of(a_full_case()), title=title)) == excess


def test_a_title_that_is_too_long_says_how_much() -> None:
    document = replace(document_of(a_full_case()), title="woorden " * 20)
    excess = title_excess(document)
    assert excess > 0
    shorter = replace(document, title=document.title[:-excess])
    assert title_excess(shorter) == 0
    assert title_excess(replace(document, title=document.title[: 1 - excess])) > 0


# --- inside -------------------------------------------------------------------------------


def test_every_font_is_ours_and_embedded(full: bytes) -> None:
    with opened(full) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        fonts = [o for o in fonts if o.get("/Type") == "/Font"]
        assert fonts
        for font in fonts:
            assert "AtkinsonHyperlegible" in str(font["/BaseFont"])
            assert "/FontFile2" in font["/FontDescriptor"]


def test_the_properties_name_the_organisation_and_nobody_else(full: bytes) -> None:
    with opened(full) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == "Gespreksnotitie burgemeester en wethouder K7-2F"
        assert info["/Author"] == "Gemeente Voorbeeldstad"
        assert info["/CreationDate"] == info["/ModDate"] == "D:20260112000000Z"
        assert str(pdf.Root["/Lang"]) == "nl-NL"
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root][:2] == [
                "Wat vragen wij u?",
                "In vijf zinnen",
            ]
    assert b"anonymous" not in full
    assert b"unspecified" not in full


def test_without_an_organisation_the_program_is_the_author() -> None:
    with opened(pdf_of(replace(document_of(a_full_case()), organisation=""))) as pdf:
        assert str(pdf.docinfo["/Author"]) == "HGKM Desktop"
