"""The first 16 bytes of a file, the key, and what a passphrase must be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest

from hgkm_desktop.casefile import (
    NORMAL,
    TEST,
    CaseFile,
    DamagedFile,
    DamagedHeader,
    NewerVersion,
    NotACaseFile,
    WrongPassphrase,
    check_passphrase,
    generate_passphrase,
)
from hgkm_desktop.casefile.keys import Kdf, derive_key, kdf_of, new_header
from hgkm_desktop.errors import BadInput
from hgkm_desktop.paths import resource
from hgkm_desktop.policy import EXTRA_VARIABLE
from tests.casefile.files import PASSPHRASE, new_file, open_file

A_FILE = 8 * 4096  # bytes


def test_a_header_names_its_profile() -> None:
    assert kdf_of(new_header(NORMAL), A_FILE) is NORMAL
    assert kdf_of(new_header(TEST), A_FILE, TEST) is TEST


def test_two_headers_are_never_the_same() -> None:
    assert new_header(NORMAL) != new_header(NORMAL)


@pytest.mark.parametrize("position", range(16))
def test_one_changed_byte_in_a_header_is_noticed(position: int) -> None:
    header = bytearray(new_header(NORMAL))
    header[position] ^= 1
    with pytest.raises(DamagedHeader):
        kdf_of(bytes(header), A_FILE)


def test_the_fast_profile_is_refused_by_a_normal_open(path: Path) -> None:
    new_file(path).close()
    with pytest.raises(NotACaseFile, match="testen"):
        CaseFile.open(path, PASSPHRASE)


def test_a_profile_of_a_later_version_is_refused() -> None:
    with pytest.raises(NewerVersion):
        kdf_of(new_header(Kdf(2, 8, 1, 1)), A_FILE)


def test_a_file_shorter_than_its_first_page_is_damaged() -> None:
    with pytest.raises(DamagedFile):
        kdf_of(new_header(NORMAL), 4095)


def test_the_normal_profile_opens_its_own_file(path: Path) -> None:
    CaseFile.create(path, PASSPHRASE).close()
    with pytest.raises(WrongPassphrase):
        CaseFile.open(path, PASSPHRASE + "r")
    CaseFile.open(path, PASSPHRASE).close()


def test_the_key_of_users_never_changes() -> None:
    """Argon2id with 64 MiB, 3 passes and 4 lanes, as other programs give it too: with any other
    profile behind this number, not one file of a user would open any more."""
    header = bytes.fromhex("01000102030405060708090a0b0c56da")
    assert kdf_of(header, A_FILE) is NORMAL
    key = derive_key("één café op de hoek", header, NORMAL)
    assert key.hex() == "041f5afdc3f7b27e34c0707517d54dddd767474d97970060b2bb49c8abf1fe9d"


def test_both_forms_of_an_accent_give_the_same_key(path: Path) -> None:
    typed_on_windows = normalize("NFC", "één café op de hoek")
    typed_on_a_mac = normalize("NFD", typed_on_windows)
    assert typed_on_windows != typed_on_a_mac
    CaseFile.create(path, typed_on_a_mac, kdf=TEST).close()
    open_file(path, typed_on_windows).close()
    open_file(path, typed_on_a_mac).close()


def test_the_key_depends_on_passphrase_header_and_profile() -> None:
    header = new_header(TEST)
    key = derive_key(PASSPHRASE, header, TEST)
    assert len(key) == 32
    assert key == derive_key(PASSPHRASE, header, TEST)
    assert key != derive_key(PASSPHRASE + " ", header, TEST)
    assert key != derive_key(PASSPHRASE, new_header(TEST), TEST)
    assert key != derive_key(PASSPHRASE, header, Kdf(TEST.number, 16, 1, 1))


@pytest.mark.parametrize(
    "text", ["", "veertien tekens"[:14], "é" * 14, normalize("NFD", "é" * 14), "a" * 14]
)
def test_a_short_passphrase_is_refused(text: str, path: Path) -> None:
    with pytest.raises(BadInput, match="15"):
        check_passphrase(text)
    with pytest.raises(BadInput):
        CaseFile.create(path, text, kdf=TEST)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 15, "é" * 15, "x" * 500, "Aa" * 10, "123451234512345", "wachtwoordwachtwoord"),
        *("123456789012345", "abcdefghijklmnopq", "zyxwvutsrqponmlk", "1111122222333334444455555"),
        *("abbababbaababbab", "welkom01welkom01wel", "                    "),
    ],
)
def test_one_pattern_is_refused_however_long(text: str, path: Path) -> None:
    with pytest.raises(BadInput, match="te raden"):
        check_passphrase(text)
    with pytest.raises(BadInput):
        CaseFile.create(path, text, kdf=TEST)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        *(" \t'\"; -- \x00 wachtwoord", "éénentwintigéén", "k9#vT2!xQ7@mZ4$", "mississippi is nat"),
        *("aap aap noot mies", "aaaaaaaaaa en noot en mies", "315264 641352 2461"),
        "1234 is geen raadsel",
    ],
)
def test_there_is_no_other_rule(text: str, path: Path) -> None:
    check_passphrase(text)
    CaseFile.create(path, text, kdf=TEST).close()
    open_file(path, text).close()


def test_generated_passphrases_are_five_random_words() -> None:
    words = resource("woorden/woorden.txt").read_text(encoding="ascii").split()
    made = [generate_passphrase(words).split(" ") for _ in range(50)]
    assert {len(passphrase) for passphrase in made} == {5}
    drawn = Counter(word for passphrase in made for word in passphrase)
    assert set(drawn) <= set(words)
    assert len(drawn) > 200  # 250 draws from 7776 words hardly repeat
    check_passphrase(" ".join(made[0]))


def test_a_generated_passphrase_is_as_long_as_the_policy_wants(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beleid.toml").write_text("wachtwoord_minstens = 40\n", encoding="utf-8")
    monkeypatch.setenv(EXTRA_VARIABLE, str(tmp_path / "beleid.toml"))
    words = resource("woorden/woorden.txt").read_text(encoding="ascii").split()
    passphrase = generate_passphrase([word for word in words if len(word) <= 5])
    assert len(passphrase) >= 40
    assert passphrase.count(" ") > 4  # five of these are never long enough
    check_passphrase(passphrase)
    with pytest.raises(BadInput, match="40"):
        check_passphrase(passphrase[:39])
