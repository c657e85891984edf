"""Copies beside a file: known by name and first bytes, read only until somebody chooses one."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import Namesake, Origin, namesakes
from hgkm_desktop.paths import user_backup_dir
from tests.builders import a_case_with
from tests.casefile.files import contents, new_file, open_file
from tests.casefile.full_case import full_case

SYNC = [
    "oefening-LAPTOP-7A2B.hgkm",
    "oefening-DESKTOP-ABC1234.hgkm",
    "oefening-GEM12345.hgkm",
    "oefening-pc-van-jan.hgkm",  # the name of this computer
    "oefening (Jan's conflicted copy 2026-03-02).hgkm",
    "oefening (conflicted copy 2026-03-02 143210).hgkm",
    "oefening (PC-7's conflicted copy 2026-03-02) (1).hgkm",
    "oefening (conflicterende kopie van Jan 2026-03-02).hgkm",
    "oefening (Conflicterende kopie).hgkm",
    "oefening.sync-conflict-20260302-143210-ABCDEFG.hgkm",
    "oefening_conflict-20260302-143210.hgkm",
]
COPY = [
    "oefening (1).hgkm",
    "oefening (12).hgkm",
    "oefening - kopie.hgkm",
    "oefening - Kopie (2).hgkm",
    "oefening - Copy.hgkm",
]
OURS = ["oefening (herstel 14-32).hgkm", "oefening (herstel 14-32) 2.hgkm"]
OTHER = [
    "oefening-kopie.hgkm",
    "oefening (kopie).hgkm",
    "oefening (hersteld op 2-3-2026).hgkm",
    "oefening-2026.hgkm",
    "oefening-v2.hgkm",
    "oefening voor collega.hgkm",
    "heel iets anders.hgkm",
    "oefening (Jan).hgkm",
]


@pytest.fixture
def path(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(namesakes, "this_computer", lambda: "PC-van-Jan")
    with new_file(path) as file:
        file.save(full_case())
    return path


def copied(path: Path, name: str) -> Path:
    return Path(shutil.copyfile(path, path.with_name(name)))


@pytest.mark.parametrize("name", SYNC + COPY)
def test_a_copy_beside_its_file_opens_to_read_and_says_what_it_is(path: Path, name: str) -> None:
    copy = copied(path, name)
    before = contents(path.parent)
    with open_file(copy) as file:
        assert file.read_only
        assert file.original == Namesake(path, Origin.SYNC if name in SYNC else Origin.COPY)
        assert "kopie van ‘oefening’" in file.read_only_reason
        assert ("OneDrive" in file.read_only_reason) == (name in SYNC)
        assert file.load(full_case().id) == full_case()
    assert contents(path.parent) == before


@pytest.mark.parametrize("name", SYNC + COPY + OURS)
def test_the_file_itself_opens_as_ever_and_names_its_copies(path: Path, name: str) -> None:
    copy = copied(path, name)
    with open_file(path) as file:
        assert not file.read_only
        assert [found.path for found in file.copies] == [copy]


@pytest.mark.parametrize("name", OTHER + OURS)
def test_another_name_is_no_copy_of_a_sync_program(path: Path, name: str) -> None:
    with open_file(copied(path, name)) as file:
        assert not file.read_only
        assert file.original is None
    with open_file(path) as file:
        assert bool(file.copies) == (name in OURS)


@pytest.mark.parametrize("name", SYNC + COPY)
def test_the_same_name_of_another_file_or_without_the_file_is_no_copy(
    path: Path, name: str
) -> None:
    new_file(path.with_name(name)).close()
    with open_file(path.with_name(name)) as file:
        assert not file.read_only
    with open_file(path) as file:
        assert file.copies == ()
    copy = copied(path, f"alleen {name}")
    with open_file(copy) as file:
        assert not file.read_only


@pytest.mark.parametrize("name", [SYNC[0], COPY[0]])
def test_who_chooses_to_work_in_a_copy_is_not_asked_again(path: Path, name: str) -> None:
    copy = copied(path, name)
    with open_file(copy) as looked_at, looked_at.open_to_write() as chosen:
        assert not chosen.read_only
        chosen.save(a_case_with())
        chosen.copy_for_backup(user_backup_dir(), datetime(2026, 3, 2)).keep()
    with open_file(copy) as again:
        assert not again.read_only
        assert again.original is None
    with open_file(path) as file:
        assert file.copies == ()


def test_an_open_file_is_never_touched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening and closing it would drop the locks of this program on it."""
    copy = copied(path, SYNC[0])
    with open_file(path) as file:
        opened: list[Path] = []
        real = Path.open

        def noted(self: Path, *args: object, **more: object) -> object:
            opened.append(self)
            return real(self, *args, **more)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", noted)
        with open_file(copy) as other:
            assert other.read_only
        assert path not in opened
        assert copy in opened
        file.save(a_case_with())


def test_a_copy_to_work_in_is_made_by_choice_whatever_its_name(path: Path) -> None:
    name = path.with_name("oefening (1).hgkm")
    with open_file(path, read_only=True) as file, file.work_in_copy(name) as copy:
        assert not copy.read_only


def test_a_protected_copy_is_protected(path: Path) -> None:
    with open_file(copied(path, SYNC[0]), read_only=True) as file:
        assert file.original is None
