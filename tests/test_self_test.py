"""`--self-test` misses what is missing, says it, and finds somewhere to say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import self_test
from hgkm_desktop.paths import HOME_VARIABLE
from hgkm_desktop.self_test import Painted, Wrong

ROOT = Path(__file__).resolve().parents[1]


def _works() -> None:
    return


def _fails() -> None:
    raise Wrong("de knop heet Cancel")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def only(monkeypatch: pytest.MonkeyPatch, *steps: tuple[str, self_test.Step]) -> None:
    """Let a self-test have these steps alone."""

    def chosen(_: self_test.SelfTest) -> Iterator[tuple[str, self_test.Step]]:
        yield from steps

    monkeypatch.setattr(self_test.SelfTest, "steps", chosen)


def test_it_says_what_works_and_what_does_not_and_goes_on(
    home: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    only(monkeypatch, ("Nederlandse knoppen", _fails), ("lettertype", _works))
    assert self_test.run() == 1
    told = capsys.readouterr().out.splitlines()
    assert told == ["FOUT  Nederlandse knoppen: Wrong: de knop heet Cancel", "goed  lettertype"]


def test_when_all_works_it_returns_zero(
    home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, ("lettertype", _works))
    assert self_test.run() == 0


def test_with_nowhere_to_print_it_writes_in_the_folder_for_logs(
    home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, ("lettertype", _fails))
    monkeypatch.setattr("sys.stdout", None)
    assert self_test.run() == 1
    assert "FOUT  lettertype" in (home / "logs" / self_test.REPORT).read_text(encoding="utf-8")


def test_every_folder_of_resources_is_looked_in() -> None:
    there = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert set(self_test.FOLDERS) == there


def test_the_parts_that_need_no_example_work(qtbot: QtBot) -> None:
    self_test.try_resources()
    self_test.try_check()


def test_an_empty_folder_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "resource", lambda _: tmp_path)
    with pytest.raises(Wrong, match="ontbreekt"):
        self_test.try_resources()


def test_a_window_that_is_never_painted_is_noticed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "SECONDS_TO_PAINT", 0.02)
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(Wrong, match="niet getekend"):
        Painted(window).wait_for(window)
