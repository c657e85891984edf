"""The tijdlijn as PDF: nothing is lost over its pages, and each page says where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from unittest.mock import patch

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event, Veiligheidscijfer
from hgkm_desktop.models.terms import CaseState, EventKind, Mark
from hgkm_desktop.reports.line import line_pdf as writing
from hgkm_desktop.reports.line.line_document import LineDocument, PaperSize, Scale
from hgkm_desktop.reports.line.line_pdf import (
    Counts,
    LinePages,
    lay_out_pages,
    page_counts,
    write_line,
)
from hgkm_desktop.timeline.choices import Choices, LaneBy
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.reports.hostile_case import nasty_case
from tests.reports.lines import line_of, line_pdf
from tests.reports.pages import page_texts, pages
from tests.reports.sixty_events import a_case_of_sixty
from tests.reports.test_hostile import assert_inside

WAYS = (
    (PaperSize.A4, Scale.LEESBAAR),
    (PaperSize.A3, Scale.LEESBAAR),
    (PaperSize.A4, 183),
    (PaperSize.A4, 40),
)


@cache
def sixty() -> Case:
    return a_case_of_sixty()


def laid_out_once(document: LineDocument) -> tuple[bytes, Counts, LinePages]:
    """The document as it is written, how much it is said to be, and what stands on its pages."""
    pages, target = lay_out_pages(document), BytesIO()
    with patch.object(writing, "lay_out_pages", return_value=pages):
        write_line(document, target)
        return target.getvalue(), page_counts(document), pages


@cache
def of_sixty(
    paper: PaperSize = PaperSize.A4, scale: Scale | int = Scale.LEESBAAR
) -> tuple[bytes, Counts, LinePages]:
    return laid_out_once(line_of(sixty(), paper=paper, scale=scale))


def made(paper: PaperSize = PaperSize.A4, scale: Scale | int = Scale.LEESBAAR) -> bytes:
    return of_sixty(paper, scale)[0]


def counts(paper: PaperSize = PaperSize.A4, scale: Scale | int = Scale.LEESBAAR) -> Counts:
    return of_sixty(paper, scale)[1]


def laid_out(paper: PaperSize = PaperSize.A4, scale: Scale | int = Scale.LEESBAAR) -> LinePages:
    return of_sixty(paper, scale)[2]


# --- nothing is lost ------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "scale"), WAYS)
def test_every_event_stands_once_in_the_list(paper: PaperSize, scale: Scale | int) -> None:
    texts = page_texts(made(paper, scale))
    found = counts(paper, scale)
    assert len(texts) == found.line + found.listed
    told = " ".join(texts[found.line :])
    for event in sixty().events:
        assert told.count(event.title) == 1, event.title


@pytest.mark.parametrize(("paper", "scale"), WAYS)
def test_every_number_stands_on_a_page_of_the_line(paper: PaperSize, scale: Scale | int) -> None:
    line = counts(paper, scale).line
    words = {
        word.text
        for page in pages(made(paper, scale))[:line]
        for word in page.words
        if word.top > 28 * 72 / 25.4  # below the map, which has numbers of its own
    }
    dated = [e for e in sixty().events if e.start.is_known]
    number = numbers(sixty())
    assert {str(number[e.id]) for e in dated} <= words


@pytest.mark.parametrize("month", range(1, 13))
def test_what_happened_at_the_end_of_a_chosen_period_is_on_the_line(month: int) -> None:
    """Also what happened on its last days: its number and words need room after them."""
    last = max(e.start.latest for e in sixty().events if e.start.is_known)
    chosen = {"first": date(last.year - 1, 1, 1), "last": date(last.year - 1, month, 28)}
    document = line_of(sixty(), **chosen)
    pdf, found, _ = laid_out_once(document)
    words = {
        word.text
        for page in pages(pdf)[: found.line]
        for word in page.words
        if word.top > 28 * 72 / 25.4
    }
    begun = {
        str(entry.number)
        for entry, event in zip(document.entries, _in_order_of_numbers(document), strict=True)
        if event.start.is_known and event.start.middle >= chosen["first"]
    }
    assert begun <= words


def _in_order_of_numbers(document: LineDocument) -> list[Event]:
    shown = {entry.number for entry in document.entries}
    return sorted((e for e in document.case.events if int(e.seq) in shown), key=lambda e: e.seq)


@pytest.mark.parametrize("lane_by", LaneBy)
def test_every_event_finds_its_number_in_any_lanes(lane_by: LaneBy) -> None:
    case = sixty()
    pdf, found, _ = laid_out_once(line_of(case, choices=Choices(lane_by=lane_by)))
    drawn = set(" ".join(page_texts(pdf)[: found.line]).split())
    number = numbers(case)
    assert {str(number[e.id]) for e in case.events if e.start.is_known} <= drawn


def test_one_page_says_which_or_how_many_have_no_place_of_their_own() -> None:
    text = page_texts(made(scale=Scale.EEN_PAGINA))[0]
    found = counts(scale=Scale.EEN_PAGINA)
    assert found.line == 1
    assert found.without_place > 0
    drawn = set(re.findall(r"\d+", text))
    for first, last in re.findall(r"(\d+)–(\d+)", text):
        drawn |= {str(n) for n in range(int(first), int(last) + 1)}
    number = numbers(sixty())
    missing = {str(number[e.id]) for e in sixty().events if e.start.is_known} - drawn
    assert len(missing) <= sum(int(n) for n in re.findall(r"(\d+)×", text))


def test_what_has_no_date_stands_on_one_page_in_its_strip() -> None:
    line = counts().line
    drawn = page_texts(made())[:line]
    assert sum("Zonder datum" in text for text in drawn) == 1
    number = numbers(sixty())
    oma = next(e for e in sixty().events if e.title == "Oma vraagt wie zij mag bellen")
    assert sum(f"{number[oma.id]} {oma.title} na nr. " in text for text in drawn) == 1


@pytest.mark.parametrize(("paper", "scale"), WAYS)
def test_nothing_runs_out_of_a_page(paper: PaperSize, scale: Scale | int) -> None:
    assert_inside(made(paper, scale))


# --- where a page belongs -------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "scale"), WAYS)
def test_the_marks_of_overlap_name_the_pages_beside_a_page(
    paper: PaperSize, scale: Scale | int
) -> None:
    laid = laid_out(paper, scale)
    texts = page_texts(made(paper, scale))
    beside = {(page.row, page.column): page.number for page in laid.line}
    for page in laid.line:
        named = {int(n) for n in re.findall(r"ook op pagina (\d+)", texts[page.number - 1])}
        wanted = {beside.get((page.row, page.column + step)) for step in (-1, 1)} - {None}
        assert named == wanted


def test_what_stands_in_the_overlap_is_on_both_pages() -> None:
    laid = laid_out()
    assert laid.plan is not None
    (_, begins), (ends, _) = laid.plan.shared(0), laid.plan.shared(1)
    assert begins is not None
    assert ends is not None
    assert abs((laid.plan.plot_width - begins) - ends) < 0.01
    assert laid.plan.days_at(1)[0] < laid.plan.days_at(0)[1]


@pytest.mark.parametrize("paper", PaperSize)
def test_every_page_names_itself_its_lanes_and_its_time(paper: PaperSize) -> None:
    texts = page_texts(made(paper))
    line = counts(paper).line
    for number, text in enumerate(texts, 1):
        assert f"Pagina {number} van {len(texts)}" in text
        assert "Tijdlijn K7-2F · versie 1 · in bewerking" in text
        assert "In bewerking, blijft aan deze tafel" in text
        assert "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs" in text
        assert "0 van 60 gebeurtenissen niet getoond" in text
        assert "Hele lijn: 1 januari 2021 – 31 oktober 2023" in text
        assert "Selectie" not in text
    laid = laid_out(paper)
    assert laid.plan is not None
    for row in {page.row for page in laid.line}:
        for page in (page for page in laid.line if page.row == row):
            for name in laid.plan.lanes_of(row):
                assert name in texts[page.number - 1]
            assert re.search(r"\b20\d\d\b", texts[page.number - 1])
    assert line > 1


def test_the_sheets_are_what_was_asked() -> None:
    sizes = {paper: {(p.width, p.height) for p in pages(made(paper))} for paper in PaperSize}
    assert [(round(w), round(h)) for w, h in sizes[PaperSize.A4]] == [(842, 595)]
    assert [(round(w), round(h)) for w, h in sizes[PaperSize.A3]] == [(1191, 842)]


# --- what may be printed --------------------------------------------------------------------


def test_dates_are_exact_and_functions_and_explanations_are_not_there() -> None:
    school = an_organisation("school")
    seat = a_deelnemer(school, "teamleider GEHEIM")
    event = an_event("3 mei 2023", "gesprek", organisation_ids=(school.id,), fact="GEHEIM")
    hidden = an_event("4 mei 2023", "VERBORGEN", is_shown=False)
    beleving = a_beleving(event, seat, Mark.GOED, explanation="GEHEIM", obstacle="GEHEIM")
    text = " ".join(page_texts(line_pdf(a_case_with(school, seat, event, hidden, beleving))))
    assert "3 mei 2023" in text
    assert "ging goed" in text
    assert "1 van 2 gebeurtenissen niet getoond" in text
    assert "GEHEIM" not in text
    assert "VERBORGEN" not in text


def test_the_line_of_a_deelbare_case_says_so_on_each_page() -> None:
    case = a_case_with(an_event("2023", "iets"), state=CaseState.DEELBAAR)
    text = page_texts(line_pdf(case))[0]
    assert "Deelbaar, vertrouwelijk" in text
    assert "In bewerking" not in text


def test_the_list_says_what_kind_it_was_and_who_took_part() -> None:
    told = " ".join(page_texts(made()))
    assert "17 december 2022 – 27 december 2022" in told
    assert "besluit, dwang, bereikt · gemeente, politie · vader" in told
    assert "Niet gedaan: Huisarts meldt niet" in told


# --- what is chosen -------------------------------------------------------------------------


def test_a_selection_says_so_and_keeps_the_numbers() -> None:
    case = sixty()
    chosen = [e for e in case.events if e.kind is EventKind.BESLUIT]
    choices = Choices(event_ids=frozenset(e.id for e in chosen))
    texts = page_texts(line_pdf(case, choices=choices))
    told = " ".join(texts)
    assert all(f"Selectie: {len(chosen)} van 60 gebeurtenissen" in text for text in texts)
    assert f"{60 - len(chosen)} van 60 gebeurtenissen niet getoond" in told
    number = numbers(case)
    assert {str(number[e.id]) for e in chosen} <= set(told.split())
    assert "Vader verliest zijn werk" not in told


def test_a_part_of_the_line_holds_only_its_days() -> None:
    text = " ".join(page_texts(line_pdf(sixty(), first=date(2022, 1, 1), last=date(2022, 3, 31))))
    assert "Deel van de lijn: 1 januari 2022 – 31 maart 2022" in text
    assert "Kind 2 tekent een kapotte deur" in text
    assert "Huisverbod" not in text
    assert "Selectie: " in text


def test_events_of_hidden_lanes_are_not_counted_as_shown() -> None:
    police = an_organisation("politie")
    case = a_case_with(
        police,
        an_event("2022", "van de politie", organisation_ids=(police.id,)),
        an_event("2023", "van het gezin"),
    )
    hidden = Choices(hidden=frozenset({f"organisatie:{police.id}"}))
    text = " ".join(page_texts(line_pdf(case, choices=hidden)))
    assert "van de politie" not in text
    assert "Selectie: 1 van 2 gebeurtenissen" in text


def test_the_days_named_are_those_of_all_that_is_drawn() -> None:
    score = Veiligheidscijfer("f" * 32, 1.0, read_whole("3 mei 2024").start, 6.0)
    case = a_case_with(an_event("2021", "iets"), score)
    assert "Hele lijn: 1 januari 2021 – 3 mei 2024" in page_texts(line_pdf(case))[0]
    without = page_texts(line_pdf(case, choices=Choices(bands=frozenset())))[0]
    assert "Hele lijn: 1 januari 2021 – 31 december 2021" in without


def test_too_few_days_on_a_page_is_refused_before_anything_is_made() -> None:
    case = a_case_with(an_event("1900", "a"), an_event("2020", "b"))
    with pytest.raises(BadInput) as caught:
        line_pdf(case, scale=1)
    assert "pagina's" in caught.value.what
    assert caught.value.todo


def test_more_days_on_a_page_make_fewer_pages() -> None:
    scales = (61, 183, 731, 1827)
    found = [page_counts(line_of(sixty(), scale=days)).line for days in scales]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 2


# --- any case -------------------------------------------------------------------------------


def test_an_empty_case_is_one_page_that_says_so() -> None:
    texts = page_texts(line_pdf(a_case_with()))
    assert len(texts) == 1
    assert "Nog niet ingevuld: de gebeurtenissen op de tijdlijn." in texts[0]


def test_one_event_is_one_page_with_its_line_and_its_list() -> None:
    texts = page_texts(line_pdf(a_case_with(an_event("3 mei 2021", "de enige"))))
    assert len(texts) == 1
    assert texts[0].count("de enige") == 2
    assert "Pagina 1 van 1" in texts[0]


def test_only_events_without_a_date_are_a_strip() -> None:
    text = page_texts(line_pdf(a_case_with(an_event("", "ooit"), an_event("", "eens"))))[0]
    assert "Zonder datum" in text
    assert text.count("ooit") == 2


def test_two_hundred_years_are_drawn_on_a_few_pages() -> None:
    events = [an_event(f"{year}", f"in {year}") for year in range(1820, 2021, 10)]
    pdf, found, _ = laid_out_once(line_of(a_case_with(*events)))
    assert found.line <= 12
    assert_inside(pdf)


def test_five_hundred_on_one_day_are_all_in_the_list() -> None:
    case = a_case_with(*(an_event("3 mei 2021", f"gebeurtenis g{n}") for n in range(500)))
    pdf = line_pdf(case)
    assert_inside(pdf)
    told = " ".join(page_texts(pdf)).split()
    assert all(told.count(f"g{n}") == 1 for n in range(500))
    assert "zie de lijst" in " ".join(page_texts(pdf))


def test_what_a_user_typed_is_printed_as_it_stands() -> None:
    typed = "<img src=x> R&D < 5 <b>vet</b> &amp; {0} %s"
    school = an_organisation("<script> & Co")
    event = an_event("3 mei 2021", typed, organisation_ids=(school.id,))
    text = page_texts(line_pdf(a_case_with(school, event, title=typed)))[0]
    assert text.count(typed) == 2, "as title and in the list"
    assert text.count("<img src=x> R&D < 5 <b>vet</b>") == 3, "and on the line"
    assert "<script> & Co" in text


def test_long_texts_stay_on_their_page() -> None:
    events = [an_event(f"{n + 1} mei 2021", "woord " * 900, is_pivotal=True) for n in range(9)]
    case = a_case_with(*events, title="lang " * 500)
    assert_inside(line_pdf(case))
    assert_inside(line_pdf(replace(case, title="x" * 2000)))


@pytest.mark.parametrize("scale", [*Scale, 400])
@pytest.mark.parametrize("count", [1, 30])
def test_whatever_is_typed_stays_on_the_page(count: int, scale: Scale | int) -> None:
    assert_inside(line_pdf(nasty_case(count), scale=scale))


def test_more_lanes_than_a_page_holds_go_on_over_pages() -> None:
    organisations = [an_organisation(f"organisatie {n}") for n in range(45)]
    events = [
        an_event(f"{n % 28 + 1} mei {2015 + n % 6}", f"iets {n}", organisation_ids=(one.id,))
        for n, one in enumerate(organisations * 2)
    ]
    case = a_case_with(*organisations, *events)
    pdf, _, laid = laid_out_once(line_of(case))
    texts = page_texts(pdf)
    told = " ".join(texts)
    assert max(page.row for page in laid.line) > 0
    assert all(f"Organisatie {n} " in told for n in range(45))
    below = [re.findall(r"wat hieronder hoort: pagina (\d+)", text) for text in texts]
    assert below[0] == [str(next(page.number for page in laid.line if page.row == 1))]


def test_what_is_done_is_told_after_each_page_and_can_be_stopped() -> None:
    class Stopped(Exception):
        """The user pressed the button to stop."""

    def stop(part: float) -> None:
        told.append(part)
        if part > 0.5:
            raise Stopped

    told: list[float] = []
    document = line_of(a_case_with(an_event("2021", "a"), an_event("2023", "b")), scale=183)
    write_line(document, BytesIO(), progress=told.append)
    assert len(told) > 4
    assert told == [n / len(told) for n in range(1, len(told) + 1)]
    target = BytesIO()
    with pytest.raises(Stopped):
        write_line(document, target, progress=stop)
    assert not target.getvalue()
