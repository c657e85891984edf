"""Whatever is typed, the document is made and nothing runs out of its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import StartCheck, Summary
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.reports.pdf import missing_characters
from tests.reports.full_case import a_full_case, document_of
from tests.reports.hostile_case import nasty_case
from tests.reports.pages import pages, pdf_of

EDGE = 13 * 72 / 25.4  # the narrowest margin is 14 mm
LONG_TEXT = "lorem ipsum dolor " * 555


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
