"""The rules that hold for every paper of an exercise: as pdf and as text to edit."""

from __future__ import annotations

import pytest

from tests.reports.every_document import documents_of_exercise, written
from tests.reports.pdf_rules import faults

PAPERS = dict(documents_of_exercise())


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_sound_with_something_under_every_heading(name: str) -> None:
    document = PAPERS[name]
    assert not faults(written(document), document)
    assert [section.heading for section in document.sections if not section.blocks] == []
