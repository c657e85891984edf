"""Files as the program makes them: each is made once, then copied."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from argon2.low_level import hash_secret_raw

from hgkm_desktop import app
from hgkm_desktop.casefile import CaseFile, keys
from hgkm_desktop.paths import user_data_dir


def quick_key(secret: bytes, salt: bytes, **profile: Any) -> bytes:
    """Another key for other words or another file, as ever, but one that nobody waits for."""
    cheap = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
    return hash_secret_raw(secret, salt, **{**profile, **cheap})


def a_copy(path: Path, make: Callable[[Path], None]) -> Path:
    """At `path` the file that `make` makes; it is called for the first copy only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made_by(make, vars(keys)["hash_secret_raw"]))
    return path


@cache
def _made_by(make: Callable[[Path], None], with_keys: Callable[..., bytes]) -> bytes:
    """Once for each way to come by a key: a program of its own knows no quick one."""
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
