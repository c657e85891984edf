"""What an open casusbestand holds, with what is on screen laid over what is on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.casefile import CaseFile, CaseHeading
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.reading import after_edit
from hgkm_desktop.models.searching import Passage, passages_of
from hgkm_desktop.models.works import Value, Work


class Contents(QObject):
    """The cases and works of a file, the case on screen, and what has not reached the disk.

    `work_changed(old, new)` tells of a work, None for none.
    """

    work_changed = Signal(object, object)

    def __init__(self, casefile: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = casefile
        self.case: Case | None = None
        self._unsaved: dict[str, Value | None] = {}
        self._works: dict[str, Work] | None = None
        self._headings: tuple[CaseHeading, ...] = ()

    @property
    def is_read_only(self) -> bool:
        return self.file.read_only

    @property
    def has_unsaved(self) -> bool:
        """True while something on screen has not reached the disk."""
        return bool(self._unsaved)

    @property
    def unsaved_cases(self) -> tuple[Case, ...]:
        """The cases that the file does not have as they are on screen."""
        return tuple(case for case in self._unsaved.values() if isinstance(case, Case))

    @property
    def _left(self) -> tuple[Value, ...]:
        return tuple(value for value in self._unsaved.values() if value is not None)

    def headings(self) -> tuple[CaseHeading, ...]:
        """The cases in the file, with what is on screen laid over what is on disk."""
        with suppress(HgkmError):  # the file is busy: what we knew of it still holds
            self._headings = self.file.headings()
        self._note_damage()
        pending = {case.id: case for case in self.unsaved_cases}
        listed = [
            _heading(pending[h.id]) if h.id in pending else h
            for h in self._headings
            if h.id in pending or h.id not in self._unsaved
        ]
        known = {h.id for h in self._headings}
        return (*listed, *(_heading(c) for i, c in pending.items() if i not in known))

    def works(self) -> tuple[Work, ...]:
        """The works of the file as they are on screen. Raises HgkmError."""
        return tuple(self._known_works().values())

    def work_of(self, work_id: str) -> Work | None:
        """The work with this id as it is on screen; None when it is gone. Raises HgkmError."""
        return self._known_works().get(work_id)

    def _known_works(self) -> dict[str, Work]:
        if self._works is None:
            self._works = {work.id: work for work in self.file.works()}
            self._note_damage()
        return self._works

    def acties(self) -> dict[str, tuple[Verbeteractie, ...]]:
        """The actions of each case as they are on screen, by its id. Raises HgkmError."""
        found = self.file.acties()
        for case_id, value in self._unsaved.items():
            found[case_id] = value.acties if isinstance(value, Case) else ()
        return found

    def case_of(self, case_id: str) -> Case:
        """A case of the file as it is on screen, also when another one is shown.

        Raises CaseMissing and what CaseFile.load raises.
        """
        held = self._held(case_id)
        return self.file.load(case_id) if held is None else held

    def passages(self, case_id: str) -> tuple[Passage, ...]:
        """What can be found in a case, as it is on screen. Raises CaseMissing, HgkmError."""
        held = self._held(case_id)
        return self.file.passages(case_id) if held is None else passages_of(held)

    def parts(self, wanted: Mapping[str, Sequence[str]]) -> dict[str, Case]:
        """Of these cases, by id, at least themselves and what stands at these places (texts.py),
        with what that names. A case that is gone is left out. Raises HgkmError."""
        held = {case_id: self._held(case_id) for case_id in wanted}
        others = {i: ids for i, ids in wanted.items() if held[i] is None and i not in self._unsaved}
        found = self.file.parts(others) if others else {}
        return found | {case_id: case for case_id, case in held.items() if case is not None}

    def _held(self, case_id: str) -> Case | None:
        """A case that is on screen, or that the file does not have as it should be."""
        if self.case is not None and self.case.id == case_id:
            return self.case
        unsaved = self._unsaved.get(case_id)
        return unsaved if isinstance(unsaved, Case) else None

    def read_works_again(self) -> None:
        """Know the works as the file holds them now. Raises HgkmError."""
        before, self._works = self._works or {}, None
        for work in self.works():
            old = before.pop(work.id, None)
            if old != work:
                self.work_changed.emit(old, work)
        for gone in before.values():
            self.work_changed.emit(gone, None)

    def _forget_in_works(self, case_id: str) -> None:
        """Take what is said of a case out of every work. Raises what CaseFile.save raises."""
        for work in self.works():
            left = work.with_nothing_of(case_id)
            if left != work:
                after = after_edit(work, left)
                self.file.save(after)
                self._known_works()[work.id] = after
                self.work_changed.emit(work, after)

    def _present(self, value: Value) -> Value | None:
        """What there is now in the place of this value; of what is new the file is not asked.

        Raises HgkmError when another case than the one on screen cannot be read now.
        """
        if not isinstance(value, Case):
            return self._known_works().get(value.id)
        if self.case is not None and self.case.id == value.id:
            return self.case
        if value.id in self._unsaved:
            return self._unsaved[value.id]
        return self.case_of(value.id) if self._is_listed(value.id) else None

    def _is_listed(self, case_id: str) -> bool:
        return any(heading.id == case_id for heading in self._headings or self.headings())

    def _note_damage(self) -> None:
        """Something was read: the file may have turned out to be damaged."""


def _heading(case: Case) -> CaseHeading:
    return CaseHeading(
        case.id, case.code, case.title, case.state, len(case.events), case.keep_until
    )


def listed(case: Case | None) -> tuple[object, ...] | None:
    """What a list of cases shows of one."""
    return (case.code, case.title, case.keep_until) if case is not None else None
