"""What the administrator of this computer decided: a file that can only make things stricter.

Read anew at each question, so nothing of it is kept: without the file a question costs a look or
two at the disk. What cannot be read counts at its strictest (resources/handleiding/beheer.md).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import APP_NAME

EXTRA_VARIABLE = "HGKM_POLICY"
"""Names one more file, for tests. Both count and the strictest wins, so it opens nothing."""
FILE_NAME = "beleid.toml"
_NEARLY = re.compile(r"beleid(\.(toml|tml|txt))*")
"""What a hand or an editor makes of that name; not what puts it aside, such as beleid.toml.oud."""
LEAST_PASSPHRASE, MOST_PASSPHRASE = 15, 64
MOST_MINUTES = 60
LEAST_SMALL, MOST_SMALL = 3, 100
_MOST_BYTES = 100_000
_COMMON_DATA = 0x23  # CSIDL_COMMON_APPDATA


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds on this computer; of itself it says what holds without any policy.

    `passphrase` is the least number of characters, `lock_after` the most minutes without a key or
    the mouse, `small` from how many on a count may be told. `backups` is the folder for second
    copies of backups: None lets the user choose, '' allows none. `documents`, `colleague_copy` and
    `remember_key` say what may be done. `problems` says in Dutch what could not be read.
    """

    passphrase: int = LEAST_PASSPHRASE
    lock_after: int = MOST_MINUTES
    small: int = LEAST_SMALL
    documents: bool = True
    colleague_copy: bool = True
    remember_key: bool = True
    backups: str | None = None
    problems: tuple[str, ...] = ()


_STRICTEST = Policy(MOST_PASSPHRASE, 1, MOST_SMALL, False, False, False, "")
_KEYS = {
    "wachtwoord_minstens": "passphrase",
    "vergrendelen_uiterlijk": "lock_after",
    "kleine_aantallen_minstens": "small",
    "documenten": "documents",
    "kopie_voor_collega": "colleague_copy",
    "sleutel_onthouden": "remember_key",
    "plaats_back-ups": "backups",
}
_RANGES = {
    "passphrase": (LEAST_PASSPHRASE, MOST_PASSPHRASE),
    "lock_after": (1, MOST_MINUTES),
    "small": (LEAST_SMALL, MOST_SMALL),
}
_STRICTER: dict[str, Callable[[int, int], int]] = {
    "passphrase": max,
    "lock_after": min,
    "small": max,
}


class TurnedOff(HgkmError):
    """Something that the administrator of this computer does not allow."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Uw beheerder heeft {what} uitgezet op deze computer.",
            safe="Er is niets veranderd.",
            todo="Vraag uw beheerder of het aan kan.",
        )


class PolicyUnread(HgkmError):
    """A part of the policy cannot be read, and so counts at its strictest."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(
            f"Het beleid van uw beheerder is niet goed te lezen. {' '.join(problems)}",
            safe="Wat niet te lezen is, telt zo streng als het kan. Uw casusbestanden zijn niet "
            "veranderd.",
            todo="Geef dit door aan uw beheerder.",
        )


def in_force() -> Policy:
    """What holds now: of every file that there is, the strictest."""
    held = Policy()
    for path in _places():
        held = _stricter(held, _read(path))
    return held


def insist_on_documents() -> None:
    """Raises TurnedOff where no document, picture or table may become a file, paper or a copy."""
    if not in_force().documents:
        raise TurnedOff("het bewaren, afdrukken en kopiëren van documenten")


def insist_on_colleague_copy() -> None:
    """Raises TurnedOff where no copy for a colleague may be made."""
    if not in_force().colleague_copy:
        raise TurnedOff("het maken van een kopie voor een collega")


def insist_on_remembering() -> None:
    """Raises TurnedOff where this computer may not remember the key of a file."""
    if not in_force().remember_key:
        raise TurnedOff("het onthouden van een sleutel")


def place() -> Path:
    """Where the file of the administrator is: a place that a user cannot write in."""
    if sys.platform == "win32":
        return _common_data() / APP_NAME / FILE_NAME
    if sys.platform == "darwin":
        return Path("/Library/Application Support") / APP_NAME / FILE_NAME
    return Path("/etc/hgkm-desktop") / FILE_NAME


def _common_data() -> Path:
    """%PROGRAMDATA% as Windows itself knows it: the variable a user can change."""
    import ctypes

    found = ctypes.create_unicode_buffer(260)
    shell = getattr(ctypes, "windll").shell32  # noqa: B009 - only there on Windows
    shell.SHGetFolderPathW(None, _COMMON_DATA, None, 0, found)
    return Path(found.value or r"C:\ProgramData")


