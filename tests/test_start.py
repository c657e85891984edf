"""start.py speaks Dutch when it cannot go on, and sets up only what is not there yet."""

import ast
import hashlib
import importlib.util
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import start

LOCK_TEXT = "pakket==1.0\n"
ONE_SKIP = (
    "<testsuite><testcase><skipped type='pytest.skip' message='geen Xvfb'/></testcase></testsuite>"
)


class Folder:
    """A project folder of its own, with a record of the Python commands that start.py ran."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = root / "requirements.txt"
        self.venv = root / ".venv"
        self.commands: list[str] = []
        self.exit_code = 0
        self.lock.write_text(LOCK_TEXT, encoding="ascii")

    def with_venv(self, stamp: str | None) -> None:
        start.PYTHON.parent.mkdir(parents=True)
        start.PYTHON.touch()
        if stamp is not None:
            start.STAMP.write_text(stamp, encoding="ascii")

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        self.commands.append(" ".join(command[1:3]))
        if command[1:3] == ["-m", "venv"]:
            self.with_venv(stamp=None)
        if any(part.startswith("--junitxml") for part in command):
            (self.root / "out").mkdir(exist_ok=True)
            (self.root / "out" / "tests.xml").write_text(ONE_SKIP, encoding="utf-8")
        return subprocess.CompletedProcess(command, self.exit_code)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    made = Folder(tmp_path)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "LOCK", made.lock)
    monkeypatch.setattr(start, "VENV", made.venv)
    monkeypatch.setattr(start, "PYTHON", made.venv / "bin" / "python")
    monkeypatch.setattr(start, "STAMP", made.venv / "hgkm-lock.sha256")
    monkeypatch.setattr("subprocess.run", made.run)
    return made


def test_it_parses_on_python_3_8() -> None:
    source = Path(start.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 8))


def test_it_needs_only_the_standard_library() -> None:
    tree = ast.parse(Path(start.__file__).read_text(encoding="utf-8"))
    plain = {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in plain | named} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_old_python_is_told_which_one_is_needed(
    version: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main([], version) == 1
    told = capsys.readouterr().out
    assert "Python 3.11 of nieuwer nodig" in told
    assert f"dit is Python {version[0]}.{version[1]}" in told


def test_help_shows_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ("test", "check", "bench", "build", "prove", "pictures"))


@pytest.mark.parametrize("words", [["tets"], ["check", "nu"], ["bench", "a", "b"]])
def test_an_unknown_command_shows_the_usage(
    words: list[str], folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(words) == 2
    assert capsys.readouterr().out.startswith("Gebruik: python3 start.py")
    assert folder.commands == []


def test_a_set_up_that_fits_the_lock_is_left_alone(folder: Folder) -> None:
    folder.with_venv(stamp=hashlib.sha256(LOCK_TEXT.encode()).hexdigest() + "\n")
    start.set_up()
    assert folder.commands == []


def test_a_first_set_up_makes_the_venv_and_installs_the_lock_once(folder: Folder) -> None:
    start.set_up()
    start.set_up()
    assert folder.commands == ["-m venv", "-m pip"]


def test_a_changed_lock_is_installed_into_the_venv_that_is_there(folder: Folder) -> None:
    folder.with_venv(stamp="van een vorige keer\n")
    start.set_up()
    assert folder.commands == ["-m pip"]


def test_a_half_made_venv_is_made_anew(folder: Folder) -> None:
    folder.with_venv(stamp=None)
    rest = folder.venv / "half.txt"
    rest.touch()
    start.set_up()
    assert not rest.exists()
    assert folder.commands == ["-m venv", "-m pip"]


def test_a_failed_installation_is_told_and_tried_again(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.with_venv(stamp="van een vorige keer\n")
    folder.exit_code = 1
    assert start.main(["check"]) == 1
    told = capsys.readouterr().out
    assert "konden niet worden geïnstalleerd" in told
    assert "installatie.log" in told
    folder.exit_code = 0
    start.set_up()
    assert folder.commands == ["-m pip", "-m pip"]


def test_a_python_without_venv_is_told_what_to_install(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name == "ensurepip" else found(name)
    )
    assert start.main(["check"]) == 1
    told = capsys.readouterr().out
    assert "ontbreekt het onderdeel venv" in told
    assert "-venv" in told
    assert folder.commands == []


def test_a_missing_lock_ends_in_a_sentence(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.lock.unlink()
    assert start.main(["check"]) == 1
    told = capsys.readouterr().out
    assert "requirements.txt" in told
    assert "start opnieuw" in told


def test_who_may_not_install_sees_the_line_and_goes_on(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    start.install_missing(["libgl1", "xvfb"])
    told = capsys.readouterr().out
    assert "apt-get install -y --no-install-recommends libgl1 xvfb" in told
    assert "We gaan nu verder zonder" in told
    assert folder.commands == []


def test_the_checks_ask_for_java_when_it_is_not_there(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.with_venv(stamp=hashlib.sha256(LOCK_TEXT.encode()).hexdigest())
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.delenv("CI", raising=False)
    assert start.main(["check"]) == 0
    assert "apt-get install -y --no-install-recommends default-jdk-headless" in (
        capsys.readouterr().out
    )
    assert {"-m tests.verapdf", "-m pytest"} <= {*folder.commands}


def test_what_is_built_is_tried_too(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.with_venv(stamp=hashlib.sha256(LOCK_TEXT.encode()).hexdigest())
    monkeypatch.setattr(start, "missing_libraries", list)
    monkeypatch.setattr(start, "missing_tools", lambda _: [])
    assert start.main(["build"]) == 0
    assert folder.commands == ["-m PyInstaller", "-m tests.bundle"]


def test_what_could_not_be_built_is_not_tried(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.with_venv(stamp=hashlib.sha256(LOCK_TEXT.encode()).hexdigest())
    monkeypatch.setattr(start, "missing_libraries", list)
    monkeypatch.setattr(start, "missing_tools", lambda _: [])
    folder.exit_code = 1
    assert start.main(["build"]) == 1
    assert folder.commands == ["-m PyInstaller"]


def test_nothing_is_said_when_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    start.install_missing([])
    assert capsys.readouterr().out == ""


def test_skips_are_counted_by_reason_and_expected_failures_are_not(tmp_path: Path) -> None:
    results = tmp_path / "tests.xml"
    results.write_text(
        "<testsuites><testsuite>"
        '<testcase><skipped type="pytest.skip" message="geen Xvfb"/></testcase>'
        '<testcase><skipped type="pytest.skip" message="geen Xvfb"/></testcase>'
        '<testcase><skipped type="pytest.xfail" message="bekend"/></testcase>'
        "<testcase/></testsuite></testsuites>",
        encoding="utf-8",
    )
    reasons = start.skip_reasons(results)
    assert start.skip_line(reasons) == "Overgeslagen: 2 tests (2 keer: geen Xvfb)."


@pytest.mark.parametrize(("in_ci", "code"), [("true", 1), ("", 0)])
def test_a_skip_fails_the_run_only_in_ci(
    in_ci: str,
    code: int,
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CI", in_ci)
    monkeypatch.setattr(start, "missing_libraries", list)
    monkeypatch.setattr(start, "missing_tools", list)
    assert start.main(["test"]) == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "Overgeslagen: 1 test (1 keer: geen Xvfb)."


def test_no_skips_is_said_too() -> None:
    assert start.skip_line(Counter()) == "Overgeslagen: 0 tests."


def test_the_lock_names_no_address() -> None:
    lines = start.LOCK.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "://" in line or line.startswith(("-", "/"))] == []


# --- the tests that take long ---------------------------------------------------------------------


def test_no_test_is_forgotten_that_has_a_name_of_its_own() -> None:
    root = Path(start.__file__).parent
    tests = root / "tests"
    unlike = [path for path in tests.rglob("*.py") if not path.name.startswith("test_")]
    holding = {
        path.relative_to(root).as_posix()
        for path in unlike
        if "\ndef test_" in path.read_text(encoding="utf-8")
    }
    assert {*start.LONG_TESTS} == holding
