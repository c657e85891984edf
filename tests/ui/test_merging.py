"""Another casusbestand is merged by keyboard: seen first, chosen, written, and a way back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from hgkm_desktop.casefile import CaseFile, backups_of
from hgkm_desktop.models.case import FIELD_OF
from hgkm_desktop.models.merging import Conflict, Side
from hgkm_desktop.models.merging_files import FileCopy
from hgkm_desktop.models.merging_values import Merged, merged, side_of
from hgkm_desktop.models.versions import Version
from hgkm_desktop.models.works import Work
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.merging import Merging, OtherFileDialog
from hgkm_desktop.ui.file.merging_dialog import MergingDialog
from hgkm_desktop.ui.file.merging_names import FIELD_WORDS, ONE_OF
from hgkm_desktop.ui.file.merging_words import (
    NOT_HERE,
    differences_of,
    heading_of,
    names_in,
)
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, contents
from tests.casefile.full_case import full_case
from tests.casefile.full_practice import WORKS
from tests.ui.keyboard import focused, name_of, press, tab_to, type_text, wait_until
from tests.ui.open_window import (
    action_of,
    case_of,
    document_of,
    words_on_screen,
    workspace_of,
)

Key = Qt.Key
RUZIE = an_event("mrt 2021", "ruzie")
LES = an_event("apr 2021", "huisbezoek")
CASE = a_case_with(RUZIE, LES, code="K7-2F")
OTHER = "andere woorden voor dit bestand"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    with CaseFile.create(tmp_path / "oefening.hgkm", PASSPHRASE) as file:
        file.save(CASE)
    return tmp_path / "oefening.hgkm"


@pytest.fixture
def copy(own: Path) -> Path:
    """A copy of a sync program, in which two events are other and one is new."""
    path = own.with_name("oefening (conflicted copy 2026-05-01).hgkm")
    elsewhere = Path(shutil.copy(own, own.with_name("elders.hgkm")))
    with CaseFile.open(elsewhere, PASSPHRASE) as file:
        case = CASE.put(replace(RUZIE, fact="van daar")).put(replace(LES, fact="ook daar"))
        file.save(case.put(an_event("mei 2021", "alleen daar")))
    elsewhere.rename(path)
    with CaseFile.open(own, PASSPHRASE) as file:
        file.save(CASE.put(replace(RUZIE, fact="van hier")).put(replace(LES, fact="ook hier")))
    return path


def shown(window: MainWindow, path: Path) -> MergingDialog:
    """The window that lays this file beside the open one, once it was read."""
    document_of(window).findChildren(Merging)[0].ask_about(str(path))
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MergingDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergingDialog)
    return dialog


def end_message() -> str:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    text = box.text()
    box.close()
    return text


def facts(window: MainWindow) -> dict[str, str]:
    return {event.title: event.fact for event in case_of(window).events}


def test_conflicts_are_chosen_by_keys_and_written_at_once(
    window: MainWindow, own: Path, copy: Path
) -> None:
    window.show_file(CaseFile.open(own, PASSPHRASE))
    before = contents(copy.parent)[copy.name]
    dialog = shown(window, copy)
    said = words_on_screen(dialog)
    assert "Casus K7-2F, erbij, anders of weg: 1 gebeurtenis." in said
    assert "Op twee plekken gewijzigd: 2." in said
    assert "van hier" in said
    assert "van daar" in said
    assert name_of(focused()) == "Op twee plekken gewijzigd"
    assert facts(window) == {"ruzie": "van hier", "huisbezoek": "ook hier"}
    press(Key.Key_2)
    press(Key.Key_3)
    tab_to("Samenvoegen")
    press(Key.Key_Return)
    told = end_message()
    assert "zijn samengevoegd" in told
    found = {(event.title, event.fact) for event in case_of(window).events}
    assert found == {
        ("ruzie", "van daar"),
        ("huisbezoek", "ook hier"),
        ("huisbezoek", "ook daar"),
        ("alleen daar", ""),
    }
    assert contents(copy.parent)[copy.name] == before
    assert not document_of(window).undo_stack.canUndo()
    assert backups_of(document_of(window).file.header, user_backup_dir())
    again = shown(window, copy)
    assert "niets dat hier ontbreekt" in words_on_screen(again)


def test_enter_and_escape_write_nothing(window: MainWindow, own: Path, copy: Path) -> None:
    window.show_file(CaseFile.open(own, PASSPHRASE))
    shown(window, copy)
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is not None
    press(Key.Key_Escape)
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert facts(window) == {"ruzie": "van hier", "huisbezoek": "ook hier"}


def test_a_file_with_its_own_passphrase_is_asked_for_it(
    window: MainWindow, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "van een collega.hgkm"
    with CaseFile.create(path, OTHER) as other:
        other.save(a_case_with(an_event("2020"), code="B4-4B"))
    window.show_file(CaseFile.open(own, PASSPHRASE))
    document_of(window).findChildren(Merging)[0].ask_about(str(path))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OtherFileDialog)
    type_text("dit past echt helemaal niet")
    press(Key.Key_Return)
    wait_until(lambda: "past niet" in words_on_screen())
    assert "Er is niets samengevoegd." in words_on_screen()
    type_text(OTHER)
    press(Key.Key_Return)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MergingDialog))
    assert "Nieuw in dit bestand: B4-4B." in words_on_screen()
    tab_to("Samenvoegen")
    press(Key.Key_Return)
    end_message()
    assert {h.code for h in document_of(window).headings()} == {"K7-2F", "B4-4B"}


def test_the_file_that_is_open_is_refused(window: MainWindow, own: Path) -> None:
    window.show_file(CaseFile.open(own, PASSPHRASE))
    document_of(window).findChildren(Merging)[0].ask_about(str(own))
    assert "al open hebt" in end_message()


def test_a_file_that_can_only_be_read_takes_nothing_in(window: MainWindow, own: Path) -> None:
    window.show_file(CaseFile.open(own, PASSPHRASE, read_only=True))
    assert not action_of(window, "Ander casusbestand samenvoegen…").isEnabled()


def test_a_copy_beside_the_file_offers_it(window: MainWindow, own: Path, copy: Path) -> None:
    window.show_file(CaseFile.open(own, PASSPHRASE))
    (said,) = workspace_of(window).banners.words
    assert said.endswith("Met Samenvoegen neemt u het hier over.")
    tab_to("Samenvoegen…")
    press(Key.Key_Return)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MergingDialog))
    press(Key.Key_Escape)


def test_a_copy_that_is_opened_goes_into_the_file_that_it_is_of(
    window: MainWindow, own: Path, copy: Path
) -> None:
    window.show_file(CaseFile.open(copy, PASSPHRASE))
    assert document_of(window).is_read_only
    tab_to("Samenvoegen met ‘oefening’…")
    press(Key.Key_Return)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MergingDialog))
    assert document_of(window).file.path == own
    press(Key.Key_Escape)


def _every_conflict() -> Iterator[tuple[Side, Side]]:
    mark = {0: Version(1, frozenset({(1, "a")})), 1: Version(1, frozenset({(1, "b")}))}
    for value in (full_case(), *WORKS):
        other = replace(value, title="anders")
        sides = [side_of(one, {value.id: mark[n]}) for n, one in enumerate((value, other))]
        yield sides[0], sides[1]


def test_every_field_that_can_differ_has_its_word() -> None:
    for here, there in _every_conflict():
        assert here.value is not None
        found = merged(here.value.id, here, there)
        for conflict in found.conflicts:
            assert heading_of(conflict, found, {})
            assert differences_of(conflict, here.value, there.value, {})
    case = full_case()
    found = merged(case.id, *next(_every_conflict()))
    for name in FIELD_OF.values():
        for record in getattr(case, name):
            conflict = Conflict(record.id, name, record, None)
            assert name in ONE_OF
            assert heading_of(conflict, found, {}).count(": ") >= 0
            for one in differences_of(conflict, case, case, {}):
                assert one.what in set(FIELD_WORDS.values())
                assert one.there == "Weggehaald"
                assert record.id not in one.here


def test_what_a_work_points_at_is_called_by_its_name_and_never_by_its_id() -> None:
    case = full_case()
    copy = FileCopy(b"", {case.id: side_of(case, {})}, {}, {})
    said = set()
    for work in WORKS:
        found = Merged(work.id, side_of(work, {}), side_of(None, {}), ())
        for known in (names_in(copy), {}):
            for conflict in _parts_of(work):
                heading = heading_of(conflict, found, known)
                told = [one.here for one in differences_of(conflict, work, None, known)]
                assert not re.search("[0-9a-f]{32}", " ".join((heading, *told)))
                if conflict.field in ONE_OF:
                    assert not heading.endswith(ONE_OF[conflict.field][0]), heading
                said.update(told)
    assert f"{case.code} {case.title}" in said
    assert NOT_HERE in said


def _parts_of(work: Work) -> Iterator[Conflict]:
    for field in fields(work):
        parts = getattr(work, field.name)
        for part in parts if isinstance(parts, tuple) else ():
            if hasattr(part, "id"):
                yield Conflict(part.id, field.name, part, None)
