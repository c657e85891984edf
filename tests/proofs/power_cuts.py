"""10,000 power cuts, replayed from what the program really wrote; and a disk that refuses."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.disk.replay import in_memory, outcomes, record
from tests.disk.watched import Unavailable, run_watched

ROOT = Path(__file__).resolve().parents[2]
EVENING, UPDATE, OF_CONTROL = 9_700, 300, 300  # cuts; an older file takes longer to open
LEAST_FAULTS = 500
PROMISED = ("lost", "wrong", "stuck")
SMALL_DISK = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$0" -m tests.disk.full "$1" disk'


def nothing_lost_by_power_cuts() -> bool:
    """Whether the file opens after each cut, with all that was said to be saved, and whole."""
    try:
        found = outcomes(record("work"), EVENING, seed=1)
        found += outcomes(record("update"), UPDATE, seed=2, from_step=1)
        control = outcomes(record("work", synchronous="OFF"), OF_CONTROL, seed=3)
    except Unavailable as missing:
        print(missing)
        return False
    print(
        f"stroom uitgevallen: {EVENING + UPDATE} toestanden van de schijf, {found['journals']} "
        f"halverwege een wijziging; {found['whole']} heel, {found['lost']} met verlies, "
        f"{found['damaged']} beschadigd; controle: zonder te wachten op de schijf "
        f"(synchronous=OFF) van {OF_CONTROL} er {control['lost']} met verlies en "
        f"{control['damaged']} beschadigd"
    )
    return found["whole"] == EVENING + UPDATE and control["lost"] + control["damaged"] > 0


def nothing_lost_by_a_bad_disk() -> bool:
    """Whether no call that fails, once or on and on, loses an edit or ends the saving."""
    try:
        found, control = _with_faults("all"), _with_faults("control")
    except Unavailable as missing:
        print(missing)
        return False
    full, how = _on_a_full_disk()
    print(
        f"schijf die weigert: {found['faults']} fouten (EIO en ENOSPC bij elke aanroep), "
        f"{_said(found)}; volle schijf ({how}): {full['refused']} wijzigingen geweigerd, "
        f"{_said(full)}; controle: een programma dat fouten verzwijgt, verliest bij "
        f"{control['lost']} van {control['faults']} fouten iets"
    )
    held = not any(one[name] for one in (found, full) for name in PROMISED)
    enough = found["faults"] >= LEAST_FAULTS and full["refused"] == 100
    return held and enough and control["lost"] > 0


def _said(found: dict[str, int]) -> str:
    return (
        f"{found['lost']} keer iets weg, {found['wrong']} keer niet op het scherm of ten onrechte "
        f"‘opgeslagen’, {found['stuck']} keer daarna niet meer te bewaren"
    )


def _with_faults(how: str) -> dict[str, int]:
    with tempfile.TemporaryDirectory(dir=in_memory()) as name:
        work, folder = Path(name), Path(name) / "watched"
        folder.mkdir()
        found: dict[str, int] = json.loads(
            run_watched(work, folder, "tests.disk.faulty", str(folder), how)
        )
    return found


def _on_a_full_disk() -> tuple[dict[str, int], str]:
    """On a real disk that is too small; where none may be made, in files that may not grow."""
    with tempfile.TemporaryDirectory() as folder:
        small = ["unshare", "-rm", "sh", "-c", SMALL_DISK, sys.executable, folder]
        limited = [sys.executable, "-m", "tests.disk.full", folder, "limit"]
        for command, how in ((small, "tmpfs"), (limited, "grens aan bestanden")):
            try:
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            except (OSError, subprocess.CalledProcessError):
                continue
            found: dict[str, int] = json.loads(done.stdout)
            return found, how
    raise RuntimeError("there is no full disk to be had")
