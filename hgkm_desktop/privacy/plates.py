"""Kentekens: whole, in part, spelled out, and those of the countries around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import abbreviations, hints
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_PLATE = re.compile(
    r"(?<![^\W_])(?=((?:[A-Z0-9]{1,3}([ ./-])[A-Z0-9]{2,3}\2[A-Z0-9]{1,3}|[A-Z0-9]{6})"
    r"(?![^\W_]|[-/.]\d)))",
    re.I,
)
_APART = re.compile(  # h b 7 7 1 d, RT452-K, rt_452_k
    r"(?<![^\W_])(?<![./-])(?=([A-Z0-9](?:[ ./_-]?[A-Z0-9]){5,6}(?![^\W_]|[-/.]\d)))", re.I
)
_SIDECODES = frozenset(
    {"LLDDDD", "DDDDLL", "DDLLDD", "LLDDLL", "LLLLDD", "DDLLLL", "DDLLLD", "DLLLDD", "LLDDDL"}
    | {"LDDDLL", "LLLDDL", "LDDLLL", "DLLDDD", "DDDLLD"}
)
_BELGIAN = "DLLLDDD"
_ALTERNATES = re.compile("L+D+L+|D+L+D+")
_GROUPS = {(2, 2, 2), (2, 3, 1), (1, 3, 2), (3, 2, 1), (1, 2, 3)}
_CAR = re.compile(
    r"auto|kenteken|voertuig|nummerplaat|aanhanger|geparkeerd|rijdt|\bvw\b|clio|corsa|astra"
    r"|passat|mazda|nissan"
    r"|hyundai|suzuki|dacia|jeep|porsche|busje|bus\b|scooter|motor|brommer|golf|polo|audi|bmw"
    r"|mercedes|opel"
    r"|volkswagen|ford"
    r"|fiat|kia|toyota|seat\b|skoda|renault|peugeot|citro|volvo|tesla|wagen|caddy|parkeer|oprit"
    r"|nummerbord|\bplaat(?:je)?\b|\bkent\.|\bknt\b"
)
_NAMED = r"(?:kenteken|nummerbord|nummerplaat|\bplaatje|\bplaat|\bkent\.|\bknt)"
_BEFORE_WHOLE = re.compile(rf"{_NAMED}(?:nr|nummer)?\b[^.;!?\n\d]{{0,20}}$|{_NAMED}[ :]{{0,2}}$")
_PART_OF_PLATE = re.compile(
    rf"(?:{_NAMED}(?:nr|nummer)? \w{{0,10}} ?(?:begin\w* met|eindig\w* op|met daarin|met|gezien"
    r"|iets met|is|was|van|:)|(?:deel|gedeelte)(?: van)?(?: het| de)? (?:kenteken|plaat)(?: is)?"
    r"|(?:eerste|laatste) (?:\w{1,5} )?(?:cijfers|letters|tekens)(?: van)?(?: het| de)?"
    r" (?:kenteken|plaat))"
    r"(?: zijn| is| waren)?:? ([a-z0-9]{1,3}(?:-[a-z0-9]{1,3})?)(?!\w)"
)
_IN_PART = re.compile(  # with the word for a kenteken somewhere in the text
    r"\b(?:(?:eindig\w*|begin\w*) het kenteken (?:op|met)|(?:letters|cijfers|tekens)"
    r"(?: \w{3,5})?|alleen|deels)[ :]{1,2}([a-z]{1,3}|\d{2,3}|[a-z]{1,2}\d{1,3})(?![\w-]|[.,]\d"
    r"| (?:keer|uur|jaar|euro))"
)
_SEEN = re.compile(  # kenteken onbekend, wel HB-77; kenteken ??-771-D
    rf"{_NAMED}\b[^.;!\n\d?*]{{0,40}}?(?<![\w?*])"
    r"(?=[a-z0-9?*.x-]{0,8}[a-z0-9])(?=[a-z?*-]{0,6}\d)"
    r"([a-z0-9?*]{1,3}(?:-[a-z0-9?*.]{1,3}){1,2}|[a-z]{1,3}\d{1,3}[a-z]{0,2}|\d{1,3}[a-z]{1,3})"
    r"(?![\w?*]| ?(?:keer|uur|jaar|euro))"
)
_GERMAN_PLATE = re.compile(
    r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[- ]\d{1,4}(?![\w-])"
    r"|(?<![\w-])[A-ZÄÖÜ]{1,3} [A-Z]{1,2} \d{2,4}(?![\w-])"
)
_FOREIGN_PLATE = re.compile(
    rf"(?:{_NAMED}|nr\.? ?plaat)(?:nr|nummer)?(?: is| was|:)? "
    r"((?=[a-z0-9 -]{0,10}\d)[a-z0-9]{1,4}(?:[ -][a-z0-9]{1,5}){0,2})\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REASON = "Dit is een kenteken."


def plates(text: Text) -> Iterator[Found]:
    """Kentekens of the fourteen sidecodes; without hyphens only where a car is spoken of."""
    for start, end in _places(text):
        yield Found(start, end, FindingKind.KENTEKEN, FindingCertainty.ZEKER, _REASON)


def _places(text: Text) -> Iterator[tuple[int, int]]:
    near_car = _CAR.search(text.lower) is not None
    if text.has_digits:
        for found in _PLATE.finditer(text.plain):
            if _is_plate(found[1], near_car):
                yield found.span(1)
    if not near_car:
        return
    yield from _spelled(text)
    for found in _GERMAN_PLATE.finditer(text.plain):
        if found[0].split(" ")[0] not in abbreviations():
            yield found.span()
    is_named = re.search(_NAMED, text.lower) is not None
    for shape in (_FOREIGN_PLATE, _PART_OF_PLATE, _SEEN, *([_IN_PART] if is_named else ())):
        for found in shape.finditer(text.lower):
            if not _is_word(text, found.start(1), found[1]):
                yield found.span(1)


def _spelled(text: Text) -> Iterator[tuple[int, int]]:
    """Letters and digits apart, or with a sign where none belongs."""
    if not text.has_digits:
        return
    for found in _APART.finditer(text.plain):
        bare = re.sub(r"[ ./_-]", "", found[1])
        code = _code(bare)
        if code == _BELGIAN or (code in _SIDECODES and _stands_apart(text, found, bare)):
            yield found.span(1)


def _stands_apart(text: Text, found: re.Match[str], bare: str) -> bool:
    """Each sign on its own, or right after the word for a kenteken; 'auto in 2021' is none."""
    parts = re.split(r"[ ./_-]", found[1].lower())
    if any(part in hints("functiewoorden") or _YEAR.fullmatch(part) for part in parts if part[1:]):
        return False
    if len(found[1]) >= 2 * len(bare) - 1:
        return True
    before = text.lower[max(0, found.start(1) - 40) : found.start(1)]
    near_car = bare == bare.upper() and _CAR.search(before[-12:]) is not None
    return near_car or _BEFORE_WHOLE.search(before) is not None


def _is_word(text: Text, start: int, typed: str) -> bool:
    """Kenteken is van, kenteken via RDW: letters that are a word or an abbreviation."""
    if typed.split(" ")[0] in hints("functiewoorden") and " " in typed:
        return True
    if not typed.isalpha():
        return False
    written = text.plain[start : start + len(typed)]
    return not written.isupper() or written in abbreviations() or typed in hints("functiewoorden")


def _code(bare: str) -> str:
    return "".join("D" if sign.isdigit() else "L" for sign in bare)


def _is_plate(typed: str, near_car: bool) -> bool:
    code = _code(re.sub(r"[ ./-]", "", typed))
    if code not in _SIDECODES:
        return False
    groups = tuple(len(part) for part in re.split(r"[ ./-]", typed))
    if groups in _GROUPS:
        return "-" in typed or near_car or typed == typed.upper()
    return len(groups) == 1 and (near_car or _ALTERNATES.fullmatch(code) is not None)
