"""All settings in one window, by keyboard: they hold at once, are kept, and can be turned back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QColorDialog, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import app, policy
from hgkm_desktop.casefile import all_backups
from hgkm_desktop.day_form import DayForm, choose_form, chosen_form
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.privacy.small_counts import shielded, threshold_of
from hgkm_desktop.settings import Settings, remember, remembered, second_backup_dir
from hgkm_desktop.ui.file.idle import IdleWatch
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.settings.backup_place import FOLDER_NAME
from hgkm_desktop.ui.settings.looks_menu import DECIDED
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import SHIFT, fill, focused, name_of, press, tab_to
from tests.ui.open_window import document_of, words_on_screen
from tests.ui.setting import DATES, of_file, of_program, pick, said_by

Key = Qt.Key
LOCKING = "Vanzelf vergrendelen"
SMALL = "Vanaf welk aantal staat het getal er"


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:
    before = theme.current_theme()
    yield
    theme.apply(qapp, before, 100)
    choose_form(DayForm.VOLUIT)


@pytest.fixture
def decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The policy of an administrator; without a line in it yet."""
    path = tmp_path / "beleid.toml"
    path.write_text("", encoding="utf-8")
    monkeypatch.setattr(policy, "place", lambda: path)
    return path


@pytest.fixture
def example(window: MainWindow) -> MainWindow:
    window.open_example()
    return window


def settings_of(window: MainWindow) -> FileSettings:
    return document_of(window).file.settings


