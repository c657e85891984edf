"""A desktop of its own for a screen reader: a virtual screen, D-Bus, the reader and real keys."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.screen import a_screen
from tests.ui.at_spi import NoBus, NotThere, Reader, Thing, a_reader

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds, for a machine that is busy with something else
TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "dbus-daemon": "dbus"}
Found = TypeVar("Found")


class Unavailable(Exception):
    """This computer lacks a part; the text says which, and in which Debian package it is."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """What is needed to run a program, to listen to it and to type."""

    reader: Reader
    environment: dict[str, str]
    home: Path

    @contextmanager
    def running(self, *arguments: str) -> Iterator[Thing]:
        """Run Python with these arguments, its window in front; gives the program as it is read."""
        log = self.home / "program.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=self.environment, stderr=output
            )
        try:
            yield self._come_up(process, log)
        finally:
            process.terminate()
            process.wait(PATIENCE)

    def _come_up(self, process: subprocess.Popen[bytes], log: Path) -> Thing:
        def program() -> Thing | None:
            if process.poll() is not None:
                raise AssertionError(f"the program ended: {log.read_text(encoding='utf-8')}")
            try:
                return self.reader.program(process.pid)
            except NotThere:
                return None

        found = wait_for(program, "the program on the accessibility bus")
        self.bring_to_front(found)
        return found

    def bring_to_front(self, program: Thing) -> None:
        """Give the keyboard to the window of a program, as a window manager does."""
        of = ("--all", "--pid", str(self.reader.process_of(program)), "--name", ".")
        self._xdotool("search", "--sync", "--onlyvisible", *of, "windowfocus", "--sync", "%1")

    def press(self, *keys: str) -> None:
        """Press keys, named as X does, for whatever window has the keyboard."""
        self._xdotool("key", *keys)

    def type_text(self, text: str) -> None:
        self._xdotool("type", "--delay", "2", text)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE)


def wait_for(what: Callable[[], Found | None], words: str) -> Found:
    """Ask until the answer is neither None nor false; `words` say what was waited for."""
    end = time.monotonic() + PATIENCE
    while True:
        found = what()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {words}")
        time.sleep(0.02)


@contextmanager
def a_reader_desktop() -> Iterator[Desktop]:
    """A desktop that is there until the end of the block. Raises Unavailable."""
    missing = [f"{tool} ({package})" for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing:
        raise Unavailable(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, a_screen() as display:
        environment = _environment(Path(home), display)
        with _session_bus(environment) as address:
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            try:
                with a_reader(address) as reader:
                    yield Desktop(reader, environment, Path(home))
            except NoBus as error:
                raise Unavailable(f"no accessibility bus (at-spi2-core): {error}") from error


def _environment(home: Path, display: str) -> dict[str, str]:
    """An environment in which nothing of the desktop of the user is reached or changed."""
    theirs = ("AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY")
    return {
        **{name: value for name, value in os.environ.items() if name not in theirs},
        "DISPLAY": display,
        "HOME": str(home),
        "HGKM_HOME": str(home / "hgkm"),
        "XDG_RUNTIME_DIR": str(home),
        "GSETTINGS_BACKEND": "memory",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


@contextmanager
def _session_bus(environment: dict[str, str]) -> Iterator[str]:
    """A session bus; what it starts, such as the accessibility bus, ends with it."""
    read, write = os.pipe()
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={write}"],
        env=environment,
        pass_fds=[write],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(write)
    try:
        with os.fdopen(read) as address:
            yield address.readline().strip()
    finally:
        os.killpg(daemon.pid, signal.SIGTERM)
        daemon.wait(PATIENCE)
