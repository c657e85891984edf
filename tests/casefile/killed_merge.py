"""Dies in the middle of a merge, when rows are written and not one is committed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hgkm_desktop.casefile.first_look import Place
from tests.casefile.files import open_file
from tests.casefile.merging import merge_in


def die_at(number: int) -> None:
    """End this process once a file has asked so many times whether it is still in its place."""
    calls = iter(range(100))

    def check(_: Place) -> None:
        if next(calls) == number:
            os._exit(7)

    Place.insist = check  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    die_at(int(sys.argv[3]))
    with open_file(Path(sys.argv[1])) as here:
        merge_in(here, Path(sys.argv[2]))
