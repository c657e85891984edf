"""What was read of an open file or written to it, and what a write that failed left in doubt."""

from __future__ import annotations

from collections.abc import Mapping

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import CaseMissing
from hgkm_desktop.casefile.tables import read_case, read_settings
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings

After = Mapping[str, Case | None]
"""What a file will hold of some cases, by their id; None: nothing."""
NO_CASES: After = {}


class ReadFile:
    """What is known of the contents of a file; `OpenedFile` holds the file itself.

    A write that failed may have been done all the same: when only its very last call to the disk
    fails, SQLite reports an error, and the file holds the edit. Until the file was read again, both
    are possible.
    """

    def __init__(self, settings: FileSettings) -> None:
        self._on_disk: dict[str, Case] = {}
        self._in_doubt: dict[str, Case | None] = {}
        self._removed: set[str] = set()
        self._was_half_written = False
        self._settings = self._settings_in_doubt = settings

    def _is_as_read(self, connection: Connection) -> bool:
        """Whether everything that was read of the file, or written to it, is still in it.

        What a write that failed would have changed may be as it was or as it would be.
        """
        for case_id in self._on_disk.keys() | self._in_doubt.keys():
            known = self._on_disk.get(case_id)
            if _case_in(connection, case_id) not in (known, self._in_doubt.get(case_id, known)):
                return False
        return read_settings(connection) in (self._settings, self._settings_in_doubt)

    def _end_doubt(self, connection: Connection) -> None:
        """Know again what is in the file, after a write that failed or was done in the end."""
        self._note({case_id: _case_in(connection, case_id) for case_id in self._in_doubt})
        self._in_doubt.clear()
        if self._settings != self._settings_in_doubt:
            self._settings = self._settings_in_doubt = read_settings(connection)

    def _doubt(self, after: After) -> None:
        """Of a write that failed nobody knows whether it was done."""
        self._in_doubt.update(after)
        self._was_half_written = True

    def _note_written(self, after: After) -> None:
        self._was_half_written = False
        self._note(after)

    def _note(self, after: After) -> None:
        """Remember what the file holds now of these cases."""
        for case_id, case in after.items():
            if case is not None:
                self._on_disk[case_id] = case
                self._removed.discard(case_id)
            elif self._on_disk.pop(case_id, None) is not None:
                self._removed.add(case_id)


def _case_in(connection: Connection, case_id: str) -> Case | None:
    try:
        return read_case(connection, case_id)
    except CaseMissing:
        return None
