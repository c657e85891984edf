"""Makes every picture into out/pictures: light, dark, 150%, contrast, and the printed pages.

`--readme` also renews the picture in docs/pictures that README shows. `--manual` makes nothing
else than the pictures of the manuals, and puts them in their place.
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
MANUAL_PICTURES = ROOT / "resources" / "handleiding" / "plaatjes"
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
    "evaluating",
    "in_depth",
    "together",
    "merging",
    "tables",
    "study_papers",
    "in_the_room",
    "leertafel",
    "practice",
    "practice_papers",
    "exercise_windows",
    "reading_off",
    "following",
    "overviewing",
    "exercising",
    "figures",
    "playing",
    "manual_window",
    "about",
    "first_use",
)
LOOKS = (
    ("light", "1", SCREENS),
    ("dark", "1", SCREENS),
    ("light", "1.5", SCREENS),
    ("contrast", "1", ("line_states", "underlines")),
)


def main() -> int:
    """Make all pictures; returns the exit code."""
    if "--manual" in sys.argv:
        return _make_manual_pictures()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for look, scale, modules in LOOKS:
        _make_screens(look, scale, modules)
    _make_pages()
    if "--readme" in sys.argv:
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(OUT / "light-100" / "03-tijdlijn.png", README_PICTURE)
    made = sorted(OUT.rglob("*.png"))
    print(f"{len(made)} afbeeldingen in {OUT}")
    return 0


def _make_manual_pictures() -> int:
    """Renew what the manuals show; what no scene makes any more goes."""
    from tests.pictures.manual import SCENES

    with tempfile.TemporaryDirectory() as folder:
        for scene in SCENES:
            _run(["tests.pictures.manual", folder, "light", scene], "1")
        shutil.rmtree(MANUAL_PICTURES, ignore_errors=True)
        MANUAL_PICTURES.mkdir()
        for picture in Path(folder).glob("*.png"):
            shutil.copy(picture, MANUAL_PICTURES)
    print(f"{len(list(MANUAL_PICTURES.glob('*.png')))} afbeeldingen in {MANUAL_PICTURES}")
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


def _make_screens(look: str, scale: str, modules: tuple[str, ...]) -> None:
    folder = OUT / f"{look}-{round(float(scale) * 100)}"
    folder.mkdir()
    for module in modules:
        _run([f"tests.pictures.{module}", str(folder), look], scale)


def _run(command: list[str], scale: str) -> None:
    """Run a module in a home of its own: what one does with the example, no other finds back."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [sys.executable, "-m", *command],
            env=_environment(Path(home), scale),
            cwd=ROOT,
            check=True,
        )


def _make_pages() -> None:
    folder = OUT / "pages"
    _run(["hgkm_desktop", "--example", "--off-screen", str(folder)], "1")
    _run(["tests.pictures.line_pages", str(folder)], "1")
    _run(["tests.pictures.study_pages", str(folder)], "1")
    _run(["tests.pictures.leertafel_papers", str(folder)], "1")
    _run(["tests.pictures.exercise_papers", str(folder)], "1")
    for pdf in sorted(folder.glob("*.pdf")):
        for options, name in ((["-png"], "kleur"), (["-gray", "-png"], "grijs")):
            target = str(pdf.with_name(f"{pdf.stem}-{name}"))
            subprocess.run(["pdftoppm", "-r", "100", *options, str(pdf), target], check=True)


if __name__ == "__main__":
    sys.exit(main())
