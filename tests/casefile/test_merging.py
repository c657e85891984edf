"""Two casusbestanden are merged: real files, the other one untouched, and merging again is idle."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from hgkm_desktop.casefile import TEST, CaseFile, DamagedFile, WrongPassphrase, read_other
from hgkm_desktop.casefile.keys import wipe
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.merging import Choice
from hgkm_desktop.models.merging_files import Refusal, brought_together
from hgkm_desktop.models.read_through import Alteration
from hgkm_desktop.models.shifting import with_dates_moved
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import PASSPHRASE, contents, open_file, rows
from tests.casefile.full_case import FULL_UITGAVEN, RUZIE, full_case
from tests.casefile.full_methods import STUDY
from tests.casefile.full_practice import WORKS
from tests.casefile.make_golden import GOLDEN, golden_passphrase
from tests.casefile.merging import (
    beside,
    contents_of,
    copied,
    merge_in,
    without_reading,
)
from tests.models.copies import EDITS, own_words, said_in, words_of

OWN = "heel andere woorden voor de kopie"
OTHER = a_case_with(an_event(title="van een ander"))
CASE_ID = full_case().id


@pytest.fixture
def file(file: CaseFile) -> CaseFile:
    """A file with the full case, another one, and works."""
    for value in (full_case(), OTHER, *WORKS):
        file.save(value)
    return file


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "kopie.hgkm"


def test_what_each_copy_got_is_in_both(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(full_case().put(an_event(title="van daar")))
        there.save(replace(STUDY, conclusion="van daar"))
        there.save(a_case_with(title="nieuw daar"))
    before = contents(to.parent)[to.name]
    with open_file(file.path) as here:
        here.save(full_case().put(an_event(title="van hier")))
        found = merge_in(here, to)
        assert [one.conflicts for one in found.values if one.conflicts] == []
        assert {"van hier", "van daar", "nieuw daar"} <= said_in(tuple(_values(here)))
        was, changes = here.as_copy(), rows(here.path, "SELECT * FROM spoor ORDER BY 1, 3, 4")
        merge_in(here, to)
        assert here.as_copy() == was
    assert rows(here.path, "SELECT * FROM spoor ORDER BY 1, 3, 4") == changes
    assert contents(to.parent)[to.name] == before
    with open_file(to) as there, open_file(here.path, read_only=True) as now:
        expected = without_reading(contents_of(now.as_copy()))
        now.close()
        merge_in(there, here.path)
        assert without_reading(contents_of(there.as_copy())) == expected


def _values(file: CaseFile) -> list[object]:
    return list(contents_of(file.as_copy()).values())


@pytest.mark.parametrize("seed", range(4))
def test_pairs_of_files_lose_nothing_and_become_alike(file: CaseFile, to: Path, seed: int) -> None:
    check_files(file, to, seed)


def check_files(file: CaseFile, to: Path, seed: int) -> None:
    """Raises AssertionError when two files that were edited apart lose something."""
    copied(file, to)
    rng = Random(seed)
    _edit(open_file(file.path), rng, "hier")
    _edit(open_file(to), rng, "daar")
    with open_file(file.path) as here:
        said = own_words(tuple(_values(here)), "hier")
        with open_file(to, read_only=True) as there:
            said |= own_words(tuple(_values(there)), "daar")
        conflicts = [c for one in beside(here, to).values for c in one.conflicts]
        merge_in(here, to, choice=Choice.HERE)
        left = said_in(tuple(_values(here)))
        left |= said_in(tuple(c.there for c in conflicts)) | said_in(
            tuple(c.here for c in conflicts)
        )
        assert said <= left
        was = here.as_copy()
        again = merge_in(here, to)
        assert all(not one.conflicts for one in again.values)
        assert here.as_copy() == was


def _edit(file: CaseFile, rng: Random, name: str) -> None:
    words = words_of(name)
    with file:
        case = file.load(CASE_ID)
        for _ in range(rng.randint(1, 6)):
            with suppress(BadInput):
                case = rng.choice(EDITS)(rng, next(words), case)
                file.save(case)


def test_later_leaves_both_as_they_are(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(full_case().put(replace(full_case().event(RUZIE.id), fact="daar")))
    with open_file(file.path) as here:
        here.save(full_case().put(replace(full_case().event(RUZIE.id), fact="hier")))
        was = here.as_copy()
        for _ in range(2):
            found = merge_in(here, to)
            assert [c.key for one in found.values for c in one.conflicts] == [RUZIE.id]
            assert here.as_copy() == was
        merge_in(here, to, choice=Choice.THERE)
        assert here.load(CASE_ID).event(RUZIE.id).fact == "daar"
        assert not any(one.conflicts for one in beside(here, to).values)


def test_a_copy_for_a_colleague_comes_back(file: CaseFile, to: Path) -> None:
    file.copy_for_colleague(to, OWN, [CASE_ID])
    with open_file(to, OWN) as there:
        there.save(full_case().put(replace(full_case().event(RUZIE.id), fact="collega")))
        there.save(there.load(CASE_ID).drop_lesson(full_case().lessons[0].id))
    found = merge_in(file, to, OWN)
    assert not any(one.conflicts for one in found.values)
    assert found.refused == ()
    now = file.load(CASE_ID)
    assert now.event(RUZIE.id).fact == "collega"
    assert full_case().lessons[0] not in now.lessons


def _moved(cases: object) -> list[Case]:
    case = with_dates_moved(full_case(), 11)
    noted = (Alteration(date(2026, 5, 1), ""),)
    return [replace(case, read=replace(case.read, alterations=noted))]


def test_a_copy_with_moved_dates_is_refused(file: CaseFile, to: Path) -> None:
    file.copy_for_colleague(to, OWN, [CASE_ID], altering=_moved)
    with open_file(to, OWN) as there:
        there.save(there.load(CASE_ID).put(an_event(title="van de collega")))
    was = file.as_copy()
    found = merge_in(file, to, OWN)
    assert [(one.code, one.why) for one in found.refused] == [(full_case().code, Refusal.ALTERED)]
    assert file.as_copy() == was


def test_a_copy_with_moved_dates_of_a_case_from_before_there_were_marks_is_refused(
    tmp_path: Path, to: Path
) -> None:
    old = tmp_path / "oud.hgkm"
    old.write_bytes((GOLDEN / "v5.hgkm").read_bytes())
    with CaseFile.open(old, golden_passphrase(), kdf=TEST) as file:
        plain = tmp_path / "gewoon.hgkm"
        file.copy_for_colleague(plain, OWN, [CASE_ID])
        assert merge_in(file, plain, OWN).refused == ()
        file.copy_for_colleague(to, OWN, [CASE_ID], altering=_moved)
        assert [one.why for one in merge_in(file, to, OWN).refused] == [Refusal.ALTERED]


def test_a_destroyed_case_never_comes_back(file: CaseFile, to: Path, tmp_path: Path) -> None:
    copied(file, to)
    with open_file(file.path) as here:
        here.destroy(
            OTHER.id, function="beheerder", ground="lijst", on=date(2026, 5, 1), folder=tmp_path
        )
        found = merge_in(here, to)
        assert [(one.code, one.why) for one in found.refused] == [
            (OTHER.code, Refusal.DESTROYED_HERE)
        ]
        assert OTHER.id not in {heading.id for heading in here.headings()}
    with open_file(to) as there:
        assert [one.why for one in merge_in(there, file.path).refused] == [Refusal.DESTROYED_THERE]
        assert there.load(OTHER.id) == OTHER


@pytest.mark.parametrize("number", [1, 3, 5])
def test_killed_in_between_it_can_be_done_again(file: CaseFile, to: Path, number: int) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(full_case().put(an_event(title="van daar")))
        there.save(OTHER.put(an_event(title="ook van daar")))
    run = ("-m", "tests.casefile.killed_merge", str(file.path), str(to), str(number))
    assert subprocess.run([sys.executable, *run], check=False).returncode == 7
    with open_file(file.path) as here:
        insist_on_sound(here.connection)
        here.load(CASE_ID)
        merge_in(here, to)
        with open_file(to, read_only=True) as there:
            expected = without_reading(contents_of(there.as_copy()))
        assert without_reading(contents_of(here.as_copy())) == expected


def test_an_older_file_is_read_as_it_is(tmp_path: Path, to: Path) -> None:
    older = tmp_path / "oud.hgkm"
    older.write_bytes((GOLDEN / "v5.hgkm").read_bytes())
    to.write_bytes(older.read_bytes())
    before = older.read_bytes()
    with CaseFile.open(to, golden_passphrase(), kdf=TEST) as file:
        case = file.load(CASE_ID)
        file.save(case.put(replace(case.event(RUZIE.id), fact="hier")))
        here = file.as_copy()
    there = read_other(older, golden_passphrase(), (), kdf=TEST).copy
    assert older.read_bytes() == before
    found = brought_together(here, there)
    asked = [conflict.key for one in found.values for conflict in one.conflicts]
    assert asked == [RUZIE.id], "nobody can tell which of the two is the later"


def test_issued_documents_of_both_are_kept(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(file.path) as here:
        here.issue(OTHER.id, an_uitgave(b"hier"), b"hier")
    with open_file(to) as there:
        kept = there.issue(OTHER.id, an_uitgave(b"daar"), b"daar")
        for uitgave, data in FULL_UITGAVEN.items():
            there.issue(CASE_ID, uitgave, data)
    with open_file(file.path) as here:
        merge_in(here, to)
        merge_in(here, to)
        assert len(here.issued(OTHER.id)) == 2
        assert here.issued_data(kept.id) == b"daar"
        assert {u: here.issued_data(u.id) for u in here.issued(CASE_ID)} == FULL_UITGAVEN


def test_the_key_of_the_open_file_opens_its_own_copy(file: CaseFile, to: Path) -> None:
    file.copy_to(to)
    assert read_other(to, file.lend_key(), (), kdf=TEST).copy.sides.keys() == (
        file.as_copy().sides.keys()
    )
    wipe(file.lend_key())


def test_what_cannot_be_read_is_not_merged(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with pytest.raises(WrongPassphrase):
        read_other(to, "vijf heel andere woorden nu", (), kdf=TEST)
    size = to.stat().st_size
    with to.open("r+b") as raw:
        raw.seek(size - 3000)
        raw.write(b"x" * 100)
    with pytest.raises(DamagedFile):
        read_other(to, PASSPHRASE, (), kdf=TEST)
