"""From passphrase to key: the first 16 bytes of a file, Argon2id, and what a passphrase must be."""

from __future__ import annotations

from binascii import crc_hqx
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from secrets import choice, token_bytes
from unicodedata import normalize

from argon2.low_level import Type, hash_secret_raw

from hgkm_desktop.casefile.problems import DamagedFile, DamagedHeader, NewerVersion, NotACaseFile
from hgkm_desktop.errors import BadInput
from hgkm_desktop.policy import in_force

HEADER_SIZE = 16
KEY_SIZE = 32
PAGE_SIZE = 4096
_WORDS_IN_PASSPHRASE = 5
_FEWEST_CHARACTERS = 5  # different ones in a passphrase


@dataclass(frozen=True, slots=True)
class Kdf:
    """A profile of Argon2id. `number` (0-255) is byte 0 of the file; memory is in KiB."""

    number: int
    memory: int
    passes: int
    lanes: int


NORMAL = Kdf(number=1, memory=64 * 1024, passes=3, lanes=4)

# Worthless as protection, so every open refuses it that is not given this very profile.
TEST = Kdf(number=245, memory=8, passes=1, lanes=1)

_KNOWN_HEADERS = {
    b"SQLite format 3": "Dit is een gewone database, geen casusbestand van HGKM Desktop.",
    b"PK\x03\x04": "Dit is een zip-bestand of een document van Word, Excel of LibreOffice, "
    "geen casusbestand.",
    b"%PDF": "Dit is een pdf, geen casusbestand.",
}


def new_header(kdf: Kdf) -> bytes:
    """The 16 bytes a file begins with, its salt: profile number, 13 random bytes, CRC-16."""
    start = bytes([kdf.number]) + token_bytes(HEADER_SIZE - 3)
    return start + _check_number(start)


def kdf_of(header: bytes, size: int, allowed: Kdf | None = None, *, name: str = "") -> Kdf:
    """The profile a file was made with, from its first 16 bytes and its size in bytes.

    `allowed` lets a test profile through, and `name` is what the file is called. Raises
    NotACaseFile, DamagedHeader, DamagedFile when not even the first page is whole, and
    NewerVersion for a profile unknown to this version.
    """
    _refuse_other_files(header, size, name)
    if not is_whole(header):
        raise DamagedHeader if size % PAGE_SIZE == 0 else NotACaseFile(name=name)
    if size < PAGE_SIZE:
        raise DamagedFile
    if header[0] == NORMAL.number:
        return NORMAL
    if allowed is not None and header[0] == allowed.number:
        return allowed
    if header[0] == TEST.number:
        raise NotACaseFile(
            "Dit bestand is gemaakt om HGKM Desktop te testen en is niet goed beveiligd.",
            name=name,
        )
    raise NewerVersion


def is_whole(header: bytes) -> bool:
    """Whether the check number in the first 16 bytes agrees with the rest of them."""
    return len(header) == HEADER_SIZE and header[-2:] == _check_number(header[:-2])


def _refuse_other_files(header: bytes, size: int, name: str) -> None:
    if size == 0:
        raise NotACaseFile(
            "Dit bestand is leeg.",
            todo="Staat het in een gedeelde map? Wacht dan tot het helemaal is opgehaald. "
            "Open anders een back-up.",
        )
    for start, sentence in _KNOWN_HEADERS.items():
        if header.startswith(start):
            raise NotACaseFile(sentence, name=name)


def _check_number(start: bytes) -> bytes:
    return crc_hqx(start, 0xFFFF).to_bytes(2, "big")


def derive_key(passphrase: str, header: bytes, kdf: Kdf) -> bytearray:
    """The 32 bytes that a file is encrypted with; the same for both Unicode forms of an accent.

    Whoever holds them wipes them. What Python keeps of the passphrase itself cannot be wiped.
    """
    return bytearray(
        hash_secret_raw(
            normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"),
            header,
            time_cost=kdf.passes,
            memory_cost=kdf.memory,
            parallelism=kdf.lanes,
            hash_len=KEY_SIZE,
            type=Type.ID,
        )
    )


def wipe(key: bytearray) -> None:
    """Overwrite a key with zeros, where it lies."""
    key[:] = bytes(len(key))


def mark_of(key: bytes | bytearray) -> bytes:
    """What a key is recognised by once it is wiped; the key cannot be found back from it."""
    return blake2b(key, digest_size=KEY_SIZE, person=b"hgkm key mark").digest()


def check_passphrase(text: str) -> None:
    """Raises BadInput for less than 15 characters, or more by policy, and for one pattern.

    There are no other rules. Source: NIST SP 800-63B, passwords.
    """
    least = in_force().passphrase
    if len(normalize("NFKC", text)) < least:
        raise BadInput(
            f"Dit wachtwoord is korter dan {least} tekens.",
            safe="Er is niets veranderd.",
            todo="Maak het langer of kies vijf willekeurige woorden.",
        )
    if _is_one_pattern(normalize("NFKC", text).casefold()):
        raise BadInput(
            "Dit wachtwoord is steeds hetzelfde, zoals ‘aaaa’, ‘123123’ of een rij op volgorde. "
            "Dat is snel te raden, hoe lang het ook is.",
            safe="Er is niets veranderd.",
            todo="Kies vijf willekeurige woorden, of een zin die alleen u kent.",
        )


def _is_one_pattern(text: str) -> bool:
    """Whether it has very few different characters, is a shorter text over and over, or goes on
    in the same step for most of it, as 12345 and aaabbb do."""
    repeats = any(text[size:] == text[:-size] for size in range(1, len(text) // 2 + 1))
    steps = [ord(after) - ord(before) for before, after in pairwise(text)]
    turns = sum(before != after for before, after in pairwise(steps))
    return repeats or len(set(text)) < _FEWEST_CHARACTERS or turns * 3 < len(text)


def generate_passphrase(words: Sequence[str]) -> str:
    """Five words drawn at random from `words`, with spaces between them; more by policy."""
    drawn = " ".join(choice(words) for _ in range(_WORDS_IN_PASSPHRASE))
    while len(drawn) < in_force().passphrase:
        drawn += f" {choice(words)}"
    return drawn
