"""The key of an open file: what it is made from, and how it is known again once it is wiped."""

from __future__ import annotations

from hmac import compare_digest

from hgkm_desktop.casefile.keys import Kdf, derive_key, mark_of, wipe
from hgkm_desktop.casefile.problems import WrongCode, WrongPassphrase
from hgkm_desktop.casefile.recovery import key_from_code


class FileKey:
    """`raw` are the 32 bytes, zeros while the file is locked or closed; `header` are the first 16
    bytes of the file, and `kdf` is the profile that a passphrase becomes a key with."""

    def __init__(self, raw: bytearray, header: bytes, kdf: Kdf) -> None:
        self.raw = raw
        self.header = header
        self.kdf = kdf
        self._mark = mark_of(raw)

    def is_same(self, key: bytearray) -> bool:
        """Whether this is the key of the file, also while that is wiped."""
        return compare_digest(mark_of(key), self._mark)

    def derived(self, passphrase: str) -> bytearray:
        """The key that a passphrase makes for this file, whether it fits or not."""
        return derive_key(passphrase, self.header, self.kdf)

    def given(self, secret: str, *, by_code: bool) -> bytearray:
        """The key from the passphrase, or `by_code` from the herstelcode.

        Raises WrongPassphrase, WrongCode, WrongGroup and BadInput for what does not fit.
        """
        key = key_from_code(secret, self.is_same) if by_code else self.derived(secret)
        if not self.is_same(key):
            raise WrongCode if by_code else WrongPassphrase(is_open=True)
        return key

    def become(self, key: bytearray) -> None:
        """From now on this is the key; what was handed over is wiped."""
        self.raw[:], self._mark = key, mark_of(key)
        wipe(key)

    def wipe(self) -> None:
        """Overwrite the key where it lies."""
        wipe(self.raw)
