"""Values that are edited together are undone together, and the case on screen stays there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.document.document import Document
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, open_file
from tests.casefile.full_methods import SERIES, STUDY
from tests.casefile.full_practice import WORKS
from tests.ui.open_window import case_in


def test_two_cases_and_a_work_are_one_step_to_undo(document: Document, tmp_path: Path) -> None:
    one, other = a_case_with(an_event()), a_case_with(an_event())
    for case in (one, other):
        document.file.save(case)
    document.edit("nieuw overleg", SERIES)
    series = document.works()[0]
    document.show_case(one.id)
    changed = [replace(case, title="samen") for case in (one, other)]
    document.edit_together("samen", *changed, replace(series, title="samen"))
    assert case_in(document) == changed[0]
    assert document.case_of(other.id) == changed[1]
    assert document.works()[0].title == "samen"
    assert document.undo_stack.undoText() == "samen"
    document.undo_stack.undo()
    assert case_in(document) == one
    assert document.case_of(other.id) == other
    assert document.works() == (series,)
    document.undo_stack.redo()
    document.close()
    with open_file(document.file.path) as file:
        assert [file.load(case.id) for case in (one, other)] == changed
        assert file.works()[0].title == "samen"


def test_another_case_is_to_be_read_again_only_where_it_changed(document: Document) -> None:
    one, other = a_case_with(an_event()), a_case_with(an_event(title="gelezen"))
    other = read_through(other, "onderzoeker", date(2026, 5, 1))
    for case in (one, other):
        document.file.save(case)
    document.show_case(one.id)
    document.edit_together("samen", replace(other, title="anders"))
    after = document.case_of(other.id)
    assert after.state is CaseState.IN_BEWERKING
    assert after.read.unread == ("casus::title",)
    assert after.read.on == date(2026, 5, 1)


def test_a_destroyed_case_leaves_nothing_in_studies_and_meetings(
    document: Document, tmp_path: Path
) -> None:
    case = replace(a_case_with(an_event()), id=STUDY.cases[0].case_id)
    document.file.save(case)
    for work in WORKS:
        document.edit("nieuw", work)
    document.destroy(
        case.id, function="beheerder", ground="lijst", on=date(2026, 5, 1), folder=tmp_path
    )
    assert case.id not in repr(document.works())
    for words in ("lang in beeld", "de regie ontbrak", "wie belt?", "het loopt"):
        assert words not in repr(document.works())
    assert "één aanspreekpunt" in repr(document.works())
    document.close()
    with open_file(document.file.path) as file:
        assert case.id not in repr(file.works())


def test_a_new_case_is_made_while_the_file_is_away(
    document: Document, tmp_path: Path, documents: Path
) -> None:
    document.file.save(a_case_with(an_event()))
    assert len(document.headings()) == 1
    document.file.path.unlink()
    new = a_case_with(an_event(), code="B2-2B")
    document.add_case(new)
    assert case_in(document).id == new.id
    assert not document.has_unsaved
    assert {heading.code for heading in document.headings()} == {"K7-2F", "B2-2B"}


def test_another_case_that_cannot_be_read_now_is_not_changed(
    document: Document, qtbot: QtBot
) -> None:
    one, other = a_case_with(an_event()), a_case_with(an_event())
    for case in (one, other):
        document.file.save(case)
    document.show_case(one.id)
    document.headings()
    document.file.lock()
    with qtbot.waitSignal(document.save_failed):
        document.edit_together("samen", replace(other, title="samen"))
    document.file.unlock(PASSPHRASE)
    assert document.case_of(other.id) == other
