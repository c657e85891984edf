"""The herstelcode: a key as groups of four letters and digits, and which group was mistyped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from hgkm_desktop.casefile.engine import connect, disconnect
from hgkm_desktop.casefile.first_look import Start
from hgkm_desktop.casefile.keys import KEY_SIZE
from hgkm_desktop.casefile.problems import WrongCode, WrongGroup, WrongPassphrase
from hgkm_desktop.errors import BadInput

GROUP_SIZE = 4
GROUPS = 14  # 13 of the key, and one that checks them
_BITS = 5 * GROUP_SIZE
_SPARE_BITS = (GROUPS - 1) * _BITS - 8 * KEY_SIZE
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U, which are misread
_MISREAD = str.maketrans("OIL", "011")
_FIELD = (1 << 20) | (1 << 3) | 1  # x²⁰ + x³ + 1, which is primitive: no two weights are equal


def code_of(key: bytes | bytearray) -> str:
    """The herstelcode of a 32-byte key: 52 signs and 4 that check them, as ABCD-EFGH-…"""
    number = int.from_bytes(key, "big") << _SPARE_BITS
    groups = [number >> _BITS * (GROUPS - 2 - place) & _mask() for place in range(GROUPS - 1)]
    return "-".join(_text(group) for group in (*groups, _check(groups)))


def same_group(typed: str, group: str) -> bool:
    """Whether one group was typed as it is printed, as loosely as a whole code is read."""
    return "".join(typed.split()).upper().translate(_MISREAD) == group


def key_from_code(typed: str, fits: Callable[[bytearray], bool]) -> bytearray:
    """The key that a typed herstelcode stands for; whether it fits its file is not asked.

    Capitals, spaces and hyphens do not matter, and neither does O for 0 or I and L for 1. When
    the check is wrong, `fits` says of a key whether it is the right one, and so finds the group.
    Raises BadInput for what cannot be a code, and WrongGroup.
    """
    groups = _read(typed)
    if _syndrome(groups) == 0 and not groups[-2] & _spare_mask():
        return _key(groups)
    raise WrongGroup(next((n for n, key in _mended(groups) if fits(key)), 0))


def key_for(path: Path, start: Start, code: str) -> bytearray:
    """The key of a file that is not open, from its herstelcode as typed.

    Raises BadInput, WrongGroup, and WrongCode for a code without a mistake that does not fit.
    """

    def fits(key: bytearray) -> bool:
        return _opens(path, key, read_only=not start.may_write)

    key = key_from_code(code, fits)
    if not fits(key):
        raise WrongCode
    return key


def _opens(path: Path, key: bytearray, *, read_only: bool) -> bool:
    try:
        connection = connect(path, key, read_only=read_only)
    except WrongPassphrase:
        return False
    disconnect(connection, None if read_only else path)
    return True


def _read(typed: str) -> list[int]:
    parts = [part for part in re.split(r"[\s\-–—]+", typed.upper().translate(_MISREAD)) if part]
    text = "".join(parts)
    odd = next((n for n, part in enumerate(parts, 1) if len(part) != GROUP_SIZE), 0)
    if len(text) != GROUPS * GROUP_SIZE:
        raise BadInput(
            f"Deze code heeft {len(text)} tekens. Een herstelcode heeft er {GROUPS * GROUP_SIZE}.",
            todo=f"Kijk vanaf groep {odd} na wat er ontbreekt of dubbel staat." if odd > 1 else "",
        )
    for place, sign in enumerate(text):
        if sign not in _SIGNS:
            raise BadInput(
                f"In groep {place // GROUP_SIZE + 1} staat een teken dat in geen code voorkomt.",
                todo="Kijk die groep na op het herstelblad.",
            )
    return [_value(text[n : n + GROUP_SIZE]) for n in range(0, len(text), GROUP_SIZE)]


def _mended(groups: list[int]) -> Iterator[tuple[int, bytearray]]:
    """For each group, from 1: the key if that one alone is wrong; the check leaves no choice."""
    wrong = _syndrome(groups)
    for place in range(GROUPS - 2, -1, -1):
        wrong = _over_x(wrong)
        mended = [*groups]
        mended[place] ^= wrong
        if not mended[-2] & _spare_mask():
            yield place + 1, _key(mended)
    if not groups[-2] & _spare_mask():
        yield GROUPS, _key(groups)


def _key(groups: list[int]) -> bytearray:
    number = 0
    for group in groups[:-1]:
        number = number << _BITS | group
    return bytearray((number >> _SPARE_BITS).to_bytes(KEY_SIZE, "big"))


def _syndrome(groups: list[int]) -> int:
    return _check(groups[:-1]) ^ groups[-1]


def _check(groups: list[int]) -> int:
    """Each group times a power of x of its own, added up: a swap of two is noticed as well."""
    total = 0
    for group in groups:
        total = _times_x(total ^ group)
    return total


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value >> _BITS else value


def _over_x(value: int) -> int:
    return (value ^ _FIELD if value & 1 else value) >> 1


def _mask() -> int:
    return (1 << _BITS) - 1


def _spare_mask() -> int:
    return (1 << _SPARE_BITS) - 1


def _text(group: int) -> str:
    shifts = range(5 * (GROUP_SIZE - 1), -1, -5)
    return "".join(_SIGNS[group >> shift & 31] for shift in shifts)


def _value(text: str) -> int:
    value = 0
    for sign in text:
        value = value << 5 | _SIGNS.index(sign)
    return value
