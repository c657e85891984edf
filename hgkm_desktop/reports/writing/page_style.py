"""How documents look on paper: grid, type sizes and colours, in points."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4

PORTRAIT = (210 * MM, 297 * MM)
LANDSCAPE = (297 * MM, 210 * MM)
LANDSCAPE_A3 = (420 * MM, 297 * MM)

# Portrait: column A holds headings, column B the text.
SIDE = 18 * MM
TOP = 14 * MM
COLUMN_A = 36 * MM
CARD_COLUMN = 40 * MM  # on a card, where the heading is a name that was typed
GUTTER = 6 * MM
COLUMN_B = 132 * MM
FULL = COLUMN_A + GUTTER + COLUMN_B
TEXT_X = COLUMN_A + GUTTER
LONGEST_LINE = 124 * MM
INDENT = 8 * MM
BLEED = 5 * MM
SECTION_PAD = 3.2 * MM
TINT_PAD = 3.6 * MM
CARD_PAD = 5 * MM
SLIM_PAD = 2.5 * MM
ITEM_GAP = 1.5 * MM
LESSON_GAP = 2.2 * MM
CELL_PAD = 1.4 * MM
WRITING_LINE = 7 * MM

# Landscape: lane names, then the plot.
WIDE_SIDE = 14 * MM
WIDE_FULL = 269 * MM
WIDE_TEXT_X = 36.8 * MM  # where the line begins, beside its names

# Foot and marking of every page, measured from the edge of the sheet.
FOOT_RULE = 16.5 * MM
FOOT_TOP = FOOT_RULE + 1.5 * MM
WIDE_FOOT_RULE = 12.2 * MM
WIDE_FOOT_TOP = WIDE_FOOT_RULE + 1.5 * MM
MARKING_TOP = 6 * MM

ACCENT_BAR = 2.4 * MM
HAIRLINE = 0.5
ACCENT_LINE = 1.6


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type with its leading, in points."""

    size: float
    leading: float
    bold: bool = False


TITLE = Type(24, 28, bold=True)
WIDE_TITLE = Type(18, 22, bold=True)
HEADING = Type(13, 15.5, bold=True)
PROMINENT = Type(12, 16)
BODY = Type(11, 14.75)
SMALL = Type(10, 12.5)
LABEL = Type(9, 11)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a page as '#rrggbb'; colour never carries meaning alone."""

    ink: str = "#1a1a1a"
    accent: str = "#0f4c5c"
    soft: str = "#4a5157"
    edge: str = "#7b848a"
    rule: str = "#c3c9cd"
    grid: str = "#dfe3e6"
    tint_rule: str = "#a9b6bb"
    tint: str = "#eaf1f3"
    tint2: str = "#d3e0e4"
    paper: str = "#ffffff"


COLOURS = Colours()
# What stands back: text keeps a contrast of 4.5 to 1 on paper, outlines of 3 to 1.
DIMMED = Colours(
    ink="#757575",
    accent="#5a7a83",
    soft="#757575",
    edge="#8d969b",
    tint2="#eaf1f3",
)
