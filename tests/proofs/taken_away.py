"""200 actions at random, 40 times over, in a window whose file is taken away or replaced."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hgkm_desktop.app import make_application, open_example
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.document import safe_contents
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.any_trouble import STEPS, Desk, actions

ROOT = Path(__file__).resolve().parents[2]
SEEDS, CONTROL_SEEDS = 40, 10


def nothing_lost_when_taken_away() -> bool:
    """Whether all that was called saved was found again, and not without a file of its own."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HGKM_HOME": home}
        command = [sys.executable, "-m", "tests.proofs.taken_away"]
        return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Do it, and once more in a program that only goes on in what stands there."""
    app = make_application()
    lost, apart, closed = _all(SEEDS)
    _go_on_in_whatever_stands_there()
    lost_without, _, _ = _all(CONTROL_SEEDS)
    print(
        f"bestand weggenomen onder het venster: {SEEDS} keer {STEPS} handelingen, {closed} keer "
        f"gesloten, {apart} keer apart bewaard, {lost} keer werk kwijt; controle zonder apart "
        f"bewaren: {lost_without} van {CONTROL_SEEDS} keer werk kwijt"
    )
    app.quit()
    return 0 if not lost and lost_without else 1


def _go_on_in_whatever_stands_there() -> None:
    def follow(file: CaseFile, *_: object, **__: object) -> object:
        return file.follow()

    program: Any = CaseFile
    program.go_on_elsewhere, program.is_as_left = follow, True


def _all(seeds: int) -> tuple[int, int, int]:
    """How often work was lost, it was kept apart, and a file was closed."""
    found = [_one(seed) for seed in range(seeds)]
    lost, apart, closed = (sum(column) for column in zip(*found, strict=True))
    return lost, apart, closed


def _one(seed: int) -> tuple[int, int, int]:
    chance, closed = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(open_example)
        of_program: Any = safe_contents
        desk = Desk(window, Path(folder))
        desk.at, of_program.documents_folder = desk.path, desk.documents_folder
        try:
            for _ in range(STEPS):
                was_open = window.document is not None
                chance.choice(actions(desk))()
                desk.check()
                if was_open and window.document is None:
                    closed += 1
                    desk.plug_in()
                    desk.check_closed()
        except (AssertionError, HgkmError):
            return 1, 0, closed
        finally:
            desk.plug_in()
            if window.document is not None:
                window._drop_file()
            if window.watching is not None:
                window.watching.backups.finish()
            window.deleteLater()
        return 0, sum("(herstel " in p.name for p in Path(folder).rglob("*.hgkm")), closed


if __name__ == "__main__":
    sys.exit(main())
