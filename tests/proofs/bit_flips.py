"""One bit turned over anywhere, or the end cut off: noticed, and nothing is read otherwise."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from tests.casefile.turned_bits import (
    CHANGED,
    NOTICED,
    UNHARMED,
    a_file_with_content,
    cut_offs,
    flips,
    plain_copy,
    read_as_program,
    read_plainly,
    who_notices,
)

FLIPS = 10_000


def damage_is_noticed() -> bool:
    """Every flip and every cut is noticed; in a plain database with the same rows many are not."""
    chance = Random(20_260_314)
    with tempfile.TemporaryDirectory() as name:
        path, plain = Path(name) / "proef.hgkm", Path(name) / "gewoon.db"
        a_file_with_content(path)
        plain_copy(path, plain)
        data, plain_data = path.read_bytes(), plain.read_bytes()
        turned = who_notices(path, read_as_program, flips(data, FLIPS, chance))
        path.write_bytes(data)
        cut = who_notices(path, read_as_program, cut_offs(data))
        control = who_notices(plain, read_plainly, flips(plain_data, FLIPS, chance))
    print(
        f"bits en afkappen: {FLIPS} bits omgezet, {turned[NOTICED]} gezien, "
        f"{turned[CHANGED]} ongemerkt anders; op {cut.total()} lengtes afgekapt, "
        f"{cut[NOTICED]} gezien, {cut[CHANGED]} ongemerkt anders; controle: in een gewone database "
        f"met dezelfde rijen {control[CHANGED]} van {FLIPS} ongemerkt anders"
    )
    unseen = turned[CHANGED] + turned[UNHARMED] + cut[CHANGED] + cut[UNHARMED]
    return unseen == 0 and turned[NOTICED] == FLIPS and control[CHANGED] > 0
