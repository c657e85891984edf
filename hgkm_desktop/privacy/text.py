"""A text as the layers read it: composed letters, plain spaces, words, and the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from hgkm_desktop.privacy.lexicon import abbreviations, fixed_names, lexicon, word_list

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_ENDS_SENTENCE = re.compile(  # one set of signs first: that is ten times as fast
    r"[.!?…\n:](?:(?<=[.!?…])['\")\]]*\s+['\"(\[]*|(?<=\n)[\s\-–•*]*['\"(]*"
    r"|(?<=:)\s*[\"'(]\s*)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[^\w])(?:[a-z]|dhr|mw|mevr|mr|dr|drs|ds|st|prof|fam|ca|bv|bijv|nr|blz|tel|geb|vlgs|vh"
    r"|resp|incl|excl|evt|enz|etc|jl|burg|wo|ma|di|do|vr|za|zo)$",
    re.IGNORECASE,
)
_SURNAME = r"[A-Z][^\W\d_]{2,20}(?:-[A-Z][^\W\d_]{2,20})?"
_THEORY = re.compile(
    r"\b(?:(?P<sure>(?i:[a-z]{0,20}(?:theorie|piramide|cyclus|typologie|syndroom)"
    r"|model|stadia|leerstijlen))"
    r"|(?i:[a-z]{0,20}(?:cirkel|driehoek|ziekte|schijf|schaal|matrix|fasen))) van (?:de )?"
    rf"{_SURNAME}(?: (?:en|&) {_SURNAME})?"
)
_DIGIT = re.compile(r"\d")
_OF_A_THING = re.compile(
    r"-(?:instituut|studie|wiel|cirkel|beelden|verkeer|score|scores|instrument|kader|knop|app|code"
    r"|overleg|toets|richtlijn|verklaring|formulier|systeem|meting|index|fonds|keurmerk|norm"
    r"|procedure|maatregel|melding|onderzoek|gesprek|certificaat|cursus|team|netwerk|platform"
    r"|model|methode|methodiek|aanpak|training|campagne|lijst|schaal|protocol|rapport|traject"
    r"|therapie|module|interventie|programma|test|vragenlijst|wet|regeling|uitkering)s?$"
    r"|^(?!IJ)[A-Z]{2,}[a-z]"
)
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")
_PLAIN = {
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003\t", " "),
    **dict.fromkeys("‘’ʼ`´′", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("․・·", "."),
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},  # full-width signs
}
_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\u00ad\ufe0e\ufe0f\u20e3\u061c"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u180e"
)
_SPECIAL = re.compile(
    "[" + "".join(re.escape(sign) for sign in (*_PLAIN, *_UNSEEN)) + "\u0300-\u036f]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in `Text.plain`; `first` when a sentence begins with it."""

    start: int
    end: int
    text: str
    lower: str
    first: bool

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


class Text:
    """A text that is looked at; `plain` is what the layers search in."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.plain, self._origins = _made_plain(original)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `plain` as offsets in the original, with the accents that follow a letter."""
        if self._origins is None:
            return start, end
        return self._origins[start], self._origins[end]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        starts = {found.end() for found in _ENDS_SENTENCE.finditer(self.plain)}
        starts -= {at for at in starts if self._is_abbreviation_before(at)}
        starts.add(len(self.plain) - len(self.plain.lstrip(" '\"([-*•")))
        return tuple(
            Word(m.start(), m.end(), m[0], m[0].lower(), m.start() in starts)
            for m in _WORD.finditer(self.plain)
        )

    @cached_property
    def lower(self) -> str:
        """As long as `plain`, so that its offsets hold."""
        lower = self.plain.lower()
        if len(lower) == len(self.plain):
            return lower
        return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in self.plain)

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is any digit, so that shapes of digits are worth looking for."""
        return _DIGIT.search(self.plain) is not None

    @cached_property
    def is_shouted(self) -> bool:
        """Whether the whole text is in capitals, so that a capital says nothing."""
        letters = [word for word in self.words if len(word.text) > 1]
        return len(letters) > 2 and sum(word.shouted for word in letters) > 0.7 * len(letters)

    @cached_property
    def of_the_field(self) -> frozenset[int]:
        """The numbers of the words that belong to the field, as an abbreviation or in a name."""
        found = {n for n, word in enumerate(self.words) if word.text in abbreviations()}
        for n, word in enumerate(self.words):
            for name in fixed_names().get(word.lower, ()):
                typed = [w.lower for w in self.words[n : n + len(name)]]
                if typed[:-1] == [*name[:-1]] and typed[-1].split("-")[0] == name[-1].split("-")[0]:
                    found.update(range(n, n + len(name)))
        return frozenset(found | self._of_a_theory() | self._of_a_thing())

    def _of_a_thing(self) -> set[int]:
        """Balint-model, BOinK, and Ernst- en urgentietaxatie: words that are nobody's name."""
        return {
            n
            for n, word in enumerate(self.words)
            if word.capital and (_OF_A_THING.search(word.text) or self._is_cut_off(word))
            if word.lower.split("-")[0] not in word_list("namen") or self._is_cut_off(word)
        }

    def _of_a_theory(self) -> set[int]:
        """Piramide van Maslow; after what can be someone's, only a surname of nobody here."""
        return {
            n
            for named in _THEORY.finditer(self.plain)
            for n in self.within(*named.span())
            if named["sure"] or self.words[n].lower not in word_list("namen")
        }

    @cached_property
    def unlisted(self) -> tuple[bool, ...]:
        """For each word whether it stands in no list of ordinary words; it can be a compound."""
        listed = lexicon().ordinary
        return tuple(
            n not in self.of_the_field
            and word.lower not in listed
            and not all(
                part.lower() in listed or part in abbreviations() for part in word.text.split("-")
            )
            for n, word in enumerate(self.words)
        )

    @cached_property
    def strange(self) -> tuple[bool, ...]:
        """For each word whether it is not ordinary Dutch and no word of the field."""
        knows = lexicon().knows
        known = {word: knows(word) for word in {word.lower for word in self.words}}
        return tuple(
            n not in self.of_the_field and not known[word.lower] and not self._is_cut_off(word)
            for n, word in enumerate(self.words)
        )

    def _is_cut_off(self, word: Word) -> bool:
        """Kinder- en jeugdhulp: the first part of a compound, with a hyphen after it."""
        return self.plain[word.end : word.end + 2] == "- " and word.lower in lexicon().firsts

    def within(self, start: int, end: int) -> range:
        """The numbers of the words that begin between two offsets in `plain`."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def gap(self, left: int, right: int | None = None) -> str:
        """What stands between a word and the next one, or another one, by their numbers."""
        other = left + 1 if right is None else right
        return self.plain[self.words[left].end : self.words[other].start]

    def _is_abbreviation_before(self, at: int) -> bool:
        before = self.plain[max(0, at - 12) : at].rstrip(" '\"(")
        return before.endswith(".") and _ABBREVIATED.search(before[:-1]) is not None


def _made_plain(original: str) -> tuple[str, list[int] | None]:
    """The plain text, and for each of its signs, and its end, where it stood; None: as it is."""
    if not _SPECIAL.search(original):
        return original, None
    signs: list[str] = []
    origins: list[int] = []
    at = 0
    while at < len(original):
        cluster = _CLUSTER.match(original, at)
        piece = cluster[0] if cluster else original[at]
        for sign in unicodedata.normalize("NFC", piece) if cluster else _PLAIN.get(piece, piece):
            if sign not in _UNSEEN:
                signs.append(sign)
                origins.append(at)
        at += len(piece)
    origins.append(len(original))
    return "".join(signs), origins
