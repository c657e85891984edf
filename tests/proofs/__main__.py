"""Runs the slow proofs and prints what each showed; exits non-zero when one does not hold."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "proofs"


@contextmanager
def a_screen() -> Iterator[str]:
    """A virtual screen of 1440 by 900; gives its name for DISPLAY."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def window_walk() -> bool:
    """The main job by keyboard in a real window, with a picture of each stage."""
    OUT.mkdir(parents=True, exist_ok=True)
    with a_screen() as display, tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HGKM_HOME": home,
            "HOME": home,
        }
        command = [sys.executable, "-m", "tests.proofs.window_walk", str(OUT)]
        return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Run every proof; returns the exit code."""
    held = window_walk()
    print(f"echt venster, alleen toetsen: {'houdt stand' if held else 'HOUDT GEEN STAND'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
