"""A case that came from elsewhere and is called deelbaar: no document believes that by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from hgkm_desktop.casefile import TEST, restore
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import OF_CASE
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.privacy.case_check import blocking
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.line_screen import Screen
from hgkm_desktop.ui.papers.document_draft import (
    Asked,
    HidingAuthor,
    StillTelling,
    Wishes,
    make_draft,
)
from hgkm_desktop.ui.papers.export_dialog import LineExport
from hgkm_desktop.ui.papers.export_wishes import Form
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.files import PASSPHRASE, new_file, open_file, rows
from tests.ui.made_once import open_example
from tests.ui.open_window import case_in

NOON = datetime(2031, 5, 6, 12, 0)
YEAR = Window(737791.0, 738156.0)
OTHER = "een heel ander wachtwoord"
TELLING = made_deelbaar(a_case_with(an_event("mrt 2021", "moeder belt 06-12345678")))
HIDING = a_case_with(an_event("mrt 2021", "moeder zit ondergedoken bij tante Greet in Ooij"))
PLAIN = made_deelbaar(a_case_with(an_event("mrt 2021", "moeder belt de politie")))

Way = Callable[[Path, Case], Case]


def loaded(path: Path, passphrase: str = PASSPHRASE) -> Case:
    with open_file(path, passphrase) as file:
        return file.load(file.headings()[0].id)


def as_it_is(path: Path, case: Case) -> Case:
    with new_file(path) as file:
        file.save(case)
    return loaded(path)


def restored(path: Path, case: Case) -> Case:
    again = path.with_name("hersteld.hgkm")
    with new_file(path) as file:
        file.save(case)
        backup = file.copy_for_backup(path.parent / "back-ups", NOON).keep()
    restore(backup, PASSPHRASE, again, NOON, kdf=TEST)
    return loaded(again)


def of_colleague(path: Path, case: Case) -> Case:
    copy = path.with_name("collega.hgkm")
    with new_file(path) as file:
        file.save(case)
        file.copy_for_colleague(copy, OTHER, [case.id])
    return loaded(copy, OTHER)


def of_sync_program(path: Path, case: Case) -> Case:
    as_it_is(path, case)
    conflict = path.with_name("a (conflict).hgkm")
    shutil.copy(path, conflict)
    return loaded(conflict)


def by_another_program(path: Path, case: Case) -> Case:
    """A case that was never read through, called deelbaar by a program that is not ours."""
    as_it_is(path, case)
    state = CaseState.DEELBAAR.value
    rows(path, f"UPDATE casus SET state = '{state}', read_on = '2026-01-05' RETURNING 1")
    return loaded(path)


WAYS: tuple[Way, ...] = (as_it_is, restored, of_colleague, of_sync_program, by_another_program)


def draft_of(case: Case, kind: DocumentKind, author: str = "") -> bytes:
    screen = Screen(Choices(), YEAR, frozenset())
    asked = Asked(case, Wishes(kind), screen, FileSettings(author), date(2026, 1, 12), 1)
    return make_draft(asked, lambda _: None).pdf


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", OF_CASE)
def test_no_document_comes_of_what_surely_tells(
    way: Way, kind: DocumentKind, tmp_path: Path
) -> None:
    case = way(tmp_path / "a.hgkm", TELLING)
    assert case.state is CaseState.DEELBAAR
    assert [found.word for found in blocking(case)] == ["06-12345678"]
    with pytest.raises(StillTelling):
        draft_of(case, kind)


@pytest.mark.parametrize("way", WAYS)
def test_one_in_which_nothing_is_certain_is_believed(way: Way, tmp_path: Path) -> None:
    case = way(tmp_path / "a.hgkm", PLAIN)
    assert blocking(case) == ()
    assert draft_of(case, DocumentKind.GESPREKSNOTITIE).startswith(b"%PDF")


@pytest.mark.parametrize("kind", OF_CASE)
def test_in_no_state_a_document_says_where_someone_hides(kind: DocumentKind) -> None:
    with pytest.raises(StillTelling, match="waar iemand veilig zit"):
        draft_of(HIDING, kind)
    number = a_case_with(an_event("mrt 2021", "moeder belt 06-12345678"))
    assert draft_of(number, kind).startswith(b"%PDF"), "that stays at the table"


@pytest.mark.parametrize("kind", OF_CASE)
def test_no_document_is_signed_with_where_someone_hides(kind: DocumentKind) -> None:
    with pytest.raises(HidingAuthor, match="waar iemand veilig zit"):
        draft_of(PLAIN, kind, "blijfhuis in Zwolle")
    assert draft_of(PLAIN, kind, "Gemeente Zwolle").startswith(b"%PDF")


def test_a_case_that_is_put_in_a_file_here_was_read_by_nobody(document: Document) -> None:
    document.add_case(TELLING)
    assert case_in(document).state is CaseState.IN_BEWERKING
    assert case_in(document).read.on is None


def test_the_example_comes_in_bewerking() -> None:
    file, _ = open_example()
    with file:
        (heading,) = file.headings()
        assert heading.state is CaseState.IN_BEWERKING


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize(("case", "may_go"), [(TELLING, False), (PLAIN, True), (HIDING, False)])
def test_no_picture_comes_of_what_surely_tells(
    form: Form, case: Case, may_go: bool, parent: QWidget
) -> None:
    export = LineExport(parent, case, Screen(Choices(), YEAR, frozenset()))
    export.start()
    export.dialog._form.set_value(form)
    QApplication.clipboard().clear()
    export.keep()
    on_top = QApplication.activeModalWidget()
    refused = isinstance(on_top, QMessageBox) and "Daarom komt er geen document" in on_top.text()
    assert refused is not may_go
    assert QApplication.clipboard().image().isNull() is not (may_go and form is Form.KLEMBORD)
    for dialog in QApplication.topLevelWidgets():
        if dialog.isVisible() and dialog is not parent:
            dialog.close()
