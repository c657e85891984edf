"""A file that is moved, replaced or gone under the window: it says so, and the work goes on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import DiskFull
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document import safe_contents
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import Workspace
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import new_file, open_file
from tests.casefile.test_elsewhere import HAPPENS
from tests.casefile.trouble import a_disk_of, needs_limits
from tests.ui.keyboard import CTRL, focused, name_of, press, tab_to, text_of, type_text
from tests.ui.made_once import open_example

pytestmark = pytest.mark.usefixtures("backed_up")

Key = Qt.Key
REASON = 0


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documenten"
    folder.mkdir()
    monkeypatch.setattr(safe_contents, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, documents: Path) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    folder = tmp_path / "stick"
    folder.mkdir()
    casefile = new_file(folder / "oefening.hgkm")
    casefile.save(a_case_with(an_event("mrt 2021", "eerste"), title="oud"))
    casefile.copy_to(folder / "ouder.hgkm")
    casefile.close()
    window.show_file(open_file(folder / "oefening.hgkm"))
    yield window
    window._drop_file()
    assert window.watching is not None
    window.watching.backups.finish()


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def case_of(window: MainWindow) -> Case:
    case = document_of(window).case
    assert case is not None
    return case


def banners(window: MainWindow) -> tuple[str, ...]:
    return workspace_of(window).banners.words


def edit(window: MainWindow, title: str = "nieuw") -> None:
    document_of(window).edit("gebeurtenis", case_of(window).put(an_event("2022", title)))


def looks(window: MainWindow) -> None:
    """Twice in a row, as the timer does."""
    document_of(window).look()
    document_of(window).look()


def in_file(path: Path, case: Case) -> Case:
    with open_file(path, read_only=True) as file:
        return file.load(case.id)


@pytest.mark.parametrize("happen", HAPPENS)
def test_the_first_save_keeps_the_work_apart_and_one_goes_on(
    happen: Callable[[Path], None], window: MainWindow
) -> None:
    path = document_of(window).file.path
    edit(window, "voor")
    happen(path)
    there = path.read_bytes() if path.is_file() else None
    edit(window, "na")
    apart = document_of(window).file.path
    assert apart.name.startswith("oefening (herstel ")
    assert not document_of(window).has_unsaved
    assert "Opgeslagen" in workspace_of(window)._header.saved.text()
    (said,) = banners(window)
    assert f"Uw werk is apart bewaard als ‘{apart.stem}’, in dezelfde map." in said
    assert ("niet aangeraakt" in said) == path.exists()
    assert ("niet meer op zijn plek" in said) == (not path.exists())
    assert ("vervangen of veranderd" in said) == path.exists()
    assert window.windowTitle() == f"{apart.stem} – HGKM Desktop"
    assert workspace_of(window)._cases._name.text() == apart.stem
    assert in_file(apart, case_of(window)) == case_of(window)
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert [e.title for e in case_of(window).events] == ["eerste"]
    assert in_file(apart, case_of(window)) == case_of(window)
    assert (path.read_bytes() if path.is_file() else None) == there


def test_what_is_typed_meanwhile_stays_where_it_is(window: MainWindow) -> None:
    workspace_of(window).show_step(REASON)
    tab_to("Aanleiding")
    type_text("eerst dit")
    document_of(window).file.path.unlink()
    type_text(", dan dat")
    edit(window)
    assert name_of(focused()) == "Aanleiding"
    type_text(" en verder")
    assert text_of(focused()) == "eerst dit, dan dat en verder"
    press(Key.Key_Tab)
    assert in_file(document_of(window).file.path, case_of(window)).reason == (
        "eerst dit, dan dat en verder"
    )


def test_the_message_goes_when_it_is_closed_by_keyboard(window: MainWindow) -> None:
    document_of(window).file.path.unlink()
    edit(window)
    assert len(banners(window)) == 1
    edit(window)
    assert len(banners(window)) == 1, "saving goes on and the message stays"
    tab_to("Melding sluiten")
    press(Key.Key_Space)
    assert banners(window) == ()


def test_looking_alone_notices_it(window: MainWindow) -> None:
    path = document_of(window).file.path
    edit(window)
    path.unlink()
    document_of(window).look()
    assert document_of(window).file.path == path, "it may be a sync program that replaces it"
    document_of(window).look()
    assert in_file(document_of(window).file.path, case_of(window)) == case_of(window)
    assert len(banners(window)) == 1


def test_a_file_that_is_back_at_the_second_look_is_no_trouble(window: MainWindow) -> None:
    path = document_of(window).file.path
    edit(window)
    path.rename(path.with_suffix(".weg"))
    document_of(window).look()
    path.with_suffix(".weg").rename(path)
    looks(window)
    assert document_of(window).file.path == path
    assert banners(window) == ()


def test_without_any_edit_nothing_is_made_and_it_is_said_once(window: MainWindow) -> None:
    path = document_of(window).file.path
    with open_file(path.with_name("ouder.hgkm")) as other:
        other.save(case_of(window).put(an_event("2023", "van een ander")))
    os.replace(path.with_name("ouder.hgkm"), path)
    before = sorted(p.name for p in path.parent.iterdir())
    looks(window)
    looks(window)
    (said,) = banners(window)
    assert "nog niets in gewijzigd" in said
    assert sorted(p.name for p in path.parent.iterdir()) == before
    assert window.close_file()


def test_the_same_file_put_back_is_gone_on_with_in_silence(window: MainWindow) -> None:
    path = document_of(window).file.path
    edit(window)
    shutil.copyfile(path, path.with_name("kopie.hgkm"))
    os.replace(path.with_name("kopie.hgkm"), path)
    edit(window, "nog een")
    assert document_of(window).file.path == path
    assert banners(window) == ()
    assert in_file(path, case_of(window)) == case_of(window)


def test_another_name_is_followed(window: MainWindow) -> None:
    path = document_of(window).file.path
    path.rename(path.with_name("nieuwe naam.hgkm"))
    looks(window)
    assert window.windowTitle() == "nieuwe naam – HGKM Desktop"
    edit(window)
    assert in_file(path.with_name("nieuwe naam.hgkm"), case_of(window)) == case_of(window)


def test_a_stick_that_is_pulled_out_leaves_the_work_in_the_documents(
    window: MainWindow, documents: Path
) -> None:
    stick = document_of(window).file.path.parent
    edit(window)
    stick.rename(stick.with_name("weg"))
    edit(window, "na")
    apart = document_of(window).file.path
    assert apart.parent == documents
    assert in_file(apart, case_of(window)) == case_of(window)
    assert f"in de map {documents}" in banners(window)[0]


def test_closing_first_keeps_the_work_apart_and_says_so(window: MainWindow) -> None:
    path = document_of(window).file.path
    edit(window)
    path.unlink()
    case = case_of(window)
    press(Key.Key_W, CTRL)
    assert window.document is not None
    apart = document_of(window).file.path
    assert len(banners(window)) == 1
    assert window.close_file()
    assert in_file(apart, case) == case


def test_what_is_kept_apart_while_closing_is_asked_about_is_said_before_it_closes(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(document_of(window).file, "save", a_full_disk)
        edit(window)
        assert not window.close_file()
    document_of(window).file.path.unlink()
    looks(window)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert "apart bewaard" in banners(window)[0]
    case = case_of(window)
    assert in_file(document_of(window).file.path, case) == case
    assert window.close_file()


def a_full_disk(case: Case) -> None:
    raise DiskFull


@needs_limits
def test_a_full_disk_is_waited_for_and_not_left(window: MainWindow) -> None:
    path = document_of(window).file.path
    edit(window)
    with a_disk_of(0):
        edit(window, "past er niet bij")
        looks(window)
        looks(window)
    assert document_of(window).has_unsaved
    assert document_of(window).file.path == path
    assert "schijf is vol" in banners(window)[0]
    document_of(window).save_now()
    assert banners(window) == ()
    assert in_file(path, case_of(window)) == case_of(window)


def test_a_document_that_is_being_kept_comes_in_the_new_file(window: MainWindow) -> None:
    data = b"%PDF-1.7 een document"
    edit(window)
    document_of(window).file.path.unlink()
    document_of(window).issue(case_of(window).id, an_uitgave(data), data)
    apart = document_of(window).file.path
    assert "(herstel " in apart.name
    with open_file(apart, read_only=True) as file:
        (kept,) = file.issued(case_of(window).id)
        assert file.issued_data(kept.id) == data


def test_a_backup_that_is_being_made_does_not_stand_in_the_way(
    window: MainWindow, qtbot: QtBot
) -> None:
    path = document_of(window).file.path
    edit(window)  # the first one begins a backup in another thread
    path.unlink()
    edit(window, "na")
    assert in_file(document_of(window).file.path, case_of(window)) == case_of(window)
    edit(window, "en nog een")
    window.close_file()
    assert window.watching is not None
    window.watching.backups.finish()


def test_a_dialog_that_is_open_loses_nothing(window: MainWindow) -> None:
    workspace_of(window).show_step(4)
    tab_to("Les toevoegen")
    press(Key.Key_Return)
    type_text("een les")
    edit(window)
    document_of(window).file.path.unlink()
    looks(window)
    assert text_of(focused()) == "een les"
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    stored = in_file(document_of(window).file.path, case_of(window))
    assert [lesson.text for lesson in stored.lessons] == ["een les"]


def show_after_a_crash(window: MainWindow) -> None:
    """The file again, as if the program had stopped in the middle of the work."""
    edit(window)
    path = document_of(window).file.path
    left = path.read_bytes()
    assert window.close_file()
    path.write_bytes(left)
    path.with_name(f"{path.name}.lock").touch()
    window.show_file(open_file(path))


def test_a_session_that_was_cut_off_is_said_once(window: MainWindow) -> None:
    path = document_of(window).file.path
    last = document_of(window).file.clock()
    show_after_a_crash(window)
    (said,) = banners(window)
    assert said.startswith("Het programma is de vorige keer onverwacht gestopt. Alles tot ")
    assert f"{last:%H:%M}" in said
    tab_to("Melding sluiten")
    press(Key.Key_Space)
    assert banners(window) == ()
    assert window.close_file()
    window.show_file(open_file(path))
    assert banners(window) == ()


def test_the_first_save_takes_away_that_a_session_was_cut_off(window: MainWindow) -> None:
    show_after_a_crash(window)
    assert len(banners(window)) == 1
    edit(window, "na de storing")
    assert banners(window) == ()


def test_a_file_that_was_never_edited_is_not_written(window: MainWindow) -> None:
    path = document_of(window).file.path
    before = path.read_bytes()
    looks(window)
    window.close_file()
    assert path.read_bytes() == before
