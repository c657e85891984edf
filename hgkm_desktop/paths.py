"""Where the program's own files are, and where the user's folders for data, logs and cache are."""

import os
import sys
from pathlib import Path

from hgkm_desktop.errors import MissingResource

APP_NAME = "HGKM Desktop"
HOME_VARIABLE = "HGKM_HOME"
_SETTINGS_NAME = "instellingen.toml"
_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the file or folder `name` of resources/, such as "fonts/OFL.txt".

    A wheel and a frozen build carry it inside the package, a checkout beside the package.
    Raises MissingResource when neither has it.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        found = root / name
        if found.exists():
            return found
    raise MissingResource(
        f"Een bestand van het programma ontbreekt: {name}.",
        safe="Uw casusbestanden zijn niet veranderd.",
        todo="Installeer HGKM Desktop opnieuw.",
    )


def user_data_dir() -> Path:
    """Return the folder for what the program keeps for this user; it may not exist yet."""
    return _user_dir("data")


def user_backup_dir() -> Path:
    """Return the folder for backups, which is outside of what sync programs keep equal.

    It may not exist yet.
    """
    return user_data_dir() / "back-ups"


def user_settings_path() -> Path:
    """Return the file with what the user chose; it and its folder may not exist yet.

    Found without a library: each start reads it before anything is painted.
    """
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "config" / _SETTINGS_NAME
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        config = Path(local) if local else Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        config = Path.home() / "Library" / "Preferences"
    else:
        config = Path(os.environ.get("XDG_CONFIG_HOME", ""))
        config = config if config.is_absolute() else Path.home() / ".config"
    return config / APP_NAME / _SETTINGS_NAME


def user_log_dir() -> Path:
    """Return the folder for logs without case text; it may not exist yet."""
    return _user_dir("logs")


def user_cache_dir() -> Path:
    """Return the folder for what can be made again; it may not exist yet."""
    return _user_dir("cache")


def _user_dir(part: str) -> Path:
    """The system's folder, or a subfolder of HGKM_HOME: tests never touch a real home."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / part
    from platformdirs import PlatformDirs  # slow to load, and the start screen needs no folder

    own = PlatformDirs(APP_NAME, appauthor=False)
    places = {"data": own.user_data_path, "logs": own.user_log_path, "cache": own.user_cache_path}
    return places[part]
