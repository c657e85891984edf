"""Trouble that a test can make: a full disk, and another program that holds the file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file limit")

HOLDER = """
import sys
from pathlib import Path
from tests.casefile.files import foreign_connection, key_of
path = Path(sys.argv[1])
connection = foreign_connection(path, key_of(path))
for statement in sys.argv[2:]:
    list(connection.execute(statement))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def a_disk_of(size: int) -> Iterator[None]:
    """Let no file grow past this many bytes; Python ignores the signal that comes with it."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def another_program_doing(path: Path, *statements: str) -> Iterator[None]:
    """Locks count between processes only, so the other one must be a process of its own."""
    command = [sys.executable, "-c", HOLDER, str(path), *statements]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield
    finally:
        process.communicate()
