"""A file before it is opened: where it stands, what its first bytes say, and may it be written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from hgkm_desktop.casefile.backups import is_named_as_backup
from hgkm_desktop.casefile.keys import HEADER_SIZE
from hgkm_desktop.casefile.problems import FileMissing, FileReplaced, NoAccess, NotACaseFile
from hgkm_desktop.paths import user_backup_dir

Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of a file before it is opened; nothing else opens it while it is in use."""

    header: bytes
    size: int
    may_write: bool
    identity: Identity


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file stands; what tells it, and its folder, from others that come to stand there."""

    path: Path
    identity: Identity
    folder: Identity

    @classmethod
    def of(cls, path: Path, identity: Identity | None = None) -> Place:
        """The place of the file that stands there now. Raises OSError."""
        return cls(path, identity or identity_of(path), identity_of(path.parent))

    @property
    def is_there(self) -> bool:
        """Whether the very file still stands there."""
        return _is(self.path, self.identity)

    @property
    def is_folder_there(self) -> bool:
        """Whether its folder is still the same: an empty mount point is not."""
        return _is(self.path.parent, self.folder)

    def insist(self) -> None:
        """Raises FileReplaced when the very file does not stand there any more."""
        if not self.is_there:
            raise FileReplaced


def identity_of(path: Path) -> Identity:
    """What tells a file from another one that came to stand at the same path."""
    found = os.stat(path)
    return found.st_dev, found.st_ino


def _is(path: Path, identity: Identity) -> bool:
    try:
        return identity_of(path) == identity
    except OSError:
        return False


def is_on_read_only_disk(path: Path) -> bool:
    """Whether the disk takes nothing at all, as after a fault; where no system tells, False."""
    if os.name == "nt":  # pragma: no cover - Windows has no statvfs
        return False
    try:
        return bool(os.statvfs(path.parent).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def look_at(path: Path) -> Start:
    """Read the first 16 bytes, and find out whether the file may be written.

    Only before connecting: on POSIX, closing any handle drops the locks of this process.
    Raises FileMissing, NotACaseFile for a folder, and NoAccess for what cannot be read.
    """
    if path.is_dir():
        raise NotACaseFile("Dit is een map, geen casusbestand.", name=path.name)
    try:
        identity = identity_of(path)
        try:
            header, may_write = _first_bytes(path, "r+b"), not is_backup(path)
        except OSError:
            header, may_write = _first_bytes(path, "rb"), False
        return Start(header, path.stat().st_size, may_write, identity)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing from error
    except OSError as error:
        raise NoAccess from error


def is_backup(path: Path) -> bool:
    """A backup that is opened where it stands can be read only: it is put back to work in it."""
    return user_backup_dir().resolve() in path.parents or is_named_as_backup(path)


def _first_bytes(path: Path, mode: str) -> bytes:
    with path.open(mode) as file:
        return bytes(file.read(HEADER_SIZE))
