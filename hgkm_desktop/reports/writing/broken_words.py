"""Paragraphs that know where a line ends inside a word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas


class Words(Paragraph):
    """Words of one element of the structure; what is split off belongs to it too."""

    element: Element | None = None
    stretches: Sequence[ParaFrag] = ()
    """What it says: reportlab keeps only what it made of that."""
    blPara: Any  # noqa: N815 (reportlab's own name: its lines, each with the white that is left)
    _splitLongWordCount: int  # noqa: N815 (reportlab's own name)
    _in_word: frozenset[int] = frozenset()
    goes_on = False
    """Whether its last word goes on in the part that was split off."""

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        if len(parts) < 2 or not isinstance(parts[0], Words):
            return parts
        # reportlab puts spaces in a word that it broke: cut what was typed, not what it made.
        above, below = _cut(self.stretches, sum(map(_letters, parts[0].blPara.lines)))
        head, tail = (of_stretches(part, self.style, self.element) for part in (above, below))
        head.goes_on, tail.goes_on = not above[-1].text.endswith(" "), self.goes_on
        return [head, tail]

    def in_word(self) -> frozenset[int]:
        """The lines, from 0, that end inside a word, as this was wrapped."""
        lines = self.blPara.lines
        last = {len(lines) - 1} if self.goes_on else set()
        if not self._splitLongWordCount and not self.blPara.kind:
            return frozenset(last)
        said = "".join(stretch.text for stretch in self.stretches)
        ends = set(accumulate(len(word) for word in said.split()))
        done = accumulate(map(_letters, lines))
        return frozenset(last.union(n for n, end in enumerate(done) if end and end not in ends))

    def drawOn(  # noqa: N802 (reportlab's own name)
        self,
        canvas: Any,  # noqa: ANN401 (reportlab promises no more than a Canvas)
        x: float,
        y: float,
        _sW: float = 0,  # noqa: N803 (reportlab's own name)
    ) -> None:
        """Draw it; words of one look, as nearly all are, in the shortest way."""
        self._in_word = self.in_word()
        is_plain = not (self.blPara.kind or self._in_word)
        with owned(canvas, self.element):
            if is_plain and all(white >= 0 for white, _ in self.blPara.lines):
                self._draw_lines(canvas, x, y + self.height)
            else:
                super().drawOn(canvas, x, y)

    def beginText(self, x: float, y: float) -> Any:  # noqa: ANN401, N802 (reportlab's own name)
        text: Any = super().beginText(x, y)
        text.in_word = self._in_word
        return text

    def _draw_lines(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        look = self.blPara
        if not look.lines:
            return
        text = canvas.beginText(x, top - look.fontSize)
        text.setFont(look.fontName, look.fontSize, self.style.leading)
        text.setFillColor(look.textColor)
        for _, line in look.lines:
            text.textLine(f"{' '.join(line)} ")
        canvas.drawText(text)


def of_stretches(stretches: list[ParaFrag], look: ParagraphStyle, element: Element | None) -> Words:
    """A paragraph of stretches that are ready, in one look or in more."""
    made = Words("", look, frags=list(stretches))
    made.stretches, made.element = stretches, element
    return made


def _letters(line: Any) -> int:  # noqa: ANN401 (a line of a paragraph, in one look or in more)
    """How many characters of a line are no space."""
    texts = [part.text for part in line.words] if hasattr(line, "words") else line[1]
    return sum(len(text) - text.count(" ") for text in texts)


def _cut(stretches: Sequence[ParaFrag], letters: int) -> tuple[list[ParaFrag], list[ParaFrag]]:
    """The stretches cut after so many characters that are no space."""
    for place, stretch in enumerate(stretches):
        text = stretch.text
        count = len(text) - text.count(" ")
        if letters < count:
            at = [n for n, character in enumerate(text) if character != " "][letters]
            above = [stretch.clone(text=text[:at])] if at else []
            below = stretch.clone(text=text[at:])
            return [*stretches[:place], *above], [below, *stretches[place + 1 :]]
        letters -= count
    raise ValueError("nothing stands below the cut")
