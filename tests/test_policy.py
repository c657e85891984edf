"""The policy of an administrator: it only ever tightens, and what is not understood closes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hgkm_desktop import app, policy
from hgkm_desktop.paths import HOME_VARIABLE
from hgkm_desktop.policy import Policy

FREE = Policy()
CLOSED = Policy(64, 1, 100, False, False, False, "")
WHOLE = """
wachtwoord_minstens = 20
vergrendelen_uiterlijk = 5
kleine_aantallen_minstens = 10
documenten = false
kopie_voor_collega = false
sleutel_onthouden = false
plaats_back-ups = "{place}"
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the policy of the administrator is, in this test; it is not there yet."""
    path = tmp_path / "beleid.toml"
    monkeypatch.setattr(policy, "place", lambda: path)
    return path


def without_problems(held: Policy) -> tuple[object, ...]:
    names = (*policy._RANGES, "documents", "colleague_copy", "remember_key", "backups")
    return tuple(getattr(held, name) for name in names)


def test_without_a_file_the_program_is_as_it_is(file: Path) -> None:
    assert policy.in_force() == FREE
    policy.insist_on_documents()
    policy.insist_on_colleague_copy()
    policy.insist_on_remembering()


def test_a_whole_policy_is_read(file: Path, tmp_path: Path) -> None:
    file.write_text(WHOLE.format(place=tmp_path.as_posix()), encoding="utf-8")
    assert policy.in_force() == Policy(20, 5, 10, False, False, False, tmp_path.as_posix())


def test_what_a_file_does_not_say_stays_as_it_is(file: Path) -> None:
    file.write_text("# alleen dit\nwachtwoord_minstens = 20\n", encoding="utf-8-sig")
    assert policy.in_force() == Policy(20)


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("wachtwoord_minstens = 8", Policy()),
        ("wachtwoord_minstens = 500", Policy(passphrase=64)),
        ("vergrendelen_uiterlijk = 240", Policy()),
        ("vergrendelen_uiterlijk = 0", Policy(lock_after=1)),
        ("kleine_aantallen_minstens = 1", Policy()),
        ("kleine_aantallen_minstens = 900", Policy(small=100)),
    ],
)
def test_a_number_out_of_range_is_said_and_never_loosens(
    file: Path, line: str, held: Policy
) -> None:
    file.write_text(line, encoding="utf-8")
    found = policy.in_force()
    assert without_problems(found) == without_problems(held)
    (problem,) = found.problems
    assert line.split(" = ")[0] in problem


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ('wachtwoord_minstens = "twintig"', Policy(passphrase=64)),
        ("wachtwoord_minstens = true", Policy(passphrase=64)),
        ("vergrendelen_uiterlijk = 2.5", Policy(lock_after=1)),
        ('documenten = "ja"', Policy(documents=False)),
        ("kopie_voor_collega = 1", Policy(colleague_copy=False)),
        ("sleutel_onthouden = []", Policy(remember_key=False)),
        ('plaats_back-ups = "back-ups"', Policy(backups="")),
        ("plaats_back-ups = 3", Policy(backups="")),
    ],
)
def test_a_value_that_is_not_understood_closes_that_and_no_more(
    file: Path, line: str, held: Policy
) -> None:
    file.write_text(line, encoding="utf-8")
    found = policy.in_force()
    assert without_problems(found) == without_problems(held)
    assert len(found.problems) == 1


def test_with_an_unknown_key_all_that_is_not_said_closes(file: Path) -> None:
    file.write_text("wachtwoord_minstens = 20\ndocumentn = false\n", encoding="utf-8")
    found = policy.in_force()
    assert without_problems(found) == without_problems(Policy(20, 1, 100, False, False, False, ""))
    assert "‘documentn’" in found.problems[0]


@pytest.mark.parametrize(
    "broken",
    [b"wachtwoord_minstens = ", b"\xff\xfe\x00", b"[[[[", b"a = 1\na = 2", b"#" * 200_000],
)
def test_a_file_that_cannot_be_read_closes_everything(file: Path, broken: bytes) -> None:
    file.write_bytes(broken)
    found = policy.in_force()
    assert without_problems(found) == without_problems(CLOSED)
    assert str(file) in found.problems[0]


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        (b"documenten = false\nwachtwoord_minstens = = 3\n", "regel 2"),
        (b"a = 1\n\na = 2\n", "regel 3"),
        (b"documenten = true\n# caf\xe9\n", "Regel 2 is geen UTF-8"),
        (b"documenten = ", "aan het einde"),
    ],
)
def test_where_reading_stopped_is_said(file: Path, broken: bytes, where: str) -> None:
    file.write_bytes(broken)
    assert where in policy.in_force().problems[0]


@pytest.mark.parametrize(
    "name",
    ["Beleid.toml", "BELEID.TOML", "beleid.toml.txt", "beleid.toml.toml", "beleid.txt", "beleid"],
)
def test_a_file_that_is_called_nearly_so_closes_everything(file: Path, name: str) -> None:
    file.with_name(name).write_text("wachtwoord_minstens = 20\n", encoding="utf-8")
    found = policy.in_force()
    if not file.exists():  # where capitals make no difference it is the file itself
        assert without_problems(found) == without_problems(CLOSED)
        assert f"‘{name}’" in found.problems[0]
        assert "‘beleid.toml’" in found.problems[0]
    file.write_text("documenten = false\n", encoding="utf-8")
    assert policy.in_force() == Policy(documents=False), "the right name counts, and that alone"


@pytest.mark.parametrize("name", ["beleid.toml.oud", "beleid-uit.toml", "leesmij.txt", "beleidx"])
def test_a_file_that_was_put_aside_is_no_policy(file: Path, name: str) -> None:
    file.with_name(name).write_text("documenten = false\n", encoding="utf-8")
    assert policy.in_force() == FREE


def test_a_folder_in_the_place_of_the_file_closes_everything(file: Path) -> None:
    file.mkdir()
    assert without_problems(policy.in_force()) == without_problems(CLOSED)


def test_a_link_that_leads_nowhere_closes_everything(file: Path, tmp_path: Path) -> None:
    file.symlink_to(tmp_path / "weg.toml")
    found = policy.in_force()
    assert without_problems(found) == without_problems(CLOSED)
    assert str(file) in found.problems[0]


@pytest.mark.parametrize("key", policy._KEYS)
@settings(max_examples=25)
@given(value=some.none() | some.booleans() | some.integers() | some.floats() | some.text())
def test_no_value_at_all_is_looser_than_the_program(key: str, value: object) -> None:
    found = policy._made({key: value}, "het beleid")
    assert policy._stricter(found, FREE) == found


def test_the_variable_of_tests_adds_a_file_and_takes_nothing_away(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("wachtwoord_minstens = 20\ndocumenten = false\n", encoding="utf-8")
    other = tmp_path / "ander.toml"
    other.write_text("wachtwoord_minstens = 15\nvergrendelen_uiterlijk = 3\n", encoding="utf-8")
    monkeypatch.setenv(policy.EXTRA_VARIABLE, str(other))
    assert policy.in_force() == Policy(passphrase=20, lock_after=3, documents=False)
    file.unlink()
    assert policy.in_force() == Policy(lock_after=3), "a control: then it is the other one alone"


def test_two_places_for_backups_are_none(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "ander.toml"
    for path, folder in ((file, "een"), (other, "twee")):
        path.write_text(f'plaats_back-ups = "{(tmp_path / folder).as_posix()}"')
    monkeypatch.setenv(policy.EXTRA_VARIABLE, str(other))
    assert policy.in_force().backups == ""


@pytest.mark.parametrize(
    ("insist", "line"),
    [
        (policy.insist_on_documents, "documenten = false"),
        (policy.insist_on_colleague_copy, "kopie_voor_collega = false"),
        (policy.insist_on_remembering, "sleutel_onthouden = false"),
    ],
)
def test_what_is_off_says_who_decided_and_what_to_do(file: Path, insist: Any, line: str) -> None:
    file.write_text(line, encoding="utf-8")
    with pytest.raises(policy.TurnedOff) as caught:
        insist()
    assert "Uw beheerder" in caught.value.what
    assert caught.value.safe
    assert caught.value.todo


# --- where it is ------------------------------------------------------------------------------


def test_no_variable_moves_the_file_of_the_administrator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = policy.place()
    for name in ("HGKM_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert policy.place() == usual


def test_each_system_has_its_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert policy.place().as_posix() == "/etc/hgkm-desktop/beleid.toml"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert policy.place().as_posix() == "/Library/Application Support/HGKM Desktop/beleid.toml"


def test_on_windows_the_system_is_asked_and_not_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import ctypes

    def answer(_: object, what: int, *rest: object) -> None:
        assert what == 0x23
        rest[-1].value = "D:/Gegevens"  # type: ignore[attr-defined]

    shell = SimpleNamespace(SHGetFolderPathW=answer)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setitem(os.environ, "PROGRAMDATA", "C:/van-de-gebruiker")
    assert policy.place().as_posix() == "D:/Gegevens/HGKM Desktop/beleid.toml"


def test_the_pages_without_a_window_follow_the_policy_too(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(["--off-screen", str(tmp_path / "vrij")]) == 0
    assert sorted(p.name for p in (tmp_path / "vrij").iterdir()) == [
        "casusverslag.pdf",
        "tijdlijn.png",
    ]
    file.write_text("documenten = false\n", encoding="utf-8")
    assert app.main(["--off-screen", str(tmp_path / "dicht")]) == 1
    assert "uitgezet op deze computer" in capsys.readouterr().err
    assert not (tmp_path / "dicht").exists()


def test_the_pages_without_a_window_are_told_of_where_nothing_can_be_printed(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    report = tmp_path / "logs" / app.UNSEEN_REPORT
    assert app.main(["--off-screen", str(tmp_path / "vrij")]) == 0
    assert "Gemaakt: casusverslag.pdf" in report.read_text(encoding="utf-8")
    file.write_text("documenten = false\n", encoding="utf-8")
    assert app.main(["--off-screen", str(tmp_path / "dicht")]) == 1
    assert "uitgezet op deze computer" in report.read_text(encoding="utf-8")
