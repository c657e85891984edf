"""A damaged file is told of once, calmly, and a backup takes its place without a passphrase."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from hgkm_desktop.app import example_passphrase
from hgkm_desktop.casefile import NORMAL, Backup, CaseFile, all_backups
from hgkm_desktop.models.case import Case
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.file.banners import Banner
from hgkm_desktop.ui.file.damage_dialog import DamageDialog
from hgkm_desktop.ui.file.damage_words import (
    ALL_NEW,
    OPEN_BACKUP,
    backup_text,
    moment_text,
    suspicion_text,
)
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.no_case import NoCase
from tests.builders import a_case_with, an_event
from tests.casefile import damage
from tests.ui.keyboard import fill, focused, name_of, press, tab_to, type_text, wait_until
from tests.ui.made_once import open_example

pytestmark = pytest.mark.usefixtures("backed_up")

LONG = replace(a_case_with(*(an_event(fact="x" * 20_000) for _ in range(8))), code="LANG")


@pytest.fixture
def damaged(qtbot: QtBot) -> Path:
    """The example and a long case, backed up; closed, and a page of the long one damaged."""
    return made(lambda path: damage.flip_page(page_of_long(path)))


def page_of_long(path: Path) -> int:
    """A page that holds nothing but words of the long case."""
    return damage.page_with(path, example_passphrase(), NORMAL, b"x" * (damage.PAGE // 2))


def made(harm: object) -> Path:
    casefile, _ = open_example()
    with casefile:
        casefile.save(LONG)
        casefile.copy_for_backup(user_backup_dir(), datetime.now()).keep()
    damage.do(casefile.path, harm(casefile.path))  # type: ignore[operator]
    return casefile.path


def dialog_of(window: MainWindow) -> DamageDialog | None:
    found = [d for d in window.findChildren(DamageDialog) if d.isVisible()]
    return found[0] if found else None


def says(window: MainWindow, words: str) -> bool:
    dialog = dialog_of(window)
    return dialog is not None and any(words in w.text() for w in dialog.findChildren(QLabel))


def open_by_keyboard(window: MainWindow, path: Path) -> None:
    window.ask_passphrase(str(path))
    type_text(example_passphrase())
    press(Qt.Key.Key_Return)


def file_of(window: MainWindow) -> CaseFile:
    assert window.document is not None
    return window.document.file


def case_of(casefile: CaseFile, code: str) -> Case:
    (heading,) = (h for h in casefile.headings() if h.code == code)
    return casefile.load(heading.id)


# --- found in the background, and told ----------------------------------------------------------


def test_damage_that_nobody_sees_is_found_and_a_backup_takes_its_place(
    window: MainWindow, damaged: Path
) -> None:
    before = damaged.read_bytes()
    open_by_keyboard(window, damaged)
    assert window.document is not None
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    assert says(window, "Beschadigd: casus LANG")
    assert window.document.is_read_only
    assert name_of(focused()) == "Back-up openen"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)  # too late: it is being put back
    wait_until(lambda: window.document is not None and window.document.file.path != damaged)
    restored = file_of(window)
    assert not restored.read_only
    assert "(hersteld op" in restored.path.name
    assert case_of(restored, "LANG") == LONG
    assert damaged.read_bytes() == before
    assert dialog_of(window) is None
    assert not window.findChildren(QMessageBox)


def test_only_looking_leaves_what_is_whole_on_screen(window: MainWindow, damaged: Path) -> None:
    before = damaged.read_bytes()
    open_by_keyboard(window, damaged)
    wait_until(lambda: says(window, "is net nagekeken"))
    assert not window.findChildren(QMessageBox), "it is told of once"
    tab_to("Alleen bekijken")
    press(Qt.Key.Key_Return)
    assert dialog_of(window) is None
    assert window.document is not None
    case = window.document.case
    assert case is not None
    assert case.code != "LANG"
    window.document.edit("wijziging", replace(case, title="dit mag niet"))
    assert window.document.case == case
    assert window.workspace is not None
    assert any("beschadigd" in words for words in window.workspace.banners.words)
    assert window.close_file()
    assert damaged.read_bytes() == before


def test_a_case_that_cannot_be_read_is_told_of_once(window: MainWindow, damaged: Path) -> None:
    window.show_file(CaseFile.open(damaged, example_passphrase()))
    assert window.document is not None
    long = next(h.id for h in window.document.headings() if h.code == "LANG")
    with pytest.raises(Exception, match="beschadigd"):
        window.document.show_case(long)
    wait_until(lambda: dialog_of(window) is not None)
    with pytest.raises(Exception, match="beschadigd"):
        window.document.show_case(long)
    (dialog,) = window.findChildren(DamageDialog)
    assert not window.findChildren(QMessageBox)
    dialog.reject()


def test_a_backup_of_a_copy_that_stood_elsewhere_is_said_to_be_that(
    window: MainWindow, damaged: Path, tmp_path: Path
) -> None:
    """The copy went its own way: not only what was done after the backup is missing from that."""
    copy = Path(shutil.copyfile(damaged, tmp_path / "stick.hgkm"))
    open_by_keyboard(window, copy)
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    assert says(window, "van een kopie van dit bestand die op een andere plek stond")
    for claim in (ALL_NEW, "die twee momenten", "hooguit uw allerlaatste"):
        assert not says(window, claim)
    press(Qt.Key.Key_Escape)


# --- no case of it can be read ------------------------------------------------------------------


@pytest.fixture
def only_case_damaged(tmp_path: Path) -> Path:
    """A backed up file with one case, of which a page is damaged; closed."""
    path = tmp_path / "een casus.hgkm"
    with CaseFile.create(path, example_passphrase()) as casefile:
        casefile.save(LONG)
        casefile.copy_for_backup(user_backup_dir(), datetime.now()).keep()
    damage.do(path, damage.flip_page(page_of_long(path)))
    return path


def page_words(window: MainWindow) -> str:
    (page,) = window.findChildren(NoCase)
    return " ".join(w.text() for w in page.findChildren(QLabel))


def test_a_file_of_which_no_case_can_be_read_is_not_called_empty(
    window: MainWindow, only_case_damaged: Path
) -> None:
    before = only_case_damaged.read_bytes()
    open_by_keyboard(window, only_case_damaged)
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    words = page_words(window)
    assert "nog leeg" not in words
    assert "Maak een casus" not in words
    assert "Casus LANG is hier niet te lezen" in words
    assert "Er wordt niets meer in geschreven" in words
    press(Qt.Key.Key_Escape)
    assert page_words(window) == words, "only looking makes it no emptier"
    (first,) = [b for b in window.findChildren(QPushButton) if b.text() == "Eerste casus maken"]
    assert not first.isVisible()
    (page,) = window.findChildren(NoCase)
    (way,) = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    assert way.text() == OPEN_BACKUP
    way.click()
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    press(Qt.Key.Key_Return)
    wait_until(lambda: window.document is not None and window.document.case == LONG)
    assert only_case_damaged.read_bytes() == before


def test_each_sentence_that_says_to_open_a_backup_can_do_it(
    window: MainWindow, only_case_damaged: Path
) -> None:
    open_by_keyboard(window, only_case_damaged)
    wait_until(lambda: says(window, "is net nagekeken"))
    press(Qt.Key.Key_Escape)
    assert window.workspace is not None
    banners = window.workspace.banners
    window.workspace.show_chosen_case(LONG.id)
    assert "Open een back-up" in banners.words[-1]
    assert len(banners.words) == 2
    for banner in banners.findChildren(Banner):
        (way,) = [b for b in banner.findChildren(QPushButton) if b.text() == OPEN_BACKUP]
        way.click()
        wait_until(lambda: says(window, "is net nagekeken"))
        press(Qt.Key.Key_Escape)


def test_a_file_whose_list_of_cases_is_damaged_is_not_called_empty(
    window: MainWindow, only_case_damaged: Path
) -> None:
    window.show_file(CaseFile.open(only_case_damaged, example_passphrase()))
    harm_under_it(only_case_damaged)
    file_of(window).disconnect()
    page = NoCase(Document(file_of(window), window))
    words = " ".join(w.text() for w in page.findChildren(QLabel))
    assert "nog leeg" not in words
    assert "Hier is geen casus te lezen" in words


def test_an_empty_file_that_turns_out_to_be_damaged_asks_for_no_first_case(
    window: MainWindow, tmp_path: Path
) -> None:
    window.show_file(CaseFile.create(tmp_path / "leeg.hgkm", example_passphrase()))
    assert "nog leeg" in page_words(window)
    assert window.document is not None
    window.document.stop_writing()
    assert "nog leeg" not in page_words(window)
    wait_until(lambda: dialog_of(window) is not None)
    press(Qt.Key.Key_Escape)


# --- that does not open at all ------------------------------------------------------------------


@pytest.mark.parametrize("harm", [damage.flip(3), damage.cut(0)], ids=["header", "empty"])
def test_a_file_that_nothing_opens_asks_for_what_opens_its_backup(
    window: MainWindow, harm: damage.Damage
) -> None:
    path = made(lambda _: harm)
    window.ask_passphrase(str(path))
    wait_until(lambda: dialog_of(window) is not None)
    type_text("vijf heel andere woorden samen")
    press(Qt.Key.Key_Return)
    wait_until(lambda: says(window, "Dit past bij geen van de back-ups"))
    fill(example_passphrase())
    press(Qt.Key.Key_Return)
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    press(Qt.Key.Key_Return)
    wait_until(lambda: window.document is not None)
    assert window.document is not None
    assert case_of(window.document.file, "LANG") == LONG


def test_a_file_cut_short_asks_for_no_second_passphrase(window: MainWindow) -> None:
    path = made(lambda _: damage.cut(-damage.PAGE))
    open_by_keyboard(window, path)
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    assert not dialog_of(window).passphrase.isVisible()  # type: ignore[union-attr]
    press(Qt.Key.Key_Return)
    wait_until(lambda: window.document is not None)


def test_three_wrong_passphrases_lead_to_the_backups(window: MainWindow) -> None:
    path = made(lambda _: damage.flip(1000))
    window.ask_passphrase(str(path))
    for _ in range(3):
        assert not suspicion(window)
        fill(example_passphrase())
        press(Qt.Key.Key_Return)
    assert suspicion(window)
    tab_to("Back-ups nakijken")
    press(Qt.Key.Key_Space)
    wait_until(lambda: says(window, "bestand beschadigd is. U hebt 1 back-up"))
    type_text(example_passphrase())
    press(Qt.Key.Key_Return)
    wait_until(lambda: says(window, "is net nagekeken en is in orde"))
    press(Qt.Key.Key_Return)
    wait_until(lambda: window.document is not None)


def suspicion(window: MainWindow) -> bool:
    (dialog,) = [d for d in window.findChildren(PassphraseDialog) if d.isVisible()]
    return any(
        b.isVisible() and b.text() == "Back-ups nakijken…" for b in dialog.findChildren(QPushButton)
    )


def test_without_a_good_backup_that_is_said_and_what_can_be_read(
    window: MainWindow, damaged: Path
) -> None:
    (backup,) = all_backups(user_backup_dir())
    damage.do(backup.path, damage.flip(-1000))
    open_by_keyboard(window, damaged)
    wait_until(lambda: says(window, "geen back-up van dit bestand die in orde is"))
    assert says(window, "Nog helemaal te lezen: casus")
    assert name_of(focused()) == "Alleen bekijken"
    press(Qt.Key.Key_Escape)
    assert window.document is not None
    assert QApplication.activeModalWidget() is None


# --- in words -----------------------------------------------------------------------------------

TODAY = date(2026, 5, 3)
MADE = datetime(2026, 5, 2, 16, 40)


def test_a_moment_is_said_as_people_say_it() -> None:
    assert moment_text(MADE, TODAY) == "gisteren om 16:40"
    assert moment_text(MADE.replace(day=3), TODAY) == "vandaag om 16:40"
    assert moment_text(MADE, date(2026, 6, 1)) == "op 2 mei 2026 om 16:40"


def test_what_a_backup_misses_is_said_in_moments() -> None:
    backup = Backup(Path("b"), bytes(16), 1, "", MADE, MADE, 1)
    words = backup_text(backup, datetime(2026, 5, 3, 11, 5), TODAY)
    assert words.startswith("De back-up van gisteren, 16:40 is net nagekeken en is in orde.")
    assert "vandaag om 11:05 voor het laatst opgeslagen" in words
    assert ALL_NEW in backup_text(backup, MADE - timedelta(seconds=1), TODAY)
    assert "hooguit uw allerlaatste" in backup_text(backup, MADE + timedelta(seconds=20), TODAY)


def test_how_many_backups_there_are_is_said() -> None:
    assert suspicion_text(2).endswith("U hebt 2 back-ups ervan.")
    assert "geen back-ups" in suspicion_text(0)


# --- while someone works in it ------------------------------------------------------------------


def harm_under_it(path: Path) -> None:
    """All but the first page turns to nothing, in place, as on a failing disk."""
    with path.open("r+b") as file:
        file.seek(damage.PAGE)
        file.write(bytes(path.stat().st_size - damage.PAGE))


def test_an_edit_in_a_file_that_was_damaged_meanwhile_is_not_lost(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The work goes on in a file of its own, with every case and the edit in it."""
    path = made(lambda _: lambda _: None)
    window.show_file(CaseFile.open(path, example_passphrase()))
    assert window.document is not None
    (backups,) = window.findChildren(Backups)
    with qtbot.waitSignal(backups.looked):
        pass
    harm_under_it(path)
    harmed = path.read_bytes()
    assert window.document.case is not None
    window.document.edit("wijziging", replace(window.document.case, title="toch bewaard"))
    assert not window.document.has_unsaved
    assert window.document.file.path != path
    assert case_of(window.document.file, "LANG") == LONG
    assert "toch bewaard" in [h.title for h in window.document.headings()]
    assert dialog_of(window) is None, "it is told of in a sentence, and once"
    assert window.workspace is not None
    assert any("apart bewaard" in words for words in window.workspace.banners.words)
    assert path.read_bytes() == harmed


def test_what_was_not_saved_when_damage_is_found_goes_on_elsewhere(
    window: MainWindow, damaged: Path
) -> None:
    window.show_file(CaseFile.open(damaged, example_passphrase()))
    document = window.document
    assert document is not None
    assert document.case is not None
    edited = replace(document.case, title="nog niet opgeslagen")
    document._unsaved[edited.id] = edited  # as after a full disk
    document.stop_writing()
    assert not document.has_unsaved
    assert document.file.path != damaged
    assert document.file.load(edited.id) == edited
    assert window.workspace is not None
    (words,) = window.workspace.banners.words
    assert "beschadigd" in words
    assert "zoals in de back-up: vandaag om" in words
