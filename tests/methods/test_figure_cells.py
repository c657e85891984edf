"""A value has one place in a set: it is put there when it can be true, and taken out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_cells import with_figure, without_figure
from hgkm_desktop.models.figure_phrases import with_typed
from hgkm_desktop.models.figure_terms import FigureKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period

COUNT = FigureIndicator("count", "gezinnen")
SHARE = FigureIndicator("share", "met een plan", kind=FigureKind.AANDEEL)
SET = FigureSet("s", "C6-6C", own=(COUNT, SHARE))
FIRST = Figure("f", "count", Period(2025, 1))
PART = Figure("p", "share", Period(2025, 1))


def test_another_value_comes_in_the_same_place() -> None:
    held = with_figure(SET, with_typed(FIRST, "3"))
    again = with_figure(held, replace(with_typed(FIRST, "4"), id="other"))
    assert [(one.id, one.count) for one in again.figures] == [("f", 4)]
    both = with_figure(again, with_typed(PART, "1/2"))
    assert without_figure(both, "count", Period(2025, 1)).figures == both.figures[1:]


def test_a_count_has_no_noemer_and_no_share() -> None:
    for typed in ("3/4", "75%"):
        with pytest.raises(BadInput, match="Dit is een aantal"):
            with_figure(SET, with_typed(FIRST, typed))
        assert with_figure(SET, with_typed(PART, typed)).figures


def test_what_cannot_be_true_is_not_put() -> None:
    with pytest.raises(BadInput, match="teller"):
        with_figure(SET, with_typed(PART, "4/3"))
    held = with_figure(SET, with_typed(FIRST, "3"))
    with pytest.raises(BadInput, match="1e helft 2025"):
        with_figure(held, replace(with_typed(FIRST, "5"), id="y", period=Period(2025)))
