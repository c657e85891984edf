"""What goes into the bundle and what stays out, by name; `hgkm.spec` asks it of every file.

A name is the place of a file in the bundle, with slashes on every system.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""As PyInstaller has it: the place in the bundle, the file that goes there, and its sort."""

CODE = ("BINARY", "EXTENSION")

# Modules that some library could use and that this program never reaches.
LEFT_OUT_MODULES = [
    "IPython", "PIL.AvifImagePlugin", "PIL.ImageQt", "PIL.ImageTk", "PIL._avif", "_curses",
    "_ssl", "_tkinter", "curses", "doctest", "lib2to3", "lxml.isoschematron", "lxml.objectify",
    "matplotlib.backends.backend_qt", "matplotlib.backends.backend_qtagg",
    "matplotlib.backends.backend_tkagg", "matplotlib.testing", "matplotlib.tests",
    "numpy.f2py", "numpy.testing", "numpy.tests", "pip", "pydoc_data", "pytest", "readline",
    "setuptools", "sqlite_utils.cli", "ssl", "tkinter", "xmlrpc",
]  # fmt: skip

# The parts of Qt by name, as the file is called without "lib", ".so.6", ".dll" or ".framework".
QT_PARTS = {
    "Qt6Core", "Qt6DBus", "Qt6Gui", "Qt6Network", "Qt6OpenGL", "Qt6Pdf", "Qt6PdfWidgets",
    "Qt6PrintSupport", "Qt6Svg", "Qt6WaylandClient", "Qt6Widgets", "Qt6WlShellIntegration",
    "Qt6XcbQpa",
}  # fmt: skip
"""QtPdf shows the pages of a document and is linked to QtNetwork, which nobody calls."""

QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {f"{way}platforminputcontextplugin" for way in ("compose", "ibus")},
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cocoaprintersupport", "cupsprintersupport", "windowsprintersupport"},
    "styles": set(),
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}  # fmt: skip

# What every Linux with a screen has of its own, and what must fit the rest of that system: a
# driver of the screen needs the newest libstdc++, fontconfig the settings that it knows.
OF_THE_SYSTEM = re.compile(
    r"lib(stdc\+\+|gcc_s|fontconfig|freetype|expat|glib-2\.0|gthread-2\.0|pcre2-8|dbus-1|systemd|cap"
    r"|X\w*|X11-xcb|xcb|wayland-\w+|drm|GL\w*|EGL|OpenGL|z|zstd|lz4|png16|brotli\w+|bsd|md|uuid|g\w*crypt"
    r"|gpg-error|cups|avahi-\w+|gnutls|p11-kit|idn2|unistring|tasn1|nettle|hogweed|gmp|gssapi_krb5"
    r"|krb5\w*|k5crypto|com_err|keyutils|tinfo|selinux|mount|blkid)\.so[.\d]*"
)

LEFT_OUT_FILES = re.compile(
    r"matplotlib/mpl-data/(images|sample_data|plot_directive|stylelib)/"
    r"|matplotlib/mpl-data/fonts/(?!ttf/(DejaVuSans(-Bold)?|LastResortHE-Regular)\.ttf$"
    r"|ttf/LICENSE)"
    r"|PySide6/(Qt/)?translations/(?!qtbase_nl\.qm$)"
    r"|PySide6/(Qt/)?(qml|resources)/"
    r"|lxml/(includes|isoschematron)/"
)

# Of these the debugging symbols go; other libraries were made to fit by whoever packed them.
STRIPPED = re.compile(
    r"libpython3.*|python3[.\d]*/lib-dynload/.*|(sqlcipher3|kiwisolver|cryptography|PIL)/.*\.so"
)


def is_carried(name: str) -> bool:
    """Whether a file belongs in the bundle, going by its name alone."""
    path = PurePosixPath(name)
    if LEFT_OUT_FILES.match(name):
        return False
    if "plugins" in path.parts and path.parts[0] == "PySide6":
        kind, stem = path.parts[-2:]
        return bare_name(stem) in QT_PLUGINS.get(kind, set())
    if path.parts[0] == "PySide6" and (part := qt_part(name)):
        return part in QT_PARTS
    return True


def qt_part(name: str) -> str:
    """Of which part of Qt a library or a module of PySide6 is, as "Qt6Gui"; empty for none."""
    found = re.search(r"(?:^|/)(?:lib)?Qt6?([A-Z]\w+?)(?:\.abi3)?[.]", name)
    framework = re.search(r"/Qt([A-Z]\w+)\.framework/", name)
    match = framework or found
    return f"Qt6{match[1]}" if match else ""


def bare_name(file: str) -> str:
    """The name of a library without what each system puts before and behind it."""
    return re.sub(r"^lib|(\.abi3)?\.(so|dll|dylib)[.\d]*$", "", file)


def carried(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that belong in the bundle; a link goes with what it leads to."""
    return [
        (name, file, kind)
        for name, file, kind in entries
        if is_carried(as_name(file if kind == "SYMLINK" else name))
    ]


def needed(entries: list[Entry], imports: Callable[[str], set[str]]) -> list[Entry]:
    """The entries, with of the libraries of the system only those that we use and must carry.

    `imports` gives the names of the libraries that a file is linked to, also through others.
    """
    if sys.platform != "linux":
        return entries
    ours = [entry for entry in entries if not is_of_the_system(entry)]
    asked = {name for _, file, kind in ours if kind in CODE for name in imports(file)}
    theirs = [entry for entry in entries if is_of_the_system(entry) and entry[0] in asked]
    return ours + [entry for entry in theirs if not OF_THE_SYSTEM.fullmatch(entry[0])]


def is_of_the_system(entry: Entry) -> bool:
    """Whether a library was taken from the system and not from a package of Python."""
    name, _, kind = entry
    return kind == "BINARY" and bool(re.fullmatch(r"lib(?!python3)[^/]+\.so[.\d]*", name))


def stripped(entries: list[Entry], folder: Path) -> list[Entry]:
    """The entries, with copies without debugging symbols in `folder` for those of STRIPPED."""
    if sys.platform != "linux":
        return entries
    folder.mkdir(parents=True, exist_ok=True)
    return [
        (name, _stripped(file, folder / name.replace("/", "+")), kind)
        if kind in CODE and STRIPPED.fullmatch(name)
        else (name, file, kind)
        for name, file, kind in entries
    ]


def _stripped(file: str, target: Path) -> str:
    subprocess.run(["strip", "--strip-unneeded", "-o", str(target), file], check=True)
    return str(target)


def as_name(place: str) -> str:
    """A place in the bundle with slashes, as PyInstaller gives it on any system."""
    return place.replace("\\", "/")
