"""Writes the example casusbestand, with its fixed passphrase from resources/voorbeeld.

Run from the project folder:

    python -m build_spec.make_example TARGET
"""

import sys
from pathlib import Path

from hgkm_desktop.app import make_example

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make_example(Path(sys.argv[1]))
    print(Path(sys.argv[1]).resolve())
