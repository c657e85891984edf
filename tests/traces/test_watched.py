"""The kernel tells of every way to write and to call that there is; the search reads every form."""

from __future__ import annotations

import base64
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from tests.traces.watched import is_possible, watch
from tests.traces.words import STEM, found_in, found_under

WORD = f"{STEM}0001x"
WRITES = {
    "write": "os.write(f, b'{}')",
    "writev": "os.writev(f, [b'{}'[:3], b'{}'[3:]])",
    "pwrite": "os.pwrite(f, b'{}', 9)",
    "pwritev": "os.pwritev(f, [b'{}'], 9)",
    "in a thread": "t = threading.Thread(target=os.write, args=(f, b'{}')); t.start(); t.join()",
    "of the C library": "subprocess.run(['printf', '{}'], stdout=f)",
    "of a child": "p = os.fork(); p or (os.write(f, b'{}'), os._exit(0)); os.waitpid(p, 0)",
}
CALLS = {
    "socket.socket(socket.AF_INET).close()": 1,
    "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()": 1,
    "socket.getaddrinfo('example.invalid', 80)": 1,  # made deep in the C library
    "socket.socket(socket.AF_UNIX).close()": 0,
}


@pytest.mark.skipif(not is_possible(), reason="Linux lets a program be watched so")
@pytest.mark.parametrize("way", WRITES)
def test_every_way_to_write_is_seen(way: str, tmp_path: Path) -> None:
    path = tmp_path / "bestand"
    opened = f"import os, subprocess, threading; f = os.open({str(path)!r}, os.O_CREAT | os.O_RDWR)"
    seen = watch(["-c", f"{opened}\n{WRITES[way].replace('{}', WORD)}"])
    assert seen.code == 0
    assert found_in(bytes(seen.written[str(path)])) == {WORD}


@pytest.mark.skipif(not is_possible(), reason="Linux lets a program be watched so")
@pytest.mark.parametrize(("call", "least"), CALLS.items())
def test_every_socket_is_seen(call: str, least: int) -> None:
    guarded = f"import socket\ntry:\n    {call}\nexcept OSError:\n    pass"
    found = watch(["-c", guarded]).foreign
    assert len(found) >= least
    assert bool(found) is bool(least)


def test_a_file_that_is_removed_at_once_is_seen_too(tmp_path: Path) -> None:
    if not is_possible():
        pytest.skip("Linux lets a program be watched so")
    code = f"import tempfile; tempfile.TemporaryFile(dir={str(tmp_path)!r}).write(b'{WORD}')"
    written = watch(["-c", code]).written
    assert [found_in(bytes(data)) for data in written.values()] == [{WORD}]
    assert list(tmp_path.iterdir()) == []


def in_a_zip() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.xml", f"<p>{WORD}</p>" * 9)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        WORD.encode(),
        WORD.upper().encode(),
        f"xx{WORD}".encode("utf-16-le"),
        WORD.encode("utf-16-be"),
        b"??" + zlib.compress(WORD.encode() * 3),
        in_a_zip(),
    ],
)
def test_a_word_is_found_in_every_form(data: bytes) -> None:
    assert found_in(b"\x00\x01" + data + b"\xff") == {WORD}


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_word_is_found_in_base64(before: str) -> None:
    assert found_in(base64.b64encode(f"{before}{WORD} en verder".encode()))


def test_names_of_files_are_read_too(tmp_path: Path) -> None:
    (tmp_path / f"over {WORD}.txt").write_text("niets")
    (tmp_path / "gewoon.txt").write_text("niets")
    assert list(found_under(tmp_path).values()) == [{WORD}]
