"""Which part of a line is in view: the first day and the zoom, kept within reach of the case."""

from __future__ import annotations

from hgkm_desktop.timeline.layout import Timeline, Window
from hgkm_desktop.timeline.whole import ZOOM_STEP, zoom_at_most

LARGEST_ZOOM = 64.0
SMALLEST_ZOOM = ZOOM_STEP**-80


class Sight:
    """The window on a `Timeline` in a plot of some width; lengths run from the plot's left edge.

    Until it is moved it shows the whole case, also when the case or the width changes.
    """

    def __init__(self, timeline: Timeline, room: float) -> None:
        self.timeline = timeline
        self.room = room
        self.first, self.scale = 0.0, 1.0
        self.shows_all = True
        self.show_all()

    @property
    def window(self) -> Window:
        return Window(self.first, self.first + self.room / self.scale)

    def look_at(self, timeline: Timeline, room: float) -> None:
        """Go on with another line (the case changed) or another width."""
        self.timeline, self.room = timeline, room
        if self.shows_all:
            self.show_all()
        else:
            self._move(self.first, self.scale)

    def day_at(self, length: float) -> float:
        """The day at a place in the plot, as an ordinal with a fraction."""
        return self.first + length / self.scale

    def reach(self) -> Window:
        """The first days between which the window may begin: half a window past either end."""
        found = self.timeline.reach
        if found is None:
            return Window(self.first, self.first)
        half = self.room / self.scale / 2
        return Window(found.first - half, max(found.last, found.first) - half)

    def show_all(self) -> None:
        self._move(*self.timeline.whole(self.room))
        self.shows_all = True

    def show_days(self, first: float, last: float) -> None:
        """Show these days in the middle, as large as they fit."""
        scale = _within(zoom_at_most(self.room / max(last - first, 1.0)))
        self._move((first + last) / 2 - self.room / scale / 2, scale)

    def zoom(self, steps: int, length: float) -> None:
        """Zoom by steps (in when positive) around a place in the plot, which keeps its day."""
        day = self.day_at(length)
        scale = _within(zoom_at_most(self.scale * 1.001) * ZOOM_STEP**steps)
        self._move(day - length / scale, scale)

    def pan(self, length: float) -> None:
        """Move the window by a length, later when positive."""
        self.begin_at(self.first + length / self.scale)

    def begin_at(self, first: float) -> None:
        self._move(first, self.scale)

    def reveal(self, event_id: str) -> bool:
        """Pan as little as shows the start of an event and some of its label.

        True when that was needed.
        """
        spot = self.timeline.spot(event_id, self.scale)
        if spot is None:
            return False
        x = spot.x - self.first * self.scale
        wanted = min(spot.w, self.room * 0.4)
        covers = x < 0 and x + spot.w >= wanted
        if covers or (x >= 0 and x + wanted <= self.room):
            return False
        margin = self.room * 0.1
        left = spot.x - margin if x < 0 else spot.x + wanted + margin - self.room
        self.begin_at(left / self.scale)
        return True

    def _move(self, first: float, scale: float) -> None:
        self.shows_all = False
        self.scale = _within(scale)
        reach = self.reach()
        self.first = min(max(first, reach.first), reach.last)


def _within(scale: float) -> float:
    return min(max(scale, SMALLEST_ZOOM), LARGEST_ZOOM)
