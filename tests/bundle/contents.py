"""What must be in a bundle, and what must not."""

from __future__ import annotations

import json
import re
from importlib.metadata import packages_distributions
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from build_spec.system_files import PROGRAM, SYSTEM

ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 235
INSIDE = "_internal"
TOO_MUCH = re.compile(
    r"Quick|Qml|VirtualKeyboard|eglfs|WebEngine|QtSql|Sql\w*driver|tkinter|_tcl|sample_data|gtk"
    r"|pytest|hypothesis|/tests?/|openssl(backend)?\.so|_ssl\."
)
OURS = {"hgkm_desktop"}


class NotInIt(Exception):
    """Something is missing from the bundle, or should not be there."""


def all_is_in_it(folder: Path) -> str:
    """Raises NotInIt when a resource, a licence or a link is missing, or something is too much."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    _insist(not (found := [name for name in names if TOO_MUCH.search(name)]), "te veel", found)
    dangling = [name for name in names if not (folder / name).exists()]
    _insist(not dangling, "leidt nergens heen", dangling)
    _insist(not (lost := _lost_resources(folder)), "ontbreekt", lost)
    told = told_licences(folder)
    untold = sorted(distributions_in(folder) - told.keys())
    _insist(not untold, "heeft geen licentie", untold)
    _insist(not (bare := [n for n, text in told.items() if len(text) < 100]), "geen tekst", bare)
    size = megabytes(folder)
    _insist(size <= MOST_MEGABYTES, f"groter dan {MOST_MEGABYTES} MB", [f"{size} MB"])
    return f"{len(names)} bestanden, {len(told)} licenties"


def _insist(holds: bool, what: str, where: list[str]) -> None:
    if not holds:
        raise NotInIt(f"{what}: {', '.join(where[:10])}")


def _lost_resources(folder: Path) -> list[str]:
    ours = ROOT / "resources"
    packed = folder / INSIDE / "hgkm_desktop" / "_resources"
    files = [path.relative_to(ours) for path in ours.rglob("*") if path.is_file()]
    return [
        file.as_posix()
        for file in files
        if not (packed / file).exists()
        or (packed / file).read_bytes() != (ours / file).read_bytes()
    ]


def told_licences(folder: Path) -> dict[str, str]:
    """The texts of the notice in the bundle, by the name of what they are about."""
    path = folder / INSIDE / "hgkm_desktop" / "_resources" / "licenties.json"
    _insist(path.exists(), "ontbreekt", [path.name])
    told = json.loads(path.read_text(encoding="utf-8"))
    return {one["name"]: one["text"] for one in told}


def distributions_in(folder: Path) -> set[str]:
    """The packages of which the bundle holds a module, found without what the build noted."""
    program = CArchiveReader(str(folder / (f"{PROGRAM}.exe" if SYSTEM == "windows" else PROGRAM)))
    packed = next(name for name in program.toc if name.endswith(".pyz"))
    modules = set(program.open_embedded_archive(packed).toc)
    modules |= {path.name.partition(".")[0] for path in (folder / INSIDE).iterdir()}
    known = packages_distributions()
    top = {module.partition(".")[0] for module in modules} - OURS
    # Namespaces are shared: of these only what a module of their own is in counts.
    return {known[name][0] for name in top if len(set(known.get(name, ()))) == 1}


def megabytes(folder: Path) -> int:
    """The size of what is in a folder; a link counts nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return round(sum(path.stat().st_size for path in files) / 1_000_000)
