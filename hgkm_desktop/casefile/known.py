"""What was read of an open file or written to it, and what a write that failed left in doubt."""

from __future__ import annotations

from collections.abc import Mapping

from hgkm_desktop.casefile.engine import Connection
from hgkm_desktop.casefile.problems import CaseMissing
from hgkm_desktop.casefile.reading import read_settings, read_value
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.models.works import Value

After = Mapping[str, Value | None]
"""What a file will hold of some cases and such, by their id; None: nothing."""
NOTHING_ELSE: After = {}


class Known:
    """What is known of the contents of a file.

    `values` are those that were read or written, as they last reached the disk, and `removed` the
    ids of those that went. `issued` and `destroyed` are what was added since opening, each with the
    id of its case: it is in no value.

    A write that failed may have been done all the same: when only its very last call to the disk
    fails, SQLite reports an error, and the file holds the edit. Until the file was read again, both
    are possible.
    """

    def __init__(self, settings: FileSettings) -> None:
        self.values: dict[str, Value] = {}
        self.removed: set[str] = set()
        self.settings = self.settings_in_doubt = settings
        self.issued: list[tuple[str, Uitgave, bytes]] = []
        self.destroyed: list[tuple[str, Vernietiging]] = []
        self.was_half_written = False
        self._in_doubt: dict[str, Value | None] = {}

    def is_in(self, connection: Connection) -> bool:
        """Whether everything that was read of the file, or written to it, is still in it.

        What a write that failed would have changed may be as it was or as it would be.
        """
        for value_id in self.values.keys() | self._in_doubt.keys():
            known = self.values.get(value_id)
            if _value_in(connection, value_id) not in (known, self._in_doubt.get(value_id, known)):
                return False
        return read_settings(connection) in (self.settings, self.settings_in_doubt)

    def doubt(self, after: After) -> None:
        """Of a write that failed nobody knows whether it was done."""
        self._in_doubt.update(after)
        self.was_half_written = True

    def end_doubt(self, connection: Connection) -> None:
        """Know again what is in the file, after a write that failed or was done in the end."""
        self.note({value_id: _value_in(connection, value_id) for value_id in self._in_doubt})
        self._in_doubt.clear()
        if self.settings != self.settings_in_doubt:
            self.settings = self.settings_in_doubt = read_settings(connection)

    def note_written(self, after: After) -> None:
        """Remember a write that was done."""
        self.was_half_written = False
        self.note(after)

    def note(self, after: After) -> None:
        """Remember what the file holds now of these values."""
        for value_id, value in after.items():
            if value is not None:
                self.values[value_id] = value
                self.removed.discard(value_id)
            elif self.values.pop(value_id, None) is not None:
                self.removed.add(value_id)

    def without_issued(self, case_id: str) -> None:
        """Know no more what was issued of a case, for its bytes are taken away."""
        self.issued = [issued for issued in self.issued if issued[0] != case_id]

    def begin_anew(self, values: dict[str, Value]) -> None:
        """Go on with another file, which holds these values and nothing of what was removed."""
        self.values = values
        self.removed.clear()


def _value_in(connection: Connection, value_id: str) -> Value | None:
    try:
        return read_value(connection, value_id)
    except CaseMissing:
        return None
