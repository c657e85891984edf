"""What is written into a file that nobody has open: the empty tables, and cases as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from hgkm_desktop.casefile.engine import Key, connect, connect_new, disconnect
from hgkm_desktop.casefile.issued import add_uitgave
from hgkm_desktop.casefile.reading import read_settings, read_value, value_ids
from hgkm_desktop.casefile.schema import bring_up_to_date, check_version
from hgkm_desktop.casefile.session import forget_session
from hgkm_desktop.casefile.tables import VERNIETIGING_TABLE
from hgkm_desktop.casefile.writing import bury, differences, insert, write, write_settings
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.models.works import Value

NO_SETTINGS = FileSettings()


def build(path: Path, key: Key, header: bytes, settings: FileSettings) -> None:
    """Make a casusbestand without cases at a path where nothing is."""
    connection = connect_new(path, key, header)
    try:
        bring_up_to_date(connection)
        if settings != NO_SETTINGS:
            write_settings(connection, settings)
    finally:
        disconnect(connection, path)


def put_in(
    path: Path,
    key: Key,
    values: Iterable[Value],
    *,
    removed: Collection[str] = (),
    uitgaven: Iterable[tuple[str, Uitgave, bytes]] = (),
    destroyed: Iterable[tuple[str, Vernietiging]] = (),
    settings: FileSettings | None = None,
) -> None:
    """Write values and what was issued of cases into a closed file, whatever it holds of them.

    Those with the ids of `removed` are removed, and that some were `destroyed` is noted when it
    is not yet. Nobody has worked in that file.
    """
    latest = {value.id: value for value in values}
    connection = connect(path, key)
    try:
        check_version(connection, read_only=False)  # the copy of a file that could only be read
        present = value_ids(connection)
        connection.execute("BEGIN IMMEDIATE")
        for value in latest.values():
            before = read_value(connection, value.id) if value.id in present else None
            write(connection, value.id, differences(before, value))
        for value_id in removed:
            bury(connection, value_id)
        for case_id, uitgave, data in uitgaven:
            if case_id in present.union(latest) and case_id not in removed:
                add_uitgave(connection, case_id, uitgave, data)
        known = {row[0] for row in connection.execute(f"SELECT id FROM {VERNIETIGING_TABLE}")}
        for case_id, noted in destroyed:
            if noted.id not in known:
                insert(connection, VERNIETIGING_TABLE, case_id, noted)
        if settings is not None and settings != read_settings(connection):
            write_settings(connection, settings)
        forget_session(connection)
        connection.execute("COMMIT")
    finally:
        disconnect(connection, path)
