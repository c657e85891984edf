"""What goes into a bundle, what stays out, and that nothing goes in without its licence."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtGui import QImage

from build_spec import bundle, make_icon, make_notices, system_files
from build_spec.make_notices import NotAccountedFor, Notice
from hgkm_desktop import __version__
from hgkm_desktop.app import DESKTOP_FILE, ICON_SIZES

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    "PySide6/Qt/lib/libQt6Gui.so.6",
    "PySide6/Qt6Gui.dll",
    "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
    "PySide6/QtWidgets.abi3.so",
    "PySide6/QtWidgets.pyd",
    "PySide6/Qt/lib/libicudata.so.73",
    "PySide6/Qt/translations/qtbase_nl.qm",
    "matplotlib/mpl-data/matplotlibrc",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
    "hgkm_desktop/_resources/woorden/woorden.txt",
)
NOT_NEEDED = (
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/plugins/tls/qopensslbackend.dll",
    "PySide6/Qt/lib/libQt6Quick.so.6",
    "PySide6/Qt6Qml.dll",
    "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
    "PySide6/Qt/translations/qtbase_de.qm",
    "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
    "matplotlib/mpl-data/fonts/pdfcorefonts/Courier.afm",
)


# --- what goes in -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", NEEDED)
def test_what_the_program_needs_is_carried(name: str) -> None:
    assert bundle.is_carried(name)


@pytest.mark.parametrize("name", NOT_NEEDED)
def test_what_it_never_reaches_stays_out(name: str) -> None:
    assert not bundle.is_carried(name)


def test_a_link_goes_with_what_it_leads_to() -> None:
    kept = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    gone = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK")
    assert bundle.carried([kept, gone]) == [kept]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing of the system goes along")
def test_of_the_system_only_what_is_asked_and_not_on_every_computer_goes_along() -> None:
    ours = ("PySide6/Qt/plugins/platforms/libqxcb.so", "qxcb", "BINARY")
    entries = [
        ours,
        *((f"lib{name}", name, "BINARY") for name in ("xcb-cursor.so.0", "gtk-3.so.0")),
    ]
    entries.append(("libstdc++.so.6", "stdc++", "BINARY"))
    linked = {"qxcb": {"libxcb-cursor.so.0", "libstdc++.so.6"}, "gtk-3.so.0": {"libgtk-3.so.0"}}
    kept = bundle.needed(entries, lambda file: linked.get(file, set()))
    assert [name for name, _, _ in kept] == [ours[0], "libxcb-cursor.so.0"]


# --- what others made ---------------------------------------------------------------------------


def runtime() -> list[Distribution]:
    """The installed packages that the program needs, also through others."""
    installed = {_key(made.name): made for made in distributions()}
    lock = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = lock.partition("dependencies = [")[2].partition("\n]")[0].splitlines()
    waiting = [line.split('"')[1] for line in asked if '"' in line]
    found: dict[str, Distribution] = {}
    while waiting:
        requirement = Requirement(waiting.pop())
        made = installed.get(_key(requirement.name))
        is_ours = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if made is not None and is_ours and made.name not in found:
            found[made.name] = made
            waiting += made.requires or ()
    return list(found.values())


def _key(name: str) -> str:
    return name.lower().replace("_", "-")


def entry_of(made: Distribution) -> bundle.Entry:
    """A module of a package, as the build hands it over."""
    file = next(file for file in made.files or () if file.suffix in (".py", ".so", ".pyd"))
    return (file.as_posix(), str(made.locate_file(file)), "PYMODULE")


def test_everything_that_the_program_needs_has_a_name_a_version_and_a_licence() -> None:
    made = runtime()
    assert {"PySide6_Addons", "sqlcipher3", "numpy", "SecretStorage"} <= {one.name for one in made}
    notices = make_notices.all_notices([entry_of(one) for one in made if one.name != "PySide6"])
    told = {notice.name: notice for notice in notices}
    assert {one.name for one in made} - told.keys() <= {"PySide6"}, "that one has no files"
    for notice in notices:
        assert len(notice.text) > 100, notice.name
        assert notice.licence not in ("", "zie de tekst"), notice.name


def test_what_has_no_package_is_told_too() -> None:
    names = {notice.name for notice in make_notices.all_notices([])}
    assert {"Python", "SQLCipher", "SQLite", "OpenSSL (in SQLCipher)", "pyinstaller"} <= names
    assert "Atkinson Hyperlegible" in names


def test_what_nobody_owns_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    loose = tmp_path / "site-packages" / "van_niemand.py"
    loose.parent.mkdir()
    loose.touch()
    with pytest.raises(NotAccountedFor, match="van_niemand"):
        make_notices.shipped([("van_niemand", str(loose), "PYMODULE")])


def test_what_has_no_text_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        make_notices, "_of_python", lambda: [Notice("Python", "3.11", "PSF-2.0", "")]
    )
    with pytest.raises(NotAccountedFor, match="Python"):
        make_notices.all_notices([])


def test_the_notice_can_be_read_as_text_too(tmp_path: Path) -> None:
    path = make_notices.write([], tmp_path / make_notices.FILE_NAME)
    text = make_notices.as_text(path)
    assert "- SQLite " in text
    assert "Redistributions in binary form must reproduce" in text


# --- how a system knows it ----------------------------------------------------------------------


def test_the_pictures_of_the_icon_are_those_of_its_drawing() -> None:
    assert make_icon.WINDOW_SIZES == ICON_SIZES
    for size in make_icon.WINDOW_SIZES:
        kept = QImage(str(make_icon.ICONS / f"hgkm-{size}.png"))
        assert kept == QImage.fromData(make_icon.png(size)), size


def test_windows_and_macos_get_the_icon_in_every_size() -> None:
    ico = make_icon.ico()
    assert ico[:4] == b"\x00\x00\x01\x00"
    assert int.from_bytes(ico[4:6], "little") == len(make_icon.ICO_SIZES)
    assert not QImage.fromData(ico).isNull()
    icns = make_icon.icns()
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)


def test_one_version_is_told_everywhere() -> None:
    assert __version__ in system_files.FOLDER
    assert system_files.info_plist()["CFBundleShortVersionString"] == __version__
    assert system_files.four_numbers("1.2.3") == (1, 2, 3, 0)


def test_a_desktop_knows_whose_windows_these_are() -> None:
    assert (ROOT / "build_spec" / "linux" / f"{DESKTOP_FILE}.desktop").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="it is a script for Linux")
def test_it_comes_in_the_menu_and_goes_again(tmp_path: Path) -> None:
    folder, home = tmp_path / "een map & meer", tmp_path / "thuis"
    resources = folder / "_internal" / "hgkm_desktop" / "_resources"
    resources.mkdir(parents=True)
    (resources / "icons").symlink_to(ROOT / "resources" / "icons")
    (folder / "linux").symlink_to(ROOT / "build_spec" / "linux")
    (folder / "installeer.sh").write_bytes((folder / "linux" / "installeer.sh").read_bytes())

    def run(*words: str) -> None:
        subprocess.run(
            ["sh", str(folder / "installeer.sh"), *words],
            env={"HOME": str(home), "PATH": os.environ["PATH"]},
            check=True,
            capture_output=True,
        )

    data = home / ".local" / "share"
    run()
    entry = (data / "applications" / "hgkm-desktop.desktop").read_text(encoding="utf-8")
    assert f'Exec="{folder}/hgkm-desktop" %f' in entry
    assert (data / "icons" / "hicolor" / "48x48" / "apps" / "hgkm-desktop.png").is_file()
    assert (data / "mime" / "packages" / "hgkm-desktop.xml").is_file()
    run("--weg")
    assert not [path for path in data.rglob("hgkm-desktop*") if path.is_file()]