def said_in(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


# --- of the program -----------------------------------------------------------------------------


def test_a_walk_by_keyboard_through_all_of_it(example: MainWindow) -> None:
    of_program()
    assert name_of(focused()) == "Thema"
    pick("Donker")
    assert theme.current_theme() is theme.DARK
    tab_to("Grootte van de tekst")
    pick("125%")
    assert theme.text_size() == 125
    tab_to(DATES)
    pick("14-03")
    assert chosen_form() is DayForm.CIJFERS
    tab_to(LOCKING)
    pick("Na 5 minuten")
    watch = example.findChild(IdleWatch)
    assert watch is not None
    tab_to("Sluiten")
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert remembered() == Settings("dark", 125, 5, DayForm.CIJFERS)


def test_the_menus_stay_in_step(window: MainWindow) -> None:
    of_program()
    pick("Licht")
    tab_to(LOCKING)
    pick("Na 30")
    checked = {a.text() for a in window.findChildren(QAction) if a.isChecked()}
    assert {"Licht", "Na 30 minuten"} <= checked
    assert "Donker" not in checked
    window._looks.actions()[2].trigger()  # type: ignore[union-attr] # Donker
    tab_to("Thema", SHIFT)
    assert said_by(focused()) == "Donker"


def test_one_button_turns_all_back(example: MainWindow) -> None:
    remember(Settings("light"))
    dialog = of_program()
    assert not dialog._back.isEnabled()
    before = settings_of(example)
    pick("Donker")
    tab_to(DATES)
    pick("14 mrt")
    dialog._tabs.setCurrentIndex(1)
    tab_to(SMALL)
    pick("Vanaf 4")
    assert settings_of(example).small_below == 4
    tab_to("Alles terugdraaien")
    press(Key.Key_Space)
    assert settings_of(example) == before
    assert chosen_form() is DayForm.VOLUIT
    assert not dialog._back.isEnabled()


def test_without_a_file_its_part_says_so(window: MainWindow) -> None:
    dialog = of_program()
    dialog._tabs.setCurrentIndex(1)
    assert "Open eerst een casusbestand" in said_in(dialog)


# --- where backups come ---------------------------------------------------------------------------


@pytest.mark.usefixtures("backed_up")
def test_another_place_for_backups_gets_what_there_is(
    example: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = document_of(example)
    assert document.case is not None
    document.edit("wijziging", a_case_with(an_event("2021"), id=document.case.id))
    qtbot.waitUntil(lambda: len(all_backups(user_backup_dir())) == 1)
    disk = tmp_path / "schijf"
    disk.mkdir()
    place = of_program()._program.place
    place.take(str(disk))
    qtbot.waitUntil(lambda: "Deze map werkt" in place._told.text())
    assert len(all_backups(disk / FOLDER_NAME)) == 1
    assert second_backup_dir() == disk / FOLDER_NAME
    assert f"Ook in: {disk / FOLDER_NAME}" in said_in(place)
    tab_to("Alleen op deze computer")
    press(Key.Key_Space)
    assert second_backup_dir() is None
    assert "Hier kunnen nog oudere back-ups staan" in said_in(place)
    tab_to(f"Niet meer zoeken in {disk / FOLDER_NAME}")
    press(Key.Key_Space)
    assert remembered().earlier == ()
    assert len(all_backups(disk / FOLDER_NAME)) == 1, "nothing is removed"


def test_a_place_that_cannot_be_is_said_and_not_taken(window: MainWindow, tmp_path: Path) -> None:
    place = of_program()._program.place
    place.take(str(tmp_path / "weg" / "verder"))
    assert "Er kan daar niets worden opgeslagen" in place._problem.text()
    user_backup_dir().mkdir(parents=True)
    place.take(str(user_backup_dir()))
    assert "staan de back-ups van deze computer al" in place._problem.text()
    assert second_backup_dir() is None


def test_a_disk_that_is_gone_keeps_its_name_and_is_not_made_anew(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    disk = tmp_path / "schijf"
    disk.mkdir()
    place = of_program()._program.place
    place.take(str(disk))
    qtbot.waitUntil(lambda: "Deze map werkt" in place._told.text())
    press(Key.Key_Escape)
    shutil.rmtree(disk / FOLDER_NAME)
    assert str(disk) in said_in(of_program())


# --- of the file: the house style -----------------------------------------------------------------


def test_name_and_colour_are_kept_in_the_file(example: MainWindow) -> None:
    of_file(example)
    assert name_of(focused()) == "Organisatie"
    fill("Gemeente Elders")
    tab_to("Huiskleur")
    fill("#7A1F5C")
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert settings_of(example) == FileSettings("Gemeente Elders", "#7a1f5c")


def test_a_name_that_says_where_someone_hides_is_refused(example: MainWindow) -> None:
    dialog = of_file(example)
    before = settings_of(example)
    fill("blijfhuis in Zwolle")
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert "zegt waar iemand veilig zit" in said_in(dialog)
    assert settings_of(example) == before


@pytest.mark.parametrize("name", ["Gemeente Zwolle", "Vrouwenopvang", "Veilig Thuis IJsselland"])
def test_the_author_may_be_known(example: MainWindow, name: str) -> None:
    of_file(example)
    fill(name)
    press(Key.Key_Return)
    assert settings_of(example).organisation == name


def test_a_colour_that_is_too_light_says_what_it_becomes(example: MainWindow) -> None:
    dialog = of_file(example)
    tab_to("Huiskleur")
    fill("#ffd700")
    assert "te licht om te lezen. Op papier wordt hij #" in said_in(dialog)
    fill("#0f4c5c")
    assert "te licht" not in said_in(dialog)


def test_what_is_no_colour_is_said_once_and_then_left(example: MainWindow) -> None:
    dialog = of_file(example)
    before = settings_of(example)
    tab_to("Huiskleur")
    fill("blauw")
    press(Key.Key_Escape)
    assert dialog.isVisible()
    assert "De huiskleur is geen kleur." in said_in(dialog)
    assert "Sluit u nog een keer?" in said_in(dialog)
    assert name_of(focused()) == "Huiskleur"
    press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert settings_of(example) == before


def test_a_colour_can_be_chosen(example: MainWindow) -> None:
    of_file(example)
    tab_to("Kleur kiezen")
    press(Key.Key_Space)
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QColorDialog)
    chooser.setCurrentColor(Qt.GlobalColor.darkGreen)
    chooser.accept()
    assert name_of(focused()) == "Huiskleur"
    assert settings_of(example).accent == "#008000"


# --- of the file: small counts --------------------------------------------------------------------


def test_the_threshold_is_in_the_file_and_says_what_it_means(example: MainWindow) -> None:
    dialog = of_file(example)
    assert "Een aantal van 1 tot en met 4 komt op papier als ‘<5’" in said_in(dialog)
    tab_to(SMALL)
    pick("Vanaf 10")
    assert "Een aantal van 1 tot en met 9 komt op papier als ‘<10’" in said_in(dialog)
    assert settings_of(example).small_below == 10
    table = shielded([[9, 40]], threshold_of(settings_of(example)))
    assert table.cells[0][0].text == "<10", "as the sentence says"


# --- what the administrator decided ---------------------------------------------------------------


def test_what_was_decided_is_shown_as_such_and_cannot_be_loosened(
    example: MainWindow, decided: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "van de gemeente"
    decided.write_text(
        "vergrendelen_uiterlijk = 5\nkleine_aantallen_minstens = 8\nwachtwoord_minstens = 20\n"
        f'documenten = false\nplaats_back-ups = "{folder.as_posix()}"\n',
        encoding="utf-8",
    )
    dialog = of_program()
    said = said_in(dialog)
    assert f"{DECIDED}: uiterlijk na 5 minuten." in said
    assert f"{DECIDED}: ook in {folder}." in said
    assert "minstens 20 tekens" in said
    assert "staat uit" in said
    tab_to(LOCKING)
    assert said_by(focused()) == "Na 5 minuten"
    press(Key.Key_Down)
    assert said_by(focused()) == "Na 5 minuten", "there is nothing later"
    dialog._tabs.setCurrentIndex(1)
    assert f"{DECIDED}: minstens 8." in said_in(dialog)
    tab_to(SMALL)
    assert said_by(focused()) == "Vanaf 8"
    press(Key.Key_Home)
    assert said_by(focused()) == "Vanaf 8"
    assert threshold_of(FileSettings(small_below=3)) == 8


def test_a_threshold_that_was_decided_is_said_of_the_program_too(
    window: MainWindow, decided: Path
) -> None:
    decided.write_text("kleine_aantallen_minstens = 8\n", encoding="utf-8")
    assert "Aantallen onder 8 staan niet op papier en in tabellen." in said_in(of_program())


def lock_menu(window: MainWindow) -> list[tuple[str, bool]]:
    """What the menu says as it opens, and whether it can be chosen."""
    action = next(a for a in window.findChildren(QAction) if a.text() == LOCKING)
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [(row.text(), row.isEnabled()) for row in menu.actions() if not row.isSeparator()]


def test_the_menu_says_who_decided_when_the_file_locks(example: MainWindow, decided: Path) -> None:
    usual = [("Na 2 minuten", True), ("Na 5 minuten", True), ("Na 10 minuten", True)]
    assert lock_menu(example)[:3] == usual
    assert not any("beheerder" in words for words, _ in lock_menu(example))
    decided.write_text("vergrendelen_uiterlijk = 5\n", encoding="utf-8")
    assert lock_menu(example) == [*usual[:2], (f"{DECIDED}: uiterlijk na 5 minuten", False)]
    decided.write_text("", encoding="utf-8")
    assert lock_menu(example)[:3] == usual


def test_another_policy_holds_from_the_next_unlock(example: MainWindow, decided: Path) -> None:
    assert example.watching is not None
    locking = example.watching.locking
    watch = example.findChild(IdleWatch)
    assert watch is not None
    decided.write_text("vergrendelen_uiterlijk = 3\n", encoding="utf-8")
    assert watch._minutes == 10
    locking.lock()
    assert locking.page is not None
    locking.page.given.emit(app.example_passphrase(), False)
    assert not locking.is_locked
    assert watch._minutes == 3
    decided.write_text("", encoding="utf-8")
    example.close_file()
    example.open_example()
    assert watch._minutes == 10, "and from the next time a file opens"


def test_without_a_policy_nothing_is_said_of_an_administrator(example: MainWindow) -> None:
    assert "beheerder" not in said_in(of_program())


def test_a_policy_that_cannot_be_read_is_said_in_the_window(
    window: MainWindow, decided: Path
) -> None:
    decided.write_text("documentn = false", encoding="utf-8")
    said = said_in(of_program())
    assert "‘documentn’" in said
    assert "zo streng als het kan" in said


def test_the_file_locks_no_later_than_was_decided(example: MainWindow, decided: Path) -> None:
    decided.write_text("vergrendelen_uiterlijk = 3", encoding="utf-8")
    again = MainWindow(example._open_example)
    assert again._looks.lock_after == 3
    again.deleteLater()
    assert words_on_screen(example)


def test_a_policy_that_cannot_be_read_is_said_at_the_start(
    window: MainWindow, decided: Path
) -> None:
    app.tell_of_policy(window)
    assert QApplication.activeModalWidget() is None, "a control: this one can be read"
    decided.write_text("documenten = ", encoding="utf-8")
    app.tell_of_policy(window)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert str(decided) in box.text()
    assert "beheerder" in box.informativeText()
    box.close()
