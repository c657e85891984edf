"""A fresh casusbestand per test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hgkm_desktop.casefile import CaseFile
from tests.casefile.files import new_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "oefening.hgkm"


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    with new_file(path) as file:
        yield file
