"""What a merge writes of one value, row by row, and what it refuses to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import CaseFile, Incoming, IssuedTakenOut, WrongContent
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.merging import Choice
from hgkm_desktop.models.merging_files import settle
from hgkm_desktop.models.terms import DocumentKind
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import open_file
from tests.casefile.full_case import FULL_UITGAVEN, RUZIE, full_case
from tests.casefile.full_methods import STUDY
from tests.casefile.merging import beside, copied, merge_in

OTHER = a_case_with(an_event(title="van een ander"))
CASE_ID = full_case().id
NOON = datetime(2026, 3, 2, 12, 0)


@pytest.fixture
def file(file: CaseFile) -> CaseFile:
    for value in (full_case(), OTHER, STUDY):
        file.save(value)
    for uitgave, data in FULL_UITGAVEN.items():
        file.issue(CASE_ID, uitgave, data)
    return file


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "kopie.hgkm"


def test_the_way_back_is_a_checked_backup(file: CaseFile, tmp_path: Path) -> None:
    backup = file.back_up_before_merging(tmp_path / "back-ups", NOON)
    with open_file(backup.path) as before:
        assert before.load(CASE_ID) == full_case()


def test_what_was_removed_there_goes_here_too(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.remove(OTHER.id)
        there.remove(STUDY.id)
        there.save(full_case().drop_event(RUZIE.id))
    with open_file(file.path) as here:
        merge_in(here, to)
        assert [heading.id for heading in here.headings()] == [CASE_ID]
        assert here.works() == ()
        assert RUZIE.id not in {event.id for event in here.load(CASE_ID).events}
        was = here.as_copy()
        merge_in(here, to)
        assert here.as_copy() == was


def test_a_row_that_was_made_and_removed_there_is_known_here_as_removed(
    file: CaseFile, to: Path
) -> None:
    copied(file, to)
    passing = an_event(title="even maar")
    with open_file(to) as there:
        there.save(full_case().put(passing))
        there.save(full_case())
    with open_file(file.path) as here:
        merge_in(here, to)
        assert here.load(CASE_ID) == full_case()
        assert passing.id in here.as_copy().sides[CASE_ID].versions
        was = here.as_copy()
        merge_in(here, to)
        assert here.as_copy() == was


def test_a_file_that_changed_meanwhile_is_not_written(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(replace(OTHER, title="van daar"))
    with open_file(file.path) as here:
        (one,) = [found for found in beside(here, to).values if found.id == OTHER.id]
        here.save(replace(OTHER, title="van hier, intussen"))
        with pytest.raises(BadInput, match="intussen veranderd"):
            here.merge(Incoming(settle(one, {}, "eenenander12")))
        assert here.load(OTHER.id).title == "van hier, intussen"


def test_a_document_that_was_taken_out_there_is_taken_out_here(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.take_out_issued(CASE_ID)
        late = there.issue(OTHER.id, an_uitgave(b"daar"), b"daar")
        there.take_out_issued(OTHER.id)
    with open_file(file.path) as here:
        merge_in(here, to)
        merge_in(here, to)
        listed = here.issued(CASE_ID)
        assert [uitgave.sha256 for uitgave in listed] == [u.sha256 for u in FULL_UITGAVEN]
        for uitgave in (*listed, late):
            with pytest.raises(IssuedTakenOut):
                here.issued_data(uitgave.id)


def test_a_document_of_which_the_bytes_did_not_come_along_is_listed(
    file: CaseFile, to: Path
) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(replace(OTHER, title="van daar"))
        there.issue(OTHER.id, an_uitgave(b"daar"), b"daar")
    with open_file(file.path) as here:
        found = beside(here, to)
        (one,) = [value for value in found.values if value.id == OTHER.id]
        here.merge(Incoming(settle(one, {}, "eenenander12"), found.issued[OTHER.id]))
        assert here.next_version(OTHER.id, DocumentKind.CASUSVERSLAG) == 2


def test_a_document_that_was_removed_here_stays_removed_when_its_case_comes_back(
    file: CaseFile, to: Path
) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(full_case().put(replace(RUZIE, title="van daar")))
    with open_file(file.path) as here:
        here.remove(CASE_ID)
        merge_in(here, to, choice=Choice.THERE)
        assert here.load(CASE_ID).event(RUZIE.id).title == "van daar"
        assert here.issued(CASE_ID) == ()


def test_a_case_that_was_destroyed_there_never_comes_back_here(
    file: CaseFile, to: Path, tmp_path: Path
) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.destroy(
            OTHER.id,
            function="archivaris",
            ground="bewaartermijn",
            on=date(2026, 3, 2),
            folder=tmp_path / "back-ups",
        )
        there.finish_destroying(tmp_path / "back-ups", NOON)
        destroyed = there.destroyed()
    with open_file(file.path) as here:
        here.remove(OTHER.id)
        merge_in(here, to)
        assert here.destroyed() == destroyed
        merge_in(here, to)
        assert here.destroyed() == destroyed


def test_a_conflict_that_is_left_for_later_changes_nothing(file: CaseFile, to: Path) -> None:
    copied(file, to)
    with open_file(to) as there:
        there.save(full_case().put(replace(RUZIE, title="van daar")))
    with open_file(file.path) as here:
        here.save(full_case().put(replace(RUZIE, title="van hier")))
        merge_in(here, to, choice=Choice.LATER)
        assert here.load(CASE_ID).event(RUZIE.id).title == "van hier"
        (left,) = [one for one in beside(here, to).values if one.conflicts]
        assert left.id == CASE_ID


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE spoor SET mark = mark || '-en-nog-veel-meer-tekens'",
        "UPDATE gebeurtenis SET rev = -1",
    ],
    ids=["a mark that is too long", "a revision below nothing"],
)
def test_versions_that_no_program_of_ours_wrote_are_refused(file: CaseFile, statement: str) -> None:
    with file.writing():
        file.connection.execute(statement)
    with pytest.raises(WrongContent):
        file.as_copy()


def test_what_was_removed_of_a_case_that_never_was_is_passed_over(file: CaseFile) -> None:
    before = file.as_copy()
    with file.writing():
        file.connection.execute(
            "INSERT INTO tombstone VALUES ('los', 'gebeurtenis', 'nergens', 1, '2026-03-02T12:00Z')"
        )
    assert file.as_copy() == before
