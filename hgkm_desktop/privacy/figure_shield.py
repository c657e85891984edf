"""What of the figures of an area may leave the circle: one shielding over all that hang together.

Every paper and table of a set goes through this, with all figures of the set, also those that it
does not print itself: two papers laid beside each other then tell no more than one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hgkm_desktop.models.figure_terms import FigureKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.privacy.linked_counts import Linked, Sum, shielded_counts
from hgkm_desktop.privacy.small_counts import USUAL_THRESHOLD, Shielded, check_threshold

_MOST_TOGETHER, _FEW_LEFT = 6, 20  # a rest of so few may be small at any threshold in use
# Not told by `part_of_id`, for these are no noemer: but who lays them side by side subtracts them.
_SUMS = {
    "rihg": ("thv", "rihg_zonder_thv"),
    "contactmomenten": ("meldingen", "adviezen"),
}
_OPPOSITES = (("niet ", ""), ("niet ", "wel "), ("zonder ", "met "), ("geen ", ""))
_Field = str | int


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One figure as it may be printed; None where it has no such number.

    A change is only made of two counts that both have a `number`, and a share, also one that the
    supplier gave, is only printed where `has_share`: when teller and noemer are both shown, or
    when it stands alone and there is nothing to take it of.
    """

    count: Shielded | None
    of: Shielded | None
    classes: tuple[tuple[int, Shielded], ...]
    passed_on: Shielded | None
    has_share: bool


def shielded_set(
    figure_set: FigureSet,
    indicators: Iterable[FigureIndicator],
    threshold: int = USUAL_THRESHOLD,
) -> Mapping[str, PrintedFigure]:
    """What may be printed of each figure that has a number, by the id of the figure.

    `indicators` are all that are known, of the list and own ones. Counts hang together as part and
    whole, as parts of one whole that fill it, as classes, and as the halves of a year.
    Raises BadInput for a threshold below 3.
    """
    check_threshold(threshold)
    known = {one.id: one for one in (*indicators, *figure_set.own)}
    figures = [one for one in figure_set.figures if one.kind.has_number]
    web = _Web(known, figures)
    shown = shielded_counts(web.linked(threshold))
    return {
        figure.id: _printed(
            {field: shown[at] for field, at in web.fields(figure).items()},
            is_alone=web.is_alone(figure),
        )
        for figure in figures
    }


def _printed(shown: Mapping[_Field, Shielded], *, is_alone: bool) -> PrintedFigure:
    classes = tuple((field, one) for field, one in shown.items() if isinstance(field, int))
    count, of = shown.get("count"), shown.get("of")
    both = all(one is not None and one.number is not None for one in (count, of))
    return PrintedFigure(count, of, classes, shown.get("passed_on"), both or is_alone)


