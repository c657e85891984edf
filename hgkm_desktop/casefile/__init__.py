"""The encrypted casusbestand: open, read, save and copy it; its keys and its known errors.

Importing this binds sqlite-utils to SQLCipher (engine.py), so nothing may import sqlite_utils
earlier, and nothing outside this room imports it at all.
"""

from hgkm_desktop.casefile.file import CaseFile
from hgkm_desktop.casefile.keys import (
    NORMAL,
    TEST,
    Kdf,
    check_passphrase,
    generate_passphrase,
)
from hgkm_desktop.casefile.problems import (
    AlreadyIssued,
    CaseMissing,
    CopyFailed,
    DamagedFile,
    DamagedHeader,
    DiskFull,
    FileBusy,
    FileExists,
    FileMissing,
    FileReplaced,
    FolderMissing,
    IssuedDamaged,
    NewerVersion,
    NoAccess,
    NotACaseFile,
    OlderVersion,
    ReadOnlyFile,
    UnfinishedEdit,
    WrongPassphrase,
)
from hgkm_desktop.casefile.tables import CaseHeading

__all__ = [
    "NORMAL",
    "TEST",
    "AlreadyIssued",
    "CaseFile",
    "CaseHeading",
    "CaseMissing",
    "CopyFailed",
    "DamagedFile",
    "DamagedHeader",
    "DiskFull",
    "FileBusy",
    "FileExists",
    "FileMissing",
    "FileReplaced",
    "FolderMissing",
    "IssuedDamaged",
    "Kdf",
    "NewerVersion",
    "NoAccess",
    "NotACaseFile",
    "OlderVersion",
    "ReadOnlyFile",
    "UnfinishedEdit",
    "WrongPassphrase",
    "check_passphrase",
    "generate_passphrase",
]
