"""The program of a bundle as it runs somewhere else, with an empty environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

from build_spec.system_files import PROGRAM
from tests.bundle.contents import INSIDE

MOST_SECONDS = 120
SECONDS_TO_SHOW = 60
# A process of its own, for a screen cannot be asked from one that draws without a screen.
COLOURS_ON_SCREEN = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
image = app.primaryScreen().grabWindow(0).toImage()
across, down = range(0, image.width(), 4), range(0, image.height(), 4)
print(len({image.pixel(x, y) for x in across for y in down}))
"""
FEWEST_COLOURS = 30


class DoesNotRun(Exception):
    """The program of the bundle does not do what it should."""


class Moved:
    """A bundle in another place; `home` stands in for the folders of the user."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self._home = folder, home
        self._program = str(folder / PROGRAM)

    def tests_itself(self, display: str) -> str:
        """Run --self-test; without a display it draws off screen. Raises DoesNotRun."""
        done = self._self_test(display)
        wrong = [line for line in done.stdout.splitlines() if not line.startswith("goed")]
        if done.returncode or wrong or not done.stdout:
            raise DoesNotRun(f"{wrong} {done.stderr[-2000:]}")
        return f"{len(done.stdout.splitlines())} onderdelen"

    def misses_a_file(self) -> str:
        """The control: without one of its folders the self-test fails. Raises DoesNotRun."""
        fonts = self.folder / INSIDE / "hgkm_desktop" / "_resources" / "fonts"
        fonts.rename(fonts.with_name("weg"))
        if self._self_test("").returncode == 0:
            raise DoesNotRun("de zelftest zegt dat alles werkt")
        return ""

    def shows_example(self, display: str) -> str:
        """Open the example and look at the screen itself. Raises DoesNotRun."""
        began = monotonic()
        program = subprocess.Popen(
            [self._program, "--example"], env=self._environment(display), cwd="/"
        )
        try:
            self._wait_for_window(display)
            seconds = monotonic() - began
            colours = self._wait_for_colours(display)
            if program.poll() is not None:
                raise DoesNotRun("het programma stopte")
        finally:
            program.terminate()
            program.wait()
        return f"venster na {seconds:.1f} s, {colours} kleuren"

    def _wait_for_window(self, display: str) -> None:
        # Asked again and again, for xdotool stumbles over a window that goes while it looks.
        search = ["xdotool", "search", "--onlyvisible", "--name", "voorbeeld"]
        until = monotonic() + SECONDS_TO_SHOW
        while not subprocess.run(
            search, env=self._environment(display), capture_output=True
        ).stdout:
            if monotonic() > until:
                raise DoesNotRun("er komt geen venster")

    def _wait_for_colours(self, display: str) -> int:
        environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        look = [sys.executable, "-c", COLOURS_ON_SCREEN]
        until, colours = monotonic() + SECONDS_TO_SHOW, 0
        while colours < FEWEST_COLOURS:
            if monotonic() > until:
                raise DoesNotRun(f"er staan maar {colours} kleuren op het scherm")
            done = subprocess.run(
                look, env=environment, capture_output=True, check=True, timeout=60
            )
            colours = int(done.stdout)
        return colours

    def _self_test(self, display: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self._program, "--self-test"],
            env=self._environment(display),
            cwd="/",
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
        )

    def _environment(self, display: str) -> dict[str, str]:
        where = {"DISPLAY": display} if display else {"QT_QPA_PLATFORM": "offscreen"}
        # Without this one Windows starts nothing at all.
        system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        return {"HGKM_HOME": str(self._home), **where, **system}
