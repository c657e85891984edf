"""Reading of a manual: the part of Markdown that our manuals are written in, as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Item,
    NumberedList,
    Paragraph,
    Run,
    Runs,
    ScreenPicture,
    Section,
    Subheading,
    Table,
    TableKind,
    Tone,
)

_INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<named>.+?)\*|`(?P<typed>[^`]+)`"
    r"|\[(?P<words>[^\]]+)\]\((?P<link>[^)\s]+)\)"
)
_HEADING = re.compile(r"(#+) +(.+)")
_ITEM = re.compile(r"(?:-|(\d+)\.) +(.*)")
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)\s]+)\)")
_FENCE = "```"
_LEAST, _MOST = 8, 42  # characters of a column that its width is reckoned from
_LINE, _WIDE_LINE, _NARROW = 62, 82, 3  # characters of a line; up to three columns stand narrow
_BOLD = 1.1


class NotOurMarkdown(ValueError):
    """A manual has something that this reader does not know; its text says which line."""


@dataclass(frozen=True, slots=True)
class ManualText:
    """A manual as it was read: its title, what stands before its chapters, and these."""

    title: str
    opening: tuple[Paragraph, ...]
    chapters: tuple[Section, ...]


def anchor(heading: str) -> str:
    """What a link in the manual calls a heading, as on a page of the repository."""
    kept = "".join(c for c in heading.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")


def read_manual(text: str, folder: Path) -> ManualText:
    """Read a manual; `folder` is where it stands, and its pictures are named from.

    Headings have one to three levels. What stands before the first chapter is paragraphs; a list
    there is its contents and is left out: a window and a PDF make their own. Raises NotOurMarkdown.
    """
    blocks = list(_Lines(text, folder).blocks())
    if not blocks or not isinstance(blocks[0], _Heading) or blocks[0].level != 1:
        raise NotOurMarkdown("a manual begins with its title")
    chapters: list[Section] = []
    opening: list[Paragraph] = []
    for block in blocks[1:]:
        if isinstance(block, _Heading):
            _put_heading(block, chapters)
        elif chapters:
            last = chapters[-1]
            chapters[-1] = replace(last, blocks=(*last.blocks, block))
        elif isinstance(block, Paragraph):
            opening.append(block)
    return ManualText(blocks[0].text, tuple(opening), tuple(chapters))


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    text: str


def _put_heading(heading: _Heading, chapters: list[Section]) -> None:
    """A chapter begins, or a part of the last one."""
    if heading.level == 2:
        chapters.append(Section(heading.text, ()))
        return
    if heading.level != 3 or not chapters:
        raise NotOurMarkdown(f"heading of level {heading.level}: {heading.text}")
    last = chapters[-1]
    chapters[-1] = replace(last, blocks=(*last.blocks, Subheading(heading.text)))


class _Lines:
    """The lines of a manual, from which blocks are taken."""

    def __init__(self, text: str, folder: Path) -> None:
        self.lines, self.at, self.folder = text.splitlines(), 0, folder

    def blocks(self) -> Iterator[Block | _Heading]:
        while self.at < len(self.lines):
            if not self.lines[self.at].strip():
                self.at += 1
            else:
                yield from self._next()

    def _next(self) -> Iterator[Block | _Heading]:
        """The block that begins at this line."""
        line = self.lines[self.at]
        if found := _HEADING.fullmatch(line):
            self.at += 1
            yield _Heading(len(found[1]), "".join(run.text for run in runs_of(found[2].strip())))
        elif line.startswith(_FENCE):
            yield from self._typed()
        elif line.startswith("|"):
            yield self._table()
        elif line.startswith("!["):
            self.at += 1
            yield self._picture(line)
        elif _ITEM.match(line):
            yield self._list()
        elif line.startswith("> "):
            yield Paragraph(runs_of(self._joined(lambda one: one.startswith("> "), 2)))
        elif line[0].isspace() or line.startswith("<"):
            raise NotOurMarkdown(f"line {self.at + 1}: {line[:60]}")
        else:
            yield Paragraph(runs_of(self._joined(_goes_on, 0)))

    def _joined(self, belongs: Callable[[str], bool], cut: int) -> str:
        """This line and those after it that belong to it, without `cut` characters of each."""
        taken = [self.lines[self.at][cut:].strip()]
        self.at += 1
        while self.at < len(self.lines) and belongs(self.lines[self.at]):
            taken.append(self.lines[self.at][cut:].strip())
            self.at += 1
        return " ".join(taken)

    def _typed(self) -> Iterator[Paragraph]:
        """Each line of what is typed as a paragraph; what begins with # only explains."""
        self.at += 1
        while not self.lines[self.at].startswith(_FENCE):
            if line := self.lines[self.at].strip():
                tone = Tone.ASIDE if line.startswith("# ") else Tone.TYPED
                yield Paragraph((Run(line, tone),))
            self.at += 1
        self.at += 1

    def _list(self) -> Bullets | NumberedList:
        """The items that follow one another; an item goes on where its lines are indented."""
        items: list[Item] = []
        first = _ITEM.match(self.lines[self.at])
        while self.at < len(self.lines) and (found := _ITEM.match(self.lines[self.at])):
            said = [found[2]]
            self.at += 1
            while self.at < len(self.lines) and self.lines[self.at].startswith("  "):
                if _ITEM.match(self.lines[self.at].strip()):
                    raise NotOurMarkdown(f"line {self.at + 1}: a list in a list")
                said.append(self.lines[self.at].strip())
                self.at += 1
            items.append(Item(runs_of(" ".join(said))))
        if first and first[1]:
            return NumberedList(tuple(items), first=int(first[1]))
        return Bullets(tuple(items))

    def _table(self) -> Table:
        """A table; the first cell of a row says what the others are about."""
        rows: list[list[str]] = []
        while self.at < len(self.lines) and self.lines[self.at].startswith("|"):
            cells = self.lines[self.at].strip().strip("|").split("|")
            rows.append([cell.strip() for cell in cells])
            self.at += 1
        head, _, *body = rows
        if any(len(row) != len(head) for row in body):
            raise NotOurMarkdown(f"above line {self.at + 1}: a row has more or fewer cells")
        made = tuple(tuple(Cell(runs_of(cell)) for cell in row) for row in body)
        titles = tuple("".join(run.text for run in runs_of(cell)) for cell in head)
        return Table(TableKind.PLAIN, titles, made, widths=_widths(made, titles), row_heads=True)

    def _picture(self, line: str) -> ScreenPicture:
        found = _PICTURE.fullmatch(line.strip())
        if not found or not (self.folder / found[2]).is_file():
            raise NotOurMarkdown(f"line {self.at}: {line[:60]}")
        return ScreenPicture(self.folder / found[2], found[1])


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the paragraph above it."""
    starts = ("#", "|", "> ", "![", _FENCE, "- ")
    return bool(line.strip()) and not line.startswith(starts)


def _widths(rows: tuple[tuple[Cell, ...], ...], titles: tuple[str, ...]) -> tuple[float, ...]:
    """How wide the columns are among each other: by their longest cell, within bounds, but so that
    no word has to be broken."""
    said = [[title] for title in titles]
    for row in rows:
        for cells, cell in zip(said, row, strict=True):
            cells.append("".join(run.text for run in cell.runs))
    parts = [float(min(max(_LEAST, *map(len, cells)), _MOST)) for cells in said]
    line = _LINE if len(titles) <= _NARROW else _WIDE_LINE
    words = [max(len(word) for cell in cells for word in cell.split()) for cells in said]
    room = line / sum(parts)
    return tuple(
        max(part, (word + 1) * _BOLD / room) for part, word in zip(parts, words, strict=True)
    )


def runs_of(text: str, tone: Tone = Tone.PLAIN, link: str = "") -> Runs:
    """A text with what stands out in it: strong, named, typed, or a link."""
    made: list[Run] = []
    at = 0
    for found in _INLINE.finditer(text):
        made += _run(text[at : found.start()], tone, link)
        at = found.end()
        if found["strong"]:
            made += runs_of(found["strong"], Tone.STRONG, link)
        elif found["named"]:
            made += runs_of(found["named"], Tone.NAMED, link)
        elif found["typed"]:
            made += _run(found["typed"], Tone.TYPED, link)
        else:
            made += runs_of(found["words"], tone, found["link"])
    return (*made, *_run(text[at:], tone, link))


def _run(text: str, tone: Tone, link: str) -> Runs:
    return (Run(text, tone, link=link),) if text else ()
