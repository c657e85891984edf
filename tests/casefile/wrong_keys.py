"""Passphrases and codes that are not the right one, from nearly right to nonsense."""

from __future__ import annotations

import string
from collections.abc import Iterator
from random import Random
from unicodedata import normalize

from hgkm_desktop.casefile.recovery import code_of

RIGHT = "één geheime zin, café & Ærø 42"

# Signs that look alike and are not the same, also not in their normal form.
_ALIKE = {
    "a": "а",
    "e": "е",
    "i": "і",
    "o": "о",
    "c": "с",
    "é": "ė",
    "z": "ż",
    "&": "＆＆",
    "2": "٢",
}


def wrong_passphrases(count: int, chance: Random) -> Iterator[str]:
    """As many different ones, none of which has the normal form of the right one."""
    given: set[str] = set()
    candidates = _endless(chance)
    while len(given) < count:
        candidate = next(candidates)
        if candidate not in given and normalize("NFKC", candidate) != normalize("NFKC", RIGHT):
            given.add(candidate)
            yield candidate


def _endless(chance: Random) -> Iterator[str]:
    yield from ("", " ", "\x00", RIGHT + "\x00", "\x00" + RIGHT, RIGHT[:5] + "\x00" + RIGHT[5:])
    yield from (RIGHT + "\n", f" {RIGHT}", RIGHT * 2, RIGHT[::-1], RIGHT.upper(), RIGHT.casefold())
    yield from (RIGHT.swapcase(), normalize("NFD", RIGHT).replace("\N{COMBINING ACUTE ACCENT}", ""))
    yield from ("x" * 100_000, RIGHT + "x" * 100_000, "\ud83d", "🔑" * 50, "' OR '1'='1", "x'00'")
    yield from (
        RIGHT.encode().decode("latin-1"),
        RIGHT + "\N{ZERO WIDTH JOINER}",
        "\N{BOM}" + RIGHT,
    )
    yield from (RIGHT.replace(sign, alike) for sign, alike in _ALIKE.items())
    yield from (RIGHT[:n] for n in range(len(RIGHT)))
    signs = string.ascii_letters + string.digits + string.punctuation + " éèëüæø€"
    while True:
        place, sign = chance.randrange(len(RIGHT)), chance.choice(signs)
        yield RIGHT[:place] + sign + RIGHT[place + 1 :]
        yield RIGHT[:place] + sign + RIGHT[place:]
        yield RIGHT[:place] + RIGHT[place + 1 :]
        yield "".join(chance.choices(signs, k=chance.randint(1, 60)))


def wrong_codes(right: bytes, count: int, chance: Random) -> Iterator[str]:
    """Herstelcodes without a typing mistake, of keys that differ in one bit or in all."""
    for number in range(count):
        wrong = bytearray(right if number % 2 else chance.randbytes(len(right)))
        wrong[chance.randrange(len(wrong))] ^= 1 << chance.randrange(8)
        yield code_of(wrong)
