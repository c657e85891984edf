"""A case comes back as it was saved, and a save writes only the records that differ."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hgkm_desktop.casefile import TEST, CaseFile, CaseHeading, CaseMissing
from hgkm_desktop.models.case import FIELD_OF
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, Mark
from tests.builders import a_case_with, a_deelnemer, an_event, an_organisation
from tests.casefile.files import PASSPHRASE, new_file, open_file, revisions, rows
from tests.casefile.full_case import FULL_SETTINGS, RUZIE, full_case


def test_a_full_case_comes_back(file: CaseFile) -> None:
    file.save(full_case())
    file.close()
    with open_file(file.path) as again:
        assert again.load(full_case().id) == full_case()


def test_only_the_record_that_differs_is_written(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.save(case.put(replace(RUZIE, title="anders")))
    assert set(revisions(file.path, "casus").values()) == {1}
    assert set(revisions(file.path, "beleving").values()) == {1}
    events = revisions(file.path, "gebeurtenis")
    assert events.pop(RUZIE.id) == 2
    assert set(events.values()) == {1}


def test_a_field_of_the_case_itself_changes_only_the_case(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.save(replace(case, summary=replace(case.summary, children="anders")))
    assert set(revisions(file.path, "casus").values()) == {2}
    assert set(revisions(file.path, "gebeurtenis").values()) == {1}


def test_saving_the_same_value_writes_nothing(file: CaseFile) -> None:
    file.save(full_case())
    before = file.path.read_bytes()
    file.save(full_case())
    assert file.path.read_bytes() == before


def test_what_another_session_saved_is_compared_with(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.close()
    with open_file(file.path) as again:
        again.save(case.put(replace(RUZIE, title="anders")))  # without load
        assert again.load(case.id).event(RUZIE.id).title == "anders"
    assert sum(revisions(file.path, "gebeurtenis").values()) == 4


def test_a_removed_record_leaves_a_tombstone(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.save(case.drop_event(RUZIE.id))
    stones = rows(file.path, "SELECT id, record_type, case_id, rev, deleted_at FROM tombstone")
    of_the_event = {"gebeurtenis", "beleving", "factor_code", "cruciaal_punt", "frisse_blik"}
    assert {stone[1] for stone in stones} == of_the_event
    stone = next(stone for stone in stones if stone[0] == RUZIE.id)
    assert stone[2:4] == (case.id, 2)
    assert len(stone[4]) == len("2026-01-01T00:00Z")


def test_undo_of_a_removal_continues_the_revision(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.save(case.drop_event(RUZIE.id))
    file.save(case)
    assert revisions(file.path, "gebeurtenis")[RUZIE.id] == 3
    assert rows(file.path, "SELECT * FROM tombstone") == []
    assert file.load(case.id) == case


def test_a_removed_case_leaves_only_tombstones(file: CaseFile) -> None:
    other = a_case_with(an_event())
    case = full_case()
    file.save(case)
    file.save(other)
    file.remove(case.id)
    assert [heading.id for heading in file.headings()] == [other.id]
    assert rows(file.path, "SELECT count(*) FROM tombstone WHERE case_id = '" + case.id + "'") == [
        (1 + sum(len(getattr(case, name)) for name in FIELD_OF.values()),)
    ]
    with pytest.raises(CaseMissing):
        file.load(case.id)


def test_undo_of_a_removed_case_brings_it_back(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.remove(case.id)
    file.save(case)
    assert file.load(case.id) == case
    assert set(revisions(file.path, "casus").values()) == {3}
    assert rows(file.path, "SELECT * FROM tombstone") == []


def test_removing_a_case_that_never_reached_the_disk_changes_nothing(file: CaseFile) -> None:
    file.save(full_case())
    file.remove("f" * 32)
    assert file.load(full_case().id) == full_case()
    assert rows(file.path, "SELECT * FROM tombstone") == []


def test_headings_follow_the_order_of_making(file: CaseFile) -> None:
    first = a_case_with(an_event(), an_event(), code="Z9-9Z", id="f" * 32)
    second = a_case_with(code="B2-2B", id="0" * 32)
    file.save(first)
    file.save(second)
    file.save(replace(first, state=CaseState.DEELBAAR))
    assert file.headings() == (
        CaseHeading(first.id, "Z9-9Z", "een casus", CaseState.DEELBAAR, 2),
        CaseHeading(second.id, "B2-2B", "een casus", CaseState.IN_BEWERKING, 0),
    )


def test_two_cases_keep_their_own_records(file: CaseFile) -> None:
    organisation = an_organisation()
    deelnemer, event = a_deelnemer(organisation), an_event("2021")
    one = a_case_with(organisation, deelnemer, event).mark(event.id, deelnemer.id, Mark.GOED)
    two = a_case_with(an_event("mei 2022"))
    file.save(one)
    file.save(two)
    assert (file.load(one.id), file.load(two.id)) == (one, two)


def test_settings_are_kept(file: CaseFile) -> None:
    assert file.settings == FileSettings()
    file.save_settings(FULL_SETTINGS)
    file.save_settings(FULL_SETTINGS)
    assert file.settings == FULL_SETTINGS
    file.close()
    with open_file(file.path) as again:
        assert again.settings == FULL_SETTINGS
    assert rows(file.path, "SELECT rev FROM settings") == [(2,)]


def test_a_file_can_be_made_with_settings(tmp_path: Path) -> None:
    path = tmp_path / "a.hgkm"
    with CaseFile.create(path, PASSPHRASE, settings=FULL_SETTINGS, kdf=TEST) as file:
        assert file.settings == FULL_SETTINGS


def test_closing_leaves_the_file_alone_in_its_folder(path: Path) -> None:
    with new_file(path) as file:
        file.save(full_case())
        file.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
