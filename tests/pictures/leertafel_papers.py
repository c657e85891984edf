"""The papers of a leertafel about two cases, as pdf in a folder: both bladen and the verslag."""

from __future__ import annotations

import sys
from pathlib import Path

from hgkm_desktop.models.reading import read_through
from tests.builders import made_deelbaar
from tests.reports.every_document import written
from tests.reports.full_leertafel import (
    EARLIER,
    FIRST,
    MADE_ON,
    SECOND,
    a_leertafel,
    blad_of,
    the_cases,
    verslag_of,
)


def main() -> None:
    """Write every document; argument: the folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    cases = tuple(made_deelbaar(case) for case in the_cases())
    table = read_through(a_leertafel(), "beleidsmedewerker", MADE_ON)
    made = {
        "leertafelblad-onveilig": blad_of(table, cases, FIRST),
        "leertafelblad-goed-afgesloten": blad_of(table, cases, SECOND),
        "leertafelverslag": verslag_of(table, cases, (EARLIER,)),
    }
    for name, document in made.items():
        (folder / f"{name}.pdf").write_bytes(written(document))


if __name__ == "__main__":
    main()
