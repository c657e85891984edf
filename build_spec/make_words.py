"""Makes resources/woorden/woorden.txt: 7,776 Dutch words for passphrases, from Debian's wdutch.

Run once after `apt-get install wdutch`, from the project folder:

    python3 build_spec/make_words.py [WORD LIST]

The list carries no frequencies, so a word counts as well known when many other words of the list
are compounds with it. The same word list always gives the same 7,776 words.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

COUNT = 7_776  # five throws of a die for each word
LENGTHS = range(4, 9)
DICTIONARY = Path("/usr/share/dict/dutch")
LICENCE = Path("/usr/share/doc/wdutch/copyright")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "woorden"

LICENCE_HEAD = """\
woorden.txt is een keuze van 7.776 woorden uit de Nederlandse woordenlijst van OpenTaal, zoals
die in het pakket wdutch van Debian staat. Die lijst is onveranderd gebruikt; de keuze is gemaakt
door build_spec/make_words.py. Van de twee licenties hieronder kiezen wij de BSD-licentie.
Hieronder staat de volledige tekst uit dat pakket.

--------------------------------------------------------------------------------
"""

VOWELS = "aeiou"
HARD_TO_TYPE = re.compile(r"[qxy]|(.)\1\1")
PARTICLES = tuple(
    "aan achter af bij door in los mee na om onder op over rond samen tegen terug toe uit vast "
    "voor vol weg be er her ont ver".split()
)
INFLECTIONS = tuple(
    "e en n s t te ten de den je tje pje jes tjes pjes end ende er ere ers st ste sten es "
    "ster".split()
)

# Violence, sex, illness, insults and groups of people: no words to type in a room full of people.
EXCLUDED_PARTS = re.compile(
    "abort|angst|beul|bloed|bom|castr|clitor|dood|drek|dreig|erect|fasci|fetisj|folter|fuck"
    "|galg|geil|genoci|gesel|geweld|gewond|gijzel|godver|hoere|incest|jihad|kanker|kloot|kogel"
    "|kont|kots|martel|misbr|misdaad|mishand|moord|neger|pistool|poep|porn|racis|sado|schijt|seks"
    "|slacht|slavin|stront|terreur|verkrach|wapen|wurg|worg|zelfdod"
    "|^(anaal|anus|drug|etter|hasj|kut|lijk|lul|neuk|snot|tiet|urine|wijf)"
)
EXCLUDED = frozenset(
    """
    afgegaan aids aidskind bastaard basterd beating bekvecht bigot bijzit bimbo boezel bordeel
    cannabis cocaine condoom copuleer cretin debiel debiele diarree dief dievegge dolk dolkmes
    domkop dorpsgek driftkop duivel duivelin dwaaskop dwerg eikel erogeen ezelskop fallus feces
    fellatio flatus flikker geilheid gek geniep geniepig genitaal genitief gifgas gifkop haat
    handboei handlam hangbuik harddrug hatelijk heidin heks herpes hetero hitsig holebi homo
    hondsvot hooligan idioot idiot indianen indo islam junk kaalkop kadaver kak kleun kreng
    labbekak lafbek lamzak landmijn lastpak lavement lepra lesbo lijp loeder lollepot lummel
    maffia massacre misdadig mokkel mongool mormel moslim mulat muts napalm nazi necro nicht
    noodlot onkuis onrein ontucht oorlog opsluit ordi orgasme orgie ouwehoer paai paap patser
    peda pedo pegel pestkop pies piespot pis pisbak piskijk pispot polak pooier prostaat ransel
    rasta rotzak ruft satan scalp scalpeer scheld schend schold schunnig schurft serpent sharia
    sief sikh sinjo sjappie slash slet sloerie slons sloor smeerlap smerig smeul smous sodomie
    spasme stalk stiet stilet stiletto stomp strop suffer sukkel tampon teef tepel tering tiran
    treiter trut vandaal verkrui verwijfd viswijf vreetzak vuilbek wanhoop wanhopig weduwe wreed
    zatlap zeik zelfmoord zigeuner zotheid zottin zwartkop zweep zwendel
    """.split()
)


def chosen_words(lines: list[str]) -> list[str]:
    """Return the `COUNT` best known words of a word list, sorted."""
    names = {line.lower() for line in lines if line[:1].isupper()}
    known = {line for line in lines if re.fullmatch("[a-z]{3,}", line)}
    fit = [word for word in known - names if is_fit(word, known)]
    if len(fit) < COUNT:
        raise SystemExit(f"only {len(fit)} words fit, {COUNT} needed")
    compounds, longer = compound_counts(known), longer_counts(known)
    fit.sort(key=lambda word: (-compounds[word], -longer[word], len(word), word))
    return sorted(fit[:COUNT])


def longer_counts(known: set[str]) -> Counter[str]:
    """Count for each beginning how many words have it; only settles equal compound counts."""
    return Counter(word[:end] for word in known for end in range(LENGTHS.start, len(word)))


def compound_counts(known: set[str]) -> Counter[str]:
    """Count for each word in how many longer words it is the first or the last half."""
    counts: Counter[str] = Counter()
    for word in known:
        for cut in range(3, len(word) - 2):
            first, last = word[:cut], word[cut:]
            if first in known and last in known:
                counts.update((first, last))
    return counts


def is_fit(word: str, known: set[str]) -> bool:
    """Tell whether a word is short, plain, decent and not a mere form of another word."""
    return (
        len(word) in LENGTHS
        and any(letter in VOWELS for letter in word)
        and not HARD_TO_TYPE.search(word)
        and word not in EXCLUDED
        and not EXCLUDED_PARTS.search(word)
        and not is_verb_form(word, known)
        and not any(stem in known for stem in stems(word))
    )


def is_verb_form(word: str, known: set[str]) -> bool:
    """Tell whether a word is a participle with ge-, or the bare stem of a prefixed verb."""
    if word.startswith("ge") and (word[2:] in known or word[2:-1] in known):
        return True
    return f"{word}t" in known and word.startswith(PARTICLES)


def stems(word: str) -> Iterator[str]:
    """Yield what a word could be an inflection of, by spelling alone: bomen gives boom."""
    for ending in INFLECTIONS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield from spellings(stem)
        if stem[-1] in "vz":
            yield from spellings(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])


def spellings(stem: str) -> Iterator[str]:
    """Yield a stem as it stands, with one consonant fewer (katt) and one vowel more (bom)."""
    yield stem
    before, vowel, last = tuple(stem[-3:])
    if vowel == last:
        yield stem[:-1]
    if vowel in VOWELS and last not in VOWELS and before not in VOWELS:
        yield stem[:-1] + vowel + last


def main(dictionary: Path) -> None:
    """Write the words, one a line, and the licence of the list they came from."""
    words = chosen_words(dictionary.read_text(encoding="utf-8").split())
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "woorden.txt").write_text("\n".join(words) + "\n", encoding="ascii", newline="\n")
    licence = LICENCE_HEAD + LICENCE.read_text(encoding="utf-8")
    (TARGET / "LICENTIE.txt").write_text(licence, encoding="utf-8", newline="\n")
    print(f"{len(words)} words in {TARGET / 'woorden.txt'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DICTIONARY)
