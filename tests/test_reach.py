"""What the tests reach is kept per room, and less is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reach.rooms import (
    APART,
    PACKAGE,
    REST,
    ROOMS,
    Reached,
    higher,
    keep,
    kept,
    lower,
    percents,
    room_of,
)

ROOT = Path(__file__).resolve().parents[1]


def test_every_folder_is_a_room() -> None:
    folders = {path.parent.name for path in (ROOT / PACKAGE).glob("*/__init__.py")}
    assert folders == set(ROOMS)
    assert all((ROOT / PACKAGE / file).exists() for file in APART)


@pytest.mark.parametrize(
    ("file", "room"),
    [
        ("casefile/lock.py", "casefile"),
        ("models/case.py", "models"),
        ("models/moment.py", "models/moment.py"),
        ("app.py", REST),
    ],
)
def test_a_file_is_in_one_room(file: str, room: str) -> None:
    assert room_of(file) == room


def test_what_is_reached_of_a_room_is_rounded_down() -> None:
    files = [Reached("ui/a.py", 2_000, 2_000), Reached("ui/b.py", 1_000, 999)]
    assert percents(files) == {"ui": 99.9}
    assert percents([Reached("app.py", 3, 3), Reached("ui/empty.py", 0, 0)]) == {REST: 100.0}


def test_less_than_is_kept_is_seen_and_more_may_be_kept() -> None:
    held = {"ui": 90.0, "casefile": 100.0, "models": 80.0}
    found = {"ui": 89.9, "casefile": 100.0, "models": 81.0, "figures": 50.0}
    assert lower(found, held) == ["ui"]
    assert higher(found, held) == ["figures", "models"]


def test_where_it_is_not_reached_is_said_once() -> None:
    place = Reached("ui/a.py", 9, 6, lines=(4, 5), jumps=((4, 5), (7, -1)))
    assert place.words() == "ui/a.py: 4, 5, 7 -> 1"


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "coverage.toml"
    assert kept(path) == {}
    keep({"ui": 90.1, "models/moment.py": 100.0}, path)
    assert kept(path) == {"models/moment.py": 100.0, "ui": 90.1}


def test_the_file_and_the_moment_are_reached_whole() -> None:
    numbers = kept()
    assert numbers["casefile"] == numbers["models/moment.py"] == 100.0
    assert set(numbers) <= {*ROOMS, *APART, REST}
