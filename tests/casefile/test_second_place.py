"""A second copy of backups elsewhere: whole, counted there, found from there, and gone with it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest

from hgkm_desktop.casefile import (
    BackupState,
    CaseFile,
    NotCopiedAway,
    all_backups,
    backups_of,
    backups_of_closed,
    check_backups,
    copy_newest,
    found_backups,
    is_backup,
    remove_copies,
)
from hgkm_desktop.casefile.backups import RECENT, note_as_bad
from hgkm_desktop.casefile.second_place import CopiesLeft, _is_among
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, open_file
from tests.casefile.full_case import full_case

NOON = datetime(2026, 3, 2, 12, 0)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "hier"


@pytest.fixture
def away(tmp_path: Path) -> Path:
    folder = tmp_path / "elders"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def back_up(file: CaseFile, folder: Path, now: datetime = NOON) -> None:
    file.copy_for_backup(folder, now).keep()


def test_the_newest_is_copied_as_it_is_and_only_once(file: CaseFile, own: Path, away: Path) -> None:
    file.save(full_case())
    back_up(file, own)
    (copied,) = copy_newest(file.header, own, away)
    (kept,) = backups_of(file.header, own)
    assert copied.path.read_bytes() == kept.path.read_bytes()
    assert backups_of(file.header, away) == (copied,)
    assert copy_newest(file.header, own, away) == ()
    with open_file(copied.path, read_only=True) as opened:
        assert opened.load(full_case().id) == full_case()
        assert opened.is_backup


def test_without_a_backup_nothing_is_made(file: CaseFile, own: Path, away: Path) -> None:
    assert copy_newest(file.header, own, away) == ()
    assert names(away) == []


def test_a_damaged_one_does_not_go(file: CaseFile, own: Path, away: Path) -> None:
    back_up(file, own)
    note_as_bad(backups_of(file.header, own)[0])
    assert copy_newest(file.header, own, away) == ()


def test_what_others_keep_there_counts_along_and_older_ones_are_thinned_out(
    file: CaseFile, own: Path, away: Path
) -> None:
    """Two computers, each with numbers of its own: the last that came is the newest."""
    for hour in range(RECENT + 4):
        shutil.rmtree(own, ignore_errors=True)  # as another computer has none
        back_up(file, own, NOON + timedelta(hours=hour))
        copy_newest(file.header, own, away)
    found = backups_of(file.header, away)
    assert [b.number for b in found] == list(range(RECENT + 4, 4, -1))
    assert found[0].made == NOON + timedelta(hours=RECENT + 3)


def test_a_folder_that_is_gone_is_said_and_never_made(
    file: CaseFile, own: Path, tmp_path: Path
) -> None:
    back_up(file, own)
    gone = tmp_path / "schijf"
    with pytest.raises(NotCopiedAway) as caught:
        copy_newest(file.header, own, gone)
    assert str(gone) in caught.value.what
    assert "er nu niet" in caught.value.what
    assert caught.value.safe
    assert caught.value.todo
    assert not gone.exists()


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "vol"), (errno.EACCES, "niets worden opgeslagen")]
)
def test_a_folder_that_takes_nothing_is_said_and_keeps_nothing_half(
    file: CaseFile,
    own: Path,
    away: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    back_up(file, own)

    def half(_: Path, to: Path) -> None:
        to.write_bytes(b"half")
        raise OSError(number, "nee")

    monkeypatch.setattr("shutil.copyfile", half)
    with pytest.raises(NotCopiedAway) as caught:
        copy_newest(file.header, own, away)
    assert words in caught.value.what
    assert names(away) == []


def test_a_copy_that_is_not_the_same_is_no_copy(
    file: CaseFile, own: Path, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(file, own)
    monkeypatch.setattr("shutil.copyfile", lambda _, to: to.write_bytes(b"x"))
    with pytest.raises(NotCopiedAway):
        copy_newest(file.header, own, away)
    assert names(away) == []


# --- finding them -------------------------------------------------------------------------------


def test_backups_are_listed_once_and_those_that_only_stand_elsewhere_too(
    file: CaseFile, own: Path, away: Path
) -> None:
    back_up(file, own)
    copy_newest(file.header, own, away)
    assert found_backups(own, (away,)) == all_backups(own)
    shutil.rmtree(own)
    assert found_backups(own, (away,)) == all_backups(away)
    assert len(all_backups(away)) == 1
    (finding,) = check_backups(all_backups(away), PASSPHRASE, NOON, kdf=file.key.kdf)
    assert finding.state is BackupState.GOOD


def test_a_damaged_file_on_a_new_computer_finds_those_elsewhere(
    file: CaseFile, own: Path, away: Path
) -> None:
    back_up(file, own)
    copy_newest(file.header, own, away)
    path = file.path
    file.close()
    shutil.rmtree(own)
    assert backups_of_closed(path, own) == ()
    assert backups_of_closed(path, own, away) == all_backups(away)


def test_a_backup_is_known_wherever_it_stands(file: CaseFile, own: Path, away: Path) -> None:
    back_up(file, own)
    (copied,) = copy_newest(file.header, own, away)
    assert is_backup(copied.path)
    assert not is_backup(copied.path.with_name("mijn casus.hgkm"))
    assert not is_backup(away / copied.path.name), "put elsewhere by hand, it is a file"


# --- and they go --------------------------------------------------------------------------------


def test_destroying_takes_them_along(file: CaseFile, own: Path, away: Path) -> None:
    case = a_case_with(an_event("mrt 2021", "ruzie"))
    file.save(case)
    back_up(file, own)
    copy_newest(file.header, own, away)
    file.destroy(case.id, function="x", ground="", on=NOON.date(), folder=own)
    file.finish_destroying(own, NOON, (away,))
    assert names(away) == []
    assert all(noted.is_finished for noted in file.destroyed())


def test_destroying_is_not_finished_while_a_folder_is_out_of_reach(
    file: CaseFile, own: Path, away: Path
) -> None:
    case = a_case_with(an_event("mrt 2021", "ruzie"))
    file.save(case)
    back_up(file, own)
    copy_newest(file.header, own, away)
    file.destroy(case.id, function="x", ground="", on=NOON.date(), folder=own)
    out_of_reach = away.rename(away.with_name("los"))
    with pytest.raises(CopiesLeft) as caught:
        file.finish_destroying(own, NOON, (away,))
    assert str(away) in caught.value.what
    assert not any(noted.is_finished for noted in file.destroyed())
    out_of_reach.rename(away)
    file.finish_destroying(own, NOON, (away,))
    assert names(away) == []
    assert all(noted.is_finished for noted in file.destroyed())


def test_only_those_of_one_place_go_after_a_replacement(
    file: CaseFile, own: Path, away: Path
) -> None:
    back_up(file, own)
    (copied,) = copy_newest(file.header, own, away)
    remove_copies(file.header, (away,), "0" * 8)
    assert names(away) == [copied.path.name]
    remove_copies(file.header, (away,), copied.place)
    assert names(away) == []


def test_copies_that_cannot_be_removed_are_named(
    file: CaseFile, own: Path, away: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(file, own)
    (copied,) = copy_newest(file.header, own, away)

    def refused(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "vastgehouden", str(path))

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        with pytest.raises(CopiesLeft) as left:
            remove_copies(file.header, [away, tmp_path / "schijf"])
    assert left.value.paths == (copied.path, tmp_path / "schijf")
    remove_copies(file.header, [away], place="dienietis")
    assert copied.path.exists(), "it is of another place"
    remove_copies(file.header, [away])
    assert not copied.path.exists()


def test_a_copy_that_cannot_be_read_is_not_taken_for_the_same(
    file: CaseFile, own: Path, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(file, own)
    copy_newest(file.header, own, away)
    opened: Callable[..., IO[Any]] = Path.open

    def unreadable(path: Path, *given: Any) -> IO[Any]:
        if away in path.parents:
            raise PermissionError(errno.EACCES, "niet te lezen")
        return opened(path, *given)

    monkeypatch.setattr(Path, "open", unreadable)
    assert found_backups(own, (away,)) == all_backups(own) + all_backups(away)


def test_a_network_that_answers_with_an_error_is_out_of_reach(
    file: CaseFile, own: Path, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(file, own)
    listed, looked = os.listdir, os.stat

    def of_network(of: Path) -> list[str]:
        if Path(of) == away:
            raise OSError(errno.EHOSTDOWN, "weg")
        return listed(of)

    def no_look(of: Path, **more: object) -> os.stat_result:
        if of == away:
            raise OSError(errno.EHOSTDOWN, "weg")
        return looked(of, **more)  # type: ignore[arg-type] # as it was called

    monkeypatch.setattr(os, "listdir", of_network)
    monkeypatch.setattr(os, "stat", no_look)
    with pytest.raises(NotCopiedAway):
        copy_newest(file.header, own, away)
    with pytest.raises(CopiesLeft):
        remove_copies(file.header, (away,))
    assert found_backups(own, (away,)) == all_backups(own)


def test_what_cannot_be_removed_is_named(
    file: CaseFile, own: Path, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(file, own)
    (copied,) = copy_newest(file.header, own, away)

    def refuse(_: Path, missing_ok: bool = False) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(CopiesLeft) as caught:
        remove_copies(file.header, (away,))
    assert caught.value.paths == (copied.path,)


def test_one_that_goes_while_it_is_looked_at_is_not_the_same(
    file: CaseFile, own: Path, away: Path
) -> None:
    back_up(file, own)
    (copied,) = copy_newest(file.header, own, away)
    (kept,) = backups_of(file.header, own)
    assert _is_among(kept, (copied,))
    copied.path.unlink()
    assert not _is_among(kept, (copied,))
