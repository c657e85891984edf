"""A document whose disk gives trouble, and what was promised of its edits."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.safe_contents import RETRY_MILLISECONDS
from tests.casefile.files import PASSPHRASE, open_file
from tests.disk.held import held_in

LONGEST_WAIT = 2_000  # milliseconds for what is tried again at once


class Trial:
    """One document on screen. It counts what is not as it was promised.

    `found` gets `lost` when the file does not hold what was said to be saved, `wrong` when an edit
    is not on screen or is not known as not saved, and `stuck` when nothing can be saved any more.
    """

    def __init__(self, path: Path, found: Counter[str]) -> None:
        self.path, self.found = path, found
        self.document = Document(open_file(path))
        self.document.show_case(self.document.headings()[0].id)
        self._acknowledged = self.shown
        self._begun: list[Case] = []
        self.document.saved.connect(self._remember)

    @property
    def shown(self) -> Case:
        assert self.document.case is not None
        return self.document.case

    def _remember(self) -> None:
        self._acknowledged, self._begun = self.shown, []

    def edit(self, change: Callable[[Case], Case]) -> None:
        """Edit; what is not saved must be on screen, and known as not saved."""
        case = change(self.shown)
        self._begun.append(case)
        self.document.edit("wijziging", case)
        is_saved = self._acknowledged == case
        self.found["wrong"] += self.shown != case or self.document.has_unsaved == is_saved

    def check_killed_here(self) -> None:
        """Whether a kill at this moment would lose, or halve, what was said to be saved."""
        folder = self.path.with_name("gedood")
        child = os.fork()
        if child == 0:  # another process: closing the file in this one would drop its locks
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for name in (self.path.name, f"{self.path.name}-journal"):
                if self.path.with_name(name).exists():
                    shutil.copy(self.path.with_name(name), folder)
            os._exit(0)
        os.waitpid(child, 0)
        self._check(folder / self.path.name, [self._acknowledged, *self._begun])

    def wait_for_retry(self) -> None:
        """What the window does by itself after ten seconds, at once; if it would do so at all."""
        retry = self.document._retry
        if not (self.document.has_unsaved and retry.isActive()):
            return
        loop = QEventLoop()
        self.document.saved.connect(loop.quit)
        QTimer.singleShot(LONGEST_WAIT, loop.quit)
        retry.start(1)
        loop.exec()
        retry.setInterval(RETRY_MILLISECONDS)

    def end(self) -> None:
        """By now everything must be saved again; close, and read what the file holds."""
        self.found["stuck"] += self.document.has_unsaved
        self.document.close()
        self._check(self.path, [self._acknowledged])

    def _check(self, path: Path, allowed: list[Case]) -> None:
        try:
            (held,) = held_in(path, PASSPHRASE).cases
        except HgkmError:
            self.found["lost"] += 1
        else:
            self.found["lost"] += held not in allowed
