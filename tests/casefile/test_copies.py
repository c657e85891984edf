"""A copy is checked, opens with the same passphrase, and never takes the place of anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    CaseFile,
    CopyFailed,
    DamagedFile,
    FileExists,
    FolderMissing,
    whole_copy,
)
from hgkm_desktop.casefile.engine import Key, connect, connect_new
from hgkm_desktop.casefile.keys import new_header
from hgkm_desktop.casefile.new_files import working_name
from hgkm_desktop.casefile.soundness import verify
from tests.builders import a_case_with, an_event
from tests.casefile.files import contents, key_of, new_file, open_file, revisions, rows
from tests.casefile.full_case import RUZIE, full_case


def a_copy(file: CaseFile) -> Path:
    copy = file.path.with_name("kopie.hgkm")
    file.copy_to(copy)
    return copy


def test_a_copy_opens_with_the_same_passphrase(file: CaseFile) -> None:
    file.save(full_case())
    copy = a_copy(file)
    assert copy.read_bytes()[:16] == file.path.read_bytes()[:16]
    with open_file(copy) as opened:
        assert not opened.read_only
        assert opened.load(full_case().id) == full_case()
        assert opened.headings() == file.headings()


def test_the_file_goes_on_after_a_copy(file: CaseFile) -> None:
    file.save(full_case())
    a_copy(file)
    file.save(full_case().drop_event(RUZIE.id))
    assert file.load(full_case().id) == full_case().drop_event(RUZIE.id)


def test_a_copy_holds_the_cases_that_could_not_be_saved(file: CaseFile) -> None:
    file.save(full_case())
    changed, new = full_case().put(replace(RUZIE, title="anders")), a_case_with(an_event())
    copy = file.path.with_name("kopie.hgkm")
    file.copy_to(copy, unsaved=[changed, new])
    assert file.load(full_case().id) == full_case()
    file.close()
    with open_file(copy) as opened:
        assert opened.load(changed.id) == changed
        assert opened.load(new.id) == new
    assert revisions(copy, "gebeurtenis")[RUZIE.id] == 2
    assert sorted(contents(copy.parent)) == ["kopie.hgkm", file.path.name]


def test_a_file_opened_to_read_can_be_copied(file: CaseFile) -> None:
    file.save(full_case())
    with open_file(file.path) as second:
        assert second.read_only
        copy = a_copy(second)
    with open_file(copy) as opened:
        assert opened.load(full_case().id) == full_case()


def test_a_copy_never_overwrites(file: CaseFile) -> None:
    other = file.path.with_name("kopie.hgkm")
    other.write_text("van iemand anders")
    for path in (other, file.path):
        with pytest.raises(FileExists):
            file.copy_to(path)
    assert other.read_text() == "van iemand anders"
    file.save(full_case())


def test_a_file_that_came_meanwhile_is_not_overwritten(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(full_case())
    copy = file.path.with_name("kopie.hgkm")

    def look_through(new: Path, key: Key, header: bytes) -> None:
        verify(new, key, header)
        copy.write_bytes(b"van een ander")

    monkeypatch.setattr(whole_copy, "verify", look_through)
    with pytest.raises(FileExists):
        file.copy_to(copy)
    assert copy.read_bytes() == b"van een ander"
    assert not working_name(copy).exists()


def test_a_copy_asks_for_its_folder(file: CaseFile) -> None:
    with pytest.raises(FolderMissing):
        file.copy_to(file.path.parent / "er niet" / "kopie.hgkm")


def test_a_copy_of_a_damaged_file_is_refused(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
    page = "SELECT rootpage FROM sqlite_master WHERE name = 'gebeurtenis'"
    data = bytearray(path.read_bytes())
    data[rows(path, page)[0][0] * 4096 - 2000] ^= 1
    path.write_bytes(bytes(data))
    with open_file(path) as file, pytest.raises(DamagedFile):
        file.copy_to(path.with_name("kopie.hgkm"))
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_every_changed_byte_in_a_copy_is_noticed(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
    key, data = key_of(path), path.read_bytes()
    verify(path, key, data[:16])
    for position in [*range(0, 16, 3), *range(16, len(data), 1777), len(data) - 1]:
        damaged = bytearray(data)
        damaged[position] ^= 1
        path.write_bytes(bytes(damaged))
        with pytest.raises(CopyFailed):
            verify(path, key, data[:16])


@pytest.mark.parametrize("cut", [1, 4096, 5 * 4096])
def test_a_copy_that_is_cut_short_is_noticed(cut: int, path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
    key, data = key_of(path), path.read_bytes()
    path.write_bytes(data[:-cut])
    with pytest.raises(CopyFailed):
        verify(path, key, data[:16])


def test_a_copy_that_the_passphrase_would_not_open_is_noticed(path: Path) -> None:
    new_file(path).close()
    key, header = key_of(path), path.read_bytes()[:16]
    other = path.with_name("ander zout.hgkm")
    source, target = connect(path, key), connect_new(other, key, new_header(TEST))
    source.backup(target)
    source.close()
    target.close()
    connect(other, key).close()
    with pytest.raises(CopyFailed):
        verify(other, key, header)


def test_bytes_after_the_end_of_a_copy_are_noticed(path: Path) -> None:
    new_file(path).close()
    key, data = key_of(path), path.read_bytes()
    path.write_bytes(data + b"x" * 4096)
    with pytest.raises(CopyFailed):
        verify(path, key, data[:16])


def test_an_old_page_in_a_newer_copy_is_noticed(path: Path) -> None:
    """Old pages are as authentic as new ones, so only the check of the structure sees them."""
    case = full_case()
    for _ in range(5):
        case = case.put(an_event(fact="x" * 9_000))
    with new_file(path) as file:
        file.save(case)
        file.close()
        key, old = key_of(path), path.read_bytes()
    with open_file(path) as file:
        file.save(full_case())
    new = path.read_bytes()
    noticed = 0
    for page in range(4096, len(new), 4096):
        path.write_bytes(new[:page] + old[page : page + 4096] + new[page + 4096 :])
        try:
            verify(path, key, new[:16])
        except CopyFailed:
            noticed += 1
    assert noticed >= 4  # pages of tables, of indexes and of the free list
