"""What a screen reader, a keyboard and the clipboard of a real desktop reach of a locked file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

pytest.importorskip("jeepney", reason="AT-SPI is there on Linux only")

from hgkm_desktop.app import example_passphrase
from tests.ui.at_spi import NotThere, Role, Thing
from tests.ui.reader_desktop import ROOT, Desktop, Unavailable, a_reader_desktop, wait_for

LINE, TABLE, ENTRY = "Tijdlijn", "Gebeurtenissen", "Invoerregel"
SECRET = "zwijgplicht"
READ_CLIPBOARD = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
QTest.qWait(200)
sys.stdout.write(app.clipboard().text())
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with _or_skip(), a_reader_desktop() as made:
        yield made


@contextmanager
def _or_skip() -> Iterator[None]:
    """Skip where a part is missing; in CI that is a failure."""
    try:
        yield
    except Unavailable as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


def said_by(program: Thing) -> list[str]:
    """Every name that can be found in a program, items of lists and cells of tables included."""
    found = []
    for thing in program.everything():
        found.append(thing.name)
        if thing.role in (Role.LIST, Role.TABLE):
            found += [child.name for child in thing.children()]
    return found


def says(program: Thing, words: str) -> bool:
    """Whether these words are to be found; not while windows come and go."""
    try:
        return words in said_by(program)
    except NotThere:
        return False


def clipboard(desktop: Desktop) -> str:
    command = [sys.executable, "-c", READ_CLIPBOARD]
    done = subprocess.run(
        command, cwd=ROOT, env=desktop.environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_nothing_of_a_locked_case_is_reached_and_all_of_it_after(desktop: Desktop) -> None:
    with desktop.running("-m", "hgkm_desktop", "--example") as program:
        line = program.find(Role.LIST, LINE)
        items = line.children()
        titles = [item.name for item in items]
        assert len(titles) > 20
        assert set(titles) <= set(said_by(program)), "it would be found"

        desktop.press("ctrl+l")
        desktop.type_text(SECRET)
        desktop.press("ctrl+a", "ctrl+c")
        wait_for(lambda: clipboard(desktop) == SECRET, "what was copied: it would be found")
        desktop.bring_to_front(program)

        desktop.press("ctrl+shift+l")
        wait_for(lambda: says(program, "Vergrendeld"), "the page of the lock")
        said = said_by(program)
        assert not set(titles) & set(said)
        assert {LINE, TABLE, ENTRY}.isdisjoint(said)
        assert clipboard(desktop) == ""

        kept = [answer(item) for item in (line, *items)]
        assert [words for words in kept if words] == [], "what the reader kept from before"

        desktop.bring_to_front(program)
        desktop.type_text(example_passphrase())
        desktop.press("Return")
        wait_for(lambda: says(program, LINE), "the line, unlocked")
        again = [item.name for item in program.find(Role.LIST, LINE).children()]
        assert again == titles


def answer(thing: Thing) -> str:
    """What something answers that was found before; empty when it does not."""
    try:
        return thing.name
    except NotThere:
        return ""
