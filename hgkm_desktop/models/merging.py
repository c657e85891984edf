"""What two copies of one value make together: what is certain, and what a person must choose.

The rules are in docs/decisions/0043. Nothing here chooses by a clock, by who is asked, or by which
file is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from hgkm_desktop.models.versions import Version
from hgkm_desktop.models.works import Value


class Choice(Enum):
    """What a person chose for a conflict; until then it is LATER: both files stay as they are."""

    HERE = "here"
    THERE = "there"
    BOTH = "both"
    LATER = "later"


class Pick(Enum):
    """Which copy of a row is the later one; ASK when each was written apart from the other."""

    HERE = "here"
    THERE = "there"
    ASK = "ask"


class Absent:
    """In the place of a row that a copy never had; None is one that was removed."""


ABSENT = Absent()


@dataclass(frozen=True, slots=True)
class Side:
    """One copy of a case, a study or a row of meetings; without `value` it is not there.

    `versions` are of every row that is or was there. `rows` are these rows: a record, the value
    itself with nothing but its own fields, or None for what was removed.
    """

    value: Value | None
    versions: Mapping[str, Version]
    rows: Mapping[str, Any]

    def version(self, row_id: str) -> Version:
        return self.versions.get(row_id, Version(0))


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two copies say otherwise, each apart from the other; None where it was removed.

    `field` names where it stands: a tuple of records of a case ('events'), a field of the case or
    the work itself, or 'casus', 'onderzoek' or 'overleg' for all of it.
    """

    key: str
    field: str
    here: Any
    there: Any
    may_be_both: bool = False


Choices = Mapping[str, Choice]


def picked(here: object, there: object, version: Version, other: Version) -> Pick:
    """Which of two copies of a row holds; a row that only one of them has is the row."""
    if there is ABSENT or (here == there and version.rev >= other.rev):
        return Pick.HERE
    if here is ABSENT or here == there:
        return Pick.THERE
    has_seen, was_seen = version.has_seen(other), other.has_seen(version)
    if has_seen == was_seen:
        return Pick.ASK
    return Pick.HERE if has_seen else Pick.THERE


def settled(
    result: object, here: object, there: object, versions: tuple[Version, Version], mark: str
) -> Version:
    """The version of a row once `result` is what both copies come to.

    It has seen both. It is a new one, with this mark, unless it is one of the two, which then has
    seen the other or says the same.
    """
    known = [
        (content, version)
        for content, version in zip((here, there), versions, strict=True)
        if content is not ABSENT
    ]
    alike = [version for content, version in known if content == result]
    if alike and all(
        content == result or any(one.has_seen(version) for one in alike)
        for content, version in known
    ):
        return versions[0].joined(versions[1])
    return versions[0].after(versions[1], mark)


def left(result: object, here: object, version: Version, mark: str) -> Version | None:
    """The version of a row that is chosen later: it has not seen the other one."""
    if here is ABSENT:
        return None
    return version if result == here else version.after(version, mark)
