"""A test of the tests: one fault in a good document, and what runs on every document finds it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Pdf

from hgkm_desktop.reports.content import Document
from tests.reports import planted
from tests.reports.full_case import a_full_case, document_of
from tests.reports.pages import pdf_of
from tests.reports.pdf_rules import faults, our_faults
from tests.reports.planted import with_fault

# What is planted, and words of the line that must be among what is found.
PLANTED: dict[Callable[[Pdf], None], str] = {
    planted.no_alt: "13-004 no Alt",
    planted.alt_is_a_file_name: "Alt that says nothing",
    planted.alt_is_one_word: "Alt that says nothing",
    planted.figure_is_a_paragraph: "drawn, and no Figure",
    planted.figure_is_a_paragraph_without_alt: "drawn, and no Figure",
    planted.th_without_scope: "15-003 TH without Scope",
    planted.uneven_rows: "uneven rows",
    planted.no_th: "15-003 no TH",
    planted.heading_skipped: "14-003 heading skipped",
    planted.first_heading_is_not_h1: "14-002 heading skipped",
    planted.item_outside_a_list: "09-004 LI in Sect",
    planted.role_of_no_standard: "02-001 no role of ours",
    planted.wrong_parent_tree: "ParentTree has another",
    planted.text_outside_a_tag: "01-005 painted outside a tag",
    planted.mcid_without_element: "MCID 9999 is of no element",
    planted.element_without_mcid: "owns MCID 9999, not there",
    planted.sections_in_another_order: "not read aloud here",
    planted.paragraph_is_an_artifact: "not read aloud here",
    planted.artifact_inside_a_tag: "01-003 mark inside a mark",
    planted.head_is_no_artifact: "is read aloud",
    planted.glued_words: "words glued",
    planted.no_lang: "11-001 the language is ''",
    planted.wrong_lang: "11-001 the language is 'Nederlands'",
    planted.no_title: "06-003 no title",
    planted.title_says_nothing: "title that says nothing",
    planted.title_not_shown: "07-001",
    planted.xmp_unlike_info: "Info says /Subject",
    planted.date_unlike_info: "Info says /CreationDate",
    planted.no_xmp: "06-001 no XMP",
    planted.no_mark_info: "06 not marked as tagged",
    planted.no_output_intent: "no OutputIntent",
    planted.font_not_embedded: "31-009",
    planted.no_to_unicode: "10-001",
    planted.to_unicode_is_zero: "31-028",
}


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(a_full_case())


@pytest.fixture(scope="module")
def good(document: Document) -> bytes:
    return pdf_of(document)


def test_the_good_document_has_no_fault(good: bytes, document: Document) -> None:
    assert faults(good, document) == ()
    assert faults(with_fault(good, lambda _: None), document) == ()


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found(
    plant: Callable[[Pdf], None], good: bytes, document: Document
) -> None:
    found = our_faults(with_fault(good, plant), document)
    assert any(PLANTED[plant] in fault for fault in found), found


def test_every_head_and_foot_that_is_read_aloud_is_found(good: bytes, document: Document) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        places = [(1, which) for which in range(len(planted.heads_of(pdf, 1)))]
    assert places
    for page, which in places:
        bad = with_fault(good, partial(planted.head_is_no_artifact, page=page, which=which))
        assert our_faults(bad, document), (page, which)
