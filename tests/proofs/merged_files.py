"""500 pairs of copies of one casusbestand, edited apart: merged, nothing of either is lost."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from shutil import copy

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import FIELD_OF, Case
from tests.casefile.files import new_file, open_file
from tests.casefile.full_case import full_case
from tests.casefile.merging import beside, contents_of, merge_in
from tests.models.copies import EDITS, Copy, a_pair, lost, own_words, said_in, words_of
from tests.models.test_merging import check_pair, laid_beside

PAIRS, FILES = 500, 40


def nothing_lost_by_merging(pairs: int = PAIRS, files: int = FILES) -> bool:
    """Whether every pair keeps every promise, while two simpler ways of merging lose texts."""
    broken, conflicts, words, by_file, by_count = 0, 0, 0, 0, 0
    for seed in range(pairs):
        try:
            check_pair(seed)
        except AssertionError:
            broken += 1
        _, here, there = a_pair(seed, full_case())
        conflicts += len(laid_beside(here, there).conflicts)
        words += len(own_words(here.value, "hier") | own_words(there.value, "daar"))
        by_file += len(lost(here, there, there.value, ()))
        by_count += len(lost(here, there, _highest_wins(here, there), ()))
    left = sum(_lost_in_files(seed) for seed in range(files))
    print(
        f"samenvoegen: {pairs} paren, {words} teksten, {conflicts} keer gevraagd; {broken} paren "
        f"hielden zich niet aan een regel; {files} paren echte bestanden: {left} teksten kwijt. "
        f"Controle: als het laatste bestand wint {by_file} teksten kwijt, als het hoogste "
        f"volgnummer wint {by_count}"
    )
    return broken == left == 0 and 0 < by_count < by_file


def _highest_wins(here: Copy, there: Copy) -> Case:
    """What comes of it when of each record the copy that was written most often holds."""
    assert isinstance(here.value, Case)
    assert isinstance(there.value, Case)
    kept: dict[str, tuple[object, ...]] = {}
    for name in FIELD_OF.values():
        mine = {record.id: record for record in getattr(here.value, name)}
        theirs = {record.id: record for record in getattr(there.value, name)}
        found = []
        for row in {*mine, *theirs}:
            is_here = here.side.version(row).rev >= there.side.version(row).rev
            record = (mine if is_here else theirs).get(row)
            found += [record] if record is not None else []
        kept[name] = tuple(found)
    is_here = here.side.version(here.value.id).rev >= there.side.version(here.value.id).rev
    return replace(here.value if is_here else there.value, **kept)  # type: ignore[arg-type]


def _lost_in_files(seed: int) -> int:
    """How many texts of two real files are lost when one is merged into the other."""
    with tempfile.TemporaryDirectory() as name:
        folder, rng = Path(name), Random(seed)
        with new_file(folder / "hier.hgkm") as file:
            file.save(full_case())
        copy(folder / "hier.hgkm", folder / "daar.hgkm")
        said = _edit(folder / "hier.hgkm", rng, "hier") | _edit(folder / "daar.hgkm", rng, "daar")
        with open_file(folder / "hier.hgkm") as here:
            found = beside(here, folder / "daar.hgkm")
            asked = tuple((c.here, c.there) for one in found.values for c in one.conflicts)
            merge_in(here, folder / "daar.hgkm")
            return len(said - said_in(asked) - said_in(_all_of(here)))


def _edit(path: Path, rng: Random, name: str) -> set[str]:
    words = words_of(name)
    with open_file(path) as file:
        case = file.load(full_case().id)
        for _ in range(rng.randint(1, 7)):
            with suppress(BadInput):
                case = rng.choice(EDITS)(rng, next(words), case)
                file.save(case)
        return own_words(_all_of(file), name)


def _all_of(file: CaseFile) -> tuple[object, ...]:
    return tuple(contents_of(file.as_copy()).values())
