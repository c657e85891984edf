"""Makes the notice of what others made and is in the bundle, with every licence text.

`hgkm.spec` hands over what it is about to pack; so nothing is listed that is not there, and what
is not accounted for stops the build. Texts that a package does not carry stand in licences/.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePath

from build_spec.bundle import Entry, is_of_the_system

ROOT = Path(__file__).resolve().parent.parent
LICENCES = Path(__file__).resolve().parent / "licences"
FILE_NAME = "licenties.json"
QT_NAMES = {"pyside6", "pyside6_addons", "pyside6_essentials", "shiboken6"}
SAID = {
    "pyinstaller": "GPL-2.0-or-later, met uitzondering voor wat ermee is gemaakt",
    "sqlcipher3": "Zlib",
}
"""What the text of a licence is, where its package does not say it, or not all of it."""

QT_LICENCE = """\
Qt en PySide6 worden gebruikt onder de GNU Lesser General Public License, versie 3. Ze staan als
losse bestanden in de map PySide6 van dit programma, zodat u ze door een eigen versie kunt
vervangen. De broncode van deze versie staat op download.qt.io, onder official_releases.
"""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that others made: its name, its version, the name of its licence, and the text."""

    name: str
    version: str
    licence: str
    text: str

    @property
    def title(self) -> str:
        return f"{self.name} {self.version}".strip()


class NotAccountedFor(Exception):
    """Something goes into the bundle of which the licence is not known."""


def write(entries: Iterable[Entry], target: Path) -> Path:
    """Write the notice of what these entries are, as JSON that the program shows."""
    notices = all_notices(list(entries))
    told = [asdict(notice) for notice in notices]
    target.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return target


def as_text(path: Path) -> str:
    """The notice as a text file, for who looks in the folder of the program."""
    notices = [Notice(**told) for told in json.loads(path.read_text(encoding="utf-8"))]
    head = ["Wat anderen maakten en in dit programma zit", ""]
    head += [f"- {notice.title}: {notice.licence}" for notice in notices]
    parts = [
        f"{'=' * 80}\n{notice.title}\nLicentie: {notice.licence}\n{'=' * 80}\n\n"
        f"{notice.text.strip()}\n"
        for notice in notices
    ]
    return "\n".join(head) + "\n\n" + "\n".join(parts)


def all_notices(entries: list[Entry]) -> list[Notice]:
    """A notice for everything in the bundle, by name. Raises NotAccountedFor."""
    found = [_of_distribution(made) for made in shipped(entries)]
    found += [*_of_python(), *_of_qt(), *_of_sqlcipher(), *_of_resources()]
    found += _of_the_system(sorted(entry[1] for entry in entries if is_of_the_system(entry)))
    unknown = [notice.name for notice in found if not notice.text.strip()]
    if unknown:
        raise NotAccountedFor(", ".join(unknown))
    once = {notice.name: notice for notice in found}  # PyInstaller leaves modules of its own too
    return sorted(once.values(), key=lambda notice: notice.name.lower())


def shipped(entries: Iterable[Entry]) -> list[Distribution]:
    """The installed distributions of which a file is among the entries. Raises NotAccountedFor."""
    owners, prefix = _owners(), str(Path(sys.prefix))
    made: dict[str, Distribution] = {}
    for _, file, _ in entries:
        if owner := owners.get(file):
            made[owner.name] = owner
        elif file.startswith(prefix) and "site-packages" in file and Path(file).is_file():
            raise NotAccountedFor(file)
    return list(made.values())


@cache
def _owners() -> dict[str, Distribution]:
    """Of every installed file, the distribution that it belongs to."""
    return {
        str(made.locate_file(file)): made for made in distributions() for file in made.files or ()
    }


def _of_distribution(made: Distribution) -> Notice:
    """The notice of a package, with every text that it carries about its licence."""
    paths = [Path(str(made.locate_file(file))) for file in made.files or () if _is_licence(file)]
    texts = [path.read_text(encoding="utf-8", errors="replace").strip() for path in sorted(paths)]
    if re.sub(r"-", "_", made.name.lower()) in QT_NAMES:
        texts = [QT_LICENCE, _text("lgpl-3.0"), _text("gpl-3.0")]
    whole = "\n\n".join([*dict.fromkeys(texts), *_inside(made)])
    return Notice(made.name, made.version, licence_name(made), whole)


def _inside(made: Distribution) -> list[str]:
    """What a package says that was built into it, as far as it says so."""
    lists = [file for file in made.files or () if file.match("*.dist-info/sboms/*.json")]
    parts = [
        part
        for file in lists
        for part in json.loads(file.read_text(encoding="utf-8")).get("components", ())
    ]
    lines = [
        f"- {part['name']} {part.get('version', '')}: "
        + " ".join(one.get("expression", "") for one in part.get("licenses", ()))
        for part in parts
    ]
    return ["Hierin zit volgens dit pakket ook:\n" + "\n".join(lines)] if lines else []


