"""The sheet of keys keeps the rules of every document, and is one sheet of two sides."""

from __future__ import annotations

from hgkm_desktop.models.key_map import key_groups
from hgkm_desktop.reports.content import texts
from hgkm_desktop.reports.manual.key_sheet import SIDES, compose
from tests.reports.every_document import written
from tests.reports.pages import page_texts
from tests.reports.pdf_rules import faults


def test_it_is_one_sheet() -> None:
    assert len(page_texts(written(compose()))) <= SIDES


def test_it_keeps_the_rules_of_every_document() -> None:
    assert faults(written(compose()), compose()) == ()


def test_it_says_every_key() -> None:
    said = set(texts(compose()))
    for group in key_groups():
        assert {row.name for row in group.rows} | {row.does for row in group.rows} <= said
