"""A file of version 1 brought up to date, killed before each statement: it is of one version."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.casefile.make_golden import GOLDEN

ROOT = Path(__file__).resolve().parents[2]


def one_version_is_left() -> bool:
    """Whether each killed update left a file that is all of one version, with the case whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(GOLDEN / "v1.hgkm", folder)
        command = [sys.executable, "-m", "tests.casefile.killed_update", path, "1"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr)
        return False
    found: dict[str, int] = json.loads(done.stdout)
    left = {name: count for name, count in found.items() if name.startswith("version")}
    print(
        f"bijwerken: {sum(left.values()) - 1} keer gedood, {found['journals']} halverwege; "
        f"van {len(left)} versies, van geen {found['neither']}"
    )
    return found["neither"] == 0 and found["journals"] > 0 and len(left) > 1
