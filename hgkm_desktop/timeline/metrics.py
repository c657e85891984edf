"""The sizes of a line: pixels for the screen, points for paper."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Metrics:
    """Every length of the layout in one unit; only the layout reads it.

    `max_rows` is how many rows a lane may have before events go into a '+N' chip, and
    `crowd_rows` how many a lane of more than `crowd` events may have; `label_max` is
    the widest label; `label_least` the narrowest that is still worth shortening to. With
    `labels_beside` a line whose shapes all have their number has their labels too. `lone_row`:
    what is alone in a crowded lane has a row; without it, it is counted, and named on paper.
    """

    lane_width: float
    header_height: float
    row_height: float
    lane_pad: float
    lane_least: float
    max_rows: int
    glyph: float
    echo: float
    bar_height: float
    band_height: float
    soft_least: float
    radius: float
    gap: float
    label_size: float
    number_size: float
    name_size: float
    axis_size: float
    year_size: float
    note_size: float
    label_max: float
    label_least: float
    sign: float
    sign_step: float
    month_least: float
    chip_least: float
    name_x: float
    fold_height: float
    fold_glyph: float
    band_row: float
    band_bar: float
    score_height: float
    score: float
    text_least: float
    axis_below: bool = False
    linked_dots: bool = False
    labels_beside: bool = False
    lone_row: bool = True
    crowd: int = 400
    crowd_rows: int = 2

    def scaled(self, factor: float) -> Metrics:
        """The same metrics, every length times `factor` (200 % text, presentation)."""
        lengths = {
            f.name: getattr(self, f.name) * factor for f in fields(self) if f.type == "float"
        }
        return replace(self, **lengths)


SCREEN = Metrics(
    lane_width=126,
    header_height=46,
    row_height=24,
    lane_pad=8,
    lane_least=40,
    max_rows=5,
    glyph=20,
    echo=12,
    bar_height=20,
    band_height=10,
    soft_least=7,
    radius=4,
    gap=6,
    label_size=13,
    number_size=12,
    name_size=13,
    axis_size=12,
    year_size=12,
    note_size=12,
    label_max=230,
    label_least=48,
    sign=11,
    sign_step=13,
    month_least=31,
    chip_least=54,
    name_x=14,
    fold_height=26,
    fold_glyph=12,
    band_row=22,
    band_bar=18,
    score_height=84,
    score=9,
    text_least=34,
)

PAPER = Metrics(
    lane_width=36.8 * _MM,  # the picture has 35: too narrow for "Openbaar Ministerie"
    header_height=9 * _MM,
    row_height=8.4 * _MM,
    lane_pad=1.6 * _MM,
    lane_least=11.5 * _MM,
    max_rows=6,
    glyph=6.2 * _MM,
    echo=1.8 * _MM,
    bar_height=4.2 * _MM,
    band_height=2.4 * _MM,
    soft_least=4.2 * _MM,
    radius=0,
    gap=1.2 * _MM,
    label_size=10,
    number_size=10,
    name_size=10,
    axis_size=9,
    year_size=10,
    note_size=9,
    label_max=52 * _MM,
    label_least=14 * _MM,
    sign=3.1 * _MM,
    sign_step=3.75 * _MM,
    month_least=7.5 * _MM,
    chip_least=12 * _MM,
    name_x=0,
    fold_height=7.2 * _MM,
    fold_glyph=3.4 * _MM,
    band_row=5.4 * _MM,
    band_bar=4.3 * _MM,
    score_height=20 * _MM,
    score=2.3 * _MM,
    text_least=9 * _MM,
    axis_below=True,
    linked_dots=True,
    lone_row=False,
    crowd_rows=6,
)
