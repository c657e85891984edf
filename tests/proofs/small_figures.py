"""No hidden count is found from what is printed of thousands of sets of figures."""

from __future__ import annotations

from random import Random

from hgkm_desktop.privacy.figure_shield import shielded_set
from tests.privacy.reader_of_figures import INDICATORS, a_random_half, a_random_year, found_out

SETS = 3_000


def no_small_count_is_found() -> bool:
    """Draw other sets each time, and say which one gives a count away."""
    start = Random().randrange(10**9)
    for seed in range(start, start + SETS):
        for drawn in (a_random_year, a_random_half):
            figure_set = drawn(Random(seed))
            if found := found_out(figure_set, shielded_set(figure_set, INDICATORS)):
                print(f"cijfers {seed}: {'; '.join(found)}")
                return False
    return True
