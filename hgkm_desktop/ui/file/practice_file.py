"""The file to make a first case in: encrypted as any other, its passphrase is no secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hgkm_desktop.paths import resource, user_data_dir

if TYPE_CHECKING:
    # Imported where it is used: the start screen must paint without it.
    from hgkm_desktop.casefile import CaseFile

NAME = "eerste casus.hgkm"
ORGANISATION = "Gemeente Voorbeeld"


def is_begun() -> bool:
    """Whether a first case was begun on this computer before."""
    return (user_data_dir() / NAME).exists()


def open_practice_file() -> tuple[CaseFile, str]:
    """The file in the user's own folder, made when it is not there, and its passphrase.

    Raises HgkmError when it cannot be made or opened.
    """
    from hgkm_desktop.casefile import CaseFile
    from hgkm_desktop.models.records import FileSettings

    passphrase = resource("voorbeeld/wachtwoord.txt").read_text(encoding="utf-8").strip()
    path = user_data_dir() / NAME
    if path.exists():
        return CaseFile.open(path, passphrase), passphrase
    path.parent.mkdir(parents=True, exist_ok=True)
    settings = FileSettings(organisation=ORGANISATION)
    return CaseFile.create(path, passphrase, settings=settings), passphrase
