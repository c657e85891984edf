"""Damage in the pages of a casusbestand that someone who has the key makes look authentic."""

from __future__ import annotations

import hashlib
import hmac
from random import Random

from hgkm_desktop.casefile.keys import HEADER_SIZE, PAGE_SIZE

_IV, _MAC = 16, 64  # bytes at the end of each page of SQLCipher
_BODY = PAGE_SIZE - _IV - _MAC


def with_wrong_pages(data: bytes, key: bytes, chance: Random) -> bytes:
    """The file with one or two pages turned over in a few places and signed again.

    A bit of the first 16 bytes of what a page holds, its kind and its count of cells, is turned
    over alone; anywhere else 16 bytes become anything.
    """
    wrong = bytearray(data)
    signing = hashlib.pbkdf2_hmac(
        "sha512", key, bytes(byte ^ 0x3A for byte in data[:HEADER_SIZE]), 2, 32
    )
    for _ in range(chance.randint(1, 2)):
        page = chance.randrange(len(data) // PAGE_SIZE)
        start = page * PAGE_SIZE
        first = HEADER_SIZE if page == 0 else 0
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(_BODY, _BODY + _IV) if chance.random() < 0.5 else None
            if place is None:
                place = chance.randrange(first, _BODY)
            wrong[start + place] ^= 1 << chance.randrange(8)
        sign(wrong, page, signing)
    return bytes(wrong)


def sign(data: bytearray, page: int, signing: bytes) -> None:
    """Write the check of a page, counted from 0, as it now is."""
    start = page * PAGE_SIZE
    first = HEADER_SIZE if page == 0 else 0
    signed = data[start + first : start + _BODY + _IV] + (page + 1).to_bytes(4, "little")
    data[start + _BODY + _IV : start + PAGE_SIZE] = hmac.digest(signing, signed, "sha512")
