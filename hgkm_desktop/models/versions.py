"""Which of two copies of a row has seen the other: revisions and the marks that were left by them.

Each time a row is written its revision counts up and a random mark is left (docs/decisions/0043).
Whoever has the newest mark of the other, comes after it; who has not, was written apart from it.
"""

from __future__ import annotations

from dataclasses import dataclass

OLD_MARK = "~"
"""What a mark begins with that was left for a row from before there were marks."""


@dataclass(frozen=True, slots=True)
class Version:
    """How often a row was written, and the marks that were left, each with its revision."""

    rev: int
    marks: frozenset[tuple[int, str]] = frozenset()

    @property
    def newest(self) -> frozenset[tuple[int, str]]:
        """The marks of the present revision; more than one where copies were alike."""
        return frozenset(mark for mark in self.marks if mark[0] == self.rev)

    @property
    def births(self) -> frozenset[tuple[int, str]]:
        """The marks of the first time that it was written; none from before there were marks."""
        return frozenset(m for m in self.marks if m[0] == 1 and not m[1].startswith(OLD_MARK))

    def has_seen(self, other: Version) -> bool:
        """Whether this was made of the other one, or of what came after it."""
        return bool(other.newest) and other.newest <= self.marks

    def joined(self, other: Version) -> Version:
        """What has seen both, where both say the same or one has seen the other."""
        return Version(max(self.rev, other.rev), self.marks | other.marks)

    def after(self, other: Version, mark: str) -> Version:
        """What was written now, of both, with this new mark."""
        rev = max(self.rev, other.rev) + 1
        return Version(rev, self.marks | other.marks | {(rev, mark)})
