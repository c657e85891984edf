"""The two lines of a branch under each other on one scale, to look at on screen."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.methods.branch_words import told_words
from hgkm_desktop.methods.branches import two_lines
from hgkm_desktop.models.exercise import Branch, Exercise
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import SCREEN, Metrics, Timeline
from hgkm_desktop.ui.exercises.drawn_line import DrawnLine
from hgkm_desktop.ui.line.timeline_paint import measure

_MOST_ROWS = 12


class BranchView(DrawnLine):
    """Both sides of a branch, with what they share once above them."""

    def __init__(self, exercise: Exercise, branch: Branch) -> None:
        super().__init__()
        self.setAccessibleName("Twee lijnen onder elkaar")
        self.set_branch(exercise, branch)

    def set_branch(self, exercise: Exercise, branch: Branch) -> None:
        """Show this branch."""
        self._exercise, self._branch = exercise, branch
        self.setAccessibleDescription(" ".join(told_words(exercise, branch)))
        self.draw()

    def line_at(self, factor: float) -> Timeline:
        lines = two_lines(self._exercise, self._branch)
        choices = Choices(dimmed=lines.quiet, bands=frozenset())
        return Timeline(lines.case, choices, metrics=_metrics(factor), measure=measure)


def _metrics(factor: float) -> Metrics:
    """The sizes of the screen; larger ones keep more of the width for the lines themselves."""
    made = SCREEN.scaled(factor)
    if factor > 1.5:
        made = replace(
            made,
            lane_width=SCREEN.lane_width * 1.45,
            row_height=made.label_size * 1.45,
            header_height=made.axis_size * 2.7,
            name_size=made.label_size,
            glyph=made.label_size * 1.3,
        )
    return replace(made, max_rows=_MOST_ROWS, label_max=made.label_max * 1.6)
