"""Tries the bundle elsewhere than where it was built, without anything of this computer's settings.

Exits non-zero when something does not hold.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from build_spec.system_files import FOLDER, SYSTEM
from tests.bundle.contents import NotInIt, all_is_in_it, megabytes
from tests.bundle.running import DoesNotRun, Moved
from tests.screen import a_screen

BUILT = Path(__file__).resolve().parents[2] / "out" / "build" / FOLDER


def main() -> int:
    """Try everything; returns the exit code."""
    print(f"{FOLDER}: {megabytes(BUILT)} MB")
    with tempfile.TemporaryDirectory() as place:
        moved = Moved(_moved(Path(place)), Path(place) / "thuis")
        tried = [
            _tried("alles zit erin, en niets te veel", lambda: all_is_in_it(moved.folder)),
            _tried("zelftest zonder scherm", lambda: moved.tests_itself("")),
            *(_on_a_screen(moved) if SYSTEM == "linux" else ()),
            _tried("een ontbrekend bestand wordt gemist", moved.misses_a_file),
        ]
    return 0 if all(tried) else 1


def _moved(place: Path) -> Path:
    """The bundle in another folder, which has a space in its name."""
    target = place / "map van een ander" / FOLDER
    shutil.copytree(BUILT, target, symlinks=True)
    return target


def _on_a_screen(moved: Moved) -> list[bool]:
    with a_screen() as display:
        return [
            _tried("zelftest op een scherm", lambda: moved.tests_itself(display)),
            _tried("het voorbeeld staat op het scherm", lambda: moved.shows_example(display)),
        ]


def _tried(what: str, step: Callable[[], str]) -> bool:
    try:
        said = step()
    except (NotInIt, DoesNotRun) as error:
        print(f"FOUT  {what}: {error}", flush=True)
        return False
    print(f"goed  {what}{said and f': {said}'}", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
