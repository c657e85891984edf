"""The error boundary: a bug goes to a local log without case text and to one calm dialog."""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_log_dir
from hgkm_desktop.ui.parts.problem_box import a_box, show_problem

log = logging.getLogger("hgkm_desktop")
LOG_BYTES = 200_000
_PLACE_IN_QT = re.compile(r"Q\w+(?:::~?\w+)+")


def start_log() -> Path:
    """Log to one small file in the user's own folder; returns where."""
    folder = user_log_dir()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "hgkm.log"
    if path.exists() and path.stat().st_size > LOG_BYTES:
        path.replace(path.with_suffix(".log.1"))
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return path


def without_words(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong, as files, lines and the type: never a value or a message.

    The text of an exception can hold what a user typed, so it is left out.
    """
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return f"{kind.__name__} in {' > '.join(places) or 'onbekend'}"


def _place_in_qt(category: str | None, message: str) -> str:
    """Where in Qt a message comes from: its category and the function that it begins with."""
    found = _PLACE_IN_QT.match(message)
    return " ".join((category or "default", found.group() if found else "")).strip()


class Boundary(QObject):
    """Catches every exception that nobody else did; `caught` hops to the window's thread."""

    caught = Signal(object, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._log_place = ""
        self._looked_for_log = False
        self._told: set[str] = set()
        self.caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python, its threads and Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        where = without_words(kind, trace)
        self._note(logging.ERROR, where)
        self.caught.emit(error if isinstance(error, HgkmError) else None, where)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt's own warnings, without their words: these quote texts and names of files."""
        if kind is not QtMsgType.QtDebugMsg:
            self._note(logging.WARNING, f"Qt: {_place_in_qt(context.category, message)}")

    def _note(self, level: int, words: str) -> None:
        """A line in the log, which is looked for at the first line: most days there is none.

        A place where nothing can be written must not stop the program.
        """
        if not self._looked_for_log:
            self._looked_for_log = True
            with suppress(OSError):
                self._log_place = str(start_log())
        if self._log_place:
            log.log(level, words)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """What nobody can catch, as in an object that goes: Python would print it, with values."""
        self._note(logging.ERROR, without_words(args.exc_type, args.exc_traceback))

    def _tell(self, known: HgkmError | None, where: str) -> None:
        if known is not None:
            show_problem(self._window, known)
            return
        if where in self._told:
            return
        self._told.add(where)
        box = a_box(
            self._window,
            "Er ging iets mis",
            "Er ging iets mis in het programma. Wat al opgeslagen was, is bewaard.",
            "U kunt verder werken. Gebeurt het weer? Sluit het programma en open het opnieuw."
            + (f" In {self._log_place} staat waar het misging." if self._log_place else ""),
        )
        box.setDetailedText(where)
        box.open()
