"""PySide6 6.12 on Python 3.11 loses references to None and aborts; we never run on it."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter

from hgkm_desktop import __main__ as program

ROOT = Path(__file__).resolve().parents[1]
CALLS = 200
MOST_LOST = 100
WHEELS = ("pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6")


def references_lost(call: Callable[[], object]) -> int:
    """How many references to None go missing in 200 calls that return None."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


def test_painting_keeps_the_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        assert references_lost(lambda: painter.setOpacity(0.5)) <= MOST_LOST
        assert references_lost(painter.save) <= MOST_LOST
        assert references_lost(painter.restore) <= MOST_LOST


def test_objects_keep_the_references_to_none() -> None:
    thing = QObject()
    assert references_lost(lambda: thing.setObjectName("naam")) <= MOST_LOST
    assert references_lost(thing.parent) <= MOST_LOST


def test_the_project_file_asks_for_a_version_below_6_12() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (wanted,) = [line for line in project["dependencies"] if line.startswith("pyside6")]
    versions = SpecifierSet(wanted.removeprefix("pyside6"))
    assert "6.11.3" in versions
    assert "6.12.0" not in versions
    assert "6.12.1" not in versions


@pytest.mark.parametrize("package", WHEELS)
def test_the_lock_holds_one_version_below_6_12(package: str) -> None:
    lock = (ROOT / "build_spec" / "requirements.txt").read_text(encoding="utf-8")
    (locked,) = re.findall(rf"^{package}==(\S+)", lock, re.MULTILINE)
    assert Version("6.11.3") <= Version(locked) < Version("6.12")


def start(
    monkeypatch: pytest.MonkeyPatch, qt: str, python: tuple[int, int, int]
) -> tuple[int, list[str]]:
    """Start the program as if on these versions; returns the exit code and what was started."""
    started: list[str] = []

    def run() -> int:
        started.append("window")
        return 0

    with monkeypatch.context() as pretend:
        pretend.setattr("hgkm_desktop.app.main", run)
        pretend.setattr(program, "qt_version", qt)
        pretend.setattr(sys, "version_info", python)
        return program.main(), started


@pytest.mark.parametrize("qt", ["6.12.0", "6.12.1"])
def test_6_12_on_python_3_11_is_refused_in_dutch(
    qt: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(monkeypatch, qt, (3, 11, 7)) == (1, [])
    told = capsys.readouterr().err
    assert "PySide6 (6.12)" in told
    assert "Start het programma met start.py" in told


@pytest.mark.parametrize(("qt", "python"), [("6.11.3", (3, 11, 7)), ("6.12.0", (3, 12, 0))])
def test_versions_that_work_are_let_through(
    qt: str, python: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert start(monkeypatch, qt, python) == (0, ["window"])
