"""What the user chose for the program on this computer, and where that is kept between starts.

Read at each start before anything is painted: so without Qt, and without a library for TOML.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hgkm_desktop import policy
from hgkm_desktop.day_form import DayForm
from hgkm_desktop.paths import user_backup_dir, user_settings_path

SYSTEM, LIGHT, DARK = "system", "light", "dark"
THEMES = (SYSTEM, LIGHT, DARK)
TEXT_SIZES = (100, 125, 150, 175, 200)
"""The sizes of text that can be chosen, in percents."""
MOST_MINUTES = 60
_MOST_READ = 100_000  # characters: whatever is longer was not written by us
_LINE = re.compile(r"\s*([\w-]+)\s*=\s*(.*?)\s*")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_MOST_EARLIER = 5


class Settings(NamedTuple):
    """A theme, the size of text in percents, when it locks, how days are said, and backups.

    Size 0 was never chosen: then the text of the system is followed. `lock_after` is in minutes
    in which nobody does anything, from 1 to 60. `backups` is the folder in which a second copy of
    each backup comes, '' for none; in those of `earlier` there may be some still.
    """

    theme: str = SYSTEM
    text: int = 0
    lock_after: int = 10
    days: DayForm = DayForm.VOLUIT
    backups: str = ""
    earlier: tuple[str, ...] = ()

    def with_backups(self, folder: str) -> Settings:
        """With another folder for second copies; where they came until now stays known."""
        known = (self.backups, *self.earlier)
        earlier = tuple(dict.fromkeys(one for one in known if one and one != folder))
        return self._replace(backups=folder, earlier=earlier[:_MOST_EARLIER])


def remembered() -> Settings:
    """What was chosen before; what is not there, or cannot be read, was not chosen."""
    kept = _kept()
    sizes = {str(size): size for size in TEXT_SIZES}
    minutes = {str(number): number for number in range(1, MOST_MINUTES + 1)}
    forms = {form.value: form for form in DayForm}
    usual = Settings()
    return Settings(
        theme if (theme := _text(kept, "thema")) in THEMES else usual.theme,
        sizes.get(kept.get("tekst", ""), usual.text),
        minutes.get(kept.get("vergrendelen", ""), usual.lock_after),
        forms.get(_text(kept, "datums"), usual.days),
        _text(kept, "back-ups"),
        tuple(_texts(kept, "back-ups-eerder"))[:_MOST_EARLIER],
    )


def remember(settings: Settings) -> None:
    """Keep this for the next start, as TOML; the file is written whole or not at all.

    Where nothing can be written, the choice holds until the program closes.
    """
    path = user_settings_path()
    new = path.with_name(f"{path.name}.new")
    lines = [
        f'thema = "{settings.theme}"',
        f"tekst = {settings.text}",
        f"vergrendelen = {settings.lock_after}",
        f'datums = "{settings.days.value}"',
        f"back-ups = {_written(settings.backups)}",
        f"back-ups-eerder = [{', '.join(map(_written, settings.earlier))}]",
    ]
    with suppress(OSError, UnicodeEncodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text("\n".join([*lines, ""]), encoding="utf-8")
        new.replace(path)


def second_backup_dir() -> Path | None:
    """The folder in which a second copy of each backup comes: by policy, or as the user chose."""
    decided = policy.in_force().backups
    folder = remembered().backups if decided is None else decided
    return Path(folder) if folder else None


def other_backup_dirs() -> tuple[Path, ...]:
    """Where copies of backups may be besides the own folder, the present place first."""
    kept, second = remembered(), second_backup_dir()
    known = [Path(folder) for folder in (kept.backups, *kept.earlier) if folder]
    return tuple(dict.fromkeys([second, *known] if second else known))


def backup_dirs() -> tuple[Path, ...]:
    """Every folder in which backups may be, that of this computer first."""
    return (user_backup_dir(), *other_backup_dirs())


def can_be_kept(folder: str) -> bool:
    """Whether the path of a folder fits on a line of the file; a sign for a new line does not."""
    return folder.isprintable()


def _kept() -> dict[str, str]:
    """What stands behind each name, as it is written there."""
    try:
        with user_settings_path().open(encoding="utf-8-sig") as file:
            lines = file.read(_MOST_READ).splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found = [_LINE.fullmatch(line) for line in lines]
    return {line[1]: line[2] for line in found if line is not None}


def _text(kept: dict[str, str], name: str) -> str:
    found = _TEXT.fullmatch(kept.get(name, ""))
    return _ESCAPED.sub(r"\1", found[1]) if found else ""


def _texts(kept: dict[str, str], name: str) -> list[str]:
    return [_ESCAPED.sub(r"\1", words) for words in _TEXT.findall(kept.get(name, "")) if words]


def _written(words: str) -> str:
    signs = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{signs}"'
