"""Programs that open one file at the same moment: one writes, the others read and know why."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.casefile.files import new_file
from tests.casefile.full_case import full_case
from tests.casefile.racing import WITHOUT_LOCK, Raced, kill_a_writer, race

RACES, PROGRAMS = 20, (2, 2, 3, 4)
LONGEST = 1.0  # seconds


def one_writes() -> bool:
    """Exactly one of them in each race, also after a kill; without the lock more than one."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "proef.hgkm"
        with new_file(path) as file:
            file.save(full_case())
        races = [race(path, PROGRAMS[n % len(PROGRAMS)]) for n in range(RACES)]
        after_kills, left = [], 0
        for _ in range(RACES):
            kill_a_writer(path)
            left += path.with_name(f"{path.name}.lock").exists()
            after_kills.append(race(path, 2))
        control = [race(path, 2, WITHOUT_LOCK) for _ in range(RACES)]
    slowest = max(raced.answered for raced in (*races, *after_kills))
    held = sum(map(_is_right, (*races, *after_kills)))
    both = sum(raced.writers > 1 for raced in control)
    refused = sum(raced.writers - raced.saved for raced in control)
    lost = sum(raced.saved - raced.kept for raced in control)
    print(
        f"twee tegelijk: {RACES} races en {RACES} na een gedood programma, waarvan het slot {left} "
        f"keer bleef liggen; in {held} precies één schrijver, de andere leest met reden na "
        f"hoogstens {slowest:.2f} s; controle: zonder slot denken er in {both} van {RACES} twee te "
        f"schrijven, {refused} keer wordt opslaan daarna geweigerd, {lost} keer gaat iets verloren"
    )
    return held == 2 * RACES and left == RACES and slowest < LONGEST and both == RACES


def _is_right(raced: Raced) -> bool:
    """One writes and its edit is in the file; every other one reads and knows why."""
    return raced.writers == raced.saved == raced.kept == 1 and all(raced.reasons)
