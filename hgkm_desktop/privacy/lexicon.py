"""The word lists of the herleidbaarheidscheck, read once when the first text is looked at."""

from __future__ import annotations

import gzip
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache

from hgkm_desktop.paths import resource

_NUMBER_ENDINGS = ("nr", "nrs", "app", "ggz")  # zaaknr, ouderapp, basisggz
_FEWEST_BEFORE = 3  # letters before such an ending
_FEWEST_LETTERS = 7  # of a compound
_PART = 3
_FIELD_PART = 5  # letters of a word of the field that makes compounds: wijkteamoverleg
_SURE_PART = 6  # letters: a word this long makes a compound with any usual last part
_DERIVED = 8  # letters of a form that is made of a known word: in shorter words a name is too near
_LONGEST_WORD = 50  # letters: what is longer is no word, and would take long to cut up
_LONG_DERIVED = 10  # letters of a form that only adds an ending
_DERIVATIONS = (
    *(("eert", "eren"), ("eerde", "eren"), ("eerden", "eren"), ("erend", "eren")),
    *(("erende", "eren"), ("ering", "eren"), ("eringen", "eren"), ("eerder", "eren")),
    *(("heid", ""), ("heden", ""), ("gericht", ""), ("gerichte", "")),
    *(("end", "en"), ("ende", "en"), ("ster", "er"), ("sters", "er"), ("er", ""), ("ers", "")),
    *(("isering", "isch"), ("baar", "en"), ("bare", "en"), ("baarheid", "en"), ("loos", "")),
    *(("loze", ""), ("achtig", ""), ("achtige", ""), ("matig", ""), ("matige", ""), ("ig", "e")),
)
_PREFIXES = (
    *("her", "mede", "niet", "anti", "multi", "inter", "trans", "non", "pre", "extra", "super"),
    *("mini", "sub", "psycho", "neuro", "socio", "cyber", "bio"),
)
_UNSTRESSED = str.maketrans("áéíóú", "aeiou")  # Eén, zíj, dát: said with stress
_ENDINGS = frozenset({"'s", "'er", "'ers", "'en", "'tje", "'tjes", "'je", "'t"})


