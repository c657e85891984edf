"""A thousand wrong passphrases and codes: none opens a casusbestand, and none leaves a trace."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from hgkm_desktop.casefile import NORMAL, TEST, CaseFile, Kdf
from hgkm_desktop.errors import HgkmError
from tests.casefile.files import contents, key_of
from tests.casefile.full_case import full_case
from tests.casefile.turned_bits import plain_copy
from tests.casefile.wrong_keys import RIGHT, wrong_codes, wrong_passphrases

FAST, CODES, SLOW = 770, 200, 30  # how many; only the last with the key that users have


def opens(path: Path, secret: str, kdf: Kdf | None, *, by_code: bool = False) -> bool:
    """Whether a casusbestand opens; False only for an error that is known."""
    try:
        CaseFile.open(path, secret, by_code=by_code, kdf=kdf).close()
    except HgkmError:
        return False
    return True


def tries(path: Path, slow: Path, chance: Random) -> Iterator[bool]:
    """Whether each wrong one opens the file."""
    for passphrase in wrong_passphrases(FAST, chance):
        yield opens(path, passphrase, TEST)
    for code in wrong_codes(key_of(path, RIGHT), CODES, chance):
        yield opens(path, code, TEST, by_code=True)
    for passphrase in wrong_passphrases(SLOW, chance):
        yield opens(slow, passphrase, None)


def none_opens() -> bool:
    """None opens, no byte changes and nothing is left beside it; a plain file opens with each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "bestanden"
        folder.mkdir()
        path, slow, plain = folder / "proef.hgkm", folder / "echt.hgkm", Path(name) / "gewoon.db"
        for made, kdf in ((path, TEST), (slow, NORMAL)):
            with CaseFile.create(made, RIGHT, kdf=kdf) as file:
                file.save(full_case())
        plain_copy(path, plain, RIGHT)
        before, opened, touched, count = contents(folder), 0, 0, 0
        for did_open in tries(path, slow, Random(1)):
            count += 1
            opened += did_open
            touched += contents(folder) != before
        right = opens(path, RIGHT, TEST) and opens(slow, RIGHT, None)
        control = sum(opens_plainly(plain, key) for key in wrong_passphrases(count, Random(1)))
    print(
        f"verkeerde sleutels: {count} geprobeerd, {opened} openen, {touched} laten iets achter; "
        f"de goede {'opent' if right else 'OPENT NIET'}; "
        f"controle: een gewone database opent met {control} van {count}"
    )
    return opened == touched == 0 and right and control == count


def opens_plainly(path: Path, passphrase: str) -> bool:
    """Whether a plain database opens with a passphrase, for which it does not ask."""
    quoted = passphrase.encode(errors="replace").hex()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA key = '{quoted}'")
        return bool(connection.execute("SELECT title FROM casus").fetchall())
