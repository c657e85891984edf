"""Names that were replaced: all of them are in the file before, and none is after it was closed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hgkm_desktop.casefile import CaseFile
from tests.casefile.files import open_file
from tests.casefile.moved_rows import (
    NAMES_OF_ONE,
    a_case_of_names,
    a_moved_file,
    as_if_killed,
    nameless,
    names_in,
    replace_all,
    unprotected,
)

EVENTS = 12_000


def none_is_left(events: int = EVENTS) -> bool:
    """Whether no name is left in any page, while both controls leave some."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before, after = _left(folder / "proef.hgkm", events, CaseFile.close)
        _, moved = _left(folder / "zonder.hgkm", events, as_if_killed)
        removed = _left_by_another(folder / "ander.hgkm", events)
    names = events * NAMES_OF_ONE
    print(
        f"namen vervangen: {names} namen; ervoor {before} in de pagina's, erna {after}; controle: "
        f"zonder de tabellen opnieuw te schrijven blijven er {moved} staan, en zonder te "
        f"overschrijven {removed}"
    )
    return before == names and after == 0 and moved > 0 and removed > moved


def _left(path: Path, events: int, close: Callable[[CaseFile], object]) -> tuple[int, int]:
    """How many names are in a file before they are replaced, and after it was closed so."""
    case = a_case_of_names(events)
    a_moved_file(path, case)
    before = len(names_in(path))
    replace_all(path, case, close)
    return before, len(names_in(path))


def _left_by_another(path: Path, events: int) -> int:
    """How many names a program leaves that does not overwrite what it removes."""
    case = a_case_of_names(events)
    a_moved_file(path, case, unprotected)
    with open_file(path) as file:
        unprotected(file)
        file.save(nameless(file.load(case.id)))
        as_if_killed(file)
    return len(names_in(path))
