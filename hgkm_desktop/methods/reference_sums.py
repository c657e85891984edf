"""Published figures taken together, with what must stand beside the sum, and their given totals.

Source: cijfers in beeld (docs/bronnen.md, bron 1 and 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.derived import Compared, Derived
from hgkm_desktop.methods.figures import added, check_total
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figures import Period
from hgkm_desktop.models.reference_figures import GivenTotal, ReferenceSet


def sum_over_areas(
    reference: ReferenceSet, indicator_id: str, area_ids: Sequence[str], periods: Sequence[Period]
) -> Derived:
    """What these areas had over these periods together, with the caveats of the set.

    Raises BadInput when one area lies in another, and when two periods share a day: something
    would count twice.
    """
    if reference.overlap(area_ids):
        raise BadInput(
            "Het ene gebied ligt in het andere: dan telt iets dubbel.",
            todo="Kies gebieden die naast elkaar liggen.",
        )
    if any(one.overlaps(other) for one, other in combinations(periods, 2)):
        raise BadInput("Deze tijden overlappen: dan telt iets dubbel.")
    indicator = {one.id: one for one in figure_indicators()}[indicator_id]
    parts = [reference.figure(area, indicator_id, when) for area in area_ids for when in periods]
    found = added(indicator, parts)
    return replace(found, caveats=(*reference.caveats(indicator_id), *found.caveats))


def check_given(reference: ReferenceSet, given: GivenTotal) -> Compared | None:
    """A total of the source beside both halves of that year of its areas together."""
    halves = (Period(given.year, 1), Period(given.year, 2))
    found = sum_over_areas(reference, given.indicator_id, given.area_ids, halves)
    return check_total(found, given.total)
