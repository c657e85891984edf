"""The lanes of a line: which there are, and in which of them an event stands."""

from __future__ import annotations

from enum import StrEnum


class LaneBy(StrEnum):
    """What the lanes of a line are."""

    ORGANISATIE = "organisatie"
    BETROKKENE = "betrokkene"
    SOORT = "soort"
