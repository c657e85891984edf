"""An open file that goes on elsewhere: followed to its new name, or kept apart in time."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from hgkm_desktop.casefile.backups import backups_of, place_of
from hgkm_desktop.casefile.building import build, put_in
from hgkm_desktop.casefile.engine import connect, known_errors
from hgkm_desktop.casefile.first_look import Place, identity_of
from hgkm_desktop.casefile.lock import WriterLock
from hgkm_desktop.casefile.new_files import discard, put_in_place, refuse_to_overwrite, working_name
from hgkm_desktop.casefile.open_file import OpenFile, Taken
from hgkm_desktop.casefile.opening import insist_on
from hgkm_desktop.casefile.problems import DamagedFile, FileReplaced, FolderMissing
from hgkm_desktop.casefile.soundness import verify
from hgkm_desktop.casefile.whole_copy import write_as_stored
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.works import Value
from hgkm_desktop.paths import user_backup_dir

_LONGEST_NAME = 200  # bytes, with room for a number and for what is added while it is written
_RESCUED = re.compile(r" \(herstel \d\d-\d\d\)( \d+)?$")


@dataclass(frozen=True, slots=True)
class Moved:
    """Where an open file went on: in the same one under another name, or, when it `is_copy`, in a
    new file with the work. `left` is the path that it had. What nobody looked at is in a copy as it
    last was, or as it was in a backup of `unseen_of`."""

    left: Path
    path: Path
    is_copy: bool
    unseen_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Work:
    """What goes along to a new file: these values, and not those that were removed."""

    values: dict[str, Value]
    removed: Collection[str]


def follow(file: OpenFile) -> Moved:
    """Go on in the same file, to its new name in the same folder too.

    It must hold all that was read of it. Raises FileLocked, and what else keeps us from it.
    """
    left = file.path
    with file.turns.end():
        pass  # of what stood there no backup is needed any more
    if file.is_damaged:
        raise DamagedFile
    file.take_over(_take(file, _where_it_went(file.place)))
    return Moved(left, file.path, is_copy=False)


def go_on_elsewhere(
    file: OpenFile,
    others: Iterable[Path],
    now: datetime,
    *,
    unsaved: Sequence[Value] = (),
    removed: Collection[str] = (),
) -> Moved:
    """Bring the work to safety when it cannot be saved here any more, and go on with it there.

    The same file is followed if that is possible; then `unsaved` must still be saved, and
    `removed` be removed. Otherwise a new file comes beside it, "naam (herstel 14-32).hgkm", or
    else in one of the `others` folders. The same passphrase opens it, and these and all that
    was saved are in it. What stands where the file was is left alone. Raises FileLocked and
    what kept it from coming in the last of these folders; then nothing has changed.
    """
    with suppress(HgkmError):
        return follow(file)
    left = file.path
    removed = {*file.known.removed, *removed} - {value.id for value in unsaved}
    values = {i: value for i, value in file.known.values.items() if i not in removed}
    values.update({value.id: value for value in unsaved})
    taken, unseen_of = _keep_apart(file, folders(file.place, others), now, _Work(values, removed))
    file.take_over(taken)
    file.known.begin_anew(values)
    file.is_damaged, file.read_only, file.read_only_reason = False, False, ""
    file.changes += 1
    return Moved(left, file.path, is_copy=True, unseen_of=unseen_of)


# --- the same file ------------------------------------------------------------------------------


def _where_it_went(place: Place) -> Path:
    """Where the same file may stand now; raises FileReplaced when it is nowhere near."""
    if os.path.lexists(place.path):
        return place.path
    with suppress(OSError), os.scandir(place.path.parent) as entries:
        for entry in entries:
            if entry.name.endswith(place.path.suffix) and not entry.is_symlink():
                path = Path(entry.path)
                if identity_of(path) == place.identity:
                    return path
    raise FileReplaced


def _take(file: OpenFile, path: Path) -> Taken:
    """Connect to a file that holds all that was read of this one; raises what hinders that."""
    with ExitStack() as undo:
        lock = file.writer_lock
        if path != file.path or not lock.is_held:
            lock = WriterLock(path)
            undo.callback(lock.let_go)
            insist_on(lock)
        if file.place.is_there and file.connected is not None:
            raise FileReplaced  # it is the very file: others wrote in it, or nothing can
        start, connection = file.connect_as_left(path)
        undo.callback(connection.close)
        with known_errors():
            place = Place.of(path, start.identity)
        undo.pop_all()
    return Taken(place, connection, lock)


# --- a new one ----------------------------------------------------------------------------------


def folders(place: Place, others: Iterable[Path]) -> list[Path]:
    """Where a new file may come: beside it, while that is the folder that it was, or else there."""
    return [*([place.path.parent] if place.is_folder_there else []), *others]


def _keep_apart(
    file: OpenFile, into: Iterable[Path], now: datetime, work: _Work
) -> tuple[Taken, datetime | None]:
    failed: HgkmError = FolderMissing()
    for folder in into:
        path = _rescue_path(folder, file.path.stem, now)
        try:
            with known_errors():
                return _write_apart(file, path, work)
        except HgkmError as error:
            failed = error
    raise failed


def _write_apart(file: OpenFile, path: Path, work: _Work) -> tuple[Taken, datetime | None]:
    new = working_name(path)
    refuse_to_overwrite(path)  # a lock would make a folder that is not there
    with ExitStack() as undo:
        lock = WriterLock(path)
        undo.callback(lock.let_go)
        insist_on(lock)
        undo.callback(discard, new)
        unseen_of = _begin_with_the_best(file, new)
        put_in(
            new,
            file.key.raw,
            work.values.values(),
            removed=work.removed,
            uitgaven=file.known.issued,
            destroyed=file.known.destroyed,
            settings=file.settings,
        )
        verify(new, file.key.raw, file.header)
        put_in_place(path)
        taken = Taken(Place.of(path), connect(path, file.key.raw), lock)
        undo.pop_all()
    return taken, unseen_of


def _begin_with_the_best(file: OpenFile, new: Path) -> datetime | None:
    """What is not in memory comes out of the file as it was, or else out of a backup; of when
    that is is given."""
    discard(new)
    if file.is_untouched:
        with suppress(HgkmError), known_errors():
            write_as_stored(file, new)
            verify(new, file.key.raw, file.header)
            return None
    place = place_of(file.path, file.header)
    found = [b for b in backups_of(file.header, user_backup_dir()) if not b.is_bad]
    for backup in sorted(found, key=lambda b: b.place != place):
        discard(new)
        with suppress(HgkmError), known_errors():
            shutil.copyfile(backup.path, new)
            verify(new, file.key.raw, file.header)
            return backup.made
    discard(new)
    build(new, file.key.raw, file.header, file.settings)
    return None


def _rescue_path(folder: Path, stem: str, now: datetime) -> Path:
    """A free name, of which the time can be read; of a file that was kept apart before, too.

    A name is not free while its lock is there: it may be ours, of the file that was taken away.
    """
    stem = _RESCUED.sub("", stem)
    while len(os.fsencode(stem)) > _LONGEST_NAME:
        stem = stem[:-1]
    stem = f"{stem} (herstel {now:%H-%M})"
    names = (f"{stem}.hgkm" if n == 1 else f"{stem} {n}.hgkm" for n in count(1))
    return next(folder / name for name in names if _is_free(folder / name))


def _is_free(path: Path) -> bool:
    return not (os.path.lexists(path) or os.path.lexists(path.with_name(f"{path.name}.lock")))
