"""The strip 'Zonder datum': undated events in their order, never at a made-up place in time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hgkm_desktop.models.terms import Occurrence
from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.display import Glyph, Hit, Line, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.marks import EventMark
from hgkm_desktop.timeline.metrics import Metrics

NAME = "Zonder datum"


@dataclass(frozen=True, slots=True)
class Strip:
    """The shapes and hits of the strip, and where it ends."""

    shapes: tuple[Shape, ...]
    hits: tuple[Hit, ...]
    bottom: float


def strip_of(
    marks: Sequence[EventMark],
    after: Mapping[str, int],
    metrics: Metrics,
    widths: Widths,
    left: float,
    right: float,
    top: float,
    selected: Collection[str],
    numbers: Mapping[str, int] | None = None,
) -> Strip:
    """The undated marks from left to right in as many rows as they need, from `top` down.

    `after` has for each the number of the event that it was told after, 0 for none;
    `numbers` their own, where these stand beside every shape.
    """
    if not marks:
        return Strip((), (), top)
    m = metrics
    shapes: list[Shape] = []
    hits: list[Hit] = []
    edge = left + 2 * m.gap
    x, y = edge, top + m.lane_pad + m.row_height / 2
    for mark in marks:
        note = _after(after[mark.event_id])
        room = right - edge - m.gap
        own = str(numbers[mark.event_id]) if numbers else ""
        wide, label = _measured(mark, own, note, metrics, widths, room)
        if x + wide > right and x > edge:
            x, y = edge, y + m.row_height
        if mark.event_id in selected:
            high = m.row_height * 1.08
            shapes.append(
                Rect(x - m.gap / 2, y - high / 2, wide, high, "selection", m.radius * 1.5)
            )
        shapes += _item(mark, own, label, note, x, y, metrics, widths)
        hits.append(Hit(mark.event_id, x, y - m.row_height / 2, wide, m.row_height))
        x += wide + m.gap
    bottom = y + m.row_height / 2 + m.lane_pad
    name_y = (top + bottom) / 2 + m.name_size * BASELINE
    name = widths.shortened(NAME, m.name_size, True, left - m.name_x - m.gap)
    frame: list[Shape] = [
        Rect(0.0, top, right, bottom - top, "strip"),
        Line(0.0, top, right, top, "axis_edge", dashed=True),
        Text(m.name_x, name_y, name, m.name_size, True, "strip_name"),
    ]
    return Strip((*frame, *shapes), tuple(hits), bottom)


def _after(number: int) -> str:
    return f"na nr. {number}" if number else "vooraan"


def _measured(
    mark: EventMark, own: str, note: str, metrics: Metrics, widths: Widths, room: float
) -> tuple[float, str]:
    """The whole width of an item, at most `room`, and its label shortened to fit."""
    m = metrics
    rest = m.glyph + 4 * m.gap + widths.of(note, m.note_size)
    rest += len(mark.signs) * m.sign_step + (m.gap if mark.signs else 0.0)
    rest += _number_width(own, metrics, widths)
    most = min(m.label_max, room - rest)
    label = widths.shortened(mark.label, m.label_size, mark.is_pivotal, most)
    return rest + widths.of(label, m.label_size, mark.is_pivotal), label


def _number_width(own: str, metrics: Metrics, widths: Widths) -> float:
    """The room of a number with the white after it; none without a number."""
    return widths.of(own, metrics.number_size, True) + metrics.gap if own else 0.0


def _item(
    mark: EventMark,
    own: str,
    label: str,
    note: str,
    x: float,
    y: float,
    metrics: Metrics,
    widths: Widths,
) -> list[Shape]:
    m = metrics
    hollow = mark.occurrence is Occurrence.NIET_GEDAAN
    absent = mark.occurrence is Occurrence.BESTOND_NIET
    kind, bold, dim = mark.kind, mark.is_pivotal, mark.dim
    glyph_x = x + m.glyph / 2
    letter = "" if mark.is_silent else kind.letter
    found: list[Shape] = [
        Glyph(glyph_x, y, m.glyph, kind.shape, letter, kind.value, hollow, absent, dim)
    ]
    if mark.is_silent:
        return found
    x += m.glyph + m.gap
    if own:
        base = y + m.number_size * BASELINE
        found.append(Text(x, base, own, m.number_size, True, "number", dim=dim))
        x += _number_width(own, metrics, widths)
    style = "label" if mark.happened else "label_absent"
    wide = widths.of(label, m.label_size, bold)
    found.append(Text(x, y + m.label_size * BASELINE, label, m.label_size, bold, style, dim=dim))
    x += wide + m.gap
    for sign in mark.signs:
        found.append(Sign(x + m.sign_step / 2, y, m.sign, sign, dim))
        x += m.sign_step
    x += m.gap if mark.signs else 0.0
    found.append(Text(x, y + m.note_size * BASELINE, note, m.note_size, False, "muted", dim=dim))
    return found
