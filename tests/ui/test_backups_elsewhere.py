"""A second copy of each backup in another folder: made by itself, and said when it could not be."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import policy
from hgkm_desktop.casefile import all_backups
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import Settings, backup_dirs, remember, second_backup_dir
from hgkm_desktop.ui.file.backups_dialog import BackupsDialog
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.open_window import document_of

pytestmark = pytest.mark.usefixtures("backed_up")


@pytest.fixture
def away(tmp_path: Path) -> Path:
    folder = tmp_path / "schijf"
    folder.mkdir()
    remember(Settings(backups=str(folder)))
    return folder


def edit(window: MainWindow, title: str) -> None:
    document = document_of(window)
    assert document.case is not None
    document.edit("wijziging", replace(document.case, title=title))


def notices(window: MainWindow) -> str:
    return " ".join(n.text() for n in window.findChildren(Notice) if n.isVisible())


def test_each_backup_comes_in_both_folders(window: MainWindow, qtbot: QtBot, away: Path) -> None:
    window.open_example()
    edit(window, "anders")
    qtbot.waitUntil(lambda: len(all_backups(away)) == 1)
    edit(window, "weer anders")
    assert window.close_file()
    qtbot.waitUntil(lambda: len(all_backups(away)) == 2)
    made = {backup.made for backup in all_backups(away)}
    assert made == {backup.made for backup in all_backups(user_backup_dir())}
    assert notices(window) == ""


def test_a_folder_that_is_gone_is_said_and_caught_up_with(
    window: MainWindow, qtbot: QtBot, away: Path
) -> None:
    away.rmdir()
    window.open_example()
    edit(window, "anders")
    qtbot.waitUntil(lambda: "er nu niet" in notices(window))
    assert str(away) in notices(window)
    assert len(all_backups(user_backup_dir())) == 1
    window.close_file()
    assert window.watching is not None
    window.watching.backups.finish()
    away.mkdir()
    window.open_example()
    qtbot.waitUntil(lambda: len(all_backups(away)) == 1)


def test_the_list_says_which_only_stand_elsewhere(
    window: MainWindow, qtbot: QtBot, away: Path
) -> None:
    window.open_example()
    edit(window, "anders")
    qtbot.waitUntil(lambda: len(all_backups(away)) == 1)

    def listed() -> list[str]:
        dialog = BackupsDialog(window, document_of(window).file)
        (rows,) = dialog.findChildren(QListWidget)
        words = [rows.item(row).text() for row in range(rows.count())]
        dialog.deleteLater()
        return words

    (here,) = listed()
    assert "staat in" not in here
    shutil.rmtree(user_backup_dir())
    (there,) = listed()
    assert f"staat in {away}" in there


def test_a_policy_decides_the_place(
    away: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert second_backup_dir() == away
    file, decided = tmp_path / "beleid.toml", tmp_path / "van de gemeente"
    file.write_text(f'plaats_back-ups = "{decided.as_posix()}"', encoding="utf-8")
    monkeypatch.setattr(policy, "place", lambda: file)
    assert second_backup_dir() == decided
    assert backup_dirs() == (user_backup_dir(), decided, away), "what is there is still found"
    file.write_text('plaats_back-ups = ""', encoding="utf-8")
    assert second_backup_dir() is None
