"""Keyrings that do half of what they are asked: nothing real is left behind by any of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hgkm_desktop.casefile import (
    NoSafePlace,
    NotForgotten,
    NotRemembered,
    forget,
    insist_on_place,
    is_remembered,
    recall,
    safe_place,
    try_place,
)
from hgkm_desktop.policy import EXTRA_VARIABLE, TurnedOff
from tests.casefile.files import new_file
from tests.casefile.keyrings import COMPUTERS, Hanging, Safe, SafeOne, a_computer, of_the_system


@of_the_system
class FullAfterTheTrial(Safe):
    """Takes one secret, that of the trial, and breaks off in the middle of the next."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        if "-" not in username:
            raise OSError("vol")


@of_the_system
class Keeping(Safe):
    """Says that it removed a secret, and keeps it."""

    def delete_password(self, service: str, username: str) -> None:
        pass


class Vault(SafeOne):
    """As that of Windows: it takes secrets along to other computers unless it is told not to."""

    persist = "enterprise"


def test_a_key_goes_along_to_no_other_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(safe_place, "encrypts", lambda _place: True)
    vault = Vault()
    with a_computer(vault, tmp_path):
        insist_on_place()
    assert vault.persist == "local machine"


def test_a_place_that_takes_the_trial_and_not_the_key_keeps_nothing(
    path: Path, tmp_path: Path
) -> None:
    full = FullAfterTheTrial()
    with a_computer(full, tmp_path), new_file(path) as file:
        with pytest.raises(NotRemembered):
            file.remembering()()
        assert not file.is_remembered
    assert full.kept == {}


def test_a_place_that_keeps_what_it_should_forget_is_told_of_and_never_asked_again(
    path: Path, tmp_path: Path
) -> None:
    with a_computer(Keeping(), tmp_path), new_file(path) as file:
        file.remembering()()
        with pytest.raises(NotForgotten):
            forget(file.header)
        assert not is_remembered(file.header)


def test_what_cannot_be_read_among_the_files_of_the_system_is_passed_over(
    path: Path, tmp_path: Path
) -> None:
    with a_computer(SafeOne(), tmp_path), new_file(path) as file:
        (Path(os.environ["XDG_DATA_HOME"]) / "keyrings" / "map").mkdir(parents=True)
        file.remembering()()
        assert file.is_remembered


def test_what_the_policy_forbids_since_is_forgotten(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    safe = SafeOne()
    with a_computer(safe, tmp_path), new_file(path) as file:
        file.remembering()()
        (tmp_path / "beleid.toml").write_text("sleutel_onthouden = false\n", encoding="utf-8")
        monkeypatch.setenv(EXTRA_VARIABLE, str(tmp_path / "beleid.toml"))
        with pytest.raises(TurnedOff):
            recall(file.header)
        assert not file.is_remembered
        with pytest.raises(TurnedOff):
            file.remembering()()
    assert safe.kept == {}


@pytest.mark.parametrize("name", COMPUTERS)
def test_a_place_that_is_tried_gets_a_key_back_or_says_that_it_does_not(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_place, "LIMIT_SECONDS", 0.4)
    computer = COMPUTERS[name]
    backend = computer.at_first()
    with a_computer(backend, tmp_path, computer.environment):
        if computer.is_remembered:
            try_place()
        else:
            with pytest.raises((NoSafePlace, NotRemembered)):
                try_place()
        if isinstance(backend, Hanging):
            backend.let_go.set()
            insist_on_place()  # waits for its turn: what hung has come to an end
    if isinstance(backend, Safe):
        assert backend.kept == {}  # also where it worked


def test_a_place_that_policy_rules_out_is_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "beleid.toml"
    policy.write_text("sleutel_onthouden = false\n", encoding="utf-8")
    monkeypatch.setenv(EXTRA_VARIABLE, str(policy))
    asked = []

    @of_the_system
    class Asked(Safe):
        def set_password(self, service: str, username: str, password: str) -> None:
            asked.append(username)

    with a_computer(Asked(), tmp_path), pytest.raises(TurnedOff):
        try_place()
    assert not asked
