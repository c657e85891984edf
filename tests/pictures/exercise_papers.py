"""The papers of an exercise as pdf and as text to edit in a folder: of an invented one, and of each
in the library."""

from __future__ import annotations

import sys
from pathlib import Path

from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.reports.writing.odt import write_odt
from tests.reports.every_document import written
from tests.reports.full_exercise import KINDS, an_exercise, deelbaar, paper_of


def main() -> None:
    """Write every document; argument: the folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for exercise in (an_exercise(), *library()):
        for kind in KINDS:
            document = paper_of(kind, deelbaar(exercise))
            path = folder / f"{exercise.library_id}-{kind.value}.pdf"
            path.write_bytes(written(document))
            with path.with_suffix(".odt").open("wb") as text:
                write_odt(document, text)


if __name__ == "__main__":
    main()
