"""Files of every schema version that users have are opened and hold what they held."""

from __future__ import annotations

import shutil
from pathlib import Path
from unicodedata import normalize

import pytest

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.casefile.schema import SCHEMA_VERSION
from tests.casefile.files import contents, rows
from tests.casefile.full_case import FULL_SETTINGS, RUZIE, full_case
from tests.casefile.make_golden import GOLDEN, dump_schema, golden_passphrase

VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=VERSIONS)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(GOLDEN / f"v{request.param}.hgkm", tmp_path))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_golden_file_holds_the_full_case(golden: Path, form: str) -> None:
    passphrase = golden_passphrase()
    passphrase = normalize("NFD", passphrase) if form == "NFD" else normalize("NFC", passphrase)
    with CaseFile.open(golden, passphrase, kdf=TEST) as file:
        assert [heading.id for heading in file.headings()] == [full_case().id]
        assert file.load(full_case().id) == full_case()
        assert file.settings == FULL_SETTINGS


def test_a_golden_file_keeps_revisions_and_tombstones(golden: Path) -> None:
    changed = "SELECT id FROM gebeurtenis WHERE rev = 2"
    assert rows(golden, changed, golden_passphrase()) == [(RUZIE.id,)]
    stones = "SELECT record_type, rev FROM tombstone ORDER BY record_type"
    assert rows(golden, stones, golden_passphrase()) == [("casus", 2), ("gebeurtenis", 2)]


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
