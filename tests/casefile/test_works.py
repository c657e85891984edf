"""Studies and rows of meetings are saved, found again and removed as cases are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import CaseFile, FileReplaced, TooLarge, WrongContent, writing
from hgkm_desktop.models.works import Work
from tests.builders import a_case_with, an_event
from tests.casefile.files import open_file, revisions, rows
from tests.casefile.full_case import full_case
from tests.casefile.full_exercises import EXERCISE
from tests.casefile.full_methods import SERIES, STUDY
from tests.casefile.full_practice import WORKS
from tests.casefile.test_foreign_content import spoil


@pytest.mark.parametrize("work", WORKS)
def test_a_work_comes_back_as_it_was(work: Work, file: CaseFile) -> None:
    file.save(work)
    assert file.works() == (work,)
    with open_file(file.path, read_only=True) as again:
        assert again.works() == (work,)
        assert again.headings() == ()


def test_only_a_work_that_changed_is_written(file: CaseFile) -> None:
    for work in WORKS:
        file.save(work)
    file.save(replace(STUDY, title="anders"))
    file.save(SERIES)
    assert revisions(file.path, "onderzoek") == {STUDY.id: 2}
    assert revisions(file.path, "overlegreeks") == {SERIES.id: 1}


def test_a_work_that_is_removed_leaves_a_tombstone_and_can_come_back(file: CaseFile) -> None:
    file.save(full_case())
    file.save(STUDY)
    file.remove(STUDY.id)
    assert file.works() == ()
    assert rows(file.path, "SELECT id, record_type, rev FROM tombstone") == [
        (STUDY.id, "onderzoek", 2)
    ]
    file.save(STUDY)
    assert revisions(file.path, "onderzoek") == {STUDY.id: 3}
    assert rows(file.path, "SELECT * FROM tombstone") == []
    assert file.load(full_case().id) == full_case()


def test_what_could_not_be_saved_goes_along_in_a_copy(file: CaseFile, tmp_path: Path) -> None:
    file.save(STUDY)
    newer = replace(STUDY, conclusion="nog niet opgeslagen")
    file.copy_to(tmp_path / "kopie.hgkm", unsaved=[newer, SERIES])
    with open_file(tmp_path / "kopie.hgkm") as copy:
        assert copy.works() == (newer, SERIES)


def test_works_go_along_to_where_the_work_goes_on(file: CaseFile, tmp_path: Path) -> None:
    file.save(STUDY)
    file.save(SERIES)
    file.path.rename(tmp_path / "weg")
    (tmp_path / "weg").unlink()
    newer = replace(STUDY, title="getypt toen het bestand weg was")
    moved = file.go_on_elsewhere([tmp_path], datetime(2026, 5, 1, 9, 0), unsaved=[newer])
    assert moved.is_copy
    assert file.works() == (newer, SERIES)


@pytest.mark.parametrize("cells", ["cases = '5'", "state = 'weg'", "knoppen = '[{\"id\": 5}]'"])
def test_a_work_that_nobody_can_have_made_is_refused(cells: str, file: CaseFile) -> None:
    file.save(STUDY)
    file.close()
    spoil(file.path, f"UPDATE onderzoek SET {cells}")
    with open_file(file.path) as again, pytest.raises(WrongContent):
        again.works()


def test_a_line_of_an_exercise_that_does_not_hold_together_is_refused(file: CaseFile) -> None:
    file.save(replace(EXERCISE, organisations=()))
    with pytest.raises(WrongContent):
        file.works()


def test_the_actions_of_every_case_are_read_without_the_cases(file: CaseFile) -> None:
    case = full_case()
    file.save(case)
    file.save(a_case_with(an_event()))
    assert file.acties() == {case.id: case.acties}


def test_more_records_than_a_case_can_hold_are_not_written(
    file: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_RECORDS", 2)
    with pytest.raises(TooLarge):
        file.save(a_case_with(an_event(), an_event(), an_event()))
    assert file.headings() == ()


@pytest.mark.parametrize("change", ["put", "drop_event"])
def test_a_row_that_is_not_there_is_neither_changed_nor_removed(
    file: CaseFile, change: str
) -> None:
    event = an_event()
    case = a_case_with(event)
    file.save(case)
    file.connection.execute("DELETE FROM gebeurtenis")
    changed = (
        case.put(replace(event, title="anders")) if change == "put" else (case.drop_event(event.id))
    )
    with pytest.raises(FileReplaced):
        file.save(changed)
