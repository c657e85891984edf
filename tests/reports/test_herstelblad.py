"""The herstelblad holds the whole code in its order, on one sheet with the rules of a PDF."""

from __future__ import annotations

from datetime import date

import pytest

from hgkm_desktop.reports.case.herstelblad import compose
from hgkm_desktop.reports.content import Document
from tests.reports.pages import page_texts, pdf_of
from tests.reports.pdf_rules import faults

GROUPS = tuple(f"{number:02}QZ" for number in range(1, 15))


@pytest.fixture
def sheet() -> Document:
    return compose("casusbestand-7K2F", GROUPS, made_on=date(2026, 3, 2), organisation="Gemeente X")


def test_every_group_stands_behind_its_number(sheet: Document) -> None:
    (text,) = page_texts(pdf_of(sheet))
    words = " ".join(text.split())
    for number, group in enumerate(GROUPS, 1):
        assert f"{number} {' '.join(group)}" in words
    assert "casusbestand-7K2F" in words
    assert "2 maart 2026" in words


def test_it_keeps_the_rules_of_every_document(sheet: Document) -> None:
    assert faults(pdf_of(sheet), sheet) == ()
