"""A document that is issued is of a version of the case that is on disk, and undo leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import (
    TEST,
    AlreadyIssued,
    CaseFile,
    CaseMissing,
    DiskFull,
    FileReplaced,
)
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from tests.builders import a_case_with, an_event, an_uitgave

DATA = b"%PDF-1.7"


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Iterator[Document]:
    document = Document(CaseFile.create(tmp_path / "a.hgkm", "een lang wachtwoord", kdf=TEST))
    yield document
    document.close()


def a_new_case(document: Document) -> Case:
    case = a_case_with(an_event("2021"))
    document.add_case(case)
    return case


def test_an_issued_document_is_told_of_and_kept(document: Document, qtbot: QtBot) -> None:
    case = a_new_case(document)
    a_new_case(document)
    with qtbot.waitSignal(document.issued_changed) as told:
        kept = document.issue(case.id, an_uitgave(DATA), DATA)
    assert told.args == [case.id]
    assert document.file.issued(case.id) == (kept,)


def test_what_is_refused_is_not_told_of(document: Document, qtbot: QtBot) -> None:
    case = a_new_case(document)
    document.issue(case.id, an_uitgave(DATA), DATA)
    with qtbot.assertNotEmitted(document.issued_changed), pytest.raises(AlreadyIssued):
        document.issue(case.id, an_uitgave(DATA * 2), DATA * 2)


def test_undo_of_everything_leaves_what_was_issued_with_its_case(document: Document) -> None:
    case = a_new_case(document)
    document.edit("titel", replace(case, title="anders"))
    kept = document.issue(case.id, an_uitgave(DATA), DATA)
    said: list[HgkmError] = []
    document.save_failed.connect(said.append)
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.case == case
    assert document.file.load(case.id) == case
    assert document.file.issued(case.id) == (kept,)
    assert document.file.issued_data(kept.id) == DATA
    assert [error.what for error in said] == [
        "Deze casus blijft staan, want er is een document van uitgegeven."
    ]
    assert not document.has_unsaved
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.file.load(case.id) == replace(case, title="anders")


def test_a_case_of_which_nothing_was_issued_can_still_be_taken_back(document: Document) -> None:
    case = a_new_case(document)
    document.issue(case.id, an_uitgave(DATA), DATA)
    other = a_new_case(document)
    document.undo_stack.undo()
    assert [heading.id for heading in document.headings()] == [case.id]
    with pytest.raises(CaseMissing):
        document.issue(other.id, an_uitgave(DATA), DATA)


def test_a_document_is_not_made_of_what_is_not_saved(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(document.file, "go_on_elsewhere", nowhere)
    case = a_new_case(document)
    before = document.case_rev()
    path = document.file.path
    path.rename(path.with_name("weg.hgkm"))
    document.edit("titel", replace(case, title="anders"))
    with pytest.raises(HgkmError, match="nog niet opgeslagen"):
        document.case_rev()
    assert document.case == replace(case, title="anders")
    with pytest.raises(FileReplaced):
        document.issue(case.id, an_uitgave(DATA), DATA)
    path.with_name("weg.hgkm").rename(path)
    assert document.case_rev() > before
    assert document.file.load(case.id) == replace(case, title="anders")


def test_without_a_case_there_is_no_version(document: Document) -> None:
    with pytest.raises(CaseMissing):
        document.case_rev()
