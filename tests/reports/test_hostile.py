"""Whatever is typed, the document is made and nothing runs out of its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Reading, Record, StartCheck, Summary
from hgkm_desktop.models.terms import Answer, AskedOfBoard, EventKind, Mark, Occurrence, SafetyOf
from hgkm_desktop.reports.pdf import missing_characters
from tests.builders import a_beleving as a_mark
from tests.builders import a_case_with, a_deelnemer, an_event, an_organisation
from tests.reports.full_case import a_full_case, a_lesson, a_verschil, an_actie, document_of
from tests.reports.pages import pages, pdf_of

EDGE = 13 * 72 / 25.4  # the narrowest margin is 14 mm
LONG_WORD = "x" * 300
LONG_TEXT = "lorem ipsum dolor " * 555
NASTY = (
    "<para><b>niet & af <img src='x'/>",
    "😀 👩‍👩‍👧 ✓ → ⚠️",
    "مرحبا بالعالم هذا نص طويل " * 4,
    LONG_WORD,
    "a\ud800b \x00\x07 \u202e e\u0301 ĳ \t\n regel",
    "🎉" * 120,
)
WHENS = ("", "mrt 2021", "3 mei 2023", "circa 2020", "tussen jan en mrt 2022", "2018 - 2024")


def nasty(number: int) -> str:
    return NASTY[number % len(NASTY)]


def nasty_case(count: int) -> Case:
    """A case with `count` of everything, each with something unpleasant in every text."""
    organisations = [an_organisation(f"{nasty(n)} {n}") for n in range(11)]
    seats = [a_deelnemer(organisation, nasty(3)) for organisation in organisations]
    kinds, occurrences, marks = tuple(EventKind), tuple(Occurrence), tuple(Mark)
    events = [
        an_event(
            WHENS[n % len(WHENS)],
            nasty(n),
            kind=kinds[n % len(kinds)],
            organisation_ids=tuple(o.id for o in organisations[n % 11 : n % 11 + 3]),
            occurrence=occurrences[n % 3],
            is_pivotal=n % 2 == 0,
        )
        for n in range(count)
    ]
    belevingen = [
        a_mark(event, seats[n % 11], marks[n % 3], explanation=nasty(n + 1), safety_of=(*SafetyOf,))
        for n, event in enumerate(events)
    ]
    verschillen = [
        a_verschil(
            nasty(n),
            *(Reading(organisations[k].id, nasty(n + k)) for k in range(n)),
            seq=n,
            surfaced=nasty(n),
        )
        for n in range(4)
    ]
    owners = ("burgemeester en wethouder", LONG_WORD, "")
    acties = [
        an_actie(nasty(n), n, owner=owners[n % 3], keeper=nasty(n + 1), asked=asked)
        for n, asked in enumerate((*AskedOfBoard, None, None))
    ]
    summary = Summary(
        title=LONG_WORD,
        sentences=NASTY,
        children=nasty(2),
        questions=NASTY,
        beleving_ids=tuple(b.id for b in belevingen),
        verschil_ids=tuple(v.id for v in verschillen),
    )
    lessons = [a_lesson(nasty(n), n, explanation=nasty(n + 3)) for n in range(5)]
    people: tuple[Record, ...] = (*organisations, *seats, *events, *belevingen)
    learned: tuple[Record, ...] = (*verschillen, *lessons, *acties)
    return a_case_with(*people, *learned, summary=summary, reason=LONG_WORD)


def assert_inside(pdf: bytes) -> None:
    for number, page in enumerate(pages(pdf), 1):
        assert page.words
        for word in page.words:
            where = f"page {number}: {word}"
            assert word.left >= EDGE - 1, where
            assert word.right <= page.width - EDGE + 1, where
            assert word.top >= 0, where
            assert word.bottom <= page.height - 5 * 72 / 25.4, where


@pytest.mark.parametrize("count", [0, 1, 60])
def test_whatever_is_typed_stays_on_the_page(count: int) -> None:
    document = document_of(nasty_case(count))
    assert "😀" in missing_characters(document)
    assert_inside(pdf_of(document))


def _with_long_reading(case: Case) -> Case:
    return replace(
        case,
        verschillen=tuple(
            replace(
                verschil,
                about=LONG_TEXT,
                readings=tuple(replace(r, text=LONG_TEXT) for r in verschil.readings),
            )
            for verschil in case.verschillen
        ),
    )


def _in_summary(case: Case, summary: Summary) -> Case:
    return replace(case, summary=summary)


LONG: dict[str, Callable[[Case], Case]] = {
    "title": lambda c: _in_summary(c, replace(c.summary, title=LONG_TEXT)),
    "reason": lambda c: replace(c, reason=LONG_TEXT),
    "sentence": lambda c: _in_summary(c, replace(c.summary, sentences=(LONG_TEXT,))),
    "children": lambda c: _in_summary(c, replace(c.summary, children=LONG_TEXT)),
    "heard": lambda c: replace(c, start_check=StartCheck(heard=Answer.JA, heard_note=LONG_TEXT)),
    "explanation": lambda c: replace(
        c, belevingen=tuple(replace(b, explanation=LONG_TEXT) for b in c.belevingen)
    ),
    "reading": _with_long_reading,
    "owner": lambda c: replace(c, acties=tuple(replace(a, owner=LONG_TEXT) for a in c.acties)),
    "question": lambda c: _in_summary(c, replace(c.summary, questions=(LONG_TEXT,))),
}


@pytest.mark.parametrize("place", LONG)
def test_a_text_of_ten_thousand_characters_goes_on_over_pages(place: str) -> None:
    pdf = pdf_of(document_of(LONG[place](a_full_case())))
    assert_inside(pdf)
    whole = " ".join(word.text for page in pages(pdf) for word in page.words)
    assert whole.count("lorem") >= LONG_TEXT.count("lorem")


def test_a_title_of_ten_thousand_characters_is_shortened_on_the_line() -> None:
    case = a_full_case()
    case = replace(case, events=tuple(replace(e, title=LONG_TEXT) for e in case.events))
    assert_inside(pdf_of(document_of(case)))
