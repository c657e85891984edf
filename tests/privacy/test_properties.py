"""What holds for the herleidbaarheidscheck on any text: valid offsets, the same answer, in time."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.privacy import Finding, check, checking
from hgkm_desktop.privacy.findings import Layer
from tests.privacy.sentences import tuning

PIECES = st.sampled_from(
    [
        *(
            "moeder",
            "Qortiza",
            "mw",
            "de wit",
            "06 12 34 56 78",
            "3 mei",
            "👮",
            "e\u0301",
            "\u00a0",
        ),
        *("\u200b", "\n", ". ", "Zwolle", "1234 AB", "K.", "'s", "İ", "ß", "kdv", "@", "NL", "_"),
        *("14-jarige", "zit ondergedoken bij", "in", "#", "x@y.nl", "A.A.", "-", "“", "…", "ﬁ"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_offsets_lie_in_the_text_in_order_and_apart(text: str) -> None:
    edges = [edge for one in check(text) for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    for one in check(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_the_same_text_has_the_same_findings(text: str) -> None:
    assert check(text) == check(text)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(tuning()))
def test_accents_of_their_own_and_odd_spaces_change_nothing_but_offsets(sentence: object) -> None:
    text = getattr(sentence, "text", "")
    plain = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", plain).replace(" ", "\u00a0")
    assert _said(plain) == _said(decomposed)


def _said(text: str) -> list[tuple[str, str]]:
    parts = [(text[one.start : one.end], one.kind.value) for one in check(text)]
    return [(unicodedata.normalize("NFKC", part), kind) for part, kind in parts]


def test_an_emoji_before_a_name_moves_its_offsets_by_one() -> None:
    (bare,) = check("mw Xylander belt")
    (moved,) = check("👮mw Xylander belt")
    assert (moved.start, moved.end) == (bare.start + 1, bare.end + 1)


def test_the_accents_that_follow_a_letter_belong_to_the_finding() -> None:
    text = "mw Xylande\u0301"
    (finding,) = check(text)
    assert text[finding.start : finding.end] == "Xylande\u0301"


def test_what_was_replaced_by_its_suggestion_is_found_no_more() -> None:
    for one in tuning():
        text = _replaced(one.text, check(one.text))
        left = [f for f in check(text) if text[f.start : f.end] == "moeder"]
        assert left == [], one.text


def _replaced(text: str, findings: tuple[Finding, ...]) -> str:
    for one in reversed(findings):
        text = text[: one.start] + "moeder" + text[one.end :]
    return text


@pytest.fixture(scope="module")
def whole() -> dict[str, tuple[Finding, ...]]:
    """Texts, and what is found in them with every layer."""
    texts = [one.text for one in tuning()] + ["de SAVE-werker", "op tiktok als @blij.ei"]
    texts += ["plek 52.51682, 6.08301", "Suite 234511", "bijgenaamd beer"]
    texts += ["de buren van nr 12", "casus-bakker"]
    return {text: check(text) for text in texts}


@pytest.mark.parametrize("layer", checking.LAYERS, ids=lambda layer: layer.__name__)
def test_no_layer_can_be_missed(
    layer: Layer, whole: dict[str, tuple[Finding, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(other for other in checking.LAYERS if other is not layer)
    monkeypatch.setattr(checking, "LAYERS", rest)
    assert any(check(text) != found for text, found in whole.items())


@pytest.mark.parametrize("name", ["woorden", "namen", "plaatsen"])
def test_no_list_can_be_missed(name: str) -> None:
    """Without a list other things are found: the lists are read, and not empty."""
    from hgkm_desktop.privacy.lexicon import word_list

    assert len(word_list(name)) > 5_000
    assert "" not in word_list(name)
