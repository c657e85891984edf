"""What each system wants to know of the program: its name, version and icon, and its file type.

Only what is for Linux was tried; see README.md.
"""

from __future__ import annotations

import platform
import shutil
import sys
from pathlib import Path
from typing import Any

from hgkm_desktop import __version__

HERE = Path(__file__).resolve().parent
NAME = "HGKM Desktop"
PROGRAM = "hgkm-desktop"
OWNER = "HGKM Desktop"
FILE_KIND = "HGKM-casusbestand"
MEDIA_TYPE = "application/x-hgkm"
IDENTIFIER = "nl.hgkm.desktop"
_SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
SYSTEM = _SYSTEMS[sys.platform]
FOLDER = f"{PROGRAM}-{__version__}-{SYSTEM}-{platform.machine().lower()}"


def icon(folder: Path) -> str | None:
    """The icon as this system wants it, made in `folder`; Linux has it in a file of its own."""
    from build_spec import make_icon

    makers = {"windows": ("hgkm.ico", make_icon.ico), "macos": ("hgkm.icns", make_icon.icns)}
    if SYSTEM not in makers:
        return None
    name, make = makers[SYSTEM]
    target = folder / name
    target.write_bytes(make())
    return str(target)


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts it: "0.1.0" is 0.1.0.0."""
    numbers = [int(part) for part in version.split(".")][:4]
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def version_info() -> Any:  # noqa: ANN401 - of PyInstaller, which has no types
    """What Windows shows under Eigenschaften, Details; nothing on another system."""
    if SYSTEM != "windows":
        return None
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = four_numbers(__version__)
    words = {
        "CompanyName": OWNER,
        "FileDescription": NAME,
        "FileVersion": __version__,
        "InternalName": PROGRAM,
        "LegalCopyright": "EUPL-1.2",
        "OriginalFilename": f"{PROGRAM}.exe",
        "ProductName": NAME,
        "ProductVersion": __version__,
    }
    table = info.StringTable("041304B0", [info.StringStruct(*pair) for pair in words.items()])
    dutch_unicode = info.VarFileInfo([info.VarStruct("Translation", [0x0413, 0x04B0])])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[info.StringFileInfo([table]), dutch_unicode],
    )


def info_plist() -> dict[str, Any]:
    """What macOS reads of the program and of its kind of file."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "CFBundleDevelopmentRegion": "nl",
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": FILE_KIND,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.casusbestand"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.casusbestand",
                "UTTypeDescription": FILE_KIND,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["hgkm"],
                    "public.mime-type": MEDIA_TYPE,
                },
            }
        ],
    }


def add_beside(folder: Path, notices: Path) -> None:
    """Put beside the program what people read, and how its file type is made known."""
    from build_spec import make_notices

    (folder / "LICENTIES.txt").write_text(make_notices.as_text(notices), encoding="utf-8")
    shutil.copy2(HERE.parent / "LICENSE", folder / "LICENSE.txt")
    if SYSTEM == "linux":
        shutil.copytree(HERE / "linux", folder / "linux", ignore=shutil.ignore_patterns("*.sh"))
        shutil.copy2(HERE / "linux" / "installeer.sh", folder)
    elif SYSTEM == "windows":
        shutil.copy2(HERE / "windows" / "installeer.ps1", folder)
