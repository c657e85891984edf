"""Makes every picture into out/pictures: light, dark, 150%, contrast, and the printed pages.

`--readme` also renews the picture in docs/pictures that README shows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "pictures"
README_PICTURE = ROOT / "docs" / "pictures" / "hoofdvenster.png"
SCREENS = (
    "screens",
    "forms",
    "line_states",
    "keeping",
    "destroying",
    "damaged",
    "elsewhere",
    "underlines",
    "checking",
    "leaving",
)
LOOKS = (
    ("light", "1", SCREENS),
    ("dark", "1", SCREENS),
    ("light", "1.5", SCREENS),
    ("contrast", "1", ("line_states", "underlines")),
)


def main() -> int:
    """Make all pictures; returns the exit code."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as home:
        for look, scale, modules in LOOKS:
            _make_screens(look, scale, modules, Path(home))
        _make_pages(Path(home))
    if "--readme" in sys.argv:
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(OUT / "light-100" / "03-tijdlijn.png", README_PICTURE)
    made = sorted(OUT.rglob("*.png"))
    print(f"{len(made)} afbeeldingen in {OUT}")
    return 0


def _environment(home: Path, scale: str) -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": scale,
        "QT_FONT_DPI": "96",
        "HGKM_HOME": str(home),
        "HOME": str(home),
    }


def _make_screens(look: str, scale: str, modules: tuple[str, ...], home: Path) -> None:
    folder = OUT / f"{look}-{round(float(scale) * 100)}"
    folder.mkdir()
    for module in modules:
        subprocess.run(
            [sys.executable, "-m", f"tests.pictures.{module}", str(folder), look],
            env=_environment(home, scale),
            cwd=ROOT,
            check=True,
        )


def _make_pages(home: Path) -> None:
    folder = OUT / "pages"
    command = [sys.executable, "-m", "hgkm_desktop", "--example", "--off-screen", str(folder)]
    subprocess.run(command, env=_environment(home, "1"), cwd=ROOT, check=True)
    lines = [sys.executable, "-m", "tests.pictures.line_pages", str(folder)]
    subprocess.run(lines, env=_environment(home, "1"), cwd=ROOT, check=True)
    for pdf in sorted(folder.glob("*.pdf")):
        for options, name in ((["-png"], "kleur"), (["-gray", "-png"], "grijs")):
            target = str(pdf.with_name(f"{pdf.stem}-{name}"))
            subprocess.run(["pdftoppm", "-r", "100", *options, str(pdf), target], check=True)


if __name__ == "__main__":
    sys.exit(main())
