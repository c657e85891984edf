"""sqlite-utils works on SQLCipher, and a wrong order of imports is noticed at once."""

import subprocess
import sys

import pytest

RIGHT = """
import sys, hgkm_desktop.casefile as room
assert "sqlite_utils" not in sys.modules and "numpy" not in sys.modules
import sqlite_utils.db, sqlcipher3
assert sqlite_utils.db.sqlite3 is sqlcipher3
"""
WRONG = "import sqlite_utils, hgkm_desktop.casefile"


@pytest.mark.parametrize(("code", "complaint"), [(RIGHT, ""), (WRONG, "RuntimeError")])
def test_order_of_imports(code: str, complaint: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is (not complaint)
    assert complaint in done.stderr
