"""What is copied can be pasted for a while, by us and by others, and then it is gone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.backups_dialog import BackupsDialog
from hgkm_desktop.ui.file.herstelblad_dialog import HerstelbladDialog
from hgkm_desktop.ui.file.lock_page import LockPage
from hgkm_desktop.ui.file.passphrase_dialogs import (
    ChangePassphraseDialog,
    ConfirmDialog,
    NewFileDialog,
)
from hgkm_desktop.ui.parts import clipboard
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file, open_file
from tests.screen import a_screen
from tests.ui.copying import CASE_SECONDS, SECRET_SECONDS
from tests.ui.keyboard import focused, tab_to

ROOT = Path(__file__).resolve().parents[2]
KDE = "x-kde-passwordManagerHint"
WINDOWS = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
)


@dataclass(frozen=True, slots=True)
class Program:
    """A program on the screen that does what is asked."""

    process: subprocess.Popen[str]

    def ask(self, order: str) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self) -> bool:
        """End it; tells whether something of it was still on the clipboard then."""
        owns = self.ask("quit")
        assert self.process.wait(20) == 0
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        return bool(owns)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Xvfb is missing: apt-get install xvfb", pytrace=False)
        pytest.skip("Xvfb is missing: apt-get install xvfb")
    with a_screen() as display:
        yield display


def started(display: str, kind: str) -> Program:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.ui.copying", kind]
    pipe = subprocess.PIPE
    return Program(
        subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)
    )


@pytest.fixture(scope="module")
def other(screen: str) -> Iterator[Program]:
    program = started(screen, "other")
    program.ask("read")
    yield program
    program.end()


@pytest.fixture(scope="module")
def ours(screen: str) -> Iterator[Program]:
    program = started(screen, "ours")
    program.ask("read")
    yield program
    program.end()


def gone_after(other: Program, copied: float, which: int = 0) -> float:
    """How many seconds after that moment another program can no longer read it."""
    while other.ask("read")[which]:
        assert time.monotonic() - copied < CASE_SECONDS + 20, "it stays"
        time.sleep(0.05)
    return time.monotonic() - copied


T = TypeVar("T")


def in_time(act: Callable[[], T], seconds: float) -> T:
    """What it gives, done anew when a busy machine took so long that it says nothing."""
    for _ in range(10):
        began = time.monotonic()
        given = act()
        if time.monotonic() - began < seconds:
            return given
    raise AssertionError(f"it takes longer than {seconds} seconds")


def heard_by(other: Program, order: str, which: int | None = None) -> Any:
    """What it gives once it heard of what was copied, which on a busy machine may take a while;
    `which` is the part of a row of answers that is meant."""

    def heard() -> Any:
        given = other.ask(order)
        return given if which is None else given[which]

    for _ in range(20):
        if said := heard():
            return said
        time.sleep(0.05)
    return heard()


def test_text_of_a_case_can_be_pasted_for_a_while_and_is_then_gone(
    ours: Program, other: Program
) -> None:
    def copied_and_pasted() -> tuple[float, list[object]]:
        copied = time.monotonic()
        assert ours.ask("copy line")
        return copied, [other.ask("read")[0], other.ask("paste"), ours.ask("paste")]

    copied, pasted = in_time(copied_and_pasted, CASE_SECONDS * 0.9)
    assert pasted == ["uit de casus"] * 3
    assert gone_after(other, copied) >= CASE_SECONDS * 0.9
    assert ours.ask("paste") == ""


def test_a_secret_is_gone_sooner(ours: Program, other: Program) -> None:
    def copied_and_pasted() -> object:
        assert ours.ask("copy secret")
        return ours.ask("paste")

    def copied_and_gone() -> float:
        copied = time.monotonic()
        assert ours.ask("copy secret")
        return gone_after(other, copied)

    assert in_time(copied_and_pasted, SECRET_SECONDS * 0.9) == "een geheim"
    assert in_time(copied_and_gone, CASE_SECONDS * 0.9) < CASE_SECONDS * 0.9
    assert SECRET_SECONDS < CASE_SECONDS


def test_what_another_program_copied_meanwhile_stays(ours: Program, other: Program) -> None:
    assert ours.ask("copy secret")
    assert other.ask("put van een ander")
    time.sleep(SECRET_SECONDS * 2)
    assert other.ask("read")[0] == ours.ask("paste") == "van een ander"


def test_what_is_copied_later_has_its_whole_time(ours: Program, other: Program) -> None:
    def copied_and_read() -> object:
        assert ours.ask("copy secret")
        assert ours.ask("copy line")
        time.sleep(SECRET_SECONDS * 2)
        return other.ask("read")[0]

    assert in_time(copied_and_read, CASE_SECONDS * 0.9) == "uit de casus"


def test_text_chosen_with_the_mouse_goes_too(ours: Program, other: Program) -> None:
    def selected_and_read() -> tuple[float, object]:
        selected = time.monotonic()
        assert ours.ask("select line")
        return selected, heard_by(other, "read", which=1)

    selected, read = in_time(selected_and_read, CASE_SECONDS * 0.9)
    assert read == "uit de casus"
    gone_after(other, selected, which=1)


def test_rich_text_stays_rich_and_a_picture_a_picture(ours: Program, other: Program) -> None:
    def copied_and_pasted() -> object:
        assert ours.ask("copy rich")
        return heard_by(other, "paste_rich")

    assert in_time(copied_and_pasted, CASE_SECONDS * 0.9) is True
    assert ours.ask("image")
    assert ours.ask("picture") is True
    assert heard_by(other, "picture") is True


def test_programs_that_list_what_was_copied_are_told_not_to(ours: Program, other: Program) -> None:
    def copied_and_listed() -> list[str]:
        assert ours.ask("copy line")
        listed: list[str] = heard_by(other, "forms")
        return listed

    forms = in_time(copied_and_listed, CASE_SECONDS * 0.9)
    assert KDE in forms
    assert all(any(name in form for form in forms) for name in WINDOWS)
    assert other.ask("put van een ander")
    assert KDE not in other.ask("forms"), "it would be missed"


def test_nothing_is_left_to_the_system_when_the_program_ends(screen: str) -> None:
    for kind, is_left in (("ours", False), ("other", True)):
        program = started(screen, kind)
        program.ask("copy line")
        assert program.end() is is_left


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with new_file(tmp_path / "a.hgkm") as file:
        file.save(a_case_with(an_event("2021", "ruzie")))
    return tmp_path / "a.hgkm"


def test_the_real_fields_for_passphrases_and_codes_are_secret(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.show_file(open_file(path))
    assert window.document is not None
    file = window.document.file
    file.copy_for_backup(user_backup_dir(), datetime.now()).keep()
    page = LockPage("a.hgkm", has_unsaved=False)
    qtbot.addWidget(page)
    sheet = HerstelbladDialog(window, file)
    sheet._go_to_check()
    dialogs: list[QWidget] = [
        NewFileDialog(window),
        ConfirmDialog(window, file, "Herstelblad"),
        ChangePassphraseDialog(window, file),
        BackupsDialog(window, file),
        sheet,
        page,
    ]
    for shown in dialogs:
        window.setVisible(shown is not page)  # a page of its own lies on nothing
        shown.show()
        lines = [line for line in shown.findChildren(QLineEdit) if _hides_or_asks(line)]
        assert lines
        for line in lines:
            shown.activateWindow()
            line.setFocus()
            assert focused() is line
            assert clipboard._comes_from_secret(), line.accessibleName()
        shown.close()
    window.show()
    window.activateWindow()
    tab_to("Invoerregel")
    assert not clipboard._comes_from_secret()


def _hides_or_asks(line: QLineEdit) -> bool:
    is_hidden = line.echoMode() is QLineEdit.EchoMode.Password
    return line.isVisible() and (is_hidden or line.accessibleName().startswith("Groep"))


def test_every_window_that_can_show_what_is_secret_says_so() -> None:
    """Of each file that hides what is typed, the clipboard must know that it is a secret."""
    sources = {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "hgkm_desktop").rglob("*.py")}
    hiding = {name for name, text in sources.items() if re.search(r"(?i)echo\w*\.Password", text)}
    assert {"passphrase_dialogs.py", "lock_page.py"} <= hiding
    assert {name for name in hiding if "HOLDS_SECRET" not in sources[name]} == set()
