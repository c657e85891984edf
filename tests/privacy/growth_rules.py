"""However odd a text is, one of twice the length takes the check about twice the time."""

from __future__ import annotations

import time

import pytest

from hgkm_desktop.privacy import check
from tests.benchmarks.privacy import HOSTILE, filled

MOST_GROWTH = 3.2  # twice the text takes twice the time; the rest is what a busy computer adds
TRIES = 4
LEAST_MEASURED = 0.003  # seconds: less says nothing


@pytest.mark.parametrize("part", HOSTILE)
def test_twice_the_text_takes_about_twice_the_time(part: str) -> None:
    check(part)
    assert any(_grows_along(part) for _ in range(TRIES))


def _grows_along(part: str) -> bool:
    """What grows faster does so each time; a busy machine does not.

    Once is enough for the long text: when that was held up, both are measured again.
    """
    short = _least_time(filled(part, 2_500), 2)
    long = _least_time(filled(part, 5_000), 1)
    return long < LEAST_MEASURED or long / short < MOST_GROWTH


def _least_time(text: str, tries: int) -> float:
    times = []
    for _ in range(tries):
        start = time.process_time()
        check(text)
        times.append(time.process_time() - start)
    return min(times)
