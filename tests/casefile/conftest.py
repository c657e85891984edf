"""A fresh casusbestand per test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hgkm_desktop.casefile import CaseFile, engine
from tests.casefile.files import new_file
from tests.casefile.turned_bits import without_pauses


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    """What is damaged here gets no better by waiting before it is read again."""
    with without_pauses():
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "oefening.hgkm"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who finds the file busy waits for 20 ms: here it never ends by itself."""
    monkeypatch.setattr(engine, "_WAIT", 0.02)


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    with new_file(path) as file:
        yield file
