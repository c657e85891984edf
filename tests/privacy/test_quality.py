"""The figures of the herleidbaarheidscheck hold on every set; raise them when they rise."""

from __future__ import annotations

from functools import cache

import pytest

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import privacy
from tests.privacy.quality import GROUPS, Quality, measured
from tests.privacy.sentences import (
    Sentence,
    Span,
    held_out,
    more_tuned,
    practice,
    practice_second,
    practice_third,
    tuning,
)

HALVES = {
    **{"tuning": tuning, "more_tuned": more_tuned, "held_out": held_out},
    **{"practice": practice, "practice_second": practice_second, "practice_third": practice_third},
}
LEAST = {
    "tuning": {
        **{"structured": 1.0, "names": 0.99, "injected": 1.0, "places": 0.98, "quasi": 0.98},
        **{"words": 0.99, "shelters": 1.0, "origins": 1.0},
    },
    "more_tuned": {
        **{"structured": 0.98, "names": 0.98, "injected": 1.0, "places": 0.98, "quasi": 0.95},
        **{"words": 1.0, "shelters": 1.0, "origins": 1.0},
    },
    "held_out": {
        **{"structured": 0.97, "names": 0.97, "injected": 0.95, "places": 0.95, "quasi": 0.87},
        **{"words": 0.85, "shelters": 1.0, "origins": 0.87},
    },
    "practice": {"structured": 1.0, "places": 1.0, "quasi": 0.97},
    "practice_second": {"structured": 1.0, "places": 1.0, "quasi": 1.0},
    "practice_third": {"structured": 1.0, "places": 1.0, "quasi": 1.0},
}
LEAST_PRECISION = {"tuning": 0.985, "more_tuned": 0.985, "held_out": 0.96}
LEAST_PRECISION |= {"practice": 0.96, "practice_second": 0.96, "practice_third": 0.92}
MOST_FALSE_ALARMS = {"tuning": 0.02, "more_tuned": 0.01, "held_out": 0.105}
MOST_FALSE_ALARMS |= {"practice": 0.03, "practice_second": 0.02, "practice_third": 0.04}
MOST_SURE_FALSE_ALARMS = {"tuning": 0.01, "more_tuned": 0.01, "held_out": 0.025}
MOST_SURE_FALSE_ALARMS |= {"practice": 0.01, "practice_second": 0.01, "practice_third": 0.01}
ASKED = [(half, group) for half, least in LEAST.items() for group in least]


@cache
def quality(half: str) -> Quality:
    return measured(HALVES[half]())


def some() -> tuple[Sentence, ...]:
    """Enough to see that the measure measures."""
    return tuple(tuning()[::8])


@pytest.mark.parametrize(("half", "group"), ASKED)
def test_it_finds_what_it_found_before(half: str, group: str) -> None:
    assert quality(half).share(group) >= LEAST[half][group]


@pytest.mark.parametrize("half", HALVES)
def test_it_is_seldom_wrong(half: str) -> None:
    assert quality(half).precision >= LEAST_PRECISION[half]
    assert quality(half).false_alarms <= MOST_FALSE_ALARMS[half]
    assert quality(half).sure_false_alarms <= MOST_SURE_FALSE_ALARMS[half]


def test_what_is_not_found_is_counted() -> None:
    """The measure can fail: a span that is nowhere near a finding."""
    missed = Sentence("moeder belt de politie", (Span(0, 6, "BSN"),))
    seen = Sentence("bel 06-12345678", (Span(4, 15, "TELEFOON"),))
    before, after = measured(some()), measured([missed, seen, *some()])
    assert after.recall["structured"][1] == before.recall["structured"][1] + 2
    assert after.recall["structured"][0] == before.recall["structured"][0] + 1


def test_what_is_found_in_vain_is_counted() -> None:
    false = Sentence("bel 06-12345678")
    before, worse = measured(some()), measured([false, *some()])
    assert worse.precision < before.precision
    assert worse.false_alarms > before.false_alarms
    assert worse.sure_false_alarms > before.sure_false_alarms


def test_the_figures_can_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(privacy, "held_out", some)
    monkeypatch.setattr(privacy, "HOSTILE", ("A.A.A.",))
    assert benchmarks.main(["privacy"]) == 0
    told = capsys.readouterr().out
    assert all(f"recall {group}" in told for group in GROUPS)
    assert not any(one.text in told for one in some())
