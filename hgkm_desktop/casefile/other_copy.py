"""Another casusbestand as it is read to be merged: opened to read only, and closed again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hgkm_desktop.casefile.file import CaseFile
from hgkm_desktop.casefile.keys import Kdf
from hgkm_desktop.casefile.problems import DamagedFile
from hgkm_desktop.models.merging_files import FileCopy


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """What another file holds, and the bytes of its documents that were asked for."""

    copy: FileCopy
    data: Mapping[str, bytes] = field(repr=False)


def read_other(
    path: Path,
    secret: str | bytearray,
    known: Collection[str],
    *,
    by_code: bool = False,
    kdf: Kdf | None = None,
) -> OtherCopy:
    """Read all of a file that is not open here; nothing of it changes. May run in any thread.

    `secret` is its passphrase, with `by_code` its herstelcode, or a key, which is wiped. Of the
    documents with a `known` id no bytes are read. Raises what `CaseFile.open` raises, KeyOutdated
    for a key that does not fit, what reading a case raises, and DamagedFile for a file of which a
    part cannot be read: of that no row is taken.
    """
    if isinstance(secret, str):
        file = CaseFile.open(path, secret, by_code=by_code, read_only=True, kdf=kdf)
    else:
        file = CaseFile.open_remembered(path, secret, read_only=True, kdf=kdf)
    with file:
        if file.is_damaged:
            raise DamagedFile
        found = file.as_copy()
        issued = [uitgave for every in found.issued.values() for uitgave in every]
        wanted = [u for u in issued if u.id not in known and u.title]
        return OtherCopy(found, {u.id: file.issued_data(u.id) for u in wanted})
