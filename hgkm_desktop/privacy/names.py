"""Names of people: after a title or a role, by initials, and from the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import (
    abbreviations,
    functions,
    hints,
    lexicon,
    lowered,
    word_list,
)
from hgkm_desktop.privacy.phrases import (
    MOST_PARTICLES,
    abstract_endings,
    end_of_name,
    is_capital,
    is_of_a_method,
)
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text
from hgkm_desktop.privacy.word_names import is_word_name, mostly_names, stands_as_surname

_ZEKER = FindingCertainty.ZEKER
_WAARSCHIJNLIJK = FindingCertainty.WAARSCHIJNLIJK
_MOGELIJK = FindingCertainty.MOGELIJK
_LONGEST_ABBREVIATION = 5  # letters
_SHORT_NAME = 3  # letters: in lower case it is as likely an abbreviation
_SURE_PARTICLE = frozenset({"der", "den", "ter", "ten", "vd", "v"})
_NO_PARTICLE = frozenset({"op", "in", "of", "bij", "aan"})
_GAPS = (
    " ",
    ". ",
    " (",
    ": ",
    " = ",
    ":",
    "/",
    " '",
    ' "',
    ", ",
    ".",
    "=",
    ": '",
    ': "',
    " ('",
    "  ",
)
_INITIALS = re.compile(
    r"(?<![^\W_])(?<!\.)(?:[A-Za-z]\.-? ?){1,5}(?:(?:van|de|der|den|ten|ter|te|'t|v\.?d\.?|v/d"
    r"|el|al|la|da|dos) ?\.?){0,3}[ .]?"
    r"[^\W\d_][^\W\d_'-]{1,30}(?:-[^\W\d_][\w'-]{1,30})?"
)
_PAIR = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,5}(?![\w])")
_INITIAL_PART = re.compile(r"(?<![\w.])[A-Z]\. (?:van |de |der |den |v\.? ?d\.? ){1,3}[A-Z]\.")
_ONE = re.compile(r"(?<![\w.)])[A-Z]\.(?= [a-zà-ÿ])")
_ONE_AT_THE_END = re.compile(
    r"(?:(?<=\bvoor )|(?<=\bvan )|(?<=\bdoor )|(?<=\bmet )|(?<=\bbij )|(?<=\btegen )|(?<=\bnaar ))"
    r"[A-Z]\.(?=$|[,;)!?]| [A-Z])"
)
_NUMBER_OF_A_ROLE = re.compile(r" \d{1,2} ")
_NUMBERED = re.compile(
    r"(?:hulpverlener|optie|plan|bijlage|groep|kind|team|gezin|categorie|deel|medewerker"
    r"|persoon|organisatie|variant|vitamine|gebouw|blok|klas|type|scenario|fase|casus|werker"
    r"|agent|partner|partij|hepatitis|hep|lijst|blz|rijbewijs|cluster)$"
)
_ABBREVIATIONS = (
    *("o.g.v.", "i.v.m.", "m.b.t.", "t.a.v.", "n.a.v.", "i.o.m.", "i.s.m.", "d.m.v.", "t.b.v."),
    *("a.d.h.v.", "m.i.v.", "i.p.v.", "b.v.", "n.v.t.", "z.s.m.", "o.b.v.", "i.c.m.", "m.u.v."),
    *("d.d.", "t.o.v.", "t.g.v.", "i.h.k.v.", "o.v.v.", "t.k.", "p.p.", "n.t.b.", "e.a.", "e.d."),
    *("o.a.", "m.n.", "m.a.w.", "i.o.", "c.q.", "t.z.t.", "z.g.", "a.u.b.", "s.v.p.", "t.w."),
    *("d.w.z.", "n.o.k.", "v.w.b.", "i.g.v.", "a.s.", "j.l.", "l.l.", "t.a.", "o.l.v.", "w.o."),
    *("m.m.v.", "i.t.t.", "m.i.", "t.n.v.", "h.o.", "u.h.p.", "o.t.s.", "k.m.", "h.g.", "e.v."),
    *("w.b.", "p.w.", "p.m.", "p.j.", "i.b.", "g.i.", "v.t.", "w.t.", "e.e.a.", "t.e.m.", "i.i.g."),
)
_AFTER_TITLE = "Na een titel of rol staat hier een naam."
_LISTED = "Dit woord staat in de lijst met namen."
_LETTERS = "Dit lijken voorletters. Wie het gezin kent, weet dan genoeg."


@cache
def _roles() -> frozenset[str]:
    family = hints("gezin") - {"hij", "zij", "ze", "ik", "ouders", "buren", "gezin"}
    return family | hints("voor_een_naam")


@cache
def _before_names() -> frozenset[str]:
    return hints("titels") | _roles() | functions()


def after_titles(text: Text) -> Iterator[Found]:
    """Names after a title, a role or a function, in capitals or not."""
    before_names = _before_names()
    for n, word in enumerate(text.words):
        if word.lower not in before_names:
            continue
        is_title = word.lower in hints("titels")
        first = _first_after(text, n)
        if first is None:
            continue
        name = _past_particles(text, first)
        if name is not None and _is_name(text, n, name, is_title, name > first):
            last = end_of_name(text, name)
            certainty = _certainty(text, name, is_title)
            yield _name(text.words[first].start, text.words[last].end, certainty, _AFTER_TITLE)


def _certainty(text: Text, n: int, is_title: bool) -> FindingCertainty:
    """After a role a word that nobody knows can be a typing error, if it has no capital."""
    if is_title and text.words[n].capital:
        return _ZEKER
    if not is_title and not text.words[n].capital and not text.strange[n]:
        is_name = text.words[n].lower in mostly_names()
        return _WAARSCHIJNLIJK if is_name else _MOGELIJK
    listed = any(f in word_list("namen") for f in _forms(text.words[n].lower))
    return _WAARSCHIJNLIJK if is_title or listed or text.words[n].capital else _MOGELIJK


def _first_after(text: Text, n: int) -> int | None:
    """The word after a title; past 'van het wijkteam' it does not look."""
    here = n + 1
    if here >= len(text.words):
        return None
    if _NUMBER_OF_A_ROLE.fullmatch(text.gap(n)) and _starts_name(text, here):
        return here
    if text.gap(n) not in _GAPS:
        return None
    if re.fullmatch(r"\d", text.gap(n).strip(" .(:=/")):
        return None
    return here


def _starts_name(text: Text, n: int) -> bool:
    """Kind 1 de Boer, broer 2 Bakker: after the number of a role only what can be a surname."""
    last = _past_particles(text, n)
    if last is None or not text.words[last].capital or text.words[n].lower in _NO_PARTICLE:
        return False
    is_surname = text.words[last].lower in lowered("namen_als_woord", "achternamen")
    return last > n or is_surname or text.unlisted[last]


def _past_particles(text: Text, n: int) -> int | None:
    for here in range(n, min(n + MOST_PARTICLES + 1, len(text.words))):
        if text.words[here].lower not in hints("tussenvoegsels"):
            return here
    return None


def _is_name(text: Text, title: int, n: int, is_title: bool, has_particle: bool) -> bool:
    word = text.words[n]
    lower = word.lower
    is_role = lower in hints("titels") | functions() or lower in _roles()
    if n in text.of_the_field or _goes_on_after(text, title, n):
        return False
    if not is_title and _is_an_office(text, title, n):
        return False
    if is_role and not has_particle:
        return word.capital and stands_as_surname(text, n)
    comma = text.gap(title) == ", "
    if text.strange[n]:
        return not comma or is_title
    last_before = text.words[n - 1].lower if has_particle else ""
    if is_capital(text, n) or (is_title and word.capital and not text.is_shouted):
        follows_place = has_particle and text.words[title + 1].lower in _NO_PARTICLE
        return not word.first and not comma and not follows_place
    if has_particle:
        is_surname = lower in lowered("namen_als_woord", "achternamen")
        is_sure = is_title or last_before in _SURE_PARTICLE
        return is_sure and is_surname and last_before not in _NO_PARTICLE | {"het"}
    if comma or text.gap(title).strip(". "):
        return False
    return is_word_name(text, n, is_title)


def _goes_on_after(text: Text, role: int, n: int) -> bool:
    """Moeder: Angst, and Vader Belt: an ordinary word that nobody is called, with a capital."""
    lower = text.words[n].lower
    is_called = any(lower in word_list(name) for name in ("namen", "eigennamen", "plaatsen"))
    if n != role + 1 or text.strange[n] or text.unlisted[n] or is_called:
        return False
    if any(
        lower in lowered("namen_als_woord", of) for of in ("achternamen", "soms", "bijna_altijd")
    ):
        return False
    return ":" in text.gap(role) or lower in hints("werkwoorden")


def _is_an_office(text: Text, role: int, n: int) -> bool:
    """Medewerker van het KCC: where someone works, not how someone is called."""
    word = text.words[n]
    is_short = word.shouted and len(word.text) <= _LONGEST_ABBREVIATION and not text.is_shouted
    return is_short and n == role + 3 and text.words[n - 1].lower == "het"


def initials(text: Text) -> Iterator[Found]:
    """Initials, with the name after them or alone."""
    for found in _INITIALS.finditer(text.plain):
        start, end = found.span()
        tail = re.split(r"[ .]", found[0])[-1]
        inner = text.within(start, end)
        last = max((n for n in inner if text.words[n].end <= end + 1), default=None)
        if last is None or len(tail) < 2:
            continue
        if _belong_to_a_name(text, found[0], last):
            certainty = _MOGELIJK if _is_of_a_list(text, found[0], last) else _ZEKER
            yield _name(start, text.words[end_of_name(text, last)].end, certainty, _LETTERS)
    for shape in (_INITIAL_PART, _PAIR, _ONE, _ONE_AT_THE_END):
        for found in shape.finditer(text.plain):
            letters = re.sub(r"[^A-Z]", "", found[0])
            is_thing = text.lower.endswith((" het ", " een "), 0, found.start())
            if shape is not _INITIAL_PART and (is_thing or _is_abbreviation(letters)):
                continue
            spaced = text.lower[found.start() : found.start() + 10].replace(" ", "")
            if shape is _ONE and spaced.startswith(_ABBREVIATIONS):
                continue
            if not _NUMBERED.search(
                text.lower[max(0, found.start() - 14) : found.start()].rstrip()
            ):
                yield _name(found.start(), found.end(), _WAARSCHIJNLIJK, _LETTERS)
    yield from _title_and_letter(text)


def _is_of_a_list(text: Text, typed: str, last: int) -> bool:
    """A. Veiligheid B. Herstel: one of the first letters before an ordinary word."""
    word = text.words[last].lower
    if text.unlisted[last] or word in lowered("namen_als_woord", "achternamen"):
        return False
    is_one = re.fullmatch(r"[A-F]\. ?[^\W\d_]+", typed) is not None
    return is_one and word not in word_list("namen")


def _belong_to_a_name(text: Text, typed: str, last: int) -> bool:
    """Whether these letters are initials, with word `last` as the surname."""
    word = text.words[last].lower
    is_lower = typed[0].islower()
    if is_lower and typed.lower().replace(" ", "").startswith(_ABBREVIATIONS):
        return False
    if _is_small_surname(typed, word):
        return True
    if word in functions() or word in _roles():
        return False
    if typed.lower().startswith("v.d") and not is_capital(text, last):  # v.d. maand
        is_surname = word in lowered("namen_als_woord", "achternamen")
        return text.strange[last] or (is_surname and not text.words[last].first)
    is_known = "v.d" in typed or text.strange[last]
    return is_known or (not is_lower and is_capital(text, last))


def _is_small_surname(typed: str, last: str) -> bool:
    """J.w. de boer, a.b. bakker: a surname that is a word, after letters and in small letters."""
    letters = re.match(r"(?:[a-z]\. ?)+", typed)
    has_particle = letters is not None and re.match(
        r"(?:van|de|der|den|ter|te|ten) ", typed[letters.end() :]
    )
    is_surname = last in lowered("namen_als_woord", "achternamen")
    return letters is not None and is_surname and bool(has_particle or letters[0].count(".") > 1)


_ROLE_AND_LETTER = re.compile(
    r"\b(?:kind|zoon|zoontje|dochter|dochtertje|vader|moeder|broer|broertje|zus|zusje|partner"
    r"|oma|opa|oom|tante|buurman|buurvrouw|vriend|vriendin|jongen|meisje|baby) ([g-mo-w]\.?)"
    r"(?=$|[,;:)!?]| [a-z]|(?<=\.) )"
)
_LETTER_AFTER = re.compile(
    r"\b(?:mw|mevr|mevrouw|dhr|meneer|mr|fam|familie|gezin|heer)\.? ([a-z]\.?)(?![\w'])"
)


def _title_and_letter(text: Text) -> Iterator[Found]:
    for found in _LETTER_AFTER.finditer(text.lower):
        if text.plain[found.start(1)].isupper() or found[1].endswith("."):
            yield _name(found.start(1), found.end(1), _WAARSCHIJNLIJK, _LETTERS)
    for found in _ROLE_AND_LETTER.finditer(text.lower):
        if text.plain[found.start(1)].isupper():
            yield _name(found.start(1), found.end(1), _WAARSCHIJNLIJK, _LETTERS)


def _is_abbreviation(letters: str) -> bool:
    """Of letters with full stops between them: D.N.A., H.I.V., S.O.S."""
    is_word = len(letters) > 2 and lexicon().is_listed(letters.lower())
    return letters in _abbreviated() or (is_word and letters.lower() not in word_list("namen"))


@cache
def _abbreviated() -> frozenset[str]:
    extra = "NVT BV VOF AUB GGZ THV PS NB ED OA IVM MBT TAV TBV NAV CQ PM DD VT EA NV MN IOM"
    extra += " DNA HIV SOS IQ KCC EHBO"
    return frozenset(word.upper() for word in abbreviations()) | frozenset(extra.split())


_CALLED = re.compile(
    r"\b(?:bijgenaamd|alias|aka|a\.k\.a\.|roepnaam|bijnaam|schuilnaam|straatnaam)(?: is|:| was)? "
    r"['\"(]?(?!(?:de|het|een|van|is|was|voor|niet|onbekend|en|of|die|dat|gebruikt)\b)"
    r"([^\W\d_][\w'-]{2,30})"
)
_OLD_PARTICLES = re.compile(r"\bvan (?:der|den) ([^\W\d_][\w'-]{2,30})")


def called(text: Text) -> Iterator[Found]:
    """A nickname after the word that tells it is one, and van der with whatever follows."""
    for found in _CALLED.finditer(text.lower):
        if found[1] not in _roles() | functions():
            yield _name(found.start(1), found.end(1), _MOGELIJK, _AFTER_TITLE)
    for found in _OLD_PARTICLES.finditer(text.lower):
        if found[1] not in ("beginne", "duivel"):
            yield _name(found.start(), found.end(), _WAARSCHIJNLIJK, _AFTER_TITLE)


def listed_names(text: Text) -> Iterator[Found]:
    """Names in the lists that are no ordinary word, with what follows of the name."""
    taken = -1
    for n, word in enumerate(text.words):
        if n <= taken or not text.unlisted[n] or (word.shouted and len(word.text) <= 3):
            continue
        head, _, rest = word.text.partition("-")
        if head.isupper() and len(head) > 1 and rest and lexicon().knows(rest):  # NIKA-traject
            continue
        is_title = word.lower.endswith(abstract_endings()) and not text.strange[n]
        of_a_thing = word.text.rpartition("-")[2]
        is_own = word.capital and not is_title
        is_compound = rest and of_a_thing.islower() and lexicon().knows(of_a_thing)
        if is_compound and lexicon().is_listed(head.lower()) and word.first:  # Kind-oudergeweld
            continue
        is_own = is_own and not is_compound
        if _is_among_abbreviations(text, n):
            continue
        if any(
            form in word_list("namen") or (is_own and form in word_list("eigennamen"))
            for form in _forms(word.lower)
        ):
            taken = end_of_name(text, n)
            is_sure = word.capital or (text.strange[n] and len(word.text) > _SHORT_NAME)
            is_weak = not is_sure or is_of_a_method(text, n) or not _is_of_a_person(text, n)
            certainty = _MOGELIJK if is_weak else _WAARSCHIJNLIJK
            yield _name(word.start, text.words[taken].end, certainty, _LISTED)


def _is_of_a_person(text: Text, n: int) -> bool:
    """Whether a person is called so; proper names are also those of things: Marlboro."""
    return any(form in word_list("namen") for form in _forms(text.words[n].lower))


def _is_among_abbreviations(text: Text, n: int) -> bool:
    """SARA en HCR-20: a short word in capitals beside another that nobody is called."""
    word = text.words[n]
    if text.is_shouted or not word.shouted or len(word.text) > _LONGEST_ABBREVIATION:
        return False
    for other in (n - 2, n - 1, n + 1, n + 2):
        if 0 <= other < len(text.words) and text.words[other].text.split("-")[0].isupper():
            beside = text.words[other]
            gap = text.plain[min(word.end, beside.end) : max(word.start, beside.start)]
            joins = gap.strip(" -0123456789RVI") in (",", "en", "/", "of", "&")
            if joins and len(beside.text) > 1 and beside.lower not in word_list("namen"):
                return True
    return False


def _forms(word: str) -> tuple[str, ...]:
    """A name as typed, without a possessive ending, and its first part."""
    return (word, word.removesuffix("'s"), word.removesuffix("s"), word.split("-")[0])


def _name(start: int, end: int, certainty: FindingCertainty, reason: str) -> Found:
    return Found(start, end, FindingKind.NAAM, certainty, reason)
