"""Opens every text document in LibreOffice and has veraPDF judge the PDF/UA that it makes of it.

Prints a line for each broken rule and exits non-zero when there is one, or when LibreOffice or
Java is not here: then nothing was shown. `--huge` adds the large cases, up to 2,000 events.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hgkm_desktop.reports.content import Document
from tests.reports.every_document import CASES, HUGE, documents_of
from tests.reports.odt_texts import odt_of
from tests.verapdf.verapdf import NoJava, broken_rules

_AS_PDF = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


def main() -> int:
    """Judge every document; returns the exit code."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice ontbreekt. Op Debian: apt-get install libreoffice-writer")
        return 1
    with TemporaryDirectory() as name:
        folder = Path(name)
        texts = _written(folder)
        profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _AS_PDF, "--outdir", name]
        subprocess.run([*command, *map(str, texts)], check=True, stdout=subprocess.DEVNULL)
        return _judged([text.with_suffix(".pdf") for text in texts])


def _written(folder: Path) -> list[Path]:
    """The text documents of every case, in the folder."""
    cases, paths = CASES | HUGE if "--huge" in sys.argv else CASES, []
    for case_name, make in cases.items():
        for kind, document in documents_of(make()):
            if isinstance(document, Document):
                paths.append(folder / f"{case_name}-{kind}.odt")
                paths[-1].write_bytes(odt_of(document))
    return paths


def _judged(pdfs: list[Path]) -> int:
    found = [f"{pdf.name}: LibreOffice maakte er geen PDF van" for pdf in pdfs if not pdf.exists()]
    try:
        broken = broken_rules([pdf for pdf in pdfs if pdf.exists()])
    except NoJava:
        print("VERAPDF HEEFT NIET GEKEKEN: Java ontbreekt (java en javac, 11 of nieuwer).")
        return 1
    found += [str(one) for one in broken if one.profile == "ua1"]
    print(*found, f"{len(pdfs)} documenten bekeken, {len(found)} fouten.", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
