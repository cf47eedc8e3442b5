"""The developer's command: what it asks of a machine, what it says when that is missing, and what it pins."""

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the command with its environment and project in a folder of the test's own."""
    described = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert described
    assert described.loader
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    (tmp_path / "pyproject.toml").write_text("")
    return module


@pytest.fixture
def steps(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Note the steps of the preparation in place of taking them."""
    taken: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "must", lambda *command: taken.append(tuple(map(str, command))))
    (dev.VENV / "bin").mkdir(parents=True)
    dev.PYTHON.touch()
    return taken


def test_it_needs_nothing_that_has_to_be_installed() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    named = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these libraries to the user")
def test_a_library_is_found_with_and_without_a_compiler(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dev.find_library("c")
    monkeypatch.setattr(dev.ctypes.util, "find_library", lambda _: None)
    assert dev.find_library("xkbcommon")
    assert dev.find_library("no-such-library") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no apt-get")
def test_what_is_missing_stops_with_one_line_to_copy(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stopped:
        dev.install_system_packages(["xvfb", "libegl1", "xvfb"])
    said = str(stopped.value).splitlines()
    assert said[-1] == "  sudo apt-get install -y libegl1 xvfb"
    assert len(said) == 2
    dev.install_system_packages([])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no apt-get")
def test_root_installs_what_is_missing_and_falls_back_to_the_line(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def run(answer: int) -> Callable[..., subprocess.CompletedProcess[bytes]]:
        def record(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
            ran.append(command)
            return subprocess.CompletedProcess(command, answer)

        return record

    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev.subprocess, "run", run(0))
    dev.install_system_packages(["qpdf"])
    assert [command[1] for command in ran] == ["update", "install"]
    assert ran[-1][-1] == "qpdf"
    monkeypatch.setattr(dev.subprocess, "run", run(100))
    with pytest.raises(SystemExit, match="sudo apt-get install -y qpdf"):
        dev.install_system_packages(["qpdf"])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these packages to the user")
def test_a_python_without_venv_is_told_with_everything_else(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's python3 lacks ensurepip until python3-venv is there."""
    asked: list[str] = []
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(dev, "install_system_packages", asked.extend)
    monkeypatch.setattr(dev, "make_environment", lambda _: None)
    dev.prepare(Path("requirements.txt"), {"no-such-library": "libnone1"}, {"no-such-tool": "notool"})
    assert asked == ["libnone1", "notool", f"python3.{sys.version_info.minor}-venv"]


def test_a_second_run_starts_at_once(dev: ModuleType, steps: list[tuple[str, ...]], tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("one")
    dev.make_environment(lock)
    first = len(steps)
    assert any("compileall" in step for step in steps)
    assert any("--require-hashes" in step for step in steps)
    dev.make_environment(lock)
    assert [step[2] for step in steps[first:]] == ["babel.messages.frontend"]


def test_another_lock_file_or_project_prepares_anew(
    dev: ModuleType, steps: list[tuple[str, ...]], tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("one")
    dev.make_environment(lock)
    for change in (lock, tmp_path / "pyproject.toml"):
        before = len(steps)
        change.write_text("two")
        dev.make_environment(lock)
        assert any("--require-hashes" in step for step in steps[before:])


def test_a_failed_step_leaves_no_stamp(
    dev: ModuleType, steps: list[tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("one")
    monkeypatch.setattr(dev, "must", lambda *_: sys.exit(1))
    with pytest.raises(SystemExit):
        dev.make_environment(lock)
    assert not list(dev.VENV.glob("*.stamp"))
    assert steps == []


def test_a_step_that_fails_ends_everything(dev: ModuleType) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.must(sys.executable, "-c", "raise SystemExit(3)")
    assert stopped.value.code == 3
    dev.must(sys.executable, "-c", "pass")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--\w*(index|find|host)\S*)", text, re.MULTILINE)
    pins = re.split(r"^(?=[a-z0-9])", text.replace("\\\n", ""), flags=re.MULTILINE)[1:]
    assert len(pins) > 20
    for pin in pins:
        assert re.match(r"[a-z0-9.-]+==[^\s;]+( ; [^-]+?)?\s+--hash=sha256:[0-9a-f]{64}", pin), pin[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_serves_linux_and_windows(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    pins = dict(re.findall(r"^([a-z0-9.-]+)==\S+((?: ; [^\\\n]+)?)", text, re.MULTILINE))
    assert {"pyside6-essentials", "sqlcipher3", "cryptography", "sqlalchemy"} <= pins.keys()
    # What only one system or one Python needs is pinned for all and marked.
    assert any("win32" in marker for marker in pins.values()) or "colorama" not in text
    assert not any(re.search(r"sys_platform == 'linux'", pins[one]) for one in ("pyside6-essentials", "sqlcipher3"))


def test_the_development_lock_holds_what_the_program_runs_with() -> None:
    pins = [
        set(re.findall(r"^([a-z0-9.-]+==[^\s;\\]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)) for name in LOCKS
    ]
    assert pins[0] <= pins[1]
