"""An open file that is left: closed for good, or locked until its passphrase is typed again."""

from __future__ import annotations

from contextlib import suppress

from hgkm_desktop.casefile import remembered
from hgkm_desktop.casefile.cleaning import clean
from hgkm_desktop.casefile.open_file import OpenFile
from hgkm_desktop.casefile.problems import ReplacedWhileLocked
from hgkm_desktop.casefile.session import close_session
from hgkm_desktop.errors import HgkmError


def close(file: OpenFile) -> None:
    """Close the file, wipe its key and leave nothing beside it; closing twice is fine."""
    if not file.is_open:
        return
    _sign_off(file)
    file.is_open = False
    try:
        file.disconnect()
    finally:
        file.key.wipe()
        file.writer_lock.let_go()


def lock(file: OpenFile) -> None:
    """Close the connection and wipe the key, but keep other programs from writing.

    What was read stays in memory: who is at work goes on after `unlock`. Besides that, these
    cannot be wiped: a passphrase or code that was typed, for Python and Qt move text about;
    what the system put in swap or in a file for hibernation; and, for a moment after opening,
    the key as Argon2 gave it.
    """
    if file.is_locked or not file.is_open:
        return
    _sign_off(file)  # closed while it is locked, it could not be said
    file.is_locked = True
    file.replaced = ReplacedWhileLocked
    remembered.pause(file.header)
    file.disconnect()
    file.key.wipe()


def unlock(file: OpenFile, secret: str, *, by_code: bool = False) -> None:
    """Open the file again with its passphrase, or `by_code` with its herstelcode.

    Raises WrongPassphrase, WrongCode, WrongGroup and BadInput; then it is still locked. With
    the right one it no longer is, also when the file was moved, replaced or changed meanwhile
    (ReplacedWhileLocked) or cannot be read now. Then nothing reaches the file until it is back
    as it was left, and `copy_to` copies what was read of it.
    """
    if not file.is_locked:
        return
    file.key.become(file.key.given(secret, by_code=by_code))
    file.is_locked = False
    remembered.resume(file.header)
    file.come_back()


def _sign_off(file: OpenFile) -> None:
    """Leave nothing between rows, and say that nobody works in the file any more.

    Both may fail, for nothing of a case is lost: it is done when it is closed the next time.
    """
    if file.is_locked or not (file.session.is_begun or file.was_cut_off):
        return
    with suppress(HgkmError):
        clean(file)
    with suppress(HgkmError), file.writing(signed=False):
        close_session(file.connection)
    file.session.end()
