"""New files: written under another name, and only put in their place once they are on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from hgkm_desktop.casefile.problems import FileExists, FolderMissing


def working_name(path: Path) -> Path:
    """Where a file is written before it gets its own name."""
    return path.with_name(path.name + ".new")


def refuse_to_overwrite(path: Path) -> None:
    """Raises FileExists when something is at this path, and FolderMissing without a folder."""
    if not path.parent.is_dir():
        raise FolderMissing
    if path.exists():
        raise FileExists


def discard(path: Path) -> None:
    """Remove what a stopped attempt left, with its journal."""
    path.unlink(missing_ok=True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def put_in_place(path: Path, new: Path | None = None) -> None:
    """Give what is `new`, or else stands at the working name, this name, once it is on the disk
    for certain. Raises FileExists and FolderMissing."""
    new = new or working_name(path)
    _flush(new, os.O_RDWR)
    refuse_to_overwrite(path)
    os.replace(new, path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk as they are now."""
    if os.name != "nt":  # pragma: no branch - Windows does not open folders
        _flush(folder, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_all(paths: Iterable[Path]) -> list[Path]:
    """Remove these files, and give those that could not be."""
    left = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return left
