"""A word that is longer than its line is read aloud as one word, wherever it is broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hgkm_desktop.models.case import Case
from tests.builders import a_case_with, an_event
from tests.reports.every_document import verslag_of, written
from tests.reports.full_case import a_full_case, an_actie, document_of
from tests.reports.lines import line_of
from tests.reports.pages import pages
from tests.reports.story_rules import story_faults
from tests.reports.structure import Structure, structure_of

LONG = "overleg" * 30
OVER_PAGES = "overleg" * 900

Put = Callable[[Case, str], Case]


def said(found: Structure) -> str:
    return f" {' '.join(found.root.whole.split())} "


def _as_reason(case: Case, words: str) -> Case:
    return replace(case, reason=words)


def _as_explanation(case: Case, words: str) -> Case:
    """Beside a name in bold, so a paragraph of more than one look."""
    return replace(case, belevingen=tuple(replace(b, explanation=words) for b in case.belevingen))


@pytest.mark.parametrize("put", [_as_reason, _as_explanation])
@pytest.mark.parametrize("word", [LONG, OVER_PAGES], ids=["over lines", "over pages"])
@pytest.mark.parametrize("before", ["", "Er was "], ids=["alone", "after words"])
def test_a_long_word_is_one_word(put: Put, word: str, before: str) -> None:
    document = verslag_of(put(a_full_case(), f"{before}{word} en toen {word}."))
    found = structure_of(written(document))
    assert f" {before}{word} en toen {word}. " in said(found)
    assert not list(story_faults(found, document))


def test_a_long_word_that_the_font_lacks_is_one_word() -> None:
    document = document_of(_as_reason(a_full_case(), f"Zie {'a✓' * 60} en {'✓' * 80}."))
    found = structure_of(written(document))
    assert f" {'a✓' * 60} en {'✓' * 80}. " in said(found)


@pytest.mark.parametrize("owner", ["Burgemeester", "Gemeenteraad"])
def test_who_owns_an_action_stands_on_one_line(owner: str) -> None:
    document = verslag_of(a_case_with(an_actie("Bel elkaar", owner=owner)))
    assert owner in [word.text for page in pages(written(document)) for word in page.words]


def test_a_period_in_the_list_breaks_after_its_dash() -> None:
    case = a_case_with(an_event("sep 2023 - dec 2023", "Overleg"))
    document = verslag_of(case)
    assert document.timeline is not None
    (entry,) = document.timeline.entries
    wide = replace(entry, when="september–december 2023")
    document = replace(document, timeline=replace(document.timeline, entries=(wide,)))
    shown = [word.text for page in pages(written(document)) for word in page.words]
    assert "september–" in shown
    found = structure_of(written(document))
    assert " september–december 2023 " in said(found)


def test_a_period_of_the_line_is_read_whole() -> None:
    document = line_of(a_case_with(an_event("30 sep 2023 - 31 dec 2023", "Overleg")))
    found = structure_of(written(document))
    assert not list(story_faults(found, document))
