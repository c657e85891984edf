"""Files of every schema version that users have are opened and hold what they held."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.schema import SCHEMA_VERSION
from hgkm_desktop.models.case import Case
from tests.casefile.files import contents, rows
from tests.casefile.full_case import (
    FULL_UITGAVEN,
    NOTITIE,
    RUZIE,
    full_case,
    settings,
    uitgaven,
)
from tests.casefile.full_practice import works
from tests.casefile.make_golden import DESTROYED_ON, GOLDEN, dump_schema, golden_passphrase

VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=VERSIONS)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(GOLDEN / f"v{request.param}.hgkm", tmp_path))


def version_of(golden: Path) -> int:
    return int(golden.stem.removeprefix("v"))


def full_case_of(golden: Path) -> Case:
    return full_case(version_of(golden))


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_golden_file_holds_the_full_case(golden: Path, form: str, read_only: bool) -> None:
    passphrase = golden_passphrase()
    passphrase = normalize("NFD", passphrase) if form == "NFD" else normalize("NFC", passphrase)
    before = contents(golden.parent)
    with CaseFile.open(golden, passphrase, read_only=read_only, kdf=TEST) as file:
        assert [heading.id for heading in file.headings()] == [full_case().id]
        assert file.load(full_case().id) == full_case_of(golden)
        assert file.settings == settings(version_of(golden))
        assert file.works() == works(version_of(golden))
        issued = file.issued(full_case().id)
        assert {u: file.issued_data(u.id) for u in issued} == uitgaven(version_of(golden))
    assert not read_only or contents(golden.parent) == before


def test_a_golden_file_keeps_revisions_and_tombstones(golden: Path) -> None:
    changed = "SELECT id FROM gebeurtenis WHERE rev = 2"
    assert rows(golden, changed, golden_passphrase()) == [(RUZIE.id,)]
    stones = "SELECT record_type, rev FROM tombstone ORDER BY record_type"
    issued = [("uitgave", 2)] if version_of(golden) > 2 else []
    destroyed = [("casus", 2)] if version_of(golden) > 3 else []
    expected = [("casus", 2), *destroyed, ("gebeurtenis", 2), *issued]
    assert rows(golden, stones, golden_passphrase()) == expected


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_a_golden_file_keeps_what_is_left_of_a_destroyed_case(
    golden: Path, read_only: bool
) -> None:
    with CaseFile.open(golden, golden_passphrase(), read_only=read_only, kdf=TEST) as file:
        destroyed = file.destroyed()
    if version_of(golden) < 4:
        assert destroyed == ()
        return
    (noted,) = destroyed
    assert (noted.code, noted.function, noted.ground) == ("V4-4V", "beheerder", "selectielijst")
    assert noted.begun_on == noted.finished_on == DESTROYED_ON.date()
    assert (noted.count_of("gebeurtenis"), noted.count_of("uitgave")) == (1, 1)
    assert [went.made_on for went in noted.issued] == [NOTITIE.made_on]


def test_an_up_to_date_golden_file_is_not_touched(golden: Path) -> None:
    before = contents(golden.parent)
    CaseFile.open(golden, golden_passphrase(), kdf=TEST).close()
    if golden.stem == f"v{SCHEMA_VERSION}":
        assert contents(golden.parent) == before


def test_a_golden_file_has_the_frozen_schema(golden: Path) -> None:
    frozen = (GOLDEN / golden.with_suffix(".sql").name).read_text(encoding="utf-8")
    assert dump_schema(golden, golden_passphrase()) == frozen


def test_a_new_file_has_the_frozen_schema_of_this_version(path: Path) -> None:
    CaseFile.create(path, golden_passphrase(), kdf=TEST).close()
    frozen = (GOLDEN / f"v{SCHEMA_VERSION}.sql").read_text(encoding="utf-8")
    assert dump_schema(path, golden_passphrase()) == frozen


def test_a_golden_file_brought_up_to_date_has_the_schema_of_this_version(golden: Path) -> None:
    CaseFile.open(golden, golden_passphrase(), kdf=TEST).close()
    frozen = (GOLDEN / f"v{SCHEMA_VERSION}.sql").read_text(encoding="utf-8")
    assert dump_schema(golden, golden_passphrase()) == frozen


def test_an_older_file_takes_what_is_new(golden: Path) -> None:
    with CaseFile.open(golden, golden_passphrase(), kdf=TEST) as file:
        file.save(full_case())
        for uitgave, data in FULL_UITGAVEN.items():
            if version_of(golden) < 3:
                file.issue(full_case().id, uitgave, data)
    with CaseFile.open(golden, golden_passphrase(), kdf=TEST) as file:
        assert file.load(full_case().id) == full_case()
        expected = uitgaven(version_of(golden)) or FULL_UITGAVEN
        assert file.issued(full_case().id) == tuple(expected)


def test_a_copy_of_a_file_that_may_only_be_read_can_be_used(golden: Path) -> None:
    copies: dict[str, list[Case]] = {"as it is.hgkm": [], "with edits.hgkm": [full_case()]}
    with CaseFile.open(golden, golden_passphrase(), read_only=True, kdf=TEST) as file:
        file.load(full_case().id)
        for name, unsaved in copies.items():
            file.copy_to(golden.with_name(name), unsaved=unsaved)
        assert file.load(full_case().id) == full_case_of(golden)
    for name, unsaved in copies.items():
        with CaseFile.open(golden.with_name(name), golden_passphrase(), kdf=TEST) as copy:
            assert copy.load(full_case().id) == [*unsaved, full_case_of(golden)][0]
            assert copy.issued(full_case().id) == tuple(uitgaven(version_of(golden)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_a_killed_update_leaves_the_file_as_it_was_or_up_to_date(tmp_path: Path) -> None:
    """Killed at one statement in five; `python3 start.py prove` does so at each."""
    path = Path(shutil.copy(GOLDEN / "v1.hgkm", tmp_path))
    command = [sys.executable, "-m", "tests.casefile.killed_update", str(path), "5"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["neither"] == 0
    assert result["journals"] > 0
    assert result["version 1"] > 5
    assert result["version 2"] > 0
    assert result["version 3"] > 0
    assert result["version 4"] > 0
    assert result["version 5"] > 0
    assert result["version 6"] > 0
    assert result["version 7"] > 0
    assert result["version 8"] == 1
