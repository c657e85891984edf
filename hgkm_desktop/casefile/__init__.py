"""The encrypted casusbestand: open, read, save and copy it; its keys and its known errors.

Importing this binds sqlite-utils to SQLCipher (engine.py), so nothing may import sqlite_utils
earlier, and nothing outside this room imports it at all.
"""

from hgkm_desktop.casefile.backing_up import Checked, Copied
from hgkm_desktop.casefile.backups import Backup, all_backups, backups_of, place_of
from hgkm_desktop.casefile.elsewhere import Moved
from hgkm_desktop.casefile.file import CaseFile
from hgkm_desktop.casefile.first_look import is_backup
from hgkm_desktop.casefile.key_problems import (
    KeyNotGiven,
    KeyOutdated,
    NoSafePlace,
    NotForgotten,
    NotRemembered,
)
from hgkm_desktop.casefile.keys import (
    NORMAL,
    TEST,
    Kdf,
    check_passphrase,
    generate_passphrase,
)
from hgkm_desktop.casefile.merging import Incoming
from hgkm_desktop.casefile.namesakes import Namesake, Origin
from hgkm_desktop.casefile.older import (
    NotRemoved,
    Older,
    OlderLeft,
    older_texts,
    remove_older_backups,
)
from hgkm_desktop.casefile.other_copy import OtherCopy, read_other
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
    FileLocked,
    FileMissing,
    FileReplaced,
    FolderMissing,
    IssuedDamaged,
    IssuedTakenOut,
    NewerVersion,
    NoAccess,
    NotACaseFile,
    ReadOnlyFile,
    ReplacedWhileLocked,
    TooLarge,
    UnfinishedEdit,
    WrongCode,
    WrongContent,
    WrongGroup,
    WrongPassphrase,
)
from hgkm_desktop.casefile.reading import CaseHeading
from hgkm_desktop.casefile.recovery import same_group
from hgkm_desktop.casefile.remembered import (
    forget,
    is_paused,
    is_remembered,
    recall,
)
from hgkm_desktop.casefile.restoring import (
    BackupState,
    Finding,
    check_backups,
    newest_good,
    restore,
    restored_path,
)
from hgkm_desktop.casefile.safe_place import LIMIT_SECONDS, insist_on_place, try_place
from hgkm_desktop.casefile.second_place import (
    NotCopiedAway,
    copy_newest,
    found_backups,
    remove_copies,
)
from hgkm_desktop.casefile.transport import PassedOn
from hgkm_desktop.casefile.turns import BackupEnded
from hgkm_desktop.casefile.unfinished import BackupsLeft, NotDestroyed
from hgkm_desktop.casefile.way_back import WayBack, backups_of_closed, last_saved

__all__ = [
    "LIMIT_SECONDS",
    "NORMAL",
    "TEST",
    "AlreadyIssued",
    "Backup",
    "BackupDamaged",
    "BackupEnded",
    "BackupFailed",
    "BackupGone",
    "BackupState",
    "BackupsLeft",
    "CaseFile",
    "CaseHeading",
    "CaseMissing",
    "Checked",
    "Copied",
    "CopyFailed",
    "DamagedFile",
    "DamagedHeader",
    "DiskFull",
    "FileBusy",
    "FileExists",
    "FileLocked",
    "FileMissing",
    "FileReplaced",
    "Finding",
    "FolderMissing",
    "Incoming",
    "IssuedDamaged",
    "IssuedTakenOut",
    "Kdf",
    "KeyNotGiven",
    "KeyOutdated",
    "Moved",
    "Namesake",
    "NewerVersion",
    "NoAccess",
    "NoSafePlace",
    "NotACaseFile",
    "NotCopiedAway",
    "NotDestroyed",
    "NotForgotten",
    "NotRemembered",
    "NotRemoved",
    "Older",
    "OlderLeft",
    "Origin",
    "OtherCopy",
    "PassedOn",
    "ReadOnlyFile",
    "ReplacedWhileLocked",
    "TooLarge",
    "UnfinishedEdit",
    "WayBack",
    "WrongCode",
    "WrongContent",
    "WrongGroup",
    "WrongPassphrase",
    "all_backups",
    "backups_of",
    "backups_of_closed",
    "check_backups",
    "check_passphrase",
    "copy_newest",
    "forget",
    "found_backups",
    "generate_passphrase",
    "insist_on_place",
    "is_backup",
    "is_paused",
    "is_remembered",
    "last_saved",
    "newest_good",
    "older_texts",
    "place_of",
    "read_other",
    "recall",
    "remove_copies",
    "remove_older_backups",
    "restore",
    "restored_path",
    "same_group",
    "try_place",
]
