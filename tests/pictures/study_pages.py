"""The pages of works, and of a case with depth, as pdf in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.reports.every_document import (
    CASES,
    documents_of_leertafel,
    documents_of_practice,
    documents_of_study,
    radertjes_of,
    verslag_of,
    written,
)
from tests.reports.story_rules import Written


def main() -> None:
    """Write every document; argument: the folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    deep = CASES["verdiept"]()
    made: dict[str, Written] = {
        "casusverslag-verdiept": verslag_of(deep),
        "radertjes": radertjes_of(deep),
    }
    for of_works in (documents_of_study, documents_of_leertafel, documents_of_practice):
        made |= dict(of_works())
    for name, document in made.items():
        (folder / f"{name}.pdf").write_bytes(written(document))


if __name__ == "__main__":
    main()
