"""The band of veiligheidscijfers: a point for each, joined per rater; no step and no average.

Source: de methode, veiligheidscijfer (docs/bronnen.md, bron 3): who gave it is part of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text, number_text
from hgkm_desktop.models.records import Veiligheidscijfer
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.marks import Span, span_of
from hgkm_desktop.timeline.metrics import Metrics

NAME = "Veiligheidscijfer"
NO_RATER = "niet ingevuld door wie"
MOST = 10.0
_SHAPES = ("circle", "square", "triangle", "diamond", "triangle_down", "hexagon")
_BESIDE = 1.25  # points of one moment stand so many times their size apart


@dataclass(frozen=True, slots=True)
class Rater:
    """Who gave scores, and the shape of their points."""

    name: str
    shape: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Score:
    """One veiligheidscijfer; `beside` is how many points' widths it stands from its moment."""

    record_id: str
    span: Span
    value: float
    rater: Rater
    series: tuple[object, ...]
    words: tuple[str, ...]
    is_joint: bool
    beside: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A score at one zoom: its x from day 0, its y from the top of the band, and its words, which
    begin at `text_x` and are empty where they find no room."""

    score: Score
    x: float
    y: float
    text: str
    text_x: float
    text_y: float


@dataclass(frozen=True, slots=True)
class Scores:
    """All dated scores of a case from early to late, who gave them, and the height they take."""

    scores: tuple[Score, ...]
    raters: tuple[Rater, ...]
    height: float

    def y(self, value: float, metrics: Metrics) -> float:
        """How far under the top of the band a score stands."""
        pad = metrics.score * 1.1 + metrics.lane_pad / 2
        return pad + (1.0 - value / MOST) * (self.height - 2 * pad)


def scores_of(case: Case, metrics: Metrics) -> Scores | None:
    """None when no score has a date."""
    dated = [(c, span) for c in case.cijfers if (span := span_of(c.moment, None, ongoing=False))]
    if not dated:
        return None
    dated.sort(key=lambda one: (one[1].centre, one[0].seq, one[0].id))
    raters = _raters(case, [cijfer for cijfer, _ in dated])
    persons = {b.id: b.role for b in case.betrokkenen}
    many, met = Counter(span.centre for _, span in dated), Counter[float]()
    scores = []
    for cijfer, span in dated:
        here = met[span.centre] - (many[span.centre] - 1) / 2
        met[span.centre] += 1
        scores.append(_score(cijfer, span, raters[_rater_key(cijfer)], persons, here))
    leading = metrics.note_size * 1.3
    names = metrics.name_size * 1.6 + len(set(raters.values())) * leading + metrics.lane_pad
    height = max(metrics.score_height, names)
    return Scores(tuple(scores), tuple(dict.fromkeys(raters.values())), height)


def _rater_key(cijfer: Veiligheidscijfer) -> tuple[str, ...]:
    return tuple(sorted(cijfer.organisation_ids))


def _raters(case: Case, cijfers: Sequence[Veiligheidscijfer]) -> dict[tuple[str, ...], Rater]:
    """Who gave these scores, by their ids in the order in which they first gave one."""
    names = {o.id: o.name for o in case.organisations}
    found: dict[tuple[str, ...], Rater] = {}
    for cijfer in cijfers:
        key = _rater_key(cijfer)
        if key not in found:
            known = [names[i] for i in cijfer.organisation_ids if i in names]
            number = len(found)
            shape = _SHAPES[number % len(_SHAPES)]
            is_open = number % 2 == 1 if number < len(_SHAPES) else number % 2 == 0
            found[key] = Rater(list_text(known) or NO_RATER, shape, is_open)
    return found


def _score(
    cijfer: Veiligheidscijfer, span: Span, rater: Rater, persons: dict[str, str], beside: float
) -> Score:
    number = number_text(cijfer.score, 0 if cijfer.score == int(cijfer.score) else 1)
    about = [persons.get(cijfer.betrokkene_id, ""), "bij afsluiten" if cijfer.at_closing else ""]
    more = ", ".join(words for words in about if words)
    return Score(
        cijfer.id,
        span,
        cijfer.score,
        rater,
        (_rater_key(cijfer), cijfer.betrokkene_id),
        (f"{number} {more}", number) if more else (number,),
        cijfer.jointly is Answer.JA,
        beside,
    )


def spots_of(scores: Scores, scale: float, metrics: Metrics, widths: Widths) -> tuple[Spot, ...]:
    """Where every score stands at a zoom, with its words where they hit nothing else."""
    size = metrics.score
    taken = _Taken(size * 8)
    places = [
        (one, one.span.centre * scale + one.beside * size * _BESIDE, scores.y(one.value, metrics))
        for one in scores.scores
    ]
    for one, x, y in places:
        half = size * (0.85 if one.is_joint else 0.55)
        taken.add((x - half, y - half, 2 * half, 2 * half))
    found = []
    for one, x, y in places:
        found.append(Spot(one, x, y, *_said(one, x, y, scores.height, metrics, widths, taken)))
    return tuple(found)


_Box = tuple[float, float, float, float]


def _said(
    one: Score, x: float, y: float, height: float, metrics: Metrics, widths: Widths, taken: _Taken
) -> tuple[str, float, float]:
    """The words of a score and where they begin, beside, above or below its point."""
    type_size = metrics.note_size
    # The days of an uncertain score run left and right of its point: words stand above it.
    turn = 0 if one.span.is_exact else 1
    for text in one.words:
        wide = widths.of(text, type_size)
        for left, base in _around(x, y, wide, metrics)[turn:]:
            box = (left, base - type_size * 0.8, wide, type_size)
            if box[1] >= 0.0 and box[1] + box[3] <= height and taken.is_free(box):
                taken.add(box)
                return text, left, base
    return "", x, y


def _around(x: float, y: float, wide: float, metrics: Metrics) -> list[tuple[float, float]]:
    """The places for words around a point, the best one first: their left end and baseline."""
    type_size, reach = metrics.note_size, metrics.score * 0.9 + metrics.gap * 0.3
    return [
        (x + reach, y + type_size * BASELINE),
        (x - wide / 2, y - reach),
        (x - wide / 2, y + reach + type_size * 0.7),
        (x - reach - wide, y + type_size * BASELINE),
    ]


class _Taken:
    """Boxes that are taken, kept per stretch of x so that only neighbours are looked at."""

    def __init__(self, stretch: float) -> None:
        self._stretch = stretch
        self._boxes: dict[int, list[_Box]] = {}

    def add(self, box: _Box) -> None:
        for key in self._keys(box):
            self._boxes.setdefault(key, []).append(box)

    def is_free(self, box: _Box) -> bool:
        return not any(
            _meet(box, other) for key in self._keys(box) for other in self._boxes.get(key, ())
        )

    def _keys(self, box: _Box) -> range:
        return range(int(box[0] // self._stretch), int((box[0] + box[2]) // self._stretch) + 1)


def _meet(one: _Box, other: _Box) -> bool:
    (x, y, w, h), (ox, oy, ow, oh) = one, other
    return x < ox + ow and ox < x + w and y < oy + oh and oy < y + h
