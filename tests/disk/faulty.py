"""Lets every call to the disk in the save path fail, one by one, and says what became of the edits.

Run as a program with its disk watched; prints what it found as JSON.
"""

from __future__ import annotations

import errno
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from hgkm_desktop.casefile import CaseFile, insisting
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.works import Value
from tests.builders import a_betrokkene, a_case_with, an_event
from tests.casefile.files import new_file
from tests.casefile.killed_writer import edited
from tests.disk.trial import Trial
from tests.disk.watched import Faults, Kind

Edit = Callable[[Case], Case]


@dataclass(frozen=True, slots=True)
class Fault:
    """The call that fails, counted from 1 in an edit; `lasting`: and all that follow."""

    kind: Kind
    error: int
    lasting: bool
    when: int


def one_record(case: Case) -> Case:
    return replace(case, title=f"{case.title} anders")


def several_records(case: Case) -> Case:
    return edited(case, len(case.events) + 1)


def much_text(case: Case) -> Case:
    for _ in range(25):
        case = case.put(an_event(fact="y" * 3_000))
    return replace(case, title="veel tekst")


def less_text(case: Case) -> Case:
    for event in case.events[:15]:
        case = case.drop_event(event.id)
    return case


# Each with its pages of cache: with few, half of an edit reaches the disk before it is done.
EDITS: tuple[tuple[Edit, int], ...] = (
    (several_records, 2_000),
    (one_record, 2_000),
    (much_text, 10),
    (less_text, 10),
)


def make_file(path: Path) -> None:
    """A file with nineteen events, which the edits change."""
    case = a_case_with(a_betrokkene())
    for number in range(1, 20):
        case = edited(case, number)
    with new_file(path) as file:
        file.save(case)


def faults(
    kinds: Iterable[Kind], errors: tuple[int, ...], near: int, thin: int
) -> Iterator[Iterator[Fault]]:
    """For each kind of fault its calls: the first ones, up to `near`, and then every `thin`-th."""
    for kind in kinds:
        for error in errors:
            for lasting in (False, True):
                calls = (n for n in count(1) if n <= near or n % thin == 0)
                yield (Fault(kind, error, lasting, when) for when in calls)


def is_there(fault: Fault, edit: Edit, pages: int, trial: Trial, disk: Faults) -> bool:
    """Try one fault; False when an edit has no such call any more."""
    trial.document.file.connection.execute(f"PRAGMA cache_size = {pages}")
    trial.edit(one_record)
    with disk.at(fault.kind, fault.when, fault.error, lasting=fault.lasting):
        trial.edit(edit)
        if fault.lasting:
            trial.edit(several_records)
        failed = disk.failed > 0
    if failed:
        trial.found["faults"] += 1
        trial.check_killed_here()
        if trial.found["faults"] % 2:
            trial.wait_for_retry()
        trial.edit(several_records)
    trial.end()
    return failed


def try_all(folder: Path, edits: tuple[tuple[Edit, int], ...], *more: Any) -> Counter[str]:
    disk, found = Faults(), Counter[str](faults=0, lost=0, wrong=0, stuck=0)
    start, path = folder / "begin.hgkm", folder / "proef.hgkm"
    make_file(start)
    for edit, pages in edits:
        for series in faults(*more):
            for fault in series:
                shutil.copy(start, path)
                if not is_there(fault, edit, pages, Trial(path, found), disk):
                    break
    return found


def swallow_errors() -> None:
    """The control: a program that says that it saved, whatever the disk said."""
    save = CaseFile.save

    def said_to_save(file: CaseFile, value: Value) -> None:
        with suppress(HgkmError):
            save(file, value)

    CaseFile.save = said_to_save  # type: ignore[assignment]


if __name__ == "__main__":
    app = QCoreApplication([])
    vars(insisting)["PAUSES"] = (0, 0)  # seconds: this disk does not get better by waiting
    target, how = Path(sys.argv[1]), sys.argv[2]
    if how == "all":
        found = try_all(target, EDITS, Kind, (errno.EIO, errno.ENOSPC), 1, 1)
    elif how == "short":
        found = try_all(target, EDITS[:1], Kind, (errno.EIO,), 3, 60)
    else:
        swallow_errors()
        found = try_all(target, EDITS[:1], (Kind.SYNC,), (errno.EIO,), 1, 1)
    print(json.dumps(found))
