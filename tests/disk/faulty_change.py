"""Lets calls to the disk fail while the passphrase is changed, and says which one holds then.

Run as a program with its disk watched; prints what it found as JSON.
"""

from __future__ import annotations

import errno
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from hgkm_desktop.casefile import passphrase
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.errors import HgkmError
from tests.casefile.files import PASSPHRASE, open_file
from tests.disk.faulty import make_file, one_record
from tests.disk.held import Held, held_in
from tests.disk.watched import Faults, Kind

NEW_PASSPHRASE = "een heel nieuw wachtwoord"
EARLY = 8  # calls of each kind, from the first
LATE = range(200, 320, 30)  # and writes, when the commit goes on


@contextmanager
def failing_while_encrypting(disk: Faults, kind: Kind, when: int) -> Iterator[None]:
    """Let this call fail once the file itself is being encrypted, not its backup before that."""
    encrypt = passphrase.encrypt_for

    def encrypt_with_a_fault(file: OpenFile, key: bytearray) -> None:
        with disk.at(kind, when, errno.EIO, lasting=False):
            encrypt(file, key)

    with patch.object(passphrase, "encrypt_for", encrypt_with_a_fault):
        yield


def what_holds(path: Path, disk: Faults, kind: Kind, when: int) -> str:
    """'old' or 'new' when that opens all of the file and is what was said, else 'wrong'."""
    with open_file(path) as file:
        case = file.load(file.headings()[0].id)
        said = NEW_PASSPHRASE
        try:
            with failing_while_encrypting(disk, kind, when):
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
