"""The rules that hold for every document of zicht op de praktijk: as pdf and as text to edit."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from hgkm_desktop.reports.writing.odt import write_odt
from tests.reports.every_document import documents_of_practice, written
from tests.reports.pages import page_texts
from tests.reports.pdf_rules import faults

WORKS = dict(documents_of_practice())


@pytest.mark.parametrize("name", WORKS)
def test_every_paper_is_sound_with_something_under_every_heading(name: str) -> None:
    document = WORKS[name]
    assert not faults(written(document), document)
    assert [section.heading for section in document.sections if not section.blocks] == []


@pytest.mark.parametrize("name", [name for name in WORKS if not name.endswith("-leeg")])
def test_every_paper_is_a_text_to_edit_as_well(name: str) -> None:
    document = WORKS[name]
    target = BytesIO()
    write_odt(document, target)
    with ZipFile(target) as made:
        said = made.read("content.xml").decode()
    assert all(section.heading in said for section in document.sections)


@pytest.mark.parametrize("name", ["gespreksverslag", "terugkoppeling"])
def test_what_is_meant_to_be_short_takes_two_pages_at_most(name: str) -> None:
    assert len(page_texts(written(WORKS[name]))) <= 2
