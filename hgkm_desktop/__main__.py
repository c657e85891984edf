"""`python -m hgkm_desktop`: refuses a Qt that is known to crash, then starts the program."""

from __future__ import annotations

import sys

from PySide6 import __version__ as qt_version

from hgkm_desktop.no_dumps import keep_memory_in


def main() -> int:
    """Start the program; returns the exit code."""
    keep_memory_in()
    if sys.version_info < (3, 12) and qt_version.startswith("6.12."):
        sys.stderr.write(
            "Deze versie van PySide6 (6.12) stopt vanzelf onder Python 3.11. "
            "Start het programma met start.py: dat zet de goede versie klaar.\n"
        )
        return 1
    if sys.argv[1:] == ["--read-table"]:  # asked by exchange/table_process.py, of a child
        from hgkm_desktop.exchange import table_child

        return table_child.run()
    if sys.argv[1:] == ["--self-test"]:
        from hgkm_desktop import self_test

        return self_test.run()
    from hgkm_desktop import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
