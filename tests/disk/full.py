"""Edits on while the disk is full, until there is room again, and says what became of the edits.

Run as a program in a folder on a small disk, or with `limit` on one where no file may grow.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.casefile.trouble import a_disk_of
from tests.disk.faulty import make_file, several_records
from tests.disk.trial import Trial

EDITS = 100


def fill(path: Path) -> None:
    """Write until nothing more goes on the disk."""
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(512)):
                pass
        except OSError:
            return


def edit_on(folder: Path, *, by_limit: bool) -> Counter[str]:
    found = Counter[str](refused=0, lost=0, wrong=0, stuck=0)
    path, ballast = folder / "proef.hgkm", folder / "vol"
    make_file(path)
    trial = Trial(path, found)
    trial.edit(several_records)
    with ExitStack() as until_room:
        if by_limit:
            until_room.enter_context(a_disk_of(path.stat().st_size // 2))
        else:
            until_room.callback(ballast.unlink)
            fill(ballast)
        for _ in range(EDITS):
            trial.edit(several_records)
            found["refused"] += trial.document.has_unsaved
    trial.wait_for_retry()
    trial.end()
    return found


if __name__ == "__main__":
    app = QCoreApplication([])
    print(json.dumps(edit_on(Path(sys.argv[1]), by_limit=sys.argv[2] == "limit")))
