"""A wrong passphrase or code opens nothing: the short form of the proof of a thousand of them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from unicodedata import normalize

import pytest

from hgkm_desktop.casefile import TEST, CaseFile, WrongCode, WrongPassphrase
from tests.casefile.files import contents, key_of
from tests.casefile.full_case import full_case
from tests.casefile.wrong_keys import RIGHT, wrong_codes, wrong_passphrases


@pytest.fixture
def guarded(path: Path) -> Path:
    with CaseFile.create(path, RIGHT, kdf=TEST) as file:
        file.save(full_case())
    return path


def test_no_wrong_passphrase_opens_a_file_or_leaves_anything(guarded: Path) -> None:
    before = contents(guarded.parent)
    for passphrase in wrong_passphrases(120, Random(1)):
        with pytest.raises(WrongPassphrase):
            CaseFile.open(guarded, passphrase, kdf=TEST)
        assert contents(guarded.parent) == before


def test_no_wrong_code_opens_a_file_or_leaves_anything(guarded: Path) -> None:
    before = contents(guarded.parent)
    for code in wrong_codes(key_of(guarded, RIGHT), 20, Random(1)):
        with pytest.raises(WrongCode):
            CaseFile.open(guarded, code, by_code=True, kdf=TEST)
        assert contents(guarded.parent) == before


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_right_one_opens_it_in_every_form(form: str, guarded: Path) -> None:
    passphrase = normalize(form, RIGHT)  # type: ignore[arg-type]
    with CaseFile.open(guarded, passphrase, kdf=TEST) as file:
        assert file.load(full_case().id) == full_case()
