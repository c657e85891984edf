"""What a document says against what is read aloud of its PDF; a fault is one line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from hgkm_desktop.figures.chart import Chart
from hgkm_desktop.reports.content import Document, LinePart, Run, texts
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.writing.fonts import clean
from tests.reports.structure import Node, Structure

Written = Document | LineDocument


def story_faults(found: Structure, document: Written) -> Iterator[str]:
    """Every fault of the story: words glued, words unsaid, edges of pages that are read aloud."""
    yield from _glued(found, " ".join(map(printed, texts(document))))
    yield from _unsaid(found, document)
    yield from _edges(found, document)


def printed(text: str) -> str:
    """A text as it is printed, with single spaces."""
    return " ".join(clean(text).split())


def _glued(found: Structure, story: str) -> Iterator[str]:
    """Words that stand apart in the story, but not in what a screen reader gets.

    Every word that two operators make together must be a word of the story.
    """
    for node in found.root.all():
        pieces = node.pieces if node.alt is None and node.spoken is None else []
        ends, whole = [], ""
        for piece in pieces:
            whole += piece
            ends.append(len(whole))
        for word in re.finditer(r"\w+", whole):
            split = any(word.start() < end < word.end() for end in ends)
            if split and word.group() not in story:
                yield f"words glued: {word.group()[:60]!r} in {node.role} on page {node.page}"


def _unsaid(found: Structure, document: Written) -> Iterator[str]:
    """Each part of the document is read aloud whole, and the parts in their order.

    Also a word that is longer than its line is said in one piece.
    """
    aloud = _bare(found.root.whole)
    start = 0
    for part in parts_of(document):
        begin = aloud.find(part[0], start)
        start = begin if begin >= 0 else start
        for text in part:
            if aloud.find(text, start) < 0:
                yield f"not read aloud here: {text[:60]!r}"


def parts_of(document: Written) -> Iterator[list[str]]:
    """The parts of a document in order, each as the texts that it says; the first opens it."""
    if isinstance(document, LineDocument):
        parts: list[object] = [document.title, document.note, document.entries]
    else:
        head = (document.title, document.subtitle, document.facts, document.opening)
        pages = [(line.label, line.title, line.in_list) for line in document.lying]
        parts = [head, *document.sections, *pages, *document.annex]
    for part in parts:
        said = [bare for text in _said(part) if (bare := _bare(printed(text)))]
        if said:
            yield said


def _said(part: object) -> Iterator[str]:
    """The texts of a part in the order of its fields; a chart is said by its alt and numbers,
    and a line between text by its alt."""
    if isinstance(part, Run):
        yield part.text if not part.page_of else ""
    elif isinstance(part, str) and not isinstance(part, Enum):
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from _said(piece)
    elif is_dataclass(part) and not isinstance(part, Chart | LinePart):
        for field in fields(part):
            yield from _said(getattr(part, field.name))


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def _edges(found: Structure, document: Written) -> Iterator[str]:
    """What stands at the edge of every page is read aloud once at most."""
    aloud: list[Node] = [node for node in found.root.all() if node.painted]
    shown = [" ".join(" ".join(page.words).split()) for page in found.pages]
    for name in ("marking", "signature", "disclaimer"):
        words = printed(getattr(document, name))
        if sum(words in node.text for node in aloud if words) > 1:
            yield f"the {name} is read aloud more than once"
        if not all(words in text for text in shown):
            yield f"the {name} does not stand on every page"
