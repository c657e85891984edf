"""Lets calls to the disk fail while the passphrase is changed, and says which one holds then.

Run as a program with its disk watched; prints what it found as JSON.
"""

from __future__ import annotations

import errno
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.errors import HgkmError
from tests.casefile.files import PASSPHRASE, open_file
from tests.disk.faulty import make_file, one_record
from tests.disk.held import Held, held_in
from tests.disk.watched import Faults, Kind

NEW_PASSPHRASE = "een heel nieuw wachtwoord"
EARLY = 8  # calls of each kind, from the first
LATE = range(200, 320, 30)  # and writes, when the commit goes on


def failing_while_encrypting(file: CaseFile, disk: Faults, kind: Kind, when: int) -> None:
    """Let this call fail once the file itself is being encrypted, not its backup before that."""
    encrypt: Callable[[bytearray], None] = file._encrypt_for

    def encrypt_with_a_fault(key: bytearray) -> None:
        with disk.at(kind, when, errno.EIO, lasting=False):
            encrypt(key)

    file._encrypt_for = encrypt_with_a_fault  # type: ignore[method-assign]


def what_holds(path: Path, disk: Faults, kind: Kind, when: int) -> str:
    """'old' or 'new' when that opens all of the file and is what was said, else 'wrong'."""
    with open_file(path) as file:
        case = file.load(file.headings()[0].id)
        failing_while_encrypting(file, disk, kind, when)
        said = NEW_PASSPHRASE
        try:
            file.change_passphrase(PASSPHRASE, said, path.parent / "home", datetime(2026, 3, 2))
        except HgkmError:
            said = PASSPHRASE
        file.save(one_record(case))
    expected = Held((one_record(case),), passphrase=said)
    if held_in(path, said) != expected:
        return "wrong"
    return "old" if said == PASSPHRASE else "new"


def main(folder: Path) -> Counter[str]:
    disk, found = Faults(), Counter(old=0, new=0, wrong=0)
    start, path = folder / "begin.hgkm", folder / "proef.hgkm"
    make_file(start)
    for kind in (Kind.WRITE, Kind.TRUNCATE, Kind.SYNC):
        for when in (*range(1, EARLY), *(LATE if kind is Kind.WRITE else ())):
            shutil.copy(start, path)
            found[what_holds(path, disk, kind, when)] += disk.failed > 0
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
