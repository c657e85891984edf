"""A copy for a colleague: the chosen cases whole, nothing of the others, and a key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    TEST,
    CaseFile,
    DiskFull,
    FileExists,
    FileLocked,
    FolderMissing,
    WrongPassphrase,
)
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.shifting import with_dates_moved
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import PASSPHRASE, contents, open_file, revisions, rows
from tests.casefile.full_case import FULL_SETTINGS, FULL_UITGAVEN, RUZIE, full_case
from tests.casefile.trouble import a_disk_of, needs_limits

OWN = "heel andere woorden voor de kopie"
CANARY = "kanariepiet"
OTHER = a_case_with(an_event(title=f"van een ander gezin {CANARY}"), title=CANARY)
DATA = f"%PDF-1.7 {CANARY}".encode() * 100


@pytest.fixture
def file(file: CaseFile) -> CaseFile:
    """A file with two cases, a document of each, and something that was removed from each."""
    file.save_settings(FULL_SETTINGS)
    for case in (full_case(), OTHER):
        gone = an_event(title=f"weg {CANARY}")
        file.save(case.put(gone))
        file.save(case)
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(full_case().id, uitgave, data)
    file.issue(OTHER.id, an_uitgave(DATA), DATA)
    return file


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "voor een collega.hgkm"


def test_the_chosen_case_is_in_it_whole_and_the_other_not_at_all(file: CaseFile, to: Path) -> None:
    file.copy_for_colleague(to, OWN, [full_case().id])
    with open_file(to, OWN) as copy:
        assert not copy.read_only
        assert [h.id for h in copy.headings()] == [full_case().id]
        assert copy.load(full_case().id) == full_case()
        assert copy.settings == FULL_SETTINGS
        assert copy.issued(full_case().id) == tuple(FULL_UITGAVEN)
        for uitgave, data in FULL_UITGAVEN.items():
            assert copy.issued_data(uitgave.id) == data
        assert copy.case_rev(full_case().id) == file.case_rev(full_case().id)
        copy.save(full_case().put(an_event(title="van de collega")))
    assert {row[0] for row in rows(to, "SELECT case_id FROM tombstone", OWN)} == {full_case().id}
    assert rows(to, "SELECT * FROM zitting WHERE gesloten = 0", OWN) == []


def strings_of(path: Path, passphrase: str) -> str:
    """All that any table of a file holds."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    names = [row[0] for row in rows(path, query, passphrase)]
    return " ".join(str(rows(path, f"SELECT * FROM {name}", passphrase)) for name in names)


def test_no_table_holds_a_word_of_the_other_case(file: CaseFile, to: Path) -> None:
    file.copy_for_colleague(to, OWN, [full_case().id])
    file.close()
    assert CANARY in strings_of(file.path, PASSPHRASE), "it would be found"
    said = strings_of(to, OWN)
    assert CANARY not in said
    assert OTHER.id not in said
    assert rows(to, "PRAGMA freelist_count", OWN) == [(0,)]


def test_each_of_the_two_opens_with_its_own_passphrase_and_code(file: CaseFile, to: Path) -> None:
    made = file.copy_for_colleague(to, OWN, [full_case().id])
    code = file.recovery_code()
    assert made.recovery_code() not in repr(made)
    assert to.read_bytes()[:16] != file.header
    with pytest.raises(WrongPassphrase):
        open_file(to)
    with open_file(to, OWN) as copy:
        own_code = copy.recovery_code()
    assert own_code != code
    assert own_code == made.recovery_code()
    with open_file(to, own_code, by_code=True) as copy:
        assert len(copy.headings()) == 1


def test_all_cases_can_be_chosen_and_none_of_the_revisions_change(file: CaseFile, to: Path) -> None:
    made = file.copy_for_colleague(to, OWN, [full_case().id, OTHER.id])
    assert sorted(made.codes) == sorted([full_case().code, OTHER.code])
    file.close()
    for table in ("casus", "gebeurtenis", "tombstone", "uitgave"):
        assert revisions(file.path, table) == dict(rows(to, f"SELECT id, rev FROM {table}", OWN))


def test_what_could_not_be_saved_is_in_it_when_it_was_chosen(file: CaseFile, to: Path) -> None:
    edited = full_case().drop_event(RUZIE.id)
    made = file.copy_for_colleague(to, OWN, [edited.id], unsaved=[edited, OTHER.put(an_event())])
    assert made.codes == (edited.code,)
    with open_file(to, OWN) as copy:
        assert copy.load(edited.id) == edited
        assert len(copy.headings()) == 1
    assert file.load(edited.id) == full_case()


