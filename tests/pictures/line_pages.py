"""The tijdlijn of a case of sixty events as pdf on A4 and A3, as svg and as png, in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from hgkm_desktop.app import make_application
from hgkm_desktop.models.case import Case
from hgkm_desktop.reports.line.line_document import PaperSize, Scale
from hgkm_desktop.reports.line.line_svg import line_svg
from hgkm_desktop.ui.papers.line_picture import line_picture
from tests.reports.lines import line_of, line_pdf
from tests.reports.sixty_events import a_case_of_sixty

WAYS: dict[str, tuple[PaperSize, Scale | int]] = {
    "tijdlijn-a4": (PaperSize.A4, Scale.LEESBAAR),
    "tijdlijn-a3": (PaperSize.A3, Scale.LEESBAAR),
    "tijdlijn-een-pagina": (PaperSize.A4, Scale.EEN_PAGINA),
    "tijdlijn-half-jaar": (PaperSize.A4, 183),
}


def main() -> None:
    """Write every form of the line; argument: the folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    write_all(a_case_of_sixty(), folder)


def write_all(case: Case, folder: Path) -> None:
    for name, (paper, scale) in WAYS.items():
        (folder / f"{name}.pdf").write_bytes(line_pdf(case, paper=paper, scale=scale))
    (folder / "tijdlijn.svg").write_text(line_svg(line_of(case)), encoding="utf-8")
    line_picture(line_of(case)).save(str(folder / "tijdlijn.png"))


if __name__ == "__main__":
    main()
