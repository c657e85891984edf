"""A file that cannot be opened says why, is not changed, and has nothing left beside it."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    CaseFile,
    DamagedFile,
    DamagedHeader,
    FileExists,
    FileMissing,
    FolderMissing,
    NewerVersion,
    NotACaseFile,
    WrongPassphrase,
)
from hgkm_desktop.casefile.first_look import is_on_read_only_disk
from hgkm_desktop.casefile.schema import SCHEMA_VERSION
from hgkm_desktop.errors import HgkmError
from tests.casefile.files import (
    PASSPHRASE,
    contents,
    foreign_connection,
    key_of,
    new_file,
    open_file,
)
from tests.casefile.full_case import full_case


def a_good_file(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())


def an_empty_file(path: Path) -> None:
    path.touch()


def a_text(path: Path) -> None:
    path.write_text("Dit is gewoon een tekst, lang genoeg om 16 bytes te hebben.")


def a_short_text(path: Path) -> None:
    path.write_bytes(b"kort")


def a_text_of_whole_pages(path: Path) -> None:
    path.write_bytes(b"tekst   " * 1024)


def a_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "tekst")


def a_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + b"x" * 5000)


def a_plain_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    pass


def a_damaged_header(path: Path) -> None:
    a_good_file(path)
    _flip(path, 5)


def a_damaged_first_page(path: Path) -> None:
    a_good_file(path)
    _flip(path, 2000)


def less_than_a_page(path: Path) -> None:
    a_good_file(path)
    path.write_bytes(path.read_bytes()[:3000])


def a_file_without_its_last_pages(path: Path) -> None:
    a_good_file(path)
    path.write_bytes(path.read_bytes()[: -3 * 4096])


def a_newer_version(path: Path) -> None:
    a_good_file(path)
    _set_version(path, SCHEMA_VERSION + 1)


def _flip(path: Path, position: int) -> None:
    data = bytearray(path.read_bytes())
    data[position] ^= 0x10
    path.write_bytes(bytes(data))


def _set_version(path: Path, version: int) -> None:
    connection = foreign_connection(path, key_of(path))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


REFUSED: list[tuple[Callable[[Path], None], type[HgkmError], str]] = [
    (nothing, FileMissing, "niet op deze plek"),
    (a_folder, NotACaseFile, "een map"),
    (an_empty_file, NotACaseFile, "leeg"),
    (a_text, NotACaseFile, "geen casusbestand"),
    (a_short_text, NotACaseFile, "geen casusbestand"),
    (a_text_of_whole_pages, DamagedHeader, "geen casusbestand"),
    (a_zip, NotACaseFile, "zip"),
    (a_pdf, NotACaseFile, "pdf"),
    (a_plain_database, NotACaseFile, "database"),
    (a_damaged_header, DamagedHeader, "beschadigd"),
    (a_damaged_first_page, WrongPassphrase, "past niet"),
    (less_than_a_page, DamagedFile, "beschadigd"),
    (a_file_without_its_last_pages, DamagedFile, "beschadigd"),
    (a_newer_version, NewerVersion, "nieuwere versie"),
]


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(
    ("make", "problem", "word"), REFUSED, ids=[make.__name__ for make, _, _ in REFUSED]
)
def test_a_file_is_refused_and_left_as_it_was(
    make: Callable[[Path], None],
    problem: type[HgkmError],
    word: str,
    read_only: bool,
    path: Path,
) -> None:
    make(path)
    before = contents(path.parent) if path.is_file() else {}
    with pytest.raises(problem, match=word) as caught:
        open_file(path, read_only=read_only)
    assert (contents(path.parent) if path.is_file() else {}) == before
    assert caught.value.safe
    assert caught.value.todo


@pytest.mark.parametrize("make", [a_text, a_zip, a_pdf, a_plain_database, a_folder])
def test_what_to_choose_instead_fits_the_name_of_the_file(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    todo = {}
    for name in ("verslag.txt", "casus.hgkm", "CASUS.HGKM"):
        make(tmp_path / name)
        for ask in (CaseFile.check, open_file):
            with pytest.raises(NotACaseFile) as caught:
                ask(tmp_path / name)
            todo[name] = caught.value.todo
        assert todo[name].startswith("Kies een bestand waarvan de naam") == (name[-3:] == "txt")
    assert "zet een back-up terug" in todo["casus.hgkm"]
    assert todo["casus.hgkm"] == todo["CASUS.HGKM"]


def test_a_wrong_passphrase_is_refused_and_the_right_one_still_opens(path: Path) -> None:
    a_good_file(path)
    before = contents(path.parent)
    for wrong in ("", "x", PASSPHRASE.upper(), PASSPHRASE + " ", PASSPHRASE[:-1]):
        with pytest.raises(WrongPassphrase) as caught:
            open_file(path, wrong)
    assert "hoofdletters" in caught.value.todo
    assert "toetsenbord" in caught.value.todo
    assert "beschadigd" in caught.value.todo
    assert contents(path.parent) == before
    open_file(path).close()


def test_an_error_names_no_file_and_no_passphrase(path: Path) -> None:
    a_good_file(path)
    with pytest.raises(WrongPassphrase) as caught:
        open_file(path, "mijn geheime zin van gisteren")
    assert "geheime" not in caught.value.sentence
    assert path.name not in caught.value.sentence


def test_damage_further_on_is_noticed_when_it_is_read(path: Path) -> None:
    a_good_file(path)
    data = path.read_bytes()
    for page in range(1, len(data) // 4096):
        _flip(path, page * 4096 + 1234)
    with pytest.raises(DamagedFile), open_file(path) as file:
        file.load(full_case().id)


def test_opening_and_closing_changes_nothing(path: Path) -> None:
    a_good_file(path)
    before = contents(path.parent)
    with open_file(path) as file:
        file.load(full_case().id)
        file.headings()
    assert contents(path.parent) == before


def test_making_a_file_never_overwrites(path: Path) -> None:
    path.write_text("van iemand anders")
    with pytest.raises(FileExists):
        new_file(path)
    assert path.read_text() == "van iemand anders"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_making_a_file_asks_for_its_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        new_file(tmp_path / "er niet" / "a.hgkm")
    assert list(tmp_path.iterdir()) == []


def test_what_a_stopped_attempt_left_does_not_stop_the_next(path: Path) -> None:
    path.with_name(path.name + ".new").write_bytes(b"half")
    path.with_name(path.name + ".new-journal").write_bytes(b"half")
    new_file(path).close()
    open_file(path).close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["met spatie.hgkm", "één & ander %20 #1?.hgkm", "file:x.hgkm"])
def test_any_file_name_works(name: str, tmp_path: Path) -> None:
    with new_file(tmp_path / name) as file:
        file.save(full_case())
    with open_file(tmp_path / name) as file:
        assert file.load(full_case().id) == full_case()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_file_is_opened_from_another_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with CaseFile.create(Path(path.name), PASSPHRASE, kdf=TEST) as file:
        monkeypatch.chdir("/")
        file.save(full_case())
        assert file.path == path


def test_what_a_file_is_can_be_asked_without_its_passphrase(path: Path, tmp_path: Path) -> None:
    CaseFile.create(path, PASSPHRASE).close()
    assert CaseFile.check(path) == path.read_bytes()[:16]
    other = tmp_path / "tekst.hgkm"
    other.write_text("van iemand anders" * 300)
    with pytest.raises(NotACaseFile):
        CaseFile.check(other)


def test_a_disk_that_is_not_there_is_not_called_read_only(tmp_path: Path) -> None:
    assert not is_on_read_only_disk(tmp_path / "oefening.hgkm")
    assert not is_on_read_only_disk(tmp_path / "er niet" / "oefening.hgkm")
