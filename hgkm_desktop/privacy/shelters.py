"""Shelters and hiding places: always zeker, because a life can depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import word_list
from hgkm_desktop.privacy.phrases import end_of_title, has_capital, is_capital
from hgkm_desktop.privacy.shelter_places import end_of_place, start_of_place
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_STRONG = (  # nothing else is called so
    r"blijf[- ]?v(?:an|\.)?[- ]?m(?:ij|')n[- ]?lijf(?:[- ]?(?:huis|locatie|groep))?"
    r"|lijfhuis|bvml(?:-?huis)?"
    r"|blijf[- ]?(?:huis|groep)|opvang[- ]?(?:huis|locatie|plek|adres)|oranje ?huis|vrouwenhuis"
    r"|(?:vrouwen|mannen|nood|crisis|maatschappelijke |safe|geheime |veilige )[- ]?opvang"
    r"(?:[- ]?(?:huis|locatie|plek|adres))?|safe[- ]?house|veilig(?:e)? huis|crisisplek"
    r"|schuil(?:adres|plaats|plek|huis)|vluchthuis|toevluchtsoord|noodadres|onderduik(?:adres|plek)"
)
_SHELTER = re.compile(
    rf"(?<![\w-])(?:{_STRONG}|(?:crisis)?pleeggezin|gezinshuis|opvang|vo|logeeradres"
    r"|passantenverblijf)(?= )"
)
_PLACED = re.compile(
    rf"(?<![\w-])(?:{_STRONG}|(?:geheime?|afgeschermde?|veilige?|anonieme?) "
    rf"(?:adres|locatie|plek|woning|verblijf(?:plaats|adres|plek)?))(?!\w)"
)
_BEFORE_NAME = frozenset({"de", "het", "t", "in", "te", "uit", "bij"})
_PLACE = r"(?:bij|in|op|te|aan|achter|naast|boven|onder|vlakbij|ergens)"
_CLAUSE = (
    r"[^.,;:!?()\n]{2,90}?(?=[.,;:!?()\n]|$"
    r"| (?:zit|zitten|zat|is|en|maar|want|omdat|sinds|tot|totdat|waar|dat|die|heeft)\b)"
)
_FAMILY = (
    r"(?:haar|zijn|hun|een) (?:zus|broer|tante|oom|nicht|neef|moeder|vader|ouders|vriendin|vriend"
    r"|oma|opa|familie)|oma|opa|tante|oom|familie|vrienden"
)
_HIDDEN = re.compile(
    rf"\b(?:onder(?:ge)?doken|duikt onder|duiken onder|dook onder|onderduikt|schuilt|schuilen"
    rf"|schuilde|schuil|verstopt|verborgen|verschuilt|gevlucht(?= naar (?:{_FAMILY})\b))"
    rf"(?: zich| zit| zitten| is| zat| ze| zij| hij| nu| tijdelijk| weer| al| sinds \w{{3,12}}"
    rf"| moeder| vader){{0,4}} ((?:{_PLACE}|naar) {_CLAUSE})"
)
_SECRET = re.compile(
    rf"\b(?:geheime?|veilige?|onbekende?|anonieme?) (?:adres|locatie|plek|woning"
    rf"|verblijf(?:plaats|adres|plek)?|huis|opvangplek|woonplek)"
    rf"(?:(?: (?:is|was|ligt|zit|betreft|van (?:moeder|haar|hem)))? ?[:=]? ?({_PLACE} {_CLAUSE})"
    rf"|(?: (?:is|was|betreft)| ?[:=]) ((?:de|het|een|haar|zijn|hun) {_CLAUSE}))"
)
_WHERE_BEFORE = re.compile(
    r"\b((?:bij|in|op) (?:haar|zijn|hun|een|de|het|oma|opa|tante|oom|vrienden"
    r"|familie)\b[^.,;:!?()\n]{0,60}?) "
    r"(?:onder(?:ge)?doken|schuilt|verstopt|verborgen|in veiligheid)\b"
)
# Children who hide in a cupboard, or feel safe with oma, are no secret.
_WEAK = re.compile(r"verstopt|verborgen|veilige plek|in veiligheid")
_IS_HOUSE = re.compile(
    r"\b(?:huis|huisje|woning|caravan|boot|hotel|schuur|flat|kamer|camping|chalet|klooster|kerk"
    r"|kelder|stal|boerderij|tante|zus|oma|broer"
    r"|vriendin|vriend|nicht|neef|moeder|ouders|buurvrouw|collega|oom|vakantie\w*|recreatie\w*"
    r"|bungalow|pension|tent|moskee|studio|zolder|gezin"
    r"|familie|haven|dorp|bos|pand|adres|appartement|kazerne|garage|loods|kantoor|opvang\w*"
    r"|pleeg\w*|groep)\b"
)
_REASON = "Dit zegt waar iemand veilig zit. Dat mag nergens staan."


def shelters(text: Text) -> Iterator[Found]:
    """A shelter with its name or place, and where someone hides."""
    for found in _PLACED.finditer(text.lower):
        if end := end_of_place(text, found.end()):
            yield _secret(found.start(), end)
        elif start := start_of_place(text, found.start()):
            yield _secret(start, found.end())
    for found in _SHELTER.finditer(text.lower):
        after = text.within(found.end() + 1, found.end() + 2)
        if after and (last := _last_of_name(text, after[0], found[0])) is not None:
            yield _secret(found.start(), text.words[last].end)
    for shape in (_HIDDEN, _SECRET, _WHERE_BEFORE):
        for found in shape.finditer(text.lower):
            group = 1 if found[1] else 2
            is_weak = _WEAK.search(found[0]) is not None
            if _tells_where(text, found.start(group), found.end(group), is_weak):
                yield _secret(found.start(group), found.end(group))


def _last_of_name(text: Text, here: int, shelter: str) -> int | None:
    """The number of the last word of the name of a shelter; None when it has no name."""
    if text.words[here].first:
        return None
    if shelter == "vo":
        return here if text.unlisted[here] or is_capital(text, here) else None
    if (
        shelter == "opvang"
        and not text.unlisted[here]
        and text.words[here].lower not in _BEFORE_NAME
    ):
        return None
    name = here
    if (
        text.words[here].lower in _BEFORE_NAME
        and here + 1 < len(text.words)
        and text.gap(here) == " "
    ):
        name = here + 1
    named = has_capital(text, name) or text.words[name].lower in word_list("plaatsen")
    named = named and (has_capital(text, name) or text.unlisted[name])
    return end_of_title(text, name) if named else None


def _tells_where(text: Text, start: int, end: int, is_weak: bool) -> bool:
    """Whether the part names a house, a person or a place; after a weak word only a name counts."""
    if not is_weak and _IS_HOUSE.search(text.lower, start, end):
        return True
    inside = text.within(start, end)
    return any(is_capital(text, n) or text.unlisted[n] for n in inside)


def _secret(start: int, end: int) -> Found:
    return Found(start, end, FindingKind.OPVANG, FindingCertainty.ZEKER, _REASON)
