"""Makes every document and has veraPDF and our own rules judge them; a line for each broken rule.

`--huge` adds the large cases, up to 2,000 events. Exits non-zero when a rule is broken. Without
Java veraPDF is left out, which is said; with CI=true that is a failure.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reports import planted
from tests.reports.every_document import (
    CASES,
    HUGE,
    documents_of,
    documents_of_exercise,
    documents_of_leertafel,
    documents_of_manuals,
    documents_of_practice,
    documents_of_study,
    written,
)
from tests.reports.full_case import a_full_case, document_of
from tests.reports.pdf_rules import faults
from tests.verapdf.verapdf import NoJava, broken_rules

FAULTS = {
    "fout-ua1.pdf": planted.no_alt,
    "fout-2a.pdf": planted.no_output_intent,
}


def main() -> int:
    """Judge every document; returns the exit code."""
    with TemporaryDirectory() as folder:
        paths, found = _made(Path(folder))
        try:
            found += _judged(paths, Path(folder))
        except NoJava:
            print("VERAPDF HEEFT NIET GEKEKEN: Java ontbreekt (java en javac, 11 of nieuwer).")
            print("Installeer dat, op Debian met: apt-get install default-jdk-headless")
            if os.environ.get("CI") == "true":
                found.append("Met CI=true moet veraPDF kijken.")
    print(*found, f"{len(paths)} documenten bekeken, {len(found)} fouten.", sep="\n")
    return 1 if found else 0


def _judged(paths: list[Path], folder: Path) -> list[str]:
    """What veraPDF finds; it must find the faults that we plant, or it did not look."""
    good = written(document_of(a_full_case()))
    for name, plant in FAULTS.items():
        (folder / name).write_bytes(planted.with_fault(good, plant))
    broken = broken_rules([*paths, *(folder / name for name in FAULTS)])
    blind = FAULTS.keys() - {one.file for one in broken}
    found = [str(one) for one in broken if one.file not in FAULTS]
    return found + [f"veraPDF zag de fout in {name} niet" for name in sorted(blind)]


def _made(folder: Path) -> tuple[list[Path], list[str]]:
    """The documents in the folder, and what our own rules find in them."""
    cases = CASES | HUGE if "--huge" in sys.argv else CASES
    paths, found = [], []
    named = {
        f"{name}-{kind}": made for name, of in cases.items() for kind, made in documents_of(of())
    }
    for of_works in (
        *(documents_of_study, documents_of_leertafel),
        *(documents_of_practice, documents_of_exercise, documents_of_manuals),
    ):
        named |= dict(of_works())
    for name, document in named.items():
        pdf, path = written(document), folder / f"{name}.pdf"
        path.write_bytes(pdf)
        paths.append(path)
        found += [f"{path.name}: {fault}" for fault in faults(pdf, document)]
    return paths, found


if __name__ == "__main__":
    sys.exit(main())
