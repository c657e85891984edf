"""Whatever is done to the window and to its file: what was called saved is in a file that opens.

Actions at random: edit, undo, redo, new case, lock, unlock, replace, overwrite, cut short, rename,
remove, put back, take the folder away, close, open again. After each everything that the window
calls saved must be found with the passphrase, in the file that it names or in one with the work.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document import safe_contents
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, new_file, open_file
from tests.ui.made_once import open_example

pytestmark = pytest.mark.usefixtures("backed_up")

STEPS = 200


class Desk:
    """A window with a file on a stick, and what must be somewhere according to the window."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.stick, self.aside, self.documents = (folder / n for n in ("stick", "apart", "docs"))
        for made in (self.stick, self.aside, self.documents):
            made.mkdir()
        self.number = 0
        self.has_worked = True
        self.saved: dict[str, Case] = {}
        self.on_screen: dict[str, Case] = {}
        self.history: list[str] = []
        with new_file(self.stick / "oefening.hgkm") as file:
            case = a_case_with(an_event("2020", "eerste"))
            file.save(case)
            self.saved[case.id] = self.on_screen[case.id] = case
        self.window.show_file(open_file(self.stick / "oefening.hgkm"))

    @property
    def path(self) -> Path:
        assert self.window.document is not None
        return self.window.document.file.path

    def documents_folder(self) -> Path:
        return self.documents

    # --- by the user ----------------------------------------------------------------------

    def edit(self) -> None:
        document = self.window.document
        if document is not None and document.case is not None:
            self.number += 1
            case = document.case.put(an_event("2021", f"nummer {self.number}"))
            document.edit("gebeurtenis", case)
            self._note()

    @property
    def _may_act(self) -> bool:
        """Whether the window has a file that is not locked: then its keys and menus work."""
        document = self.window.document
        return document is not None and not document.file.is_locked

    def undo(self) -> None:
        if self._may_act:
            assert self.window.document is not None
            self.window.document.undo_stack.undo()
            self._note()

    def redo(self) -> None:
        if self._may_act:
            assert self.window.document is not None
            self.window.document.undo_stack.redo()
            self._note()

    def new_case(self) -> None:
        if self._may_act and len(self.saved) < 4:
            assert self.window.document is not None
            self.number += 1
            self.window.document.add_case(a_case_with(title=f"casus {self.number}"))
            self._note()

    def other_case(self) -> None:
        document = self.window.document
        if document is not None and not document.file.is_locked:
            headings = document.headings()
            try:
                document.show_case(headings[self.number % len(headings)].id)
            except HgkmError:  # it is said in the window
                return

    def lock(self) -> None:
        if self.window.document is not None:
            self.window.document.lock()

    def unlock(self) -> None:
        document = self.window.document
        if document is not None and document.file.is_locked:
            try:
                document.unlock(PASSPHRASE)
            except HgkmError:  # it is asked in the window what to do
                return
            self._note()

    def look(self) -> None:
        if self.window.document is not None:
            self.window.document.look()
            self._note()

    def close(self) -> None:
        document = self.window.document
        if document is None:
            return
        if document.file.is_locked:  # as the page of the lock asks for
            self.unlock()
        self.has_worked = document.file.changes > 0 or document.has_unsaved
        all_of_it = {h.id: self.on_screen[h.id] for h in document.headings()}
        for _ in range(2):
            if self.window.close_file():
                self.saved = all_of_it
                return
            self._note()

    def open_again(self) -> None:
        if self.window.document is None:
            self._put_back_stick()
            file = open_file(self._latest())
            self.saved = {h.id: file.load(h.id) for h in file.headings()}
            self.on_screen = dict(self.saved)
            self.window.show_file(file)

    # --- by another program or a hand -------------------------------------------------------

    def remove(self) -> None:
        if self._is_there():
            self.path.unlink()

    def set_aside(self) -> None:
        if self._is_there():
            self._drop_aside()
            os.replace(self.path, self.aside / "oefening.hgkm")

    def put_back(self) -> None:
        kept = self.aside / "oefening.hgkm"
        if self.window.document is not None and kept.exists() and self.path.parent.exists():
            os.replace(kept, self.path)

    def take_copy(self) -> None:
        if self._is_there():
            self._drop_aside()
            shutil.copyfile(self.path, self.aside / "oefening.hgkm")

    def overwrite(self) -> None:
        kept = self.aside / "oefening.hgkm"
        if kept.exists() and self._is_there():
            self.path.write_bytes(kept.read_bytes())

    def empty(self) -> None:
        if self._is_there():
            os.truncate(self.path, 0)

    def rename(self) -> None:
        if self._is_there():
            self.number += 1
            self.path.rename(self.path.with_name(f"naam {self.number}.hgkm"))

    def pull_out(self) -> None:
        if self.stick.exists():
            self.stick.rename(self.stick.with_name("weg"))

    def plug_in(self) -> None:
        self._put_back_stick()

    # --- what must be so --------------------------------------------------------------------

    def check(self) -> None:
        """What the window calls saved is where it says, as far as it has looked."""
        document = self.window.document
        if document is None or document.file.is_locked or document.has_unsaved:
            return
        self._let_look_end()
        if document.file.is_damaged:  # it is said, and nothing more is written to it
            assert not document.is_at_stake, self.history
            return
        if not document.file.is_as_left:  # seen at the next save, look or closing
            return
        with open_file(self.path, read_only=True) as other:
            stored = {h.id: other.load(h.id) for h in other.headings()}
        assert stored == self.saved, self.history

    def _let_look_end(self) -> None:
        """While the file is being looked through, it cannot be seen that others wrote in it."""
        watching = self.window.watching
        if watching is not None and watching.backups._last_look is not None:
            wait([watching.backups._last_look])

    def check_closed(self) -> None:
        """After closing everything that was called saved is in one file that opens.

        When nothing was written since it was opened, what others did to it is theirs.
        """
        if not self.has_worked:
            self.at.unlink(missing_ok=True)
            with new_file(self.at) as file:
                for case in self.saved.values():
                    file.save(case)
        with open_file(self._latest(), read_only=True) as other:
            stored = {h.id: other.load(h.id) for h in other.headings()}
        assert stored == self.saved, self.history

    def _note(self) -> None:
        """Only what the window calls saved counts."""
        document = self.window.document
        if document is None:
            return
        if document.case is not None:
            self.on_screen[document.case.id] = document.case
        if document.has_unsaved or document.file.is_locked:
            return
        self.saved = {heading.id: self.on_screen[heading.id] for heading in document.headings()}
        self.at = document.file.path

    def _latest(self) -> Path:
        return self.at

    def _is_there(self) -> bool:
        return self.window.document is not None and self.path.is_file()

    def _drop_aside(self) -> None:
        (self.aside / "oefening.hgkm").unlink(missing_ok=True)

    def _put_back_stick(self) -> None:
        away = self.stick.with_name("weg")
        if away.exists() and not self.stick.exists():
            away.rename(self.stick)

    at: Path = Path()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    desk = Desk(window, tmp_path)
    monkeypatch.setattr(safe_contents, "documents_folder", desk.documents_folder)
    desk.at = desk.path
    yield desk
    desk._put_back_stick()
    if window.document is not None:
        window._drop_file()


