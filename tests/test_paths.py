"""The program finds its own files, and the user's folders can be moved by one variable."""

from pathlib import Path

import pytest

from hgkm_desktop import paths
from hgkm_desktop.errors import MissingResource

FONTS = ("Regular", "Bold", "Italic", "BoldItalic")


@pytest.mark.parametrize("style", FONTS)
def test_each_font_style_is_a_truetype_file(style: str) -> None:
    font = paths.resource(f"fonts/AtkinsonHyperlegible-{style}.ttf")
    assert font.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_the_font_licence_stands_beside_the_fonts() -> None:
    assert "SIL Open Font License" in paths.resource("fonts/OFL.txt").read_text(encoding="utf-8")


def test_a_missing_resource_says_what_and_what_to_do() -> None:
    with pytest.raises(MissingResource) as caught:
        paths.resource("fonts/bestaat-niet.ttf")
    assert "fonts/bestaat-niet.ttf" in caught.value.what
    assert caught.value.safe
    assert caught.value.todo


def test_hgkm_home_holds_all_folders_and_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HGKM_HOME", str(tmp_path))
    folders = {paths.user_data_dir(), paths.user_log_dir(), paths.user_cache_dir()}
    assert {folder.parent for folder in folders} == {tmp_path}
    assert len(folders) == 3
    assert list(tmp_path.iterdir()) == []


def test_without_hgkm_home_the_folders_are_named_after_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HGKM_HOME", raising=False)
    assert "HGKM Desktop" in str(paths.user_data_dir())
    assert "HGKM Desktop" in str(paths.user_log_dir())
    assert "HGKM Desktop" in str(paths.user_cache_dir())
