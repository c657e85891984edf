"""What is in an open file: cases, works and settings, read one at a time and saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hgkm_desktop.casefile.insisting import insistent, insistent_writing
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import CaseMissing
from hgkm_desktop.casefile.reading import (
    CaseHeading,
    read_acties,
    read_case,
    read_headings,
    read_value,
    read_works,
)
from hgkm_desktop.casefile.searching import read_parts, read_passages
from hgkm_desktop.casefile.writing import bury, differences, write, write_settings
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.searching import Passage
from hgkm_desktop.models.works import Value, Work

# --- reading ------------------------------------------------------------------------------------


@insistent
def headings(file: OpenFile) -> tuple[CaseHeading, ...]:
    """Every case in the file, in the order in which they were made.

    Of a damaged file the events are not counted, for they may be what is damaged.
    """
    with file.reading():
        return read_headings(file.connection, counted=not file.is_damaged)


def readable(file: OpenFile) -> tuple[tuple[CaseHeading, ...], tuple[CaseHeading, ...]]:
    """The cases that can be read, and those of which a part is damaged.

    Raises DamagedFile when not even a list of them can be had.
    """
    whole, damaged = [], []
    for heading in headings(file):
        try:
            load(file, heading.id)
            whole.append(heading)
        except HgkmError:
            damaged.append(heading)
    return tuple(whole), tuple(damaged)


@insistent
def load(file: OpenFile, case_id: str) -> Case:
    """The case as it is in the file. Raises CaseMissing."""
    with file.reading():
        case = read_case(file.connection, case_id)
    file.known.values[case_id] = case
    return case


@insistent
def works(file: OpenFile) -> tuple[Work, ...]:
    """Every work in the file, of each kind in the order of making."""
    with file.reading():
        found = read_works(file.connection)
    file.known.values.update({work.id: work for work in found})
    return found


@insistent
def acties(file: OpenFile) -> dict[str, tuple[Verbeteractie, ...]]:
    """The actions of every case, by the id of the case, without reading the cases."""
    with file.reading():
        return read_acties(file.connection)


@insistent
def passages(file: OpenFile, case_id: str) -> tuple[Passage, ...]:
    """What can be found in a case, without loading it. Raises CaseMissing."""
    with file.reading():
        return read_passages(file.connection, case_id)


@insistent
def parts(file: OpenFile, wanted: Mapping[str, Sequence[str]]) -> dict[str, Case]:
    """Of each case by its id: itself, the records at these places (texts.py), and what those name.

    A case that is gone is left out; one in a blind round is given as a whole.
    """
    with file.reading():
        return read_parts(file.connection, wanted)


def as_on_disk(file: OpenFile, value_id: str) -> Value | None:
    """The value as it last reached the disk, None when the file has none with this id."""
    file.insist_on_connection()
    if value_id not in file.known.values:
        try:
            with file.reading():
                file.known.values[value_id] = read_value(file.connection, value_id)
        except CaseMissing:
            return None
    return file.known.values[value_id]


# --- writing ------------------------------------------------------------------------------------


@insistent_writing
def save(file: OpenFile, value: Value) -> None:
    """Write the rows that differ from what last reached the disk, all or none of them.

    Raises ReadOnlyFile, DiskFull, FileBusy, FileReplaced. Then nothing is written, and the
    next save writes everything that this one could not.
    """
    changes = differences(as_on_disk(file, value.id), value)
    with file.writing({value.id: value}):
        write(file.connection, value.id, changes)


@insistent_writing
def save_settings(file: OpenFile, settings: FileSettings) -> None:
    """Write the settings of the file; raises what save raises."""
    file.insist_on_connection()
    file.known.settings_in_doubt = settings
    with file.writing():
        if settings != file.settings:
            write_settings(file.connection, settings)
    file.known.settings = settings


@insistent_writing
def remove(file: OpenFile, value_id: str) -> None:
    """Remove a case, its records and what was issued of it, a study or a row of meetings.

    Raises what save raises. Of each row a tombstone stays. What never reached the disk is
    already gone.
    """
    with file.writing({value_id: None}):
        bury(file.connection, value_id)
    file.known.removed.add(value_id)
