"""The rules that hold for every paper of an exercise: as pdf and as text to edit."""

from __future__ import annotations

import pytest

from tests.reports import full_exercise
from tests.reports.every_document import documents_of_exercise, written
from tests.reports.pdf_rules import faults
from tests.reports.practice_year import words_of

PAPERS = dict(documents_of_exercise())


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_sound_with_something_under_every_heading(name: str) -> None:
    document = PAPERS[name]
    assert not faults(written(document), document)
    assert [section.heading for section in document.sections if not section.blocks] == []


@pytest.mark.parametrize("name", ["deelnemersblad", "oefenboek", "speelverslag"])
def test_an_option_has_the_same_letter_on_every_paper(name: str) -> None:
    (point, *_) = full_exercise.an_exercise().points
    first, second, *_ = point.lettered().values()
    assert (first[:3], second[:3]) == ("A. ", "B. ")
    assert first in words_of(PAPERS[name])
