"""Published figures to lay beside one's own, with their source and what must stand beside them.

The lists are resources/inhoud/referentie_*.toml. Published figures stay as they were published, so
no small count in them is hidden. Source: docs/bronnen.md, bron 1 and 5.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from hgkm_desktop.models.content import entry_id
from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_terms import AreaKind, ValueKind
from hgkm_desktop.models.figures import FEWEST_TIMES, MOST_TIMES, ClassCount, Figure, Period
from hgkm_desktop.models.strict_toml import Table, parse
from hgkm_desktop.paths import resource

_T = TypeVar("_T")
_TIMES = {str(number) for number in range(FEWEST_TIMES, MOST_TIMES + 1)}
_SETS = ("midden_nederland", "huisverboden")


@dataclass(frozen=True, slots=True)
class ReferenceArea:
    """An area of a reference set; it lies in the areas of `within_ids`, and counts in them."""

    id: str
    label: str
    kind: AreaKind
    within_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """One published value of an area. With `since` it is of the years from that one to the period,
    and so stands beside no figure of one year; `note` belongs to this value only."""

    area_id: str
    figure: Figure
    since: int = 0
    note: str = ""

    @property
    def period_text(self) -> str:
        """'1e helft 2016', '2016', or '2015 tot en met 2017'."""
        text = self.figure.period.text
        return f"{self.since} tot en met {text}" if self.since else text


@dataclass(frozen=True, slots=True)
class GivenTotal:
    """A total as the source gives it: both halves of a year of these areas together."""

    indicator_id: str
    area_ids: tuple[str, ...]
    year: int
    total: int


@dataclass(frozen=True, slots=True)
class ReferenceNote:
    """What must stand beside each figure of these indicators of a set."""

    indicator_ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ReferenceSet:
    """Figures that were published together. `caveat` stands beside each of them, and each sum."""

    id: str
    name: str
    source: str
    caveat: str
    areas: tuple[ReferenceArea, ...]
    figures: tuple[ReferenceFigure, ...]
    totals: tuple[GivenTotal, ...] = ()
    notes: tuple[ReferenceNote, ...] = ()

    def area(self, area_id: str) -> ReferenceArea:
        """The area with this id. Raises KeyError when the set has none."""
        return {area.id: area for area in self.areas}[area_id]

    def caveats(self, indicator_id: str) -> tuple[str, ...]:
        """What must stand beside a figure of this indicator: of the whole set, then of itself."""
        own = (note.text for note in self.notes if indicator_id in note.indicator_ids)
        return (self.caveat, *own)

    def published(self, indicator_id: str) -> tuple[ReferenceFigure, ...]:
        """What the set says of one indicator, in the order of its list."""
        return tuple(f for f in self.figures if f.figure.indicator_id == indicator_id)

    def figure(self, area_id: str, indicator_id: str, period: Period) -> Figure:
        """The value of an area over exactly this period; 'niet vermeld' when there is none."""
        for one in self.published(indicator_id):
            if (one.area_id, one.figure.period, one.since) == (area_id, period, 0):
                return one.figure
        figure_id = _figure_id(area_id, indicator_id, period)
        return Figure(figure_id, indicator_id, period, ValueKind.NIET_VERMELD)

    def overlap(self, area_ids: Collection[str]) -> tuple[ReferenceArea, ReferenceArea] | None:
        """Two of these areas of which the first lies in the other, if any: never add those."""
        for one, other in combinations(map(self.area, area_ids), 2):
            if one.id == other.id or other.id in one.within_ids:
                return one, other
            if one.id in other.within_ids:
                return other, one
        return None


@cache
def reference_sets() -> tuple[ReferenceSet, ...]:
    """Every reference set that comes with the program."""
    return tuple(read_reference_set(resource(f"inhoud/referentie_{name}.toml")) for name in _SETS)


def read_reference_set(path: Path) -> ReferenceSet:
    """Reads referentie_*.toml. Raises BadContent, also for an area or indicator that is not there
    and for two values of one place and time."""
    whole = parse(path.read_text(encoding="utf-8"), path.name)
    areas = tuple(_finished(whole, "gebied", _area))
    places = {area.id for area in areas}
    found = ReferenceSet(
        id=path.stem.removeprefix("referentie_"),
        name=whole.text("naam"),
        source=whole.text("bron"),
        caveat=whole.text("voorbehoud"),
        areas=areas,
        figures=tuple(_finished(whole, "cijfer", lambda t: _figure(t, places))),
        totals=tuple(_finished(whole, "som", lambda t: _total(t, places))),
        notes=tuple(_finished(whole, "let_op", _note)),
    )
    whole.done()
    _check_once(whole, found)
    return found


def _finished(whole: Table, name: str, read_one: Callable[[Table], _T]) -> Iterator[_T]:
    """The entries written as [[name]], each read to its last key."""
    for table in whole.tables(name):
        yield read_one(table)
        table.done()


def _check_once(whole: Table, found: ReferenceSet) -> None:
    """Raises BadContent for areas that are not there and for what is there twice."""
    ids = [area.id for area in found.areas]
    if len(set(ids)) < len(ids) or not {i for a in found.areas for i in a.within_ids} <= {*ids}:
        raise whole.problem("een gebied staat er twee keer, of ligt in een gebied dat er niet is.")
    places = [(f.figure.id, f.since) for f in found.figures]
    if not places or len(set(places)) < len(places):
        raise whole.problem("er staat geen enkel cijfer in, of een cijfer staat er twee keer.")


def _area(table: Table) -> ReferenceArea:
    return ReferenceArea(
        id=entry_id(table),
        label=table.text("label"),
        kind=table.term("soort", AreaKind),
        within_ids=table.texts("ligt_in"),
    )


def _figure(table: Table, places: Collection[str]) -> ReferenceFigure:
    area_id = _one_of(table, table.text("gebied"), places)
    indicator_id = _indicator_id(table, table.text("indicator"))
    period = Period(_needed(table, "jaar"), _whole(table, "helft") or 0)
    given = table.number("aandeel") if "aandeel" in table.names else None
    figure = Figure(
        id=_figure_id(area_id, indicator_id, period),
        indicator_id=indicator_id,
        period=period,
        kind=table.term("soort", ValueKind, ValueKind.EXACT),
        count=_whole(table, "aantal"),
        of=_whole(table, "van"),
        given_share=None if given is None else round(given * 10),
        classes=_classes(table.table("keren")),
    )
    since = _whole(table, "vanaf_jaar") or 0
    return ReferenceFigure(area_id, figure, since, table.text("noot", ""))


def _classes(table: Table) -> tuple[ClassCount, ...]:
    if not {*table.names} <= _TIMES:
        raise table.problem("hoe vaak is 2, 3, 4 of 5; die laatste is vijf keer of meer.")
    found = tuple(ClassCount(int(name), _needed(table, name)) for name in table.names)
    table.done()
    return found


def _total(table: Table, places: Collection[str]) -> GivenTotal:
    return GivenTotal(
        indicator_id=_indicator_id(table, table.text("indicator")),
        area_ids=tuple(_one_of(table, place, places) for place in table.texts("gebieden")),
        year=_needed(table, "jaar"),
        total=_needed(table, "totaal"),
    )


def _note(table: Table) -> ReferenceNote:
    ids = tuple(_indicator_id(table, name) for name in table.texts("indicatoren"))
    return ReferenceNote(ids, table.text("tekst"))


def _indicator_id(table: Table, name: str) -> str:
    return _one_of(table, name, {indicator.id for indicator in figure_indicators()})


def _one_of(table: Table, name: str, known: Collection[str]) -> str:
    if name not in known:
        raise table.problem(f"‘{name}’ is geen bekend gebied en geen bekende indicator.")
    return name


def _whole(table: Table, key: str) -> int | None:
    """A number from zero up without a part behind the comma; None when the key is not there."""
    if key not in table.names:
        return None
    number = table.number(key)
    if number < 0 or number != int(number):
        raise table.problem(f"‘{key}’ moet een heel getal zijn, van nul of meer.")
    return int(number)


def _needed(table: Table, key: str) -> int:
    found = _whole(table, key)
    if found is None:
        raise table.problem(f"‘{key}’ ontbreekt.")
    return found


def _figure_id(area_id: str, indicator_id: str, period: Period) -> str:
    return f"{area_id}.{indicator_id}.{period.year}.{period.half}"
