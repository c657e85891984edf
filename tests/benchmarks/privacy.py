"""The herleidbaarheidscheck: how much it finds, how often in vain, how fast, and how it scales.

There is no base to compare with: what counts is what the test sentences hold, in the half that
rules were tuned on and in the half that nobody looked at. Times are of the processor, because
other work on the computer must not count; the time to load is that of a fresh process.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import quantiles

from hgkm_desktop.privacy import check
from tests.privacy.quality import measured
from tests.privacy.sentences import held_out, more_tuned, tuning

PIECE = 300  # characters
LONG = 4_000
HOSTILE = (
    *(
        "A.A.A.",
        "a",
        "A ",
        "1",
        "1-",
        "1.",
        "a@",
        "a.",
        "www.",
        "a-",
        "a_",
        "van de ",
        "De ",
        "De a ",
    ),
    *("jan jansen ", "+31", "schuilt in ", "Straat ", "een jaar ", "mw ", "J. ", "J.", "twintig"),
    *(
        "geheim adres ",
        "AB-",
        "kenteken ",
        "1a",
        "//",
        "a at b punt ",
        "1 en 2 mei ",
        "e\u0301",
        "'",
    ),
    *("NL91 ABNA ", "in ", "kdv de ", "Aa & ", "a.nl/", "is een ", "😀", "wordt ", "@a.", "xq "),
    *(
        "Jan ",
        "J\u200ban ",
        "06 06 06 ",
        "1.1.1.",
        "a@a@a",
        "((((",
        "van van ",
        "\u05e9\u05dc ",
        "1 ",
    ),
    *("Aa Bb ", "De Kamp 1 ", "hoek straat ", "gesprekken", "nr 1", "dd 1", "1a2b", "\uff10\uff16"),
    *(
        "12\n",
        "woont in de ",
        "a streepje ",
        "vt nog ",
        "op de ark ",
        "a.b. de boer ",
        "adres ",
        "zit op de ",
    ),
)
LOAD = """
import time
from hgkm_desktop.privacy import check
start = time.perf_counter()
check("moeder belt")
print((time.perf_counter() - start) * 1000)
"""


def lines() -> Iterator[str]:
    """All figures, one a line."""
    sets = (("tuning", tuning()), ("more tuned", more_tuned()), ("held out", held_out()))
    for name, sentences in sets:
        yield from (f"{name:<11}{line}" for line in measured(sentences).lines())
    times = piece_times()
    yield f"time p95 per {PIECE} characters  {quantiles(times, n=20)[-1]:>8.2f} ms"
    yield f"time to load                 {load_time():>8.0f} ms"
    worst = max(HOSTILE, key=lambda part: spent(filled(part, LONG)))
    for part in ("A.A.A.", worst):
        took = spent(filled(part, LONG))
        yield f"{LONG} characters of {part!r:<16} {took:>6.1f} ms"


def piece_times() -> list[float]:
    """Milliseconds for each piece of the tuning half."""
    check("")
    text = " ".join(one.text for one in tuning())
    return [spent(text[at : at + PIECE]) for at in range(0, len(text) - PIECE, PIECE)]


def load_time() -> float:
    """Milliseconds of the first check in a fresh process."""
    done = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)
    return float(done.stdout)


def filled(part: str, length: int) -> str:
    return (part * (length // len(part) + 1))[:length]


def spent(text: str) -> float:
    """Milliseconds of the processor that one check takes."""
    start = time.process_time()
    check(text)
    return (time.process_time() - start) * 1000
