"""A remembered key: kept only where the system encrypts, and never the only way in."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from hgkm_desktop.casefile import (
    LIMIT_SECONDS,
    TEST,
    CaseFile,
    FileLocked,
    KeyNotGiven,
    KeyOutdated,
    NoSafePlace,
    NotForgotten,
    NotRemembered,
    WrongPassphrase,
    forget,
    insist_on_place,
    is_paused,
    is_remembered,
    recall,
    safe_place,
)
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir, user_data_dir
from tests.casefile.files import PASSPHRASE, key_of, new_file, open_file
from tests.casefile.full_case import full_case
from tests.casefile.keyrings import (
    COMPUTERS,
    RELEASE_AFTER,
    Computer,
    Hanging,
    Losing,
    Plain,
    Safe,
    SafeOne,
    WithoutPassword,
    a_computer,
    found_bare,
    no_keyring,
    of_the_system,
)

NEW = "een heel nieuw wachtwoord"
NOON = datetime(2026, 3, 2, 12, 0)
LIMIT = 0.4  # seconds, for a test
SOON = RELEASE_AFTER / 3  # also on a busy machine, and long before a hanging keyring answers


@pytest.fixture(autouse=True)
def _short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_place, "LIMIT_SECONDS", LIMIT)


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    """A computer whose keyring does what it should."""
    backend = SafeOne()
    with a_computer(backend, tmp_path / "data"):
        yield backend


def remember(file: CaseFile) -> None:
    file.remembering()()


def header_of(path: Path) -> bytes:
    return path.read_bytes()[:16]


def opened(path: Path) -> CaseFile:
    return CaseFile.open_remembered(path, recall(header_of(path)), kdf=TEST)


def made(path: Path) -> Path:
    with new_file(path) as file:
        file.save(full_case())
    return path


# --- every computer -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMPUTERS)
def test_the_file_opens_by_passphrase_whatever_the_keyring_does(
    name: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = COMPUTERS[name]
    made(path)
    first = computer.at_first()
    assert try_to_remember(computer, first, path, tmp_path) is computer.is_remembered
    then = computer.later(first)
    with a_computer(then, tmp_path / "data", computer.environment):
        if computer.is_remembered:
            assert kind_of_failure(path) is computer.error
        monkeypatch.setattr(safe_place, "LIMIT_SECONDS", RELEASE_AFTER)
        started = time.monotonic()
        with open_file(path) as file:
            assert file.load(full_case().id) == full_case()
        assert time.monotonic() - started < SOON
    assert found_bare([tmp_path, user_data_dir()], key_of(path), PASSPHRASE) == []


def try_to_remember(
    computer: Computer, backend: KeyringBackend, path: Path, tmp_path: Path
) -> bool:
    with a_computer(backend, tmp_path / "data", computer.environment), open_file(path) as file:
        started = time.monotonic()
        try:
            remember(file)
        except (NoSafePlace, NotRemembered):
            assert not file.is_remembered
        assert time.monotonic() - started < SOON
        return file.is_remembered


def kind_of_failure(path: Path) -> type[HgkmError] | None:
    try:
        opened(path).close()
    except HgkmError as error:
        return type(error)
    return None


def test_without_the_check_of_the_backend_a_plain_one_writes_the_key_down(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_place, "encrypts", lambda _place: True)
    made(path)
    with a_computer(Plain(), tmp_path / "data"), open_file(path) as file:
        remember(file)
    assert len(found_bare([tmp_path], key_of(path), PASSPHRASE)) == 1


def test_without_the_look_at_its_files_a_keyring_without_password_writes_it_down(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_place, "lies_bare", lambda _secret: False)
    made(path)
    with a_computer(WithoutPassword(), tmp_path / "data"), open_file(path) as file:
        remember(file)
    assert len(found_bare([tmp_path], key_of(path), PASSPHRASE)) == 1


def test_nothing_real_is_given_to_a_keyring_that_shows_to_be_unfit(
    path: Path, tmp_path: Path
) -> None:
    given: list[str] = []

    @of_the_system
    class Telling(WithoutPassword):
        def set_password(self, service: str, username: str, password: str) -> None:
            given.append(password)
            super().set_password(service, username, password)

    with (
        new_file(path) as file,
        a_computer(Telling(), tmp_path / "data"),
        pytest.raises(NoSafePlace),
    ):
        remember(file)
    assert len(given) == 1
    assert key_of(path).hex() not in given


@pytest.mark.parametrize("name", ["geweigerd", "later vergrendeld"])
def test_what_a_keyring_says_of_a_secret_reaches_nobody(
    name: str, path: Path, tmp_path: Path
) -> None:
    backend = COMPUTERS[name].later(SafeOne()) if "later" in name else COMPUTERS[name].at_first()
    with (
        new_file(path) as file,
        a_computer(backend, tmp_path / "data"),
        pytest.raises(NotRemembered) as caught,
    ):
        remember(file)
    told = "".join(traceback.format_exception(caught.value))
    assert key_of(path).hex() not in told
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_every_backend_on_the_list_is_one_of_keyring() -> None:
    for name in safe_place.ENCRYPTING:
        module, _, kind = name.rpartition(".")
        assert issubclass(getattr(import_module(module), kind), KeyringBackend)


def test_a_computer_without_a_place_says_so(tmp_path: Path) -> None:
    with a_computer(no_keyring(), tmp_path), pytest.raises(NoSafePlace):
        insist_on_place()
    with a_computer(None, tmp_path, "geen.module"), pytest.raises(NoSafePlace):
        insist_on_place()


# --- remembering, opening, forgetting -----------------------------------------------------------


def test_a_remembered_file_opens_without_a_passphrase(path: Path, safe: Safe) -> None:
    with new_file(made(path).with_name("tweede.hgkm")) as other:
        remember(other)
    with open_file(path) as file:
        remember(file)
    with opened(path) as file:
        assert file.load(full_case().id) == full_case()
        assert not file.read_only
    assert len(safe.kept) == 2


def test_a_file_that_was_not_chosen_is_not_remembered(path: Path, safe: Safe) -> None:
    made(path)
    open_file(path).close()
    assert not is_remembered(header_of(path))
    assert not safe.kept


def test_a_forgotten_file_asks_for_its_passphrase(path: Path, safe: Safe) -> None:
    with open_file(made(path)) as file:
        remember(file)
        forget(file.header)
    assert not is_remembered(header_of(path))
    assert not safe.kept


def test_a_keyring_that_cannot_forget_is_not_asked_again(path: Path, tmp_path: Path) -> None:
    with new_file(path) as file:
        with a_computer(SafeOne(), tmp_path):
            remember(file)
        with a_computer(no_keyring(), tmp_path), pytest.raises(NotForgotten):
            forget(file.header)
        assert not file.is_remembered


def test_what_a_hanging_keyring_keeps_too_late_is_taken_back(path: Path, tmp_path: Path) -> None:
    backend = Hanging()
    with new_file(path) as file, a_computer(backend, tmp_path):
        with pytest.raises(NotRemembered):
            remember(file)
        backend.let_go.set()
        insist_on_place()  # waits for its turn: what hung has come to an end
    assert isinstance(backend, Safe)
    assert backend.returned.is_set()
    assert not backend.kept
    assert not is_remembered(header_of(path))


def test_without_a_place_for_the_mark_nothing_is_kept(path: Path, safe: Safe) -> None:
    user_data_dir().mkdir(parents=True)
    (user_data_dir() / "onthouden").write_text("geen map", encoding="utf-8")
    with new_file(path) as file, pytest.raises(NotRemembered):
        remember(file)
    assert not safe.kept


def test_a_locked_file_cannot_be_remembered(path: Path, safe: Safe) -> None:
    with new_file(path) as file:
        work = file.remembering()
        file.lock()
        with pytest.raises(FileLocked):
            file.remembering()
        work()  # what was asked before goes on with the key of then
    opened(path).close()


def test_a_remembered_key_can_only_read_a_file_in_use(path: Path, safe: Safe) -> None:
    with new_file(path) as file:
        remember(file)
        with opened(path) as second:
            assert second.read_only


def test_a_failing_file_says_the_same_as_with_a_passphrase(path: Path, safe: Safe) -> None:
    with new_file(path) as file:
        remember(file)
        key = recall(file.header)
    path.write_bytes(b"%PDF" + path.read_bytes()[4:])
    with pytest.raises(HgkmError, match="pdf"):
        CaseFile.open_remembered(path, key, kdf=TEST)
    assert not any(key)


def test_an_outdated_key_is_kept_until_the_passphrase_opened_the_file(
    path: Path, safe: Safe
) -> None:
    """A damaged file looks the same: what may be the last way in is not thrown away for it."""
    with new_file(path) as file:
        remember(file)
    whole = path.read_bytes()
    path.write_bytes(whole[:16] + bytes(4080) + whole[4096:])
    with pytest.raises(KeyOutdated):
        opened(path)
    path.write_bytes(whole)
    opened(path).close()


# --- locked -------------------------------------------------------------------------------------


def test_a_locked_file_asks_for_its_passphrase_also_after_a_new_start(
    path: Path, safe: Safe
) -> None:
    with new_file(path) as file:
        remember(file)
        file.lock()
    assert is_paused(header_of(path))
    assert is_remembered(header_of(path))
    with pytest.raises(WrongPassphrase):
        open_file(path, "niet het goede wachtwoord")
    assert is_paused(header_of(path))
    open_file(path).close()
    assert not is_paused(header_of(path))


def test_unlocking_ends_the_pause(path: Path, safe: Safe) -> None:
    with new_file(path) as file:
        remember(file)
        file.lock()
        file.unlock(PASSPHRASE)
        assert not is_paused(file.header)


def test_locking_a_file_that_is_not_remembered_marks_nothing(path: Path, safe: Safe) -> None:
    with new_file(path) as file:
        file.lock()
        file.unlock(PASSPHRASE)
        assert not file.is_remembered
    assert not user_data_dir().exists()


# --- another passphrase, and backups ------------------------------------------------------------


def test_another_passphrase_leaves_no_key_that_opens_older_backups(path: Path, safe: Safe) -> None:
    with open_file(made(path)) as file:
        remember(file)
        file.change_passphrase(PASSPHRASE, NEW, user_backup_dir(), NOON)
        assert not file.is_remembered
        assert not safe.kept
        remember(file)
        backup = next(user_backup_dir().rglob("*.hgkm"))
    opened(path).close()
    with pytest.raises(KeyOutdated):
        opened(backup)


def test_a_keyring_out_of_order_does_not_keep_the_passphrase_from_being_changed(
    path: Path, tmp_path: Path
) -> None:
    with open_file(made(path)) as file:
        with a_computer(SafeOne(), tmp_path):
            remember(file)
        with a_computer(Losing(), tmp_path):
            file.change_passphrase(PASSPHRASE, NEW, user_backup_dir(), NOON)
        assert not file.is_remembered
    open_file(path, NEW).close()


def test_a_backup_ends_no_pause(path: Path, safe: Safe) -> None:
    with open_file(made(path)) as file:
        remember(file)
        backup = file.copy_for_backup(user_backup_dir(), NOON).keep().path
        file.lock()
    with open_file(backup) as old:
        assert old.is_backup
    assert is_paused(header_of(path))


def test_what_is_recalled_too_late_is_dropped(path: Path, tmp_path: Path) -> None:
    with new_file(path) as file, a_computer(SafeOne(), tmp_path):
        remember(file)
    with a_computer(Hanging(), tmp_path):
        started = time.monotonic()
        with pytest.raises(KeyNotGiven):
            recall(header_of(path))
        with pytest.raises(KeyNotGiven):  # the first still hangs: it is not asked a second time
            recall(header_of(path))
        assert time.monotonic() - started < SOON
    assert is_remembered(header_of(path))


def test_nobody_waits_longer_than_three_seconds() -> None:
    """The other tests have a shorter limit; this is the one of the program."""
    assert 1 <= LIMIT_SECONDS <= 3
