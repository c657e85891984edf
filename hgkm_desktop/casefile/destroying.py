"""Cases that are destroyed: every row goes, and a line without content says that they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from hgkm_desktop.casefile.backups import Backup, backups_of
from hgkm_desktop.casefile.copies import flush_folder, insist_on_sound
from hgkm_desktop.casefile.engine import Connection, known_errors
from hgkm_desktop.casefile.insisting import insistent
from hgkm_desktop.casefile.issued import read_uitgaven
from hgkm_desktop.casefile.problems import BackupFailed, CaseMissing
from hgkm_desktop.casefile.reading import ReadingFile
from hgkm_desktop.casefile.rows import columns_of, from_rows
from hgkm_desktop.casefile.second_place import remove_copies
from hgkm_desktop.casefile.tables import (
    NEXT_REVISION,
    TABLE_OF,
    UITGAVE_TABLE,
    VERNIETIGING_TABLE,
    bury_case,
    insert,
    read_headings,
)
from hgkm_desktop.casefile.trail import TRAIL_TABLE
from hgkm_desktop.casefile.unfinished import BackupsLeft, NotDestroyed
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.vernietiging import Removed, Vernietiging, went_out


class DestroyingFile(ReadingFile):
    """An open file of which cases can be destroyed: begun in one write, and then finished."""

    def destroy(
        self, case_id: str, *, function: str, ground: str, on: date, folder: Path
    ) -> Vernietiging:
        """Begin to destroy a case: no row of it is left, and a line notes that it was there.

        `function` of who does it and `ground` are what the line says. What the case left in free
        pages and in the backups in `folder` goes with `finish_destroying`. Raises CaseMissing and
        what save raises; then the case is whole.
        """
        backups = len(backups_of(self._header, folder))
        with self._writing({case_id: None}):
            noted = _begin(
                self._connection,
                case_id,
                function=function,
                ground=ground,
                on=on,
                backups=backups,
            )
        self._on_disk.pop(case_id, None)
        self._removed.add(case_id)
        self._destroyed_now.append((case_id, noted))
        self._issued_now = [issued for issued in self._issued_now if issued[0] != case_id]
        return noted

    def finish_destroying(self, folder: Path, now: datetime, others: Sequence[Path] = ()) -> None:
        """Remove what is left of every destroyed case: in free pages, and all older backups.

        A checked new backup comes first. Of what stands in `others` nothing stays. Cut off at any
        moment it can be done again. Raises NotDestroyed, and BackupsLeft when only older backups
        are left.
        """
        try:
            self._remove_what_is_left(folder, now, others)
        except BackupsLeft:
            raise
        except HgkmError as error:
            raise NotDestroyed(error) from error
        # The one that was made says that it is not finished; put back, it would ask for that.
        with suppress(BackupFailed, BackupsLeft):
            remove_others(self.copy_for_backup(folder, now).keep())

    def _remove_what_is_left(self, folder: Path, now: datetime, others: Sequence[Path]) -> None:
        with self._writing():
            pass  # it may be written, and it is still the file that we opened
        self._vacuum()
        insist_on_sound(self._connection)
        kept = self.copy_for_backup(folder, now).keep()
        self._insist_in_place()
        remove_others(kept)
        remove_copies(self._header, others)
        with self._writing():
            _finish(self._connection, now.date())

    @insistent
    def destroyed(self) -> tuple[Vernietiging, ...]:
        """Every case that was destroyed in this file, the first one first."""
        names = ", ".join(columns_of(Vernietiging))
        query = f"SELECT {names} FROM {VERNIETIGING_TABLE} ORDER BY rowid"
        with self._reading():
            return from_rows(Vernietiging, self._connection.execute(query).fetchall())


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
    left = []
    with known_errors():
        for path in sorted(kept.path.parent.glob("*.hgkm*")):
            try:
                if path != kept.path:
                    path.unlink(missing_ok=True)
            except OSError:
                left.append(path)
        flush_folder(kept.path.parent)
    if left:
        raise BackupsLeft(left)
