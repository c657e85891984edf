"""What was chosen is read back as it was, whatever happened to the file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from hgkm_desktop.day_form import DayForm
from hgkm_desktop.paths import user_settings_path
from hgkm_desktop.settings import Settings, can_be_kept, remember, remembered

ALL = Settings("dark", 150, 5, DayForm.CIJFERS, "/media/schijf/HGKM back-ups", ("/media/oud",))
USUAL = Settings()


def put(text: str | bytes) -> None:
    path = user_settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_all_that_is_chosen_is_read_back_and_is_toml() -> None:
    remember(ALL)
    assert remembered() == ALL
    read = tomllib.loads(user_settings_path().read_text(encoding="utf-8"))
    assert read["back-ups"] == ALL.backups
    assert read["back-ups-eerder"] == ["/media/oud"]


@pytest.mark.parametrize(
    "folder", [r"\\server\deel\back-ups", 'E:\\map met "haken"', "/media/é ü/[x] = y, #z"]
)
def test_any_folder_is_read_back(folder: str) -> None:
    remember(Settings(backups=folder, earlier=(folder, "/b")))
    assert remembered().backups == folder
    assert remembered().earlier == (folder, "/b")
    assert tomllib.loads(user_settings_path().read_text(encoding="utf-8"))["back-ups"] == folder


def test_a_folder_that_fits_on_no_line_is_not_kept() -> None:
    assert can_be_kept("/media/gewoon")
    assert not can_be_kept("/media/on\ngewoon")


@pytest.mark.parametrize("name", Settings._fields)
def test_a_line_that_is_gone_costs_only_that_choice(name: str) -> None:
    remember(ALL)
    lines = user_settings_path().read_text(encoding="utf-8").splitlines()
    del lines[Settings._fields.index(name)]
    put("\n".join(lines))
    assert remembered() == ALL._replace(**{name: getattr(USUAL, name)})


def test_a_choice_that_cannot_be_costs_only_that_choice() -> None:
    put('\ufeffthema = "paars"\n tekst=150\nvergrendelen = "tien"\r\ndatums = "sterren"\nrommel')
    assert remembered() == USUAL._replace(text=150)


@settings(max_examples=60)
@given(some.binary(max_size=200) | some.text(max_size=200))
def test_no_file_at_all_stops_the_start(found: str | bytes) -> None:
    put(found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass"))
    assert isinstance(remembered(), Settings)


def test_a_file_that_never_ends_is_not_read_to_the_end() -> None:
    put("x" * 3_000_000)
    assert remembered() == USUAL


def test_folders_of_before_stay_known_and_are_not_many() -> None:
    chosen = Settings()
    for folder in "abcdefgh":
        chosen = chosen.with_backups(folder)
    assert (chosen.backups, chosen.earlier) == ("h", ("g", "f", "e", "d", "c"))
    again = chosen.with_backups("f").with_backups("")
    assert (again.backups, again.earlier) == ("", ("f", "h", "g", "e", "d"))


def test_the_file_stands_where_qt_would_have_it(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path
) -> None:
    monkeypatch.delenv("HGKM_HOME")
    place = QStandardPaths.StandardLocation.AppConfigLocation
    assert user_settings_path().parent == Path(QStandardPaths.writableLocation(place))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert user_settings_path().parent == Path(QStandardPaths.writableLocation(place))


@pytest.mark.parametrize(
    ("system", "variables", "where"),
    [
        ("win32", {"LOCALAPPDATA": "C:/Gegevens"}, "C:/Gegevens/HGKM Desktop/instellingen.toml"),
        ("darwin", {}, "Library/Preferences/HGKM Desktop/instellingen.toml"),
    ],
)
def test_each_system_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch, system: str, variables: dict[str, str], where: str
) -> None:
    monkeypatch.delenv("HGKM_HOME")
    monkeypatch.setattr("sys.platform", system)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert user_settings_path().as_posix().endswith(where)