def test_an_altered_copy_holds_nothing_of_how_the_case_was(file: CaseFile, to: Path) -> None:
    case = full_case().put(an_event("3 mei 2021"))
    file.save(case)
    other = with_dates_moved(case, 11)
    file.copy_for_colleague(to, OWN, [case.id], altering=lambda _: [other])
    with open_file(to, OWN) as copy:
        assert copy.load(case.id) == other
        assert copy.issued(case.id) == ()
    assert rows(to, "SELECT * FROM tombstone", OWN) == []
    assert rows(to, "PRAGMA freelist_count", OWN) == [(0,)]
    assert "2021-05-03" in strings_of(file.path, PASSPHRASE), "it would be found"
    assert "2021-05-03" not in strings_of(to, OWN)


def test_what_altering_is_given_is_the_newest_and_what_it_refuses_leaves_nothing(
    file: CaseFile, to: Path
) -> None:
    edited, before = full_case().drop_event(RUZIE.id), contents(to.parent)
    given: list[Case] = []

    def refuse(cases: Sequence[Case]) -> Sequence[Case]:
        given.extend(cases)
        raise BadInput("Dit kan niet.")

    with pytest.raises(BadInput, match="Dit kan niet"):
        file.copy_for_colleague(to, OWN, [edited.id, OTHER.id], unsaved=[edited], altering=refuse)
    assert given == [edited, OTHER]
    assert contents(to.parent) == before


def test_a_file_that_can_only_be_read_can_be_passed_on(file: CaseFile, to: Path) -> None:
    with open_file(file.path, read_only=True) as reader:
        reader.copy_for_colleague(to, OWN, [full_case().id])
    with open_file(to, OWN) as copy:
        assert copy.load(full_case().id) == full_case()


def test_an_older_file_that_can_only_be_read_can_be_passed_on(to: Path) -> None:
    golden = Path(__file__).parent / "golden"
    passphrase = (golden / "wachtwoord.txt").read_text(encoding="utf-8").strip()
    with CaseFile.open(golden / "v1.hgkm", passphrase, read_only=True, kdf=TEST) as reader:
        (heading, *_) = reader.headings()
        case = reader.load(heading.id)
        reader.copy_for_colleague(to, OWN, [heading.id])
    with open_file(to, OWN) as copy:
        assert copy.load(heading.id) == case


def test_nothing_is_written_over_a_file_or_in_a_folder_that_is_not_there(
    file: CaseFile, to: Path
) -> None:
    to.write_bytes(b"van een ander")
    with pytest.raises(FileExists):
        file.copy_for_colleague(to, OWN, [full_case().id])
    assert to.read_bytes() == b"van een ander"
    with pytest.raises(FolderMissing):
        file.copy_for_colleague(to.parent / "nergens" / "a.hgkm", OWN, [full_case().id])


def test_a_short_passphrase_or_a_locked_file_makes_no_copy(file: CaseFile, to: Path) -> None:
    with pytest.raises(BadInput):
        file.copy_for_colleague(to, "te kort", [full_case().id])
    file.lock()
    with pytest.raises(FileLocked):
        file.copy_for_colleague(to, OWN, [full_case().id])
    assert not to.exists()


def test_the_passphrase_of_the_file_itself_makes_no_copy(file: CaseFile, to: Path) -> None:
    before = contents(to.parent)
    with pytest.raises(BadInput, match="eigen bestand"):
        file.copy_for_colleague(to, PASSPHRASE, [full_case().id])
    assert contents(to.parent) == before


@needs_limits
@pytest.mark.parametrize("limit", [0, 10_000, 60_000, 150_000])
def test_a_full_disk_leaves_nothing(file: CaseFile, to: Path, limit: int) -> None:
    before = contents(to.parent)
    with a_disk_of(limit), pytest.raises(DiskFull):
        file.copy_for_colleague(to, OWN, [full_case().id])
    assert contents(to.parent) == before


def test_the_settings_of_a_file_without_any_go_along(file: CaseFile, to: Path) -> None:
    file.save_settings(FileSettings())
    file.copy_for_colleague(to, OWN, [OTHER.id])
    with open_file(to, OWN) as copy:
        assert copy.settings == FileSettings()


def test_what_may_not_go_is_asked_of_the_very_cases_that_go(file: CaseFile, to: Path) -> None:
    edited, before = full_case().drop_event(RUZIE.id), contents(to.parent)
    asked: list[Sequence[Case]] = []

    def refuse(cases: Sequence[Case]) -> None:
        asked.append(cases)
        if len(asked) == 1:
            raise BadInput("Hier schuilt iemand.")

    with pytest.raises(BadInput, match="schuilt"):
        file.copy_for_colleague(to, OWN, [edited.id], unsaved=[edited], insisting=refuse)
    assert contents(to.parent) == before
    file.copy_for_colleague(to, OWN, [edited.id], unsaved=[edited], insisting=refuse)
    assert asked == [[edited], [edited]]
    with open_file(to, OWN) as copy:
        assert copy.load(edited.id) == edited
