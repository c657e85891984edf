"""Writes every manual as PDF: python3 start.py manual"""

from __future__ import annotations

import sys
from pathlib import Path

from hgkm_desktop.reports.manual.manual import MANUALS, compose
from hgkm_desktop.reports.writing.pdf import write_file

OUT = Path(__file__).resolve().parent.parent / "out" / "handleiding"


def main() -> int:
    """Write the PDFs into out/handleiding; returns the exit code."""
    OUT.mkdir(parents=True, exist_ok=True)
    for manual in MANUALS:
        path = OUT / f"{manual.name}.pdf"
        write_file(compose(manual), path)
        print(f"{manual.label}: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