def actions(desk: Desk) -> list[Callable[[], None]]:
    often = [desk.edit] * 8 + [desk.undo] * 3 + [desk.redo] * 2 + [desk.look] * 3
    user = [desk.new_case, desk.other_case, desk.lock, desk.unlock, desk.unlock]
    closing = [desk.close, desk.open_again, desk.open_again]
    others = [desk.remove, desk.set_aside, desk.put_back, desk.take_copy, desk.overwrite]
    more = [desk.empty, desk.rename, desk.pull_out, desk.plug_in, desk.plug_in]
    return [*often, *user, *closing, *others, *more]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_that_was_called_saved_is_lost(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(STEPS):
        act = chance.choice(actions(desk))
        was_open = desk.window.document is not None
        desk.history.append(act.__name__)
        act()
        desk.check()
        if was_open and desk.window.document is None:
            desk._put_back_stick()
            desk.check_closed()
    desk.close()
    assert desk.number > STEPS / 10, "most actions did something"


def test_without_keeping_apart_the_same_actions_lose_work(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a program that goes on in whatever stands there fails the same check."""

    def go_on(file: CaseFile, *_: object, **__: object) -> object:
        return file.follow()

    desk.edit()
    desk.take_copy()
    desk.edit()
    assert desk.window.document is not None
    monkeypatch.setattr(CaseFile, "go_on_elsewhere", go_on)
    monkeypatch.setattr(CaseFile, "is_as_left", True)
    desk.overwrite()
    desk.close()
    if desk.window.document is not None:
        desk.window._drop_file()
    with pytest.raises(AssertionError):
        desk.check_closed()
