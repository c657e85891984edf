"""Whatever is typed, the document is made and nothing runs out of its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import StartCheck, Summary
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.writing.pdf import missing_characters
from tests.reports.every_document import verslag_of, written
from tests.reports.full_case import a_full_case, document_of
from tests.reports.hostile_case import nasty_case
from tests.reports.lines import line_of
from tests.reports.pages import pages, pdf_of
from tests.reports.story_rules import story_faults
from tests.reports.structure import structure_of

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


@pytest.mark.parametrize("make", [document_of, verslag_of, line_of])
def test_a_title_of_ten_thousand_characters_is_all_in_the_list(
    make: Callable[[Case], Document | LineDocument],
) -> None:
    """Nothing is cut: it goes on in the next column, and on the next page."""
    case = a_full_case()
    long = tuple(replace(e, title=f"{LONG_TEXT} slot") for e in case.events[:1])
    document = make(replace(case, events=(*long, *case.events[1:])))
    pdf = written(document)
    assert_inside(pdf)
    found = structure_of(pdf)
    assert not list(story_faults(found, document))
    items = [item.whole for item in found.root.all("LI")]
    assert sum(" slot" in item for item in items) >= len(long)