def _is_licence(file: PurePath) -> bool:
    """Whether a file of a package is about its licence; the fonts of matplotlib have their own."""
    in_info = any(part.endswith(".dist-info") for part in file.parts)
    words = r"(licen[cs]es?|copying|notice)"
    return bool(
        (in_info and re.match(words, file.name, re.IGNORECASE) and file.suffix != ".py")
        or file.name == "LICENSE_DEJAVU"
    )


def licence_name(made: Distribution) -> str:
    """What a package says its licence is, in a few words."""
    words = _said(made, "Classifier")
    classified = [word.rpartition(" :: ")[2] for word in words if word.startswith("License ::")]
    first = "".join(_said(made, "License")).strip().splitlines()[:1]
    short = [line for line in first if len(line) < 60 and "===" not in line]
    if made.name.lower() in QT_NAMES:
        return "LGPL-3.0-only"
    expression = "".join(_said(made, "License-Expression")) or " ".join(classified or short)
    return SAID.get(made.name.lower(), expression) or "zie de tekst"


def _said(made: Distribution, name: str) -> list[str]:
    """What stands under a name, if anything does: asked for one by one, some packages raise."""
    return [*(made.metadata.get_all(name) or ())]


def _of_python() -> list[Notice]:
    """Python itself, and the small program of PyInstaller that starts it."""
    starter = next(made for made in distributions(name="pyinstaller"))
    return [
        Notice("Python", platform.python_version(), "PSF-2.0", _text("python")),
        _of_distribution(starter),
    ]


def _of_qt() -> list[Notice]:
    from PySide6.QtCore import qVersion

    name = "Qt, en wat anderen daarvoor maakten"
    return [Notice(name, qVersion(), "LGPL-3.0-only", QT_LICENCE + "\n" + _text("qt-parts"))]


def _of_sqlcipher() -> list[Notice]:
    """What is inside sqlcipher3, which carries only the licence of its own few lines."""
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:")
    connection.execute("PRAGMA key = 'x'")
    cipher, provider = (
        str(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("cipher_version", "cipher_provider_version")
    )
    connection.close()
    openssl = provider.split()[1]
    return [
        Notice("SQLCipher", cipher.split()[0], "BSD-3-Clause", _text("sqlcipher")),
        Notice("SQLite", sqlcipher3.sqlite_version, "publiek domein", _text("sqlite")),
        Notice("OpenSSL (in SQLCipher)", openssl, "Apache-2.0", _text("apache-2.0")),
        Notice("libiconv (in lxml)", "", "LGPL-2.1-or-later", _text("lgpl-2.1")),
    ]


def _of_resources() -> list[Notice]:
    """The typeface and the lists of words, which have their licence beside them."""
    files = ROOT / "resources"
    lists, words = files / "herleidbaarheid", "Woorden en namen van de herleidbaarheidscheck"
    texts = [lists / "LICENTIES.md", lists / "LICENTIE-woorden.txt"]
    checked = "\n\n".join(path.read_text(encoding="utf-8") for path in texts)
    typeface = (files / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    passwords = (files / "woorden" / "LICENTIE.txt").read_text(encoding="utf-8")
    return [
        Notice("Atkinson Hyperlegible", "", "OFL-1.1", typeface),
        Notice(words, "", "BSD, MIT en CC-BY-4.0", checked),
        Notice("Woorden voor wachtwoorden (OpenTaal)", "", "BSD", passwords),
    ]


def _of_the_system(files: list[str]) -> list[Notice]:
    """The packages of Debian or Ubuntu whose libraries are carried along."""
    own = str(Path(sys.base_prefix))
    packages = sorted({_package_of(file) for file in files if not file.startswith(own)})
    return [
        Notice(
            package.partition(":")[0],
            _version_of(package),
            "zie de tekst",
            _copyright_of(package.partition(":")[0]),
        )
        for package in packages
    ]


def _package_of(file: str) -> str:
    # By its last part alone: the same folder can be called /lib and /usr/lib.
    asked = ["dpkg-query", "--search", f"*/{Path(file).resolve().name}"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return said.splitlines()[0].rpartition(": ")[0]


def _version_of(package: str) -> str:
    asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout


def _copyright_of(package: str) -> str:
    path = Path("/usr/share/doc") / package / "copyright"
    return path.read_text(encoding="utf-8", errors="replace")


def _text(name: str) -> str:
    return (LICENCES / f"{name}.txt").read_text(encoding="utf-8")
