"""Every document of every case is sound: its form, its structure, and what is read aloud of it."""

from __future__ import annotations

import pytest

from tests.reports import planted
from tests.reports.every_document import CASES, documents_of, written
from tests.reports.full_case import a_full_case, document_of
from tests.reports.pages import pdf_of
from tests.reports.pdf_rules import faults, validation_faults


# The example is read with its depth, of which veraPDF sees all apart.
@pytest.mark.parametrize("name", [name for name in CASES if name != "voorbeeld"])
def test_every_document_is_sound(name: str) -> None:
    for kind, document in documents_of(CASES[name]()):
        assert faults(written(document), document) == (), kind


def test_the_fast_validator_looks_too() -> None:
    good = pdf_of(document_of(a_full_case()))
    assert validation_faults(good) == ()
    for plant in (planted.no_alt, planted.text_outside_a_tag, planted.no_output_intent):
        assert validation_faults(planted.with_fault(good, plant)), plant.__name__
