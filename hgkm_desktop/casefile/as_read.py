"""What was read of an open file or written to it, and what a write that failed left in doubt."""

from __future__ import annotations

from collections.abc import Mapping

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import CaseMissing
from hgkm_desktop.casefile.tables import read_settings, read_value
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.works import Value

After = Mapping[str, Value | None]
"""What a file will hold of some cases and such, by their id; None: nothing."""
NOTHING_ELSE: After = {}


class ReadFile:
    """What is known of the contents of a file; `OpenedFile` holds the file itself.

    A write that failed may have been done all the same: when only its very last call to the disk
    fails, SQLite reports an error, and the file holds the edit. Until the file was read again, both
    are possible.
    """

    def __init__(self, settings: FileSettings) -> None:
        self._on_disk: dict[str, Value] = {}
        self._in_doubt: dict[str, Value | None] = {}
        self._removed: set[str] = set()
        self._was_half_written = False
        self._settings = self._settings_in_doubt = settings

    def _is_as_read(self, connection: Connection) -> bool:
        """Whether everything that was read of the file, or written to it, is still in it.

        What a write that failed would have changed may be as it was or as it would be.
        """
        for value_id in self._on_disk.keys() | self._in_doubt.keys():
            known = self._on_disk.get(value_id)
            if _value_in(connection, value_id) not in (known, self._in_doubt.get(value_id, known)):
                return False
        return read_settings(connection) in (self._settings, self._settings_in_doubt)

    def _end_doubt(self, connection: Connection) -> None:
        """Know again what is in the file, after a write that failed or was done in the end."""
        self._note({value_id: _value_in(connection, value_id) for value_id in self._in_doubt})
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
        """Remember what the file holds now of these values."""
        for value_id, value in after.items():
            if value is not None:
                self._on_disk[value_id] = value
                self._removed.discard(value_id)
            elif self._on_disk.pop(value_id, None) is not None:
                self._removed.add(value_id)


def _value_in(connection: Connection, value_id: str) -> Value | None:
    try:
        return read_value(connection, value_id)
    except CaseMissing:
        return None
