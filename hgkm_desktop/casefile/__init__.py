"""The encrypted casusbestand: open, read, save and copy it; its keys and its known errors.

Importing this binds sqlite-utils to SQLCipher (engine.py), so nothing may import sqlite_utils
earlier, and nothing outside this room imports it at all.
"""

from hgkm_desktop.casefile.backups import (
    Backup,
    BackupEnded,
    Copied,
    all_backups,
    backups_of,
    place_of,
)
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
    BackupDamaged,
    BackupFailed,
    BackupGone,
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
from hgkm_desktop.casefile.restoring import (
    BackupState,
    Finding,
    check_backups,
    newest_good,
    restore,
    restored_path,
)
from hgkm_desktop.casefile.tables import CaseHeading

__all__ = [
    "NORMAL",
    "TEST",
    "AlreadyIssued",
    "Backup",
    "BackupDamaged",
    "BackupEnded",
    "BackupFailed",
    "BackupGone",
    "BackupState",
    "CaseFile",
    "CaseHeading",
    "CaseMissing",
    "Copied",
    "CopyFailed",
    "DamagedFile",
    "DamagedHeader",
    "DiskFull",
    "FileBusy",
    "FileExists",
    "FileMissing",
    "FileReplaced",
    "Finding",
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
    "all_backups",
    "backups_of",
    "check_backups",
    "check_passphrase",
    "generate_passphrase",
    "newest_good",
    "place_of",
    "restore",
    "restored_path",
]
