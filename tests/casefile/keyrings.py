"""Keyrings of every kind that a computer may turn out to have, and what must come of each."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from unittest.mock import patch

from keyring import core
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordSetError

from hgkm_desktop.casefile import KeyNotGiven, KeyOutdated
from hgkm_desktop.errors import HgkmError

RELEASE_AFTER = 30.0  # seconds that a hanging keyring hangs, when nobody lets it go


class Safe(KeyringBackend):
    """Keeps secrets in memory, which counts as encrypted, under the name of one of the system."""

    priority = -1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def of_the_system(kind: type[Safe]) -> type[Safe]:
    """Give a fake the name of the backend that it stands for: by that the program knows it."""
    kind.__module__, kind.__qualname__ = "keyring.backends.SecretService", "Keyring"
    return kind


class Plain(Safe):
    """What the plain backends of other makers do: write it down as it is."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        folder = Path(os.environ["XDG_DATA_HOME"]) / "python_keyring"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "keyring_pass.cfg").write_text(repr(self.kept), encoding="utf-8")


@of_the_system
class SafeOne(Safe):
    pass


@of_the_system
class WithoutPassword(Safe):
    """GNOME's keyring when its user chose an empty password: a safe place, but all lies bare."""

    def _write(self) -> None:
        folder = Path(os.environ["XDG_DATA_HOME"]) / "keyrings"
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["[keyring]", *(f"secret={secret}" for secret in self.kept.values())]
        (folder / "Default_keyring.keyring").write_text("\n".join(lines), encoding="utf-8")

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self._write()

    def get_password(self, service: str, username: str) -> str | None:
        self._write()
        return super().get_password(service, username)

    def delete_password(self, service: str, username: str) -> None:
        super().delete_password(service, username)
        self._write()


@of_the_system
class Locked(Safe):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the user closed the question")

    delete_password = get_password  # type: ignore[assignment]

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(password)  # some quote what they were given


@of_the_system
class Denied(Safe):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(password)


@of_the_system
class Hanging(Safe):
    """Answers nothing until `let_go` is set, and then all the same."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go, self.returned = Event(), Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait(RELEASE_AFTER)
        self.returned.set()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.let_go.wait(RELEASE_AFTER)
        super().set_password(service, username, password)


@of_the_system
class Losing(Safe):
    """Takes everything and has nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@of_the_system
class Short(Safe):
    """Has no room for more than a few signs, and does not say so."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:32])


@of_the_system
class Full(Safe):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError("too long")


class Chain(chainer.ChainerBackend):
    """A chain of which the test says what is in it."""

    priority = -1
    backends: tuple[KeyringBackend, ...] = ()

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.backends = backends


# --- what becomes of what was remembered --------------------------------------------------------

Later = Callable[[KeyringBackend], KeyringBackend]


def _the_same(backend: KeyringBackend) -> KeyringBackend:
    return backend


def _replaced(kind: Callable[[], KeyringBackend]) -> Later:
    return lambda _backend: kind()


def _with(secret: Callable[[str], str | None]) -> Later:
    def later(backend: KeyringBackend) -> KeyringBackend:
        assert isinstance(backend, Safe)
        for name, kept in list(backend.kept.items()):
            found = secret(kept)
            if found is None:
                del backend.kept[name]
            else:
                backend.kept[name] = found
        return backend

    return later


def _without_password(backend: KeyringBackend) -> KeyringBackend:
    """The user took the password off: the system writes all that it keeps down anew."""
    assert isinstance(backend, Safe)
    later = WithoutPassword()
    later.kept = backend.kept
    return later


@dataclass(frozen=True, slots=True)
class Computer:
    """The keyring at the time of remembering, and at the time of opening; `error` is what opening
    by the remembered key must raise, None when it must open."""

    at_first: Callable[[], KeyringBackend]
    is_remembered: bool
    later: Later = _the_same
    error: type[HgkmError] | None = None
    environment: str = ""


no_keyring: Callable[[], KeyringBackend] = fail.Keyring
null_keyring: Callable[[], KeyringBackend] = null.Keyring

COMPUTERS = {
    "geen kluis": Computer(no_keyring, is_remembered=False),
    "lege kluis (null)": Computer(null_keyring, is_remembered=False),
    "onbekende kluis gekozen": Computer(
        no_keyring, is_remembered=False, environment="geen.module.Keyring"
    ),
    "onversleuteld": Computer(Plain, is_remembered=False),
    "keten met onversleuteld voorop": Computer(
        lambda: Chain(Plain(), SafeOne()), is_remembered=True
    ),
    "keten met alleen onversleuteld": Computer(
        lambda: Chain(Plain(), null_keyring()), is_remembered=False
    ),
    "kluis zonder wachtwoord": Computer(WithoutPassword, is_remembered=False),
    "geweigerd": Computer(Denied, is_remembered=False),
    "bewaren hangt": Computer(Hanging, is_remembered=False),
    "bewaart niets": Computer(Losing, is_remembered=False),
    "kapt af": Computer(Short, is_remembered=False),
    "te lang": Computer(Full, is_remembered=False),
    "werkt": Computer(SafeOne, is_remembered=True),
    "later vergrendeld": Computer(SafeOne, True, _replaced(Locked), KeyNotGiven),
    "later hangt": Computer(SafeOne, True, _replaced(Hanging), KeyNotGiven),
    "later geen kluis": Computer(SafeOne, True, _replaced(no_keyring), KeyNotGiven),
    "later onversleuteld": Computer(SafeOne, True, _replaced(Plain), KeyNotGiven),
    "later een andere kluis": Computer(SafeOne, True, _replaced(SafeOne), KeyOutdated),
    "later zonder wachtwoord": Computer(SafeOne, True, _without_password, KeyOutdated),
    "later verwijderd": Computer(SafeOne, True, _with(lambda _: None), KeyOutdated),
    "andere sleutel": Computer(SafeOne, True, _with(lambda _: "ab" * 32), KeyOutdated),
    "rommel": Computer(SafeOne, True, _with(lambda _: "geen sleutel"), KeyOutdated),
    "halve sleutel": Computer(SafeOne, True, _with(lambda key: key[:40]), KeyOutdated),
}


@contextmanager
def a_computer(backend: KeyringBackend | None, data: Path, environment: str = "") -> Iterator[None]:
    """A computer with this keyring, or with the one that `environment` names."""
    named = {"PYTHON_KEYRING_BACKEND": environment} if environment else {}
    chosen = None if environment else backend
    with (
        patch.object(core, "_keyring_backend", chosen),
        patch.dict(os.environ, {"XDG_DATA_HOME": str(data), **named}),
    ):
        try:
            yield
        finally:
            if isinstance(backend, Hanging):
                backend.let_go.set()


# --- what may lie nowhere -----------------------------------------------------------------------


def found_bare(folders: list[Path], key: bytes, passphrase: str) -> list[str]:
    """In which files a key or passphrase stands, in any form that somebody could read it in."""
    words = passphrase.encode()
    forms = {
        key,
        key.hex().encode(),
        key.hex().upper().encode(),
        key.hex().encode("utf-16-le"),
        base64.b64encode(key).rstrip(b"="),
        base64.b64encode(key.hex().encode()).rstrip(b"="),
        words,
        passphrase.encode("utf-16-le"),
        base64.b64encode(words).rstrip(b"="),
    }
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return [str(file) for file in files if any(form in file.read_bytes() for form in forms)]
