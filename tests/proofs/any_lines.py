"""No texts meet on thousands of lines that were never seen before, at every zoom."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.timeline.any_case import looks
from tests.timeline.test_any_line import check_texts

LINES = 3_000


def no_texts_meet() -> bool:
    """Draw other cases each time, and say which one fails."""
    proof = settings(
        max_examples=LINES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )(given(looks(), st.floats(0, 1))(check_texts))
    try:
        proof()
    except AssertionError as wrong:
        print(wrong)
        return False
    return True
