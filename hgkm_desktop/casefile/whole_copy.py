"""All of an open file as a new file: a checked copy that the same passphrase opens."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from hgkm_desktop.casefile.building import build, put_in
from hgkm_desktop.casefile.contents import readable
from hgkm_desktop.casefile.engine import known_errors
from hgkm_desktop.casefile.laid_over import as_stored
from hgkm_desktop.casefile.new_files import discard, put_in_place, refuse_to_overwrite, working_name
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import DamagedFile
from hgkm_desktop.casefile.soundness import unharmed, verify
from hgkm_desktop.models.works import Value


def copy_to(file: OpenFile, path: Path, *, unsaved: Sequence[Value] = ()) -> None:
    """Write a checked copy that the same passphrase opens; never over a file that is there.

    `unsaved` are values that could not be saved here; the copy holds them as given. Works
    for a read-only and for a replaced file; of one that was gone when it was unlocked, the copy
    holds the values that were read, and of a damaged one those that can be; both without what
    was issued. Raises FileExists, FolderMissing, CopyFailed, DiskFull, ReadOnlyFile and
    FileLocked.
    """
    path = path.resolve()
    new, is_away = working_name(path), file.is_damaged or file.is_away
    left = _left(file) if is_away else ()
    with known_errors(), ExitStack() as undo:
        refuse_to_overwrite(path)
        discard(new)
        undo.callback(discard, new)
        if is_away:
            build(new, file.key.raw, file.header, file.settings)
        else:
            write_as_stored(file, new)
        put_in(new, file.key.raw, [*left, *unsaved])
        verify(new, file.key.raw, file.header)
        put_in_place(path)


def write_as_stored(file: OpenFile, new: Path) -> None:
    """Write what the file holds, and not what was only laid over it, at a path where nothing is."""
    with file.turns.hand, as_stored(file.connection), unharmed(file.connection):
        file.connection.execute("VACUUM INTO ?", (str(new),))


def _left(file: OpenFile) -> tuple[Value, ...]:
    """The values of a file that is away, and all that can still be read of a damaged one."""
    if file.is_damaged:
        with suppress(DamagedFile):
            readable(file)
    return tuple(file.known.values.values())
