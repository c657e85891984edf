"""The whole line of an exercise, to look at on screen."""

from __future__ import annotations

from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import SCREEN, Timeline
from hgkm_desktop.ui.exercises.drawn_line import DrawnLine
from hgkm_desktop.ui.line.timeline_paint import measure


class LineView(DrawnLine):
    """Every event of a line, with its number."""

    def __init__(self) -> None:
        super().__init__()
        self._line: Case | None = None
        self.setAccessibleName("De lijn, getekend")

    def show_line(self, line: Case) -> None:
        """Draw this line."""
        self._line = line
        number = numbers(line)
        told = [f"{number[e.id]} {e.start.text()} {e.title_in_full}" for e in in_order(line)]
        self.setAccessibleDescription(". ".join(told))
        self.draw()

    def line_at(self, factor: float) -> Timeline | None:
        if self._line is None or not self._line.events:
            return None
        return Timeline(self._line, Choices(), metrics=SCREEN.scaled(factor), measure=measure)
