"""A document comes into its file as a whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hgkm_desktop.reports.writing.pdf import CannotWrite, write_file
from tests.reports.full_case import a_full_case, document_of
from tests.reports.pages import pdf_of


def test_the_file_is_the_document_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    document = document_of(a_full_case())
    target = tmp_path / "notitie.pdf"
    write_file(document, target)
    assert target.read_bytes() == pdf_of(document)
    assert list(tmp_path.iterdir()) == [target]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "notitie.pdf"
    target.write_bytes(b"%PDF-oud")
    write_file(document_of(a_full_case()), target)
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as caught:
        write_file(document_of(a_full_case()), tmp_path / "weg" / "notitie.pdf")
    assert "map" in caught.value.what
    assert str(tmp_path) not in caught.value.sentence


def test_a_file_that_cannot_be_replaced_stays_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "notitie.pdf"
    target.mkdir()
    (target / "erin").write_text("staat er nog")
    with pytest.raises(CannotWrite) as caught:
        write_file(document_of(a_full_case()), target)
    assert "niet veranderd" in caught.value.safe
    assert (target / "erin").read_text() == "staat er nog"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "schijf"), (errno.EACCES, "niet worden geschreven"), (errno.EIO, "")],
)
def test_a_write_that_fails_halfway_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "notitie.pdf"
    target.write_bytes(b"%PDF-oud")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite) as caught:
        write_file(document_of(a_full_case()), target)
    assert said in caught.value.what
    assert target.read_bytes() == b"%PDF-oud"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["casus.hgkm", "CASUS.HGKM"])
def test_a_document_never_takes_the_name_of_a_casusbestand(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite) as caught:
        write_file(document_of(a_full_case()), tmp_path / name)
    assert "ander bestand" in caught.value.what
    assert not list(tmp_path.iterdir())


def test_a_document_never_replaces_a_file_of_another_kind(tmp_path: Path) -> None:
    """A casusbestand may have any name; what it holds is not for anyone to see."""
    target = tmp_path / "casus van vorig jaar"
    target.write_bytes(os.urandom(4096))
    before = target.read_bytes()
    with pytest.raises(CannotWrite) as caught:
        write_file(document_of(a_full_case()), target)
    assert "niet veranderd" in caught.value.safe
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="links and modes of files are of POSIX")
def test_a_link_stays_a_link_and_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    real, link = tmp_path / "echt.pdf", tmp_path / "notitie.pdf"
    real.write_bytes(b"%PDF-oud")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(document_of(a_full_case()), link)
    assert link.is_symlink()
    assert real.read_bytes() == pdf_of(document_of(a_full_case()))
    assert real.stat().st_mode & 0o777 == 0o640
