"""Where the system keeps secrets: asked within a time limit, and only if it encrypts them."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path
from secrets import token_hex
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from hgkm_desktop.casefile.key_problems import NoSafePlace, NotRemembered
from hgkm_desktop.casefile.keys import KEY_SIZE
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.policy import insist_on_remembering

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend  # slow to load, and seldom needed

LIMIT_SECONDS = 3.0
SERVICE = "HGKM Desktop"
ENCRYPTING = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.macOS.Keyring",
    }
)
"""The only backends that get a secret; what somebody added to keyring may write it as it is."""

# GNOME writes a keyring without a password as plain text, and still tells that it is a safe place.
_FOLDERS_OF_SYSTEM = ("keyrings", "kwalletd")
_TURN = Lock()  # one question at a time: no backend promises that it can take two

T = TypeVar("T")


def ask_in_time(
    work: Callable[[], T],
    failure: Callable[[], HgkmError],
    undo: Callable[[], object] | None = None,
) -> T:
    """What `work` gives within LIMIT_SECONDS; raises its HgkmError, or `failure` for all else.

    A system can hang on its own question. Then nobody waits any more: what comes too late is
    dropped, and `undo` takes back what was done after all.
    """
    answered, claimed = Event(), Lock()
    answers: list[T] = []
    errors: list[HgkmError] = []

    def ask() -> None:
        with _TURN:
            if claimed.locked():
                return
            try:
                answers.append(work())
            except HgkmError as error:
                errors.append(error)
            except Exception:  # noqa: BLE001 - a backend of any maker raises anything at all
                errors.append(failure())  # without its cause, which may quote the secret
            if claimed.acquire(blocking=False):
                answered.set()
            elif answers and undo is not None:
                with suppress(Exception):  # the same: anything at all, and nobody is waiting
                    undo()

    Thread(target=ask, name="safe place", daemon=True).start()
    if not answered.wait(LIMIT_SECONDS) and claimed.acquire(blocking=False):
        raise failure()
    answered.wait()
    if errors:
        raise errors[0]
    return answers[0]


def insist_on_place() -> None:
    """Raises NoSafePlace when this computer has none, or does not say so in time, and TurnedOff
    by policy."""
    insist_on_remembering()
    ask_in_time(safe_places, NoSafePlace)


def try_place() -> None:
    """Have a random secret kept and read it back; it is gone again when this returns.

    Raises TurnedOff by policy, NoSafePlace, and NotRemembered where nothing came back in time.
    """
    insist_on_remembering()
    name, secret = f"zelftest-{token_hex(8)}", token_hex(KEY_SIZE)

    def keep_and_take() -> None:
        place = safe_places()[0]
        put(place, name, secret)
        take_away(place, name)

    ask_in_time(keep_and_take, NotRemembered)


def safe_places() -> tuple[KeyringBackend, ...]:
    """The backends that encrypt, of those that the user or the system chose; the first is used.

    Only inside `ask_in_time`. Raises NoSafePlace.
    """
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    # Never through a chain itself: what its first part refuses, it offers to the next.
    parts = chosen.backends if isinstance(chosen, ChainerBackend) else (chosen,)
    places = tuple(part for part in parts if encrypts(part))
    if not places:
        raise NoSafePlace
    for place in places:
        if hasattr(place, "persist"):  # Windows takes secrets along to other computers otherwise
            place.persist = "local machine"
    return places


def encrypts(place: KeyringBackend) -> bool:
    """Whether this is one of the backends that we know to encrypt, and not only its like."""
    kind = type(place)
    return f"{kind.__module__}.{kind.__qualname__}" in ENCRYPTING


def put(place: KeyringBackend, name: str, secret: str) -> None:
    """Put a secret away and make sure it is there and is hidden; else it is taken back.

    First with a random one of the same length, so that nothing real lies bare even for a moment.
    Only inside `ask_in_time`. Raises NotRemembered, NoSafePlace, and what the backend raises.
    """
    trial = f"{name}-{token_hex(4)}"
    other = token_hex(len(secret) // 2)
    place.set_password(SERVICE, trial, other)
    try:
        _insist_on(place, trial, other)
    finally:
        take_away(place, trial)
    try:
        place.set_password(SERVICE, name, secret)
        _insist_on(place, name, secret)
    except BaseException:
        take_away(place, name)
        raise


def _insist_on(place: KeyringBackend, name: str, secret: str) -> None:
    found = place.get_password(SERVICE, name)
    if not isinstance(found, str) or not compare_digest(found.encode(), secret.encode()):
        raise NotRemembered
    if lies_bare(secret):
        raise NoSafePlace


def take_away(place: KeyringBackend, name: str) -> None:
    """Take a secret away if it is there, and go on whatever happens."""
    with suppress(Exception):  # a backend of any maker raises anything at all
        place.delete_password(SERVICE, name)


def lies_bare(secret: str) -> bool:
    """Whether the system wrote a secret down as it is in one of its own files."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return any(
        _holds(file, secret) for name in _FOLDERS_OF_SYSTEM for file in data.glob(f"{name}/*")
    )


def _holds(file: Path, secret: str) -> bool:
    try:
        return secret.encode() in file.read_bytes()
    except OSError:
        return False
