"""What others ask of a casusbestand is listed in one place, and how it is held is no part of it."""

from __future__ import annotations

import re
from pathlib import Path

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.open_file import OpenFile

PACKAGE = Path(__file__).parents[2] / "hgkm_desktop"
HELD = (
    *("connection", "connected", "disconnect", "come_back", "connect_as_left", "take_over"),
    *("reading", "writing", "transaction", "vacuum", "known", "key", "turns", "writer_lock"),
)
INSIDE = re.compile(rf"\bfile\.(?:{'|'.join(HELD)})\b")


def test_only_the_room_of_the_file_reaches_into_an_open_file() -> None:
    outside = [path for path in PACKAGE.rglob("*.py") if "casefile" not in path.parts]
    assert [path.name for path in outside if INSIDE.search(path.read_text("utf-8"))] == []
    assert INSIDE.search("self.file.connection.execute(query)"), "it would be found"


def test_all_that_can_be_asked_is_in_one_list() -> None:
    """`CaseFile` stands on one class, and names each function with the module that it is in."""
    assert CaseFile.__mro__[1:3] == (OpenFile, object)
    listed = {name: one for name, one in vars(CaseFile).items() if callable(one)}
    asked = {name for name, one in listed.items() if one.__module__ != CaseFile.__module__}
    assert {"load", "save", "issue", "destroy", "merge", "copy_to", "go_on_elsewhere"} <= asked
    for name in asked:
        assert vars(CaseFile)[name].__doc__, name
