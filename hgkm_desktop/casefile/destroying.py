"""Cases that are destroyed: every row goes, and a line without content says that they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from hgkm_desktop.casefile.backing_up import copy_for_backup
from hgkm_desktop.casefile.backups import Backup, backups_of
from hgkm_desktop.casefile.engine import Connection, known_errors
from hgkm_desktop.casefile.insisting import insistent
from hgkm_desktop.casefile.issued import read_uitgaven
from hgkm_desktop.casefile.new_files import flush_folder, remove_all
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import BackupFailed, CaseMissing
from hgkm_desktop.casefile.reading import read_headings
from hgkm_desktop.casefile.rows import columns_of, from_rows
from hgkm_desktop.casefile.second_place import remove_copies
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.casefile.tables import TABLE_OF, UITGAVE_TABLE, VERNIETIGING_TABLE
from hgkm_desktop.casefile.trail import TRAIL_TABLE
from hgkm_desktop.casefile.unfinished import BackupsLeft, NotDestroyed
from hgkm_desktop.casefile.writing import NEXT_REVISION, bury_case, insert
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.vernietiging import Removed, Vernietiging, went_out


def destroy(
    file: OpenFile, case_id: str, *, function: str, ground: str, on: date, folder: Path
) -> Vernietiging:
    """Begin to destroy a case: no row of it is left, and a line notes that it was there.

    `function` of who does it and `ground` are what the line says. What the case left in free
    pages and in the backups in `folder` goes with `finish_destroying`. Raises CaseMissing and
    what save raises; then the case is whole.
    """
    backups = len(backups_of(file.header, folder))
    with file.writing({case_id: None}):
        noted = _begin(
            file.connection,
            case_id,
            function=function,
            ground=ground,
            on=on,
            backups=backups,
        )
    file.known.values.pop(case_id, None)
    file.known.removed.add(case_id)
    file.known.destroyed.append((case_id, noted))
    file.known.without_issued(case_id)
    return noted


def finish_destroying(
    file: OpenFile, folder: Path, now: datetime, others: Sequence[Path] = ()
) -> None:
    """Remove what is left of every destroyed case: in free pages, and all older backups.

    A checked new backup comes first. Of what stands in `others` nothing stays. Cut off at any
    moment it can be done again. Raises NotDestroyed, and BackupsLeft when only older backups
    are left.
    """
    try:
        _remove_what_is_left(file, folder, now, others)
    except BackupsLeft:
        raise
    except HgkmError as error:
        raise NotDestroyed(error) from error
    # The one that was made says that it is not finished; put back, it would ask for that.
    with suppress(BackupFailed, BackupsLeft):
        remove_others(copy_for_backup(file, folder, now).keep())


def _remove_what_is_left(
    file: OpenFile, folder: Path, now: datetime, others: Sequence[Path]
) -> None:
    file.insist_on_writing()
    file.vacuum()
    with file.turns.hand:
        insist_on_sound(file.connection)
    kept = copy_for_backup(file, folder, now).keep()
    file.place.insist()
    remove_others(kept)
    remove_copies(file.header, others)
    with file.writing():
        _finish(file.connection, now.date())


@insistent
def destroyed(file: OpenFile) -> tuple[Vernietiging, ...]:
    """Every case that was destroyed in this file, the first one first."""
    names = ", ".join(columns_of(Vernietiging))
    query = f"SELECT {names} FROM {VERNIETIGING_TABLE} ORDER BY rowid"
    with file.reading():
        return from_rows(Vernietiging, file.connection.execute(query).fetchall())


def _begin(
    connection: Connection, case_id: str, *, function: str, ground: str, on: date, backups: int
) -> Vernietiging:
    """Remove all rows of a case and note that, inside the transaction of the caller.

    Of its tombstones only that of the case stays: it says, when files are brought together, that
    whatever is of that case must not come back. Raises CaseMissing.
    """
    heading = next((found for found in read_headings(connection) if found.id == case_id), None)
    if heading is None:
        raise CaseMissing
    noted = Vernietiging(
        id=new_id(),
        code=heading.code,
        begun_on=on,
        function=function,
        ground=ground,
        keep_until=heading.keep_until,
        removed=tuple(_counted(connection, case_id)),
        issued=tuple(map(went_out, read_uitgaven(connection, case_id))),
        backups=backups,
    )
    bury_case(connection, case_id)
    connection.execute(
        "DELETE FROM tombstone WHERE case_id = :case AND id <> :case", {"case": case_id}
    )
    connection.execute(
        f"DELETE FROM {TRAIL_TABLE} WHERE case_id = :case AND id <> :case", {"case": case_id}
    )
    insert(connection, VERNIETIGING_TABLE, case_id, noted)
    return noted


def _counted(connection: Connection, case_id: str) -> Iterator[Removed]:
    for table in (*TABLE_OF.values(), UITGAVE_TABLE):
        query = f"SELECT count(*) FROM {table} WHERE case_id = ?"
        yield Removed(table, connection.execute(query, (case_id,)).fetchone()[0])


def _finish(connection: Connection, on: date) -> None:
    """Note that nothing is left, inside the transaction of the caller."""
    connection.execute(
        f"UPDATE {VERNIETIGING_TABLE} SET finished_on = ?, rev = {NEXT_REVISION}"
        " WHERE finished_on IS NULL",
        (on.isoformat(),),
    )


def remove_others(kept: Backup) -> None:
    """Remove every other backup of the same file: of any place, damaged, or not finished.

    Each holds the file as it was. Raises BackupsLeft, which names what could not be removed.
    """
    with known_errors():
        others = sorted(kept.path.parent.glob("*.hgkm*"))
        left = remove_all(path for path in others if path != kept.path)
        flush_folder(kept.path.parent)
    if left:
        raise BackupsLeft(left)
