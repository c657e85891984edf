"""What is in an open file: its cases one at a time, its works and all actions at once."""

from __future__ import annotations

from collections.abc import Mapping

from hgkm_desktop.casefile.insisting import InsistentFile, insistent
from hgkm_desktop.casefile.problems import CaseMissing
from hgkm_desktop.casefile.searching import read_parts, read_passages
from hgkm_desktop.casefile.tables import (
    CaseHeading,
    read_acties,
    read_case,
    read_headings,
    read_value,
    read_works,
)
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.searching import Passage
from hgkm_desktop.models.works import Value, Work


class ReadingFile(InsistentFile):
    """An open file that is read, and that remembers what it read."""

    @insistent
    def headings(self) -> tuple[CaseHeading, ...]:
        """Every case in the file, in the order in which they were made.

        Of a damaged file the events are not counted, for they may be what is damaged.
        """
        with self._reading():
            return read_headings(self._connection, counted=not self.is_damaged)

    def readable(self) -> tuple[tuple[CaseHeading, ...], tuple[CaseHeading, ...]]:
        """The cases that can be read, and those of which a part is damaged.

        Raises DamagedFile when not even a list of them can be had.
        """
        whole, damaged = [], []
        for heading in self.headings():
            try:
                self.load(heading.id)
                whole.append(heading)
            except HgkmError:
                damaged.append(heading)
        return tuple(whole), tuple(damaged)

    @insistent
    def load(self, case_id: str) -> Case:
        """The case as it is in the file. Raises CaseMissing."""
        with self._reading():
            case = read_case(self._connection, case_id)
        self._on_disk[case_id] = case
        return case

    @insistent
    def works(self) -> tuple[Work, ...]:
        """Every work in the file, of each kind in the order of making."""
        with self._reading():
            works = read_works(self._connection)
        self._on_disk.update({work.id: work for work in works})
        return works

    @insistent
    def acties(self) -> dict[str, tuple[Verbeteractie, ...]]:
        """The actions of every case, by the id of the case, without reading the cases."""
        with self._reading():
            return read_acties(self._connection)

    @insistent
    def passages(self, case_id: str) -> tuple[Passage, ...]:
        """What can be found in a case, without loading it. Raises CaseMissing."""
        with self._reading():
            return read_passages(self._connection, case_id)

    @insistent
    def parts(self, wanted: Mapping[str, frozenset[str]]) -> dict[str, Case]:
        """Of each case by its id: itself, the records with these ids, and what those name.

        A case that is gone is left out; one in a blind round is given as a whole.
        """
        with self._reading():
            return read_parts(self._connection, wanted)

    def _known(self, value_id: str) -> Value | None:
        """The value as it last reached the disk, None when the file has none with this id."""
        self._insist_on_connection()
        if value_id not in self._on_disk:
            try:
                with self._reading():
                    self._on_disk[value_id] = read_value(self._connection, value_id)
            except CaseMissing:
                return None
        return self._on_disk[value_id]
