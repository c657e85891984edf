"""240 changes of a passphrase, each killed at another moment: one of the two opens the file."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KILLS, CONTROLS = 240, 20
LEAST_HALFWAY = 40  # as many at the least must leave a journal to be played back


def one_of_two_opens() -> bool:
    """Whether each killed change left a file that opens, whole, with exactly one passphrase."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.casefile.killed_change", folder]
        command += [str(KILLS), str(CONTROLS)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr)
        return False
    found = json.loads(done.stdout)
    lost = found["lost without journal"]
    print(
        f"wachtwoord wijzigen: {found['kills']} keer gedood, {found['journals']} halverwege; "
        f"oud {found['old']}, nieuw {found['new']}, geen van beide {found['neither']}, "
        f"allebei {found['both']}, ten onrechte gemeld {found['claimed and not done']}; "
        f"controle: zonder journaal opent het na {lost} van {CONTROLS} keer met geen van beide"
    )
    wrong = found["neither"] + found["both"] + found["claimed and not done"]
    is_tried = found["kills"] == KILLS and found["journals"] >= LEAST_HALFWAY
    return bool(wrong == 0 and is_tried and lost > 0)
