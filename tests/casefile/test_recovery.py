"""The herstelcode opens its file, names a mistyped group, and is void after the passphrase."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.casefile import TEST, CaseFile, WrongCode, WrongGroup
from hgkm_desktop.casefile.recovery import code_of, key_from_code, same_group
from hgkm_desktop.errors import BadInput
from tests.casefile.files import PASSPHRASE, contents, new_file, open_file
from tests.casefile.full_case import full_case

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=32, max_size=32)


def never(_: bytearray) -> bool:
    return False


def with_group(code: str, number: int, group: str) -> str:
    groups = code.split("-")
    groups[number - 1] = group
    return "-".join(groups)


@given(keys)
def test_a_code_gives_its_key_back(key: bytes) -> None:
    code = code_of(key)
    assert [len(group) for group in code.split("-")] == [4] * 14
    assert key_from_code(code, never) == key


@given(keys, st.integers(1, 14), st.text(SIGNS, min_size=4, max_size=4))
def test_any_one_wrong_group_is_named(key: bytes, number: int, group: str) -> None:
    code = code_of(key)
    if group == code.split("-")[number - 1]:
        return
    with pytest.raises(WrongGroup) as wrong:
        key_from_code(with_group(code, number, group), lambda tried: tried == key)
    assert wrong.value.group == number
    assert str(number) in wrong.value.sentence


@given(keys, st.integers(0, 12), st.integers(1, 13))
def test_two_groups_that_changed_places_are_noticed(key: bytes, first: int, later: int) -> None:
    groups = code_of(key).split("-")
    second = (first + later) % 14
    if groups[first] == groups[second]:
        return
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(WrongGroup) as wrong:
        key_from_code("-".join(groups), never)
    assert wrong.value.group == 0
    assert "meer dan één" in wrong.value.sentence


def test_a_code_is_read_as_people_type_it() -> None:
    key = bytes(range(32))
    code = code_of(key)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"  {code.replace('-', ' – ')}\n",
        code.replace("0", "O").replace("1", "l"),
    ):
        assert key_from_code(typed, never) == key
    assert same_group(" 0 1ab\n", "01AB")
    assert same_group("oLAB", "01AB")
    assert not same_group("01AC", "01AB")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda code: "", "heeft 0 tekens"),
        (lambda code: with_group(code, 5, "ABC"), "groep 5"),
        (lambda code: with_group(code, 9, "ABCDE"), "groep 9"),
        (lambda code: with_group(code, 3, "AUBU"), "groep 3"),
        (lambda code: with_group(code, 14, "A?BC"), "groep 14"),
    ],
)
def test_what_cannot_be_a_code_is_said(change: object, says: str) -> None:
    assert callable(change)
    with pytest.raises(BadInput) as error:
        key_from_code(change(code_of(bytes(32))), never)
    assert says in error.value.sentence


def test_a_random_code_is_never_taken_for_a_whole_one() -> None:
    random = Random(7)
    passed = 0
    for _ in range(2_000):
        text = "".join(random.choice(SIGNS) for _ in range(56))
        try:
            key_from_code(text, never)
        except WrongGroup:
            continue
        passed += 1
    assert passed == 0


# --- with a file --------------------------------------------------------------------------------


@pytest.fixture
def code(path: Path) -> str:
    with new_file(path) as file:
        file.save(full_case())
        return file.recovery_code()


def test_the_code_opens_the_file(path: Path, code: str) -> None:
    with CaseFile.open(path, code.lower(), by_code=True, kdf=TEST) as file:
        assert file.load(full_case().id) == full_case()
        assert not file.read_only
        assert file.recovery_code() == code


def test_a_mistyped_group_is_named_and_nothing_changes(path: Path, code: str) -> None:
    before = contents(path.parent)
    for number in range(1, 15):
        group = "0000" if code.split("-")[number - 1] != "0000" else "1111"
        with pytest.raises(WrongGroup) as wrong:
            CaseFile.open(path, with_group(code, number, group), by_code=True, kdf=TEST)
        assert wrong.value.group == number
    assert contents(path.parent) == before


def test_the_code_of_another_file_does_not_open_it(path: Path, code: str) -> None:
    with new_file(path.with_name("ander.hgkm")) as other:
        code = other.recovery_code()
    with pytest.raises(WrongCode):
        CaseFile.open(path, code, by_code=True, kdf=TEST)


def test_a_locked_file_opens_by_code(path: Path, code: str) -> None:
    with open_file(path) as file:
        file.lock()
        with pytest.raises(WrongGroup) as wrong:
            file.unlock(with_group(code, 2, "0000"), by_code=True)
        assert wrong.value.group == 2
        assert file.is_locked
        file.unlock(code, by_code=True)
        assert len(file.headings()) == 1


def test_the_code_is_void_once_the_passphrase_changed(path: Path, code: str) -> None:
    folder = path.parent / "back-ups"
    with open_file(path) as file:
        file.change_passphrase(
            PASSPHRASE, "een ander lang wachtwoord", folder, datetime(2026, 3, 2)
        )
        new = file.recovery_code()
    assert new != code
    with pytest.raises(WrongCode):
        CaseFile.open(path, code, by_code=True, kdf=TEST)
    with CaseFile.open(path, new, by_code=True, kdf=TEST) as file:
        assert file.load(full_case().id) == full_case()


def test_who_forgot_the_passphrase_sets_another_with_the_code(path: Path, code: str) -> None:
    folder = path.parent / "back-ups"
    with CaseFile.open(path, code, by_code=True, kdf=TEST) as file:
        file.change_passphrase(
            code, "nog een ander wachtwoord", folder, datetime(2026, 3, 2), by_code=True
        )
    with open_file(path, "nog een ander wachtwoord") as file:
        assert len(file.headings()) == 1
