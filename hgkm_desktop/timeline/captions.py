"""Text that fits: widths that are measured once, shortened labels and wrapped lane names."""

from __future__ import annotations

from collections.abc import Callable

Measure = Callable[[str, float, bool], float]
"""The width of a text of this size, bold or not, in the unit of the metrics."""

_CUTS_KEPT = 20_000
BASELINE = 0.34
"""How far the baseline of a text lies below its middle, as a part of its size."""


class Widths:
    """The widths of texts, each measured once, and how texts were cut."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[tuple[str, float, bool], float] = {}
        self._cut: dict[tuple[str, float, bool, float], str] = {}

    def of(self, text: str, size: float, bold: bool = False) -> float:
        key = (text, size, bold)
        width = self._known.get(key)
        if width is None:
            width = self._known[key] = self._measure(text, size, bold) if text else 0.0
        return width

    def shortened(self, text: str, size: float, bold: bool, room: float) -> str:
        """The text, cut with '…' where it is wider than `room`; empty when nothing fits."""
        if self.of(text, size, bold) <= room:
            return text
        key = (text, size, bold, room)
        if key not in self._cut:
            if len(self._cut) > _CUTS_KEPT:
                self._cut.clear()
            self._cut[key] = self._cut_off(text, size, bold, room)
        return self._cut[key]

    def _cut_off(self, text: str, size: float, bold: bool, room: float) -> str:
        fits, too_long = 0, len(text)
        # The letters are about as wide as each other: look first where the text would end then,
        # and further from there in steps that double.
        middle, step = int(too_long * room / self.of(text, size, bold)), 1
        while too_long - fits > 1:
            middle = min(max(middle, fits + 1), too_long - 1)
            if self._measure(f"{text[:middle].rstrip()}…", size, bold) <= room:
                fits, middle = middle, middle + step
            else:
                too_long, middle = middle, middle - step
            step *= 2
        return f"{text[:fits].rstrip()}…" if fits else ""

    def wrapped(self, text: str, size: float, bold: bool, room: float, most: int) -> list[str]:
        """The text in at most `most` lines of at most `room`; what does not fit is cut."""
        lines: list[str] = []
        words = text.split()
        while words and len(lines) < most - 1:
            line = words.pop(0)
            while words and self.of(f"{line} {words[0]}", size, bold) <= room:
                line = f"{line} {words.pop(0)}"
            lines.append(self.shortened(line, size, bold, room))
        if words:
            lines.append(self.shortened(" ".join(words), size, bold, room))
        return lines