class _Web:
    """The counts of a set, each once, and the sums between them."""

    def __init__(self, known: Mapping[str, FigureIndicator], figures: Sequence[Figure]) -> None:
        self._known, self._figures = known, figures
        self._values: list[int] = []
        self._unprinted: set[int] = set()
        self._sums: dict[Sum, None] = {}
        self._told: set[tuple[int, tuple[int, ...]]] = set()
        self._known_at: dict[tuple[str, Period, _Field, int], int] = {}
        self._places: dict[str, dict[_Field, int]] = {f.id: self._own(f) for f in figures}
        self._at = {(f.indicator_id, f.period): self._places[f.id] for f in figures}
        self._wholes: dict[tuple[str, Period, int], int] = {}
        for figure in figures:
            self._add_noemer(figure)
        for figure in figures:
            self._take_noemer(figure)
        self._add_what_follows()
        self._tell_parts()
        self._tell_years()

    def linked(self, threshold: int) -> Linked:
        """All of it."""
        values = tuple(self._values)
        return Linked(values, (*self._sums,), frozenset(self._unprinted), threshold)

    def fields(self, figure: Figure) -> Mapping[_Field, int]:
        """Where the numbers of a figure are that it prints."""
        places = self._places[figure.id].items()
        return {field: at for field, at in places if at not in self._unprinted}

    def is_alone(self, figure: Figure) -> bool:
        """Whether a share is all that is known: no teller, and no noemer to take it of."""
        indicator = self._known.get(figure.indicator_id)
        whole = self._at.get((indicator.part_of_id if indicator else "", figure.period))
        has_count = "count" in self._places[figure.id] or figure.of is not None
        return figure.given_share is not None and not has_count and not whole

    # --- counts -------------------------------------------------------------------------

    def _add(self, value: int, *, is_printed: bool = True) -> int:
        self._values.append(value)
        if not is_printed:
            self._unprinted.add(len(self._values) - 1)
        return len(self._values) - 1

    def _once(self, figure: Figure, field: _Field, value: int) -> int:
        """One place for what stands there twice: a set that was merged can hold a figure double."""
        key = (figure.indicator_id, figure.period, field, value)
        if key not in self._known_at:
            self._known_at[key] = self._add(value)
        return self._known_at[key]

    def _own(self, figure: Figure) -> dict[_Field, int]:
        found: dict[_Field, int] = {}
        if figure.count is not None:
            found["count"] = self._once(figure, "count", figure.count)
        if figure.passed_on is not None:
            found["passed_on"] = self._once(figure, "passed_on", figure.passed_on)
        for one in figure.classes:
            found[one.times] = self._once(figure, one.times, one.count)
        if figure.count is None and figure.classes:  # together these are then the teller
            together = sum(one.count for one in figure.classes)
            found["count"] = self._add(together, is_printed=False)
        return found

    def _add_noemer(self, figure: Figure) -> None:
        """The noemer is the count of the whole, or of its own when it is not the same number."""
        if figure.of is None:
            return
        indicator = self._known.get(figure.indicator_id)
        part_of = indicator.part_of_id if indicator else ""
        key = (part_of or f"of {figure.indicator_id}", figure.period)
        whole = self._at.setdefault(key, {}).get("count")
        if whole is None:
            whole = self._at[key]["count"] = self._add(figure.of)
        elif self._values[whole] != figure.of:
            other = (*key, figure.of)
            whole = self._wholes[other] if other in self._wholes else self._add(figure.of)
            self._wholes[other] = whole
        self._places[figure.id]["of"] = whole

    def _take_noemer(self, figure: Figure) -> None:
        """A share without a noemer has the count of its whole for that."""
        indicator = self._known.get(figure.indicator_id)
        whole = self._at.get((indicator.part_of_id if indicator else "", figure.period), {})
        if figure.of is None and "count" in whole:
            self._places[figure.id]["of"] = whole["count"]

    # --- counts that no figure has, but that follow --------------------------------------

    def _add_what_follows(self) -> None:
        """A half of a year with its other half, and the other of two parts that fill a whole."""
        pairs, mixed = self._pairs_that_fill(), self._mixed_years()
        before = -1
        while before != len(self._values):
            before = len(self._values)
            for name, year in dict.fromkeys((name, period.year) for name, period in self._at):
                if year in mixed:
                    self._add_third(name, year)
            for whole, one, other in pairs:
                for period in [period for name, period in self._at if name == whole]:
                    self._add_other(whole, one, other, period)
                    self._add_other(whole, other, one, period)

    def _mixed_years(self) -> set[int]:
        """Years of which both a whole and a half is printed.

        In others the halves are shielded apart, so that a half stays as it was on the paper before.
        """
        whole = {figure.period.year for figure in self._figures if not figure.period.half}
        return {f.period.year for f in self._figures if f.period.half and f.period.year in whole}

    def _pairs_that_fill(self) -> Iterable[tuple[str, str, str]]:
        """The whole and two parts that are all of it: somewhere their counts say so, or their
        names do."""
        parts: dict[tuple[str, Period], list[Figure]] = {}
        for figure in self._figures:
            indicator = self._known.get(figure.indicator_id)
            if indicator and figure.count is not None and figure.of and self._is_share(figure):
                parts.setdefault((indicator.part_of_id, figure.period), []).append(figure)
        filling = [
            (whole, one.indicator_id, other.indicator_id)
            for (whole, _), inside in parts.items()
            for one, other in combinations(inside, 2)
            if whole and (one.count or 0) + (other.count or 0) == one.of == other.of
        ]
        return dict.fromkeys((*filling, *self._opposites()))

    def _opposites(self) -> Iterator[tuple[str, str, str]]:
        """'Verlengd' and 'niet verlengd' of one whole, also where no period has both."""
        named = {
            (one.part_of_id, _plain(one.label)): one.id
            for one in map(self._known.get, dict.fromkeys(f.indicator_id for f in self._figures))
            if one is not None and one.part_of_id
        }
        for (whole, label), one_id in named.items():
            for without, having in _OPPOSITES:
                other = named.get((whole, f"{having}{label.removeprefix(without)}".strip()))
                if label.startswith(without) and other is not None:
                    yield whole, one_id, other

    def _add_third(self, name: str, year: int) -> None:
        """The year of two halves, or the half that is left of a year."""
        three = [Period(year, half) for half in (0, 1, 2)]
        fields = dict.fromkeys(field for one in three for field in self._at.get((name, one), {}))
        for field in fields:
            places = [self._at.get((name, one), {}).get(field) for one in three]
            if field == "of" or places.count(None) != 1:
                continue
            counts = [0 if place is None else self._values[place] for place in places]
            value = sum(counts) if places[0] is None else counts[0] - sum(counts[1:])
            if value >= 0:
                self._follow((name, three[places.index(None)]), field, value)

    def _add_other(self, whole: str, one: str, other: str, period: Period) -> None:
        top = self._at[whole, period].get("count")
        part = self._at.get((one, period), {}).get("count")
        if top is None or part is None or "count" in self._at.get((other, period), {}):
            return
        if self._values[top] >= self._values[part]:
            self._follow((other, period), "count", self._values[top] - self._values[part])

    def _follow(self, key: tuple[str, Period], field: _Field, value: int) -> None:
        self._at.setdefault(key, {})[field] = self._add(value, is_printed=False)

    # --- sums ---------------------------------------------------------------------------

    def _tell(self, whole: int, parts: Iterable[int], most_left: int | None = None) -> None:
        """That a count holds these, and perhaps more that is printed nowhere."""
        these = tuple(sorted(parts))
        left = self._values[whole] - sum(self._values[part] for part in these)
        too_much = most_left is not None and left > most_left
        if left < 0 or too_much or (whole, these) in self._told:
            return
        self._told.add((whole, these))
        rest = (self._add(left, is_printed=False),) if left else ()
        self._sums[Sum(whole, (*these, *rest))] = None

    def _tell_parts(self) -> None:
        parts: dict[int, list[int]] = {}
        for (name, period), places in self._at.items():
            part = places.get("count")
            if part is None:
                continue
            self._tell_inside(part, places)
            whole = self._whole_of(name, period, places)
            if whole is not None:
                self._tell(whole, (part,))
                parts.setdefault(whole, []).append(part)
        self._tell_sums(parts)
        for whole, inside in parts.items():
            self._tell_that_fill(whole, inside)

    def _tell_sums(self, parts: dict[int, list[int]]) -> None:
        """What adds up without being a share of each other."""
        for (name, period), places in self._at.items():
            for part_name in _SUMS.get(name, ()) if "count" in places else ():
                part = self._at.get((part_name, period), {}).get("count")
                whole = places["count"]
                if part is not None and part not in parts.get(whole, ()):
                    self._tell(whole, (part,))
                    parts.setdefault(whole, []).append(part)

    def _whole_of(self, name: str, period: Period, places: Mapping[_Field, int]) -> int | None:
        """The noemer of a share, also of one that no figure has."""
        indicator = self._known.get(name)
        if indicator is not None and indicator.kind is FigureKind.VERHOUDING:
            return None
        if "of" in places or indicator is None or not indicator.part_of_id:
            return places.get("of")
        return self._at.get((indicator.part_of_id, period), {}).get("count")

    def _is_share(self, figure: Figure) -> bool:
        indicator = self._known.get(figure.indicator_id)
        return indicator is None or indicator.kind is not FigureKind.VERHOUDING

    def _tell_inside(self, whole: int, places: Mapping[_Field, int]) -> None:
        classes = [at for field, at in places.items() if isinstance(field, int)]
        if classes:
            self._tell(whole, classes)
        if "passed_on" in places:
            self._tell(whole, (places["passed_on"],))

    def _tell_that_fill(self, whole: int, parts: Sequence[int]) -> None:
        """Parts of one whole that are likely all of it: a reader takes them so too."""
        for size in range(2, min(_MOST_TOGETHER, len(parts)) + 1):
            for some in combinations(parts, size):
                self._tell(whole, some, 0 if size > 2 else _FEW_LEFT)
        if len(parts) > _MOST_TOGETHER:
            self._tell(whole, parts, _FEW_LEFT)

    def _tell_years(self) -> None:
        for (indicator_id, period), year in self._at.items():
            if period.half:
                continue
            halves = [
                self._at.get((indicator_id, Period(period.year, half)), {}) for half in (1, 2)
            ]
            for field, at in year.items():
                self._tell_year(at, [half[field] for half in halves if field in half])

    def _tell_year(self, year: int, halves: Sequence[int]) -> None:
        """A year is its halves; people who were in both halves are counted once in it."""
        twice = sum(self._values[half] for half in halves) - self._values[year]
        if twice <= 0 or len(halves) < 2:
            if halves:
                self._tell(year, halves)
            return
        both = self._add(self._values[year] + twice, is_printed=False)
        self._sums[Sum(both, tuple(halves))] = None
        self._sums[Sum(both, (year, self._add(twice, is_printed=False)))] = None


def _plain(label: str) -> str:
    return " ".join(label.casefold().split())
