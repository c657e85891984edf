"""Studies and rows of meetings are saved, found again and removed as cases are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from hgkm_desktop.casefile import CaseFile, WrongContent
from hgkm_desktop.models.works import Work
from tests.casefile.files import open_file, revisions, rows
from tests.casefile.full_case import full_case
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