@cache
def word_list(name: str) -> frozenset[str]:
    """A list that `build_spec/make_privacy_words.py` made."""
    packed = resource(f"herleidbaarheid/{name}.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split("\n")) - {""}


@cache
def edited(name: str) -> dict[str, str]:
    """The texts of a file that people edit, by their heading."""
    with resource(f"herleidbaarheid/{name}.toml").open("rb") as file:
        return {key: text for key, text in tomllib.load(file).items() if isinstance(text, str)}


@cache
def regional() -> dict[str, str]:
    """Words of the field that tell a region, with what can be written in their place."""
    with resource("herleidbaarheid/herleidend.toml").open("rb") as file:
        return {str(word): str(other) for word, other in tomllib.load(file)["regionaal"].items()}


@cache
def items(name: str, heading: str) -> frozenset[str]:
    """What stands under a heading, as it is written there."""
    return frozenset(item for item in re.split(r"[,\s]*\n\s*|,\s*", edited(name)[heading]) if item)


@cache
def lowered(name: str, heading: str) -> frozenset[str]:
    """What stands under a heading, in lower case."""
    return frozenset(item.lower() for item in items(name, heading))


def hints(heading: str) -> frozenset[str]:
    """Words that tell what stands beside them, in lower case."""
    return lowered("aanwijzingen", heading)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tells which words are ordinary: everyone may write them."""

    ordinary: frozenset[str]
    firsts: frozenset[str]
    lasts: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether a word in lower case is Dutch, jargon, or made of words that are."""
        if word in self.ordinary or word.translate(_UNSTRESSED) in self.ordinary or len(word) < 2:
            return True
        if len(word) > _LONGEST_WORD:
            return False
        for ending in _NUMBER_ENDINGS:
            if word.endswith(ending) and len(word) >= _FEWEST_BEFORE + len(ending):
                stem = word.removesuffix(ending).rstrip("-")
                return stem in self.firsts or self.knows(stem)
        if "-" in word:
            return all(self.knows(part) for part in word.split("-") if part)
        return self._is_inflected(word) or self.is_compound(word) or self._is_derived(word)

    def is_listed(self, word: str) -> bool:
        """Whether a word in lower case stands in the list as it is."""
        return word in self.ordinary

    def is_compound(self, word: str) -> bool:
        """Whether a word is made of a part that often stands first and one that stands last."""
        if len(word) < _FEWEST_LETTERS:
            return False
        return any(
            self._makes(word[:cut], word[cut:]) for cut in range(_PART, len(word) - _PART + 1)
        )

    def _makes(self, first: str, last: str) -> bool:
        if last in self.lasts:
            return self._begins(first)
        return len(last) >= _SURE_PART and last in self.ordinary and first in self.firsts

    def _begins(self, first: str) -> bool:
        if first in self.firsts or (len(first) >= _SURE_PART and self._is_stem(first)):
            return True
        return any(
            first[cut:] in self.firsts and first[:cut] in self.firsts
            for cut in range(_PART + 1, len(first) - _PART)
        )

    def _is_stem(self, first: str) -> bool:
        """A long word stands first in a compound as it is, or with an s that links."""
        return first in self.ordinary or (first[-1] == "s" and first[:-1] in self.ordinary)

    def _is_derived(self, word: str) -> bool:
        """A long form of a word that is known: decompenseert, navolgbaarheid, geframed."""
        if len(word) < _DERIVED:
            return False
        if word.startswith("ge") and self._is_verb(word[2:]):
            return True
        if any(
            word.endswith(ending)
            and word.removesuffix(ending) + other in self.ordinary
            and (other or len(word) >= _LONG_DERIVED)
            for ending, other in _DERIVATIONS
        ):
            return True
        return any(
            word.startswith(prefix) and self.is_listed(word.removeprefix(prefix))
            for prefix in _PREFIXES
        )

    def _is_verb(self, rest: str) -> bool:
        """Gechilled, gedoxt, geframed: the rest is a verb without the ending of a participle."""
        return any(
            rest.endswith(ending) and rest.removesuffix(ending) + "en" in self.ordinary
            for ending in ("t", "d", "ed", "te", "de")
        )

    def _is_inflected(self, word: str) -> bool:
        """An ending after an apostrophe: thv's, jb'er."""
        stem, mark, ending = word.rpartition("'")
        return bool(mark) and f"'{ending}" in _ENDINGS and stem in self.ordinary


@cache
def lexicon() -> Lexicon:
    """The lexicon, with the words of the field in it; takes some tenths of a second once."""
    own = _words_of_the_field()
    ordinary = word_list("woorden") | own
    parts = frozenset(word for word in lowered("domein", "woorden") if len(word) >= _FIELD_PART)
    return Lexicon(ordinary, word_list("eerste_delen") | parts, word_list("laatste_delen") | parts)


@cache
def abbreviations() -> frozenset[str]:
    """The abbreviations of the field, as they are written."""
    return items("domein", "afkortingen")


@cache
def fixed_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of more than one word in lower case, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in sorted(
        lowered("domein", "vaste_namen") | lowered("domein", "merken") | _own_lists()
    ):
        words = tuple(word.strip("-,") for word in name.split())
        if len(words) > 1:
            found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _words_of_the_field() -> frozenset[str]:
    found = lowered("domein", "engels") - word_list("namen")
    found |= lowered("domein", "woorden") | lowered("domein", "merken") | _own_lists()
    found |= lowered("domein", "zorgwoorden") | lowered("domein", "notitietaal")
    found |= lowered("domein", "online") | (_cut_short() - word_list("namen"))
    found |= lowered("domein", "vreemde_woorden") - word_list("namen")
    found |= lowered("domein", "hoofdletter_mag")
    found |= lowered("domein", "afkortingen") - word_list("namen")
    return found | {name for name in lowered("domein", "vaste_namen") if " " not in name}


def _cut_short() -> frozenset[str]:
    """The first letters of words that are often cut short: gespr, overl."""
    return frozenset(
        word[:end]
        for word in lowered("domein", "vaak_afgekort")
        for end in range(_PART, len(word) - 1)
        if word[end - 1] not in "aeiouyé"
        and (word[end] in "aeiouyé" or word[end - 2] not in "aeiouyé")
    )


@cache
def field_words() -> frozenset[str]:
    """Every word that stands in a name or a word of the field."""
    names = lowered("domein", "vaste_namen") | lowered("domein", "woorden") | _own_lists()
    names |= lowered("domein", "merken") | lowered("domein", "zorgwoorden")
    names |= lowered("domein", "notitietaal") | lowered("domein", "online")
    parts = frozenset(part for name in names for part in re.split(r"[ ,-]+", name))
    return parts | frozenset(part for name in names for part in name.split() if "-" in part)


@cache
def functions() -> frozenset[str]:
    """The functions of people at the table, in lower case."""
    return frozenset(entry["label"].lower() for entry in _entries("functies", "functie"))


def _own_lists() -> frozenset[str]:
    """Organisations, roles and functions that the program itself offers."""
    found = {entry["naam"] for entry in _entries("organisaties", "organisatie")}
    found |= {entry["label"] for entry in _entries("rollen", "rol")} | functions()
    return frozenset(name.lower() for name in found)


def _entries(name: str, heading: str) -> list[dict[str, str]]:
    with resource(f"inhoud/{name}.toml").open("rb") as file:
        entries: list[dict[str, str]] = tomllib.load(file)[heading]
    return entries


def plain_letters(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
