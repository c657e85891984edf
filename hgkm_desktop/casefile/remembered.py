"""The key of a file that a user chose to have remembered on this computer, kept by the system."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hgkm_desktop.casefile.key_problems import (
    KeyNotGiven,
    KeyOutdated,
    NoSafePlace,
    NotForgotten,
    NotRemembered,
)
from hgkm_desktop.casefile.keys import KEY_SIZE
from hgkm_desktop.casefile.safe_place import (
    SERVICE,
    ask_in_time,
    lies_bare,
    put,
    safe_places,
    take_away,
)
from hgkm_desktop.paths import user_data_dir
from hgkm_desktop.policy import TurnedOff, insist_on_remembering

_PAUSED = ".vergrendeld"


def is_remembered(header: bytes) -> bool:
    """Whether the user chose so for the file that begins with these 16 bytes."""
    return _mark(header).exists() or is_paused(header)


def is_paused(header: bytes) -> bool:
    """Whether the file was locked since, and nobody has typed its passphrase after that."""
    return _mark(header, _PAUSED).exists()


def pause(header: bytes) -> None:
    """Ask for the passphrase until `resume`: who finds a locked screen must not start anew."""
    with suppress(OSError):  # not remembered, or a folder that nobody can write in
        _mark(header).replace(_mark(header, _PAUSED))


def resume(header: bytes) -> None:
    """Who opens the file has shown to know its passphrase or herstelcode."""
    with suppress(OSError):
        _mark(header, _PAUSED).replace(_mark(header))


def remember(header: bytes, key: bytes | bytearray) -> None:
    """Have the system keep this key, encrypted, and read it back; all of it or nothing.

    Takes at most LIMIT_SECONDS, as do the others here that ask the system, and may be called in
    any thread. Raises TurnedOff by policy, NoSafePlace and NotRemembered. The system gets the key
    as text, which Python cannot wipe.
    """
    insist_on_remembering()
    name, secret = header.hex(), key.hex()

    def keep() -> None:
        put(safe_places()[0], name, secret)

    ask_in_time(keep, NotRemembered, undo=lambda: take_away(safe_places()[0], name))
    try:
        _mark(header).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _mark(header).touch(mode=0o600)
        _mark(header, _PAUSED).unlink(missing_ok=True)
    except OSError as error:
        with suppress(NotForgotten):
            forget(header)
        raise NotRemembered from error


def recall(header: bytes) -> bytearray:
    """The key that the system kept; whether it still fits the file is not asked.

    Raises KeyNotGiven, which may pass, and KeyOutdated, which will not. Whoever gets it wipes it.
    Raises TurnedOff where the policy forbids it since; then the key is gone.
    """
    try:
        insist_on_remembering()
    except TurnedOff:
        with suppress(NotForgotten):
            forget(header)
        raise
    try:
        found = ask_in_time(
            lambda: safe_places()[0].get_password(SERVICE, header.hex()), KeyNotGiven
        )
    except NoSafePlace as error:
        raise KeyNotGiven from error
    try:
        key = bytearray.fromhex(found or "")
    except (TypeError, ValueError):
        raise KeyOutdated from None  # the text of the error is what was found
    if len(key) != KEY_SIZE:
        raise KeyOutdated
    if lies_bare(key.hex()):  # the user took the password off the keyring since
        with suppress(NotForgotten):
            forget(header)
        raise KeyOutdated
    return key


def forget(header: bytes) -> None:
    """Never ask for the key of this file again, and have the system remove it.

    The first holds also when NotForgotten says that the second did not succeed.
    """
    for end in ("", _PAUSED):
        with suppress(OSError):
            _mark(header, end).unlink(missing_ok=True)
    try:
        ask_in_time(lambda: _take_away(header.hex()), NotForgotten)
    except NoSafePlace as error:
        raise NotForgotten from error


def _take_away(name: str) -> None:
    """From all that may hold it: which of them is the first can change."""
    for place in safe_places():
        take_away(place, name)
        if place.get_password(SERVICE, name) is not None:
            raise NotForgotten


def _mark(header: bytes, end: str = "") -> Path:
    """An empty file that says that there is something to ask for: without it nothing is asked."""
    return user_data_dir() / "onthouden" / (header.hex() + end)
