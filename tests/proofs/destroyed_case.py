"""A destroyed case: its words are found before, and after it nowhere; killed on the way or not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from hgkm_desktop.casefile import CaseFile, WrongPassphrase, backups_of
from hgkm_desktop.casefile.soundness import verify
from hgkm_desktop.models.case import Case
from tests.casefile.files import PASSPHRASE, key_of, new_file, open_file
from tests.casefile.full_case import full_case
from tests.casefile.planted_words import Planting, found_in_file, planted_case, planted_documents

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2026, 1, 5, 9, 0)
NOON = datetime(2031, 5, 6, 12, 0)
NEW = "een heel nieuw wachtwoord"
BACKUPS, KILLS = 12, 60
LEAST_BEGUN = 10  # as many at the least must be killed between the rows and the end


class Scene:
    """A casusbestand that lived: edited, another passphrase, backups of every kind, free pages."""

    def __init__(self, folder: Path, *, long_texts: int = 60) -> None:
        self.planting = Planting()
        self.case: Case = planted_case(self.planting, long_texts=long_texts)
        self.path, self.backups = folder / "proef.hgkm", folder / "back-ups"
        with new_file(self.path) as file:
            self._live(file)
            self._copy_elsewhere(file)
            self.freed = self._free_pages(file)
        first, *_ = reversed(backups_of(self.path.read_bytes()[:16], self.backups))
        first.path.rename(first.path.with_name(f"{first.path.stem}-beschadigd.hgkm"))
        self._half = first.path.with_name("000098-20310505-120000-0123abcd.hgkm.new")
        shutil.copy(self.path, self._half)

    def _live(self, file: CaseFile) -> None:
        file.save(full_case())
        for number in range(BACKUPS):
            if number == BACKUPS // 2:
                file.change_passphrase(PASSPHRASE, NEW, self.backups, START)
            file.save(replace(self.case, title=f"{self.case.title} {number}"))
            file.copy_for_backup(self.backups, START + timedelta(days=30 * number)).keep()
        file.save(self.case)
        for uitgave, data in planted_documents(self.planting):
            file.issue(self.case.id, uitgave, data)

    def _copy_elsewhere(self, file: CaseFile) -> None:
        copy = file.path.with_name("kopie.hgkm")
        file.copy_to(copy)
        with open_file(copy, NEW) as other:
            other.copy_for_backup(self.backups, NOON).keep()
        copy.unlink()

    def _free_pages(self, file: CaseFile) -> list[str]:
        """Words that a program left in pages that nothing uses, as one that is not ours would."""
        gone = self.case.events[-1]
        file.connection.execute("PRAGMA secure_delete = OFF")
        file.save(self.case.drop_event(gone.id))
        file.connection.execute("PRAGMA secure_delete = ON")
        return [gone.fact.split()[0]]

    def found_in(self, paths: Iterable[Path]) -> frozenset[str]:
        """The words in these files, whichever passphrase they have."""
        found: set[str] = set()
        for path in paths:
            passphrase = NEW if opens(path, NEW) else PASSPHRASE
            found |= found_in_file(path, passphrase, self.planting.words)
        return frozenset(found)

    def all_backups(self) -> list[Path]:
        return sorted(path for path in self.backups.rglob("*") if path.is_file())

    def others_are_whole(self) -> bool:
        with open_file(self.path, NEW) as file:
            same, header = file.load(full_case().id) == full_case(), file.header
        for path in (self.path, *self.all_backups()):
            verify(path, key_of(path, NEW), header)
        return same

    def destroy(self) -> None:
        with open_file(self.path, NEW) as file:
            file.destroy(
                self.case.id, function="beheerder", ground="", on=date.today(), folder=self.backups
            )
            file.finish_destroying(self.backups, NOON)

    def left_by_removing_rows(self) -> int:
        """The control: how many words are left when only the rows go, as a program might do."""
        copy = self.path.with_name("controle.hgkm")
        shutil.copy(self.path, copy)
        with open_file(copy, NEW) as file:
            file.connection.execute("PRAGMA secure_delete = OFF")
            file.remove(self.case.id)
        left = len(self.found_in([copy]))
        copy.unlink()
        return left


def opens(path: Path, passphrase: str) -> bool:
    try:
        open_file(path, passphrase, read_only=True).close()
    except WrongPassphrase:
        return False
    return True


def nothing_is_left(*, long_texts: int = 60) -> bool:
    """Whether no word of a destroyed case is in the file or a backup, and all was before."""
    with tempfile.TemporaryDirectory() as name:
        scene = Scene(Path(name), long_texts=long_texts)
        words = len(scene.planting.words)
        backups = scene.all_backups()
        before, in_backups = scene.found_in([scene.path]), scene.found_in(backups)
        in_free = before.issuperset(scene.freed)
        control = scene.left_by_removing_rows()
        scene.destroy()
        kept = scene.all_backups()
        after, after_in_backups = scene.found_in([scene.path]), scene.found_in(kept)
        whole = scene.others_are_whole()
    print(
        f"casus vernietigen: {words} woorden; ervoor {len(before)} in het bestand"
        f"{', ook in vrije ruimte' if in_free else ''}, en {len(in_backups)} in {len(backups)} "
        f"back-ups; erna {len(after)} in het bestand en {len(after_in_backups)} in {len(kept)} "
        f"back-up; andere casus {'heel' if whole else 'NIET HEEL'}; "
        f"controle: alleen de rijen weg, dan blijven er {control} staan"
    )
    found_before = len(before) == words == len(in_backups) and in_free
    return found_before and not after and not after_in_backups and whole and control > 0


def killed_it_can_be_finished() -> bool:
    """Whether each killed destruction left the case whole, or one that could be finished."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.casefile.killed_destroying", folder, str(KILLS)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr)
        return False
    found = json.loads(done.stdout)
    print(
        f"casus vernietigen: {found['kills']} keer gedood, {found['journals']} midden in het "
        f"schrijven; nog heel {found['whole']}, begonnen en daarna afgemaakt {found['begun']}, "
        f"al klaar {found['finished']}; woorden over {found['words left']}, andere casus weg "
        f"{found['other case lost']}, zonder back-up {found['without a backup']}, "
        f"ten onrechte gemeld {found['claimed and not done']}; "
        f"controle: vóór het afmaken stonden er {found['words before']} keer nog woorden"
    )
    wrong = ("words left", "halves left", "other case lost", "without a backup")
    states = found["whole"] + found["begun"] + found["finished"]
    return bool(
        not any(found[name] for name in (*wrong, "claimed and not done"))
        and states == found["kills"] == KILLS
        and found["begun"] >= LEAST_BEGUN
        and found["words before"] > 0
    )
