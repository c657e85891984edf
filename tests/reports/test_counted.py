"""Documents that count from T0: distances in words, lengths kept, and no date of the case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.joining import joined
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import FileSettings, Veiligheidscijfer
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.reports.case import casusverslag, gespreksnotitie
from hgkm_desktop.reports.let_through.counted import Count
from hgkm_desktop.reports.let_through.dates import span_text
from hgkm_desktop.reports.line.line_svg import line_svg
from hgkm_desktop.reports.options import Dates, DocumentOptions
from tests.builders import a_case_with, an_event, an_organisation, for_bestuur, made_deelbaar
from tests.reports.every_document import written
from tests.reports.lines import MADE_ON, line_of
from tests.reports.pages import page_texts
from tests.reports.story_rules import Written

FROM_T0 = DocumentOptions(dates=Dates.RELATIEF)
YEARS = re.compile(r"\b(?:19[5-9]\d|20[01]\d|202[0-5])\b")  # the paper itself is of 2026


def a_course(t0: str, *others: str, **more: object) -> Case:
    """Events with these dates, the first of which is T0."""
    events = [an_event(when, f"nummer {place}") for place, when in enumerate((t0, *others))]
    case = a_case_with(*events, t0_event_id=events[0].id)
    return made_deelbaar(for_bestuur(replace(case, **more)))  # type: ignore[arg-type]


def verslag(case: Case, options: DocumentOptions = FROM_T0) -> Written:
    return casusverslag.compose(case, settings=FileSettings(), made_on=MADE_ON, options=options)


def notitie(case: Case, options: DocumentOptions = FROM_T0) -> Written:
    return gespreksnotitie.compose(case, settings=FileSettings(), made_on=MADE_ON, options=options)


def line(case: Case, options: DocumentOptions = FROM_T0) -> Written:
    return line_of(case, dates=options.dates, first=options.first, last=options.last)


DOCUMENTS: tuple[Callable[..., Written], ...] = (verslag, notitie, line)


def said(document: Written) -> str:
    return " ".join(page_texts(written(document)))


@pytest.mark.parametrize(
    ("when", "words", "short"),
    [
        ("3 mei 2022", "T0", "T0"),
        ("20 mei 2022", "17 dagen na T0", "T+17 dgn"),
        ("19 apr 2022", "2 weken voor T0", "T−2 weken"),
        ("3 aug 2022", "3 maanden na T0", "T+3 mnd"),
        ("aug 2022", "ongeveer 3 maanden na T0", "T+3 mnd"),
        ("2019", "ongeveer 2 jaar en 10 maanden voor T0", "ca. T−2 jr 10 mnd"),
        ("mei 2022", "rond T0", "rond T0"),
        ("8 jul 2022 - 18 jul 2022", "66 dagen na T0, 10 dagen lang", None),
        ("3 mei 2022 - 13 mei 2022", "T0, 10 dagen lang", None),
        ("1 jan 2024 - 1 jun 2024", "1 jaar en 8 maanden na T0, 152 dagen lang", None),
        ("aug 2022 - okt 2022", "ongeveer 3 maanden na T0, ongeveer 2 maanden lang", None),
        ("vanaf 3 aug 2022", "vanaf 3 maanden na T0", "vanaf T+3 mnd"),
        ("", "geen datum", "geen datum"),
    ],
)
def test_a_date_becomes_a_distance_and_a_length_stays(
    when: str, words: str, short: str | None
) -> None:
    case = a_course("3 mei 2022", when)
    event = Count.of(case, case).case(case).events[1]
    assert span_text(event) == words
    assert short is None or span_text(event, short=True) == short


def test_t0_is_t0_however_exactly_it_is_known() -> None:
    case = a_course("mei 2022", "mei 2022", "aug 2022")
    events = Count.of(case, case).case(case).events
    assert [span_text(e) for e in events] == ["T0", "rond T0", "ongeveer 3 maanden na T0"]


@pytest.mark.parametrize("compose", DOCUMENTS)
def test_no_year_of_the_case_is_anywhere(compose: Callable[..., Written]) -> None:
    score = Veiligheidscijfer("8" * 32, 1.0, read_whole("12 mei 2022").start, 5.0)
    case = a_course("3 mei 2022", "20 mei 2022", "2019", "vanaf 1 jan 2024", cijfers=(score,))
    document = compose(case)
    assert not YEARS.search(said(document)), YEARS.findall(said(document))
    assert "T0" in said(document)
    case = replace(case, t0_event_id=case.events[1].id)
    assert not YEARS.search(said(compose(case)))


def test_no_year_is_in_the_picture_either() -> None:
    document = line_of(a_course("3 mei 2022", "20 mei 2022"), dates=Dates.RELATIEF)
    words = re.sub(r"<[^>]+>", " ", line_svg(document))
    assert not YEARS.search(words)
    assert "2022" not in repr(document.case), "no date of the case is in what is drawn"


@pytest.mark.parametrize("compose", DOCUMENTS)
def test_a_part_of_time_is_chosen_and_does_not_tell_its_days(
    compose: Callable[..., Written],
) -> None:
    case = a_course("3 mei 2022", "20 mei 2022", "3 mei 2019")
    options = DocumentOptions(first=date(2022, 1, 1), last=date(2022, 12, 31), dates=Dates.RELATIEF)
    words = said(compose(case, options))
    assert "nummer 1" in words
    assert "nummer 2" not in words
    assert not YEARS.search(words)


def test_dates_that_joining_wrote_are_distances_too() -> None:
    kept = an_event("17 mei 2022", "ruzie", kind=EventKind.INCIDENT)
    other = an_event("18 mei 2022 - 4 juli 2022", "ruzie", kind=EventKind.INCIDENT)
    case = joined(a_case_with(an_organisation("school"), kept, other), (kept.id, other.id))
    case = replace(case, t0_event_id=case.events[0].id)
    assert "2022" in case.events[0].fact
    assert "2022" not in Count.of(case, case).case(case).events[0].fact


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (a_case_with(an_event("2022")), "geen T0"),
        (a_course("", "2022"), "geen datum"),
    ],
)
@pytest.mark.parametrize("compose", DOCUMENTS)
def test_without_t0_nothing_is_made(
    compose: Callable[..., Written], case: Case, words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        compose(case)


@pytest.mark.parametrize("compose", DOCUMENTS)
def test_a_t0_that_is_not_on_the_paper_is_no_t0(compose: Callable[..., Written]) -> None:
    case = a_course("3 mei 2022", "2023")
    hidden = replace(case.events[0], is_shown=False)
    case = replace(case, events=(hidden, *case.events[1:]))
    with pytest.raises(BadInput, match="komt niet op dit papier"):
        compose(case)
