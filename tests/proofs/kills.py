"""1,050 kills: of what saves, and of the whole program while someone types. Nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KILLS, OF_CONTROL = 1_000, 50
WINDOW_KILLS, WINDOW_OF_CONTROL = 50, 10
LEAST_HALFWAY = 300  # as many at the least must leave a journal to be played back


def nothing_lost_by_kills() -> bool:
    """Whether every edit that was said to be saved is there, whole, after each kill."""
    saver = _found("tests.casefile.killed_writer", KILLS)
    early = _found("tests.casefile.killed_writer", OF_CONTROL, "control")
    print(
        f"gedood bij het opslaan: {saver['kills']} keer, {saver['journals']} halverwege; van "
        f"{saver['reported']} opgeslagen wijzigingen {saver['lost']} weg, {saver['half']} half; "
        f"controle: een programma dat te vroeg ‘opgeslagen’ zegt, verliest er {early['lost']} "
        f"van {early['reported']}"
    )
    whole = saver["kills"] == KILLS and saver["journals"] >= LEAST_HALFWAY
    return bool(whole and _is_without_loss(saver) and early["lost"])


def nothing_lost_in_the_window() -> bool:
    """The same for the whole program, offscreen, while it types in a line and in a field."""
    window = _found("tests.ui.killed_window", WINDOW_KILLS, "real")
    later = _found("tests.ui.killed_window", WINDOW_OF_CONTROL, "control")
    print(
        f"gedood tijdens het typen: {window['kills']} keer; {window['reported']} keer "
        f"‘opgeslagen’ getoond, daarna {window['lost']} keer iets weg, {window['half']} keer iets "
        f"half; controle: een programma dat een halve tel later opslaat, verliest {later['lost']} "
        f"van de {later['kills']} keer iets"
    )
    whole = window["kills"] == WINDOW_KILLS and window["reported"] >= WINDOW_KILLS // 2
    return bool(whole and _is_without_loss(window) and later["lost"])


def _is_without_loss(found: dict[str, int]) -> bool:
    return found["lost"] == 0 and found["half"] == 0


def _found(module: str, kills: int, *how: str) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", module, folder, str(kills), *how]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, int] = json.loads(done.stdout)
    return found
