"""Backups of 50 simulated months: which stay, and that every one of them opens and is whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from hgkm_desktop.casefile import TEST, Backup, BackupState, backups_of, check_backups
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, new_file

START = datetime(2026, 1, 5, 9, 0)
HEADER = bytes(16)


def a_backup(number: int, made: datetime) -> Backup:
    return Backup(Path(f"{number}"), HEADER, number, "0" * 8, made, made, 4096)


def moments(months: int, seed: int) -> Iterator[datetime]:
    """When someone works: some days a few times, some weeks and even months not at all."""
    chance, now = Random(seed), START
    end = START + timedelta(days=30.44 * months)
    while now < end:
        for _ in range(chance.choice((1, 1, 2, 2, 3, 6))):
            yield now
            now += timedelta(minutes=chance.randint(5, 90))
        now += timedelta(days=chance.choice((1, 1, 1, 2, 3, 8, 40)))
        now = now.replace(hour=9, minute=0)


def months_of_backups(months: int, seed: int) -> Iterator[Backup]:
    for number, made in enumerate(moments(months, seed), 1):
        yield a_backup(number, made)


def rule_by_hand(backups: Sequence[Backup]) -> set[Backup]:
    """The rule again, said in another way: a backup stays when few enough are before it."""
    kept = set()
    for backup in backups:
        newer = [b for b in backups if b.number > backup.number]
        if len(newer) < 10:
            kept.add(backup)
        for most, period in ((7, _day), (4, _week), (6, _month)):
            periods = {period(b.made) for b in newer}
            if period(backup.made) not in periods and len(periods) < most:
                kept.add(backup)
    return kept


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month


def fifty_months() -> bool:
    """With real files: the rule holds after each backup, and at the end every one passes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        event = an_event()
        case = a_case_with(event)
        with new_file(folder / "proef.hgkm") as file:
            held, count = True, 0
            by_rule: list[Backup] = []
            for moment in moments(50, seed=50):
                case = case.put(an_event(title=f"{moment:%d-%m-%Y %H:%M}"))
                file.save(case)
                made = file.copy_for_backup(folder, moment).keep()
                by_rule = list(rule_by_hand([*by_rule, made]))
                present = backups_of(file.header, folder)
                held = held and {b.path for b in present} == {b.path for b in by_rule}
                count += 1
            found = list(check_backups(present, PASSPHRASE, moment, kdf=TEST))
            control = _is_damage_seen(present[0])
    whole = sum(finding.state is BackupState.GOOD for finding in found)
    print(
        f"back-ups over 50 maanden: {count} gemaakt, {len(found)} bewaard, "
        f"{whole} openen en zijn heel, regel {'klopt steeds' if held else 'KLOPT NIET'}; "
        f"controle: één bit in een back-up omgezet, {'gezien' if control else 'NIET GEZIEN'}"
    )
    return held and control and len(found) > 0 and whole == len(found)


def _is_damage_seen(backup: Backup) -> bool:
    """The control: the same check of the same backup with one bit turned over."""
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(bytes(data))
    (finding,) = check_backups((backup,), PASSPHRASE, START, kdf=TEST)
    return finding.state is BackupState.DAMAGED
