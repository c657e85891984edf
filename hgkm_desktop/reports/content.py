"""What is in a document, as plain data: words and their order, without sizes, places or colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from hgkm_desktop.figures.chart import Chart
from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState, EventKind, Mark, Occurrence
from hgkm_desktop.timeline.choices import Choices

EVERYTHING = Choices()


class Tone(Enum):
    """How much weight words have among the words around them.

    NAMED words stand on a button or in a menu; TYPED ones are what someone types.
    """

    PLAIN = "plain"
    STRONG = "strong"
    ASIDE = "aside"
    NAMED = "named"
    TYPED = "typed"


class ParagraphKind(Enum):
    """What a paragraph is for."""

    TEXT = "text"
    NOTE = "note"
    MISSING = "missing"


class TableKind(Enum):
    """Which table it is; the writer knows how wide the columns of each are."""

    RISKS = "risks"
    REQUESTS = "requests"
    PLAIN = "plain"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words of one weight.

    `page_of`: instead of words, the number of the page that this section (its heading) is on.
    `link`: where the words lead to in a window ('#heading'); on paper they are only words.
    """

    text: str
    tone: Tone = Tone.PLAIN
    page_of: str = ""
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    kind: ParagraphKind = ParagraphKind.TEXT


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: what it says and, on a line of its own, why."""

    runs: Runs
    explanation: Runs = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items numbered from `first`; `prominent` for the words that must be read before others."""

    items: tuple[Item, ...]
    prominent: bool = False
    first: int = 1


@dataclass(frozen=True, slots=True)
class SignedList:
    """Items that each open with the sign of a beleving."""

    mark: Mark
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: words, after a sign if there is one, or the names of readers who must act.

    `rows`: how many rows it stands in; those below have no cell in its column.
    """

    runs: Runs = ()
    mark: Mark | None = None
    tags: tuple[str, ...] = ()
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row has as many cells as the head has titles, but for cells of more rows.

    `widths` are the parts of the width that the columns of a plain table take; equal without.
    `row_heads`: the first cell of a row says what the others are about. `caption` stands above.
    A narrow one is in small type, and stands beside the picture that it has the numbers of.
    """

    kind: TableKind
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    row_heads: bool = False
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """How one organisation read something."""

    organisation: str
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Items without an order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with what it shows in words (`alt`), its caption, and its numbers beside it.

    Without a caption the heading above it says what it is of; without numbers these are all
    written in the chart itself, and in `alt`.
    """

    chart: Chart | FigureChart
    alt: str
    caption: str
    numbers: Table | None


@dataclass(frozen=True, slots=True)
class ScreenPicture:
    """A picture of the program: a PNG at twice the size it is shown at, and what it shows."""

    file: Path
    alt: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two or more readings of the same thing, next to each other, and what came of it."""

    about: str
    readings: tuple[ReadBy, ...]
    closing: Runs = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions for the talk, with room to write when the page has it."""

    items: tuple[str, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class WritingRoom:
    """So many empty lines under what is to be written on them."""

    about: str
    lines: int = 3


@dataclass(frozen=True, slots=True)
class LinePart:
    """A line over the whole width of the text, with what its shapes mean."""

    page: TimelinePage


Block = (
    Paragraph
    | NumberedList
    | SignedList
    | Bullets
    | Subheading
    | Picture
    | ScreenPicture
    | Table
    | SideBySide
    | Questions
    | WritingRoom
    | LinePart
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    `tinted`: this is asked of the reader. `brief`: one line, that says where to look further.
    `card`: it is cut out, and stands on one page; what is too long for that goes on on a next
    card. `begins_page`: nothing of what comes before stands on its page.
    `more`: what was too much for this section, and where it stands; or how a card is used.
    """

    heading: str
    blocks: tuple[Block, ...]
    tinted: bool = False
    brief: bool = False
    card: bool = False
    begins_page: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list under the timeline; `number` is the number beside its shape.

    `about` is said under it: what kind it is, and who took part. `spoken` is only read aloud, in
    place of its shape where nothing is said under it: what else the drawing shows of the event.
    """

    number: int
    kind: EventKind
    when: str
    text: str
    occurrence: Occurrence = Occurrence.GEBEURD
    about: str = ""
    spoken: str = ""


class LineUse(Enum):
    """Where a line stands: on a page of its own, between text, or large on a wall."""

    PAGE = "page"
    TEXT = "text"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The line of a case with its numbered list.

    `case` holds only what may be printed; `first` and `last` are the days it spans, both
    included, and None when nothing is dated. `choices` are its lanes and bands. `dates` says how
    exact its dates are; no part of time that the axis names is shorter than `least_days`.
    `where` says where its events are told, and `listed` are those of its list when not all are.
    It is drawn `larger` than usual, so many times; `labelled`: with the words of every event that
    have room beside it.
    """

    title: str
    label: str
    note: str
    case: Case
    first: date | None
    last: date | None
    entries: tuple[Entry, ...]
    missing: str = ""
    choices: Choices = EVERYTHING
    dates: str = "data op de maand"
    least_days: int = 8
    use: LineUse = LineUse.PAGE
    where: str = "alle gebeurtenissen staan in de lijst hierna"
    listed: tuple[Entry, ...] = ()
    larger: float = 1.0
    labelled: bool = False

    @property
    def in_list(self) -> tuple[Entry, ...]:
        return self.listed or self.entries


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value in the head of a document, such as 'Versie' and '3'."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `marking` stands on every page when it is not empty. `signature` (which document, code,
    version, state) and `disclaimer` stand at the foot of every page. `accent` is the colour of
    the house as '#rrggbb'; empty for ours. `hidden` of the `total` events are not shown. The
    `walls` are lines for the wall, each on a page of its own. The annex stands after the timeline.
    The text before the timeline is made to fit `text_pages`
    pages when it can; 0 for as many as it takes. `dense`: its sections stand close together.
    `contents`: it opens with its headings and their pages; a text to edit does without.
    """

    title: str
    subtitle: str
    code: str
    version: int
    made_on: date
    state: CaseState
    organisation: str
    marking: str
    facts: tuple[Fact, ...]
    opening: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    signature: str
    disclaimer: str
    accent: str = ""
    hidden: int = 0
    total: int = 0
    timeline: TimelinePage | None = None
    annex_title: str = ""
    annex: tuple[Section, ...] = ()
    text_pages: int = 0
    dense: bool = False
    walls: tuple[TimelinePage, ...] = ()
    contents: bool = False

    @property
    def lying(self) -> tuple[TimelinePage, ...]:
        """What stands on pages that lie: the timeline, and the lines for the wall."""
        return (self.timeline, *self.walls) if self.timeline is not None else self.walls


def texts(part: object) -> Iterator[str]:
    """Every text in a document or a part of it, in reading order; of a case only what is drawn."""
    if isinstance(part, Case):
        yield from (event.title for event in part.events)
        yield from (organisation.name for organisation in part.organisations)
        yield from (betrokkene.role for betrokkene in part.betrokkenen)
    elif isinstance(part, str) and not isinstance(part, Enum):
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from texts(piece)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def gaps(part: object) -> int:
    """How many paragraphs of a document or a part of it say what nobody filled in yet."""
    if isinstance(part, Paragraph):
        return int(part.kind is ParagraphKind.MISSING)
    if isinstance(part, tuple):
        return sum(gaps(piece) for piece in part)
    if is_dataclass(part) and not isinstance(part, Case):
        return sum(gaps(getattr(part, field.name)) for field in fields(part))
    return 0
