"""Files with the keys of the program, which are slow on purpose: each is made once, then copied."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from argon2.low_level import hash_secret_raw

from hgkm_desktop import app
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.paths import user_data_dir

slow_key = cache(hash_secret_raw)
"""The same key as ever, for the same words and the same file waited for once."""


def a_copy(path: Path, make: Callable[[Path], None]) -> Path:
    """At `path` the file that `make` makes; it is called for the first copy only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made_by(make))
    return path


@cache
def _made_by(make: Callable[[Path], None]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gemaakt.hgkm"
        make(path)
        return path.read_bytes()


def open_example() -> tuple[CaseFile, str]:
    """As the program opens it, from a copy when there is none in the folder of the user."""
    path = user_data_dir() / app.EXAMPLE_NAME
    if not path.exists():
        a_copy(path, app.make_example)
    return app.open_example()