def _places() -> tuple[Path, ...]:
    extra = os.environ.get(EXTRA_VARIABLE)
    return (place(), Path(extra)) if extra else (place(),)


# --- reading ------------------------------------------------------------------------------------


def _read(path: Path) -> Policy:
    """What a file says; where there is none, nothing. What cannot be read is a problem."""
    try:
        with path.open("rb") as file:
            found = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        if path.is_symlink():  # someone meant a policy to be here
            return _unread(f"{path} verwijst naar een bestand dat er niet is.")
        return _nearly_named(path)
    except OSError:
        return _unread(f"{path} mag niet worden gelezen.")
    import tomllib  # only where there is a policy: most starts do without

    try:
        if len(found) > _MOST_BYTES:
            return _unread(f"{path} is te groot.")
        return _made(tomllib.loads(found.decode("utf-8-sig")), str(path))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return _unread(f"{path} is geen leesbare TOML{_where(error)}.")


def _nearly_named(path: Path) -> Policy:
    """A file that was meant to be the policy and is not called so closes all, as an unread one."""
    names: list[str] = []
    with suppress(OSError):
        names = [name for name in os.listdir(path.parent) if _is_nearly(name, path.name)]
    if not names:
        return Policy()
    return _unread(f"In {path.parent} staat ‘{min(names)}’. Dat moet ‘{path.name}’ heten.")


def _is_nearly(name: str, wanted: str) -> bool:
    said = "".join(name.casefold().split())
    return wanted == FILE_NAME and _NEARLY.fullmatch(said) is not None


def _where(error: Exception) -> str:
    """', vanaf regel 3': where reading stopped, as far as that is known."""
    if isinstance(error, UnicodeDecodeError):
        return f". Regel {1 + error.object[: error.start].count(10)} is geen UTF-8"
    found = re.search(r"line (\d+)", str(error))
    if found is not None:
        return f". Het gaat mis op regel {found[1]}"
    return ". Het gaat mis aan het einde" if "end of document" in str(error) else ""


def _unread(problem: str) -> Policy:
    return replace(_STRICTEST, problems=(problem,))


def _made(values: Mapping[str, Any], source: str) -> Policy:
    """The policy of what was read. With a key that nobody knows, what it was meant for is not
    known either, so everything that the file does not say counts at its strictest."""
    unknown = [key for key in values if key not in _KEYS]
    problems = [f"In {source} staat ‘{key}’, dat dit programma niet kent." for key in unknown]
    held = {name: getattr(_STRICTEST, name) for name in _KEYS.values()} if unknown else {}
    for key, name in _KEYS.items():
        if key not in values:
            continue
        held[name], problem = _value(name, values[key])
        if problem:
            problems.append(f"In {source} staat achter ‘{key}’ {problem}")
    return Policy(**held, problems=tuple(problems))


def _value(name: str, value: object) -> tuple[Any, str]:
    """What a value means within what the program allows, and what is the matter with it."""
    if name in _RANGES:
        return _number(name, value)
    if name == "backups":
        if isinstance(value, str) and (not value or Path(value).is_absolute()):
            return value, ""
        return "", "geen hele plaats van een map. Er komen alleen back-ups op deze computer."
    if isinstance(value, bool):
        return value, ""
    return False, "geen true of false. Het staat nu uit."


def _number(name: str, value: object) -> tuple[int, str]:
    least, most = _RANGES[name]
    if not isinstance(value, int) or isinstance(value, bool):
        held = int(getattr(_STRICTEST, name))
        return held, f"geen heel getal. Nu geldt {held}."
    held = min(max(value, least), most)
    if held == value:
        return held, ""
    return held, f"geen getal van {least} tot en met {most}. Nu geldt {held}."


def _stricter(one: Policy, other: Policy) -> Policy:
    """What both allow."""
    held: dict[str, Any] = {
        name: choose(getattr(one, name), getattr(other, name)) for name, choose in _STRICTER.items()
    }
    for name in ("documents", "colleague_copy", "remember_key"):
        held[name] = getattr(one, name) and getattr(other, name)
    folders = {policy.backups for policy in (one, other)} - {None}
    held["backups"] = None if not folders else folders.pop() if len(folders) == 1 else ""
    return Policy(**held, problems=(*one.problems, *other.problems))
