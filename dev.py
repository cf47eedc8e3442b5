"""Everything a developer needs on a machine with only Python: `python3 dev.py demo`, `python3 dev.py test`."""

import argparse
import ctypes.util
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
RUN_LOCK = ROOT / "requirements.txt"
TEST_LOCK = ROOT / "requirements-dev.txt"
# Library wanted by Qt -> Debian's package; a missing one makes Qt abort without a word.
QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xcb-image": "libxcb-image0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-randr": "libxcb-randr0",
    "xcb-xkb": "libxcb-xkb1",
}
TEST_TOOLS = {"qpdf": "qpdf", "pdftotext": "poppler-utils", "Xvfb": "xvfb", "strace": "strace", "xdotool": "xdotool"}


def main() -> int:
    """Run one command and give its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (
        ("demo", "build an invented centre, its papers, and open the window on it"),
        ("test", "check style, types, contracts and catalogues, then run every test"),
        ("safety", "kill the program and cut the power in the middle of its work, and count what is lost"),
        ("bench", "measure what must stay fast, each beside its baseline"),
        ("pictures", "draw every screen of three centres, in every look"),
        ("catalogue", "bring the translations up to date with the sources"),
        ("lock", "write the lock files anew"),
    ):
        commands.add_parser(name, help=words)
    options, rest = parser.parse_known_args()
    steps = (demo, test, safety, bench, pictures, catalogue, lock)
    step = {one.__name__: one for one in steps}
    return step[options.command](rest)


def demo(rest: list[str]) -> int:
    """Build the demonstration in `demo-output/`, then open its window, or draw its screens without a display."""
    prepare(RUN_LOCK, QT_LIBRARIES, {})
    folder = ROOT / "demo-output"
    command = [str(PYTHON), "-m", "desktop.demonstration", str(folder), *rest]
    built = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    print(built.stdout)
    if built.returncode:
        return built.returncode
    if WINDOWS or sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return run(PYTHON, "-m", "desktop", "--vault", folder / "Centre.vault")
    account = json.loads(built.stdout)["accounts"][0]
    os.environ["JATIGI_PASSWORD"] = account["password"]
    return run(PYTHON, "-m", "desktop.app", folder / "Centre.vault", account["user"], folder / "screens")


def test(rest: list[str]) -> int:
    """Run every check, the quick ones first; the first that fails ends the run."""
    prepare(TEST_LOCK, QT_LIBRARIES, TEST_TOOLS)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sources = ("desktop", "installer", "tests", "dev.py")
    counted = ("--cov=desktop", "--cov-report=term:skip-covered", "--cov-fail-under=90")
    checks: tuple[tuple[object, ...], ...] = (
        (BIN / "ruff", "check", *sources),
        (BIN / "ruff", "format", "--check", *sources),
        (BIN / "mypy", "desktop", "tests", "dev.py"),
        (PYTHON, "-m", "pytest", "-n", "auto", "--dist=worksteal", *counted, *rest),
    )
    return next((code for check in checks if (code := run(*check))), 0)


def safety(rest: list[str]) -> int:
    """Kill, cut the power and count; `--json` prints the figures for other programs."""
    prepare(TEST_LOCK, {}, {"strace": TEST_TOOLS["strace"]})
    return run(PYTHON, "-m", "tests.safety", *rest)


def bench(rest: list[str]) -> int:
    """Measure on 100,000 people, `names...` for some acts only; `--json` prints the figures for other programs."""
    prepare(TEST_LOCK, QT_LIBRARIES, {})
    return run(PYTHON, "-m", "tests.benchmarks", *rest)


def pictures(rest: list[str]) -> int:
    """Draw every screen of an empty, a living and a full centre, in every look, into `pictures-output/`."""
    prepare(TEST_LOCK, QT_LIBRARIES, {})
    return run(PYTHON, "-m", "tests.pictures", *rest)


def catalogue(rest: list[str]) -> int:
    """Collect every text of the sources into the catalogues; what lacks French is listed."""
    prepare(TEST_LOCK, {}, {})
    return run(PYTHON, "-m", "tests.architecture.catalogue", *rest)


def lock(rest: list[str]) -> int:
    """Pin every dependency with hashes for Linux and Windows, Python 3.11 to 3.14; wants `uv` on the path."""
    common = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header")
    quiet = ("--no-emit-index-url", "--no-emit-find-links", "-q", *rest)
    for extra, target in (("build", RUN_LOCK), ("dev", TEST_LOCK)):
        if code := run("uv", "pip", "compile", *common, *quiet, "--extra", extra, "pyproject.toml", "-o", target):
            return code
    return 0


def prepare(lock_file: Path, libraries: dict[str, str], tools: dict[str, str]) -> None:
    """Make the machine ready: system packages, the environment, the compiled catalogues."""
    missing = [package for name, package in libraries.items() if sys.platform == "linux" and not find_library(name)]
    missing += [package for name, package in tools.items() if sys.platform == "linux" and not shutil.which(name)]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    install_system_packages(missing)
    make_environment(lock_file)


def find_library(name: str) -> str | None:
    """Find a system library, without a compiler at hand either."""
    found = ctypes.util.find_library(name)
    return found or next((str(path) for path in Path("/usr/lib").glob(f"*/lib{name}.so*")), None)


def install_system_packages(packages: list[str]) -> None:
    """Install what Debian lacks, or print the one line to copy and stop."""
    if not packages:
        return
    wanted = sorted(set(packages))
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *wanted]):
            if subprocess.run([apt, *words], check=False, env=environment, stdout=subprocess.DEVNULL).returncode:
                break
        else:
            return
    sys.exit(f"Some system packages are missing. Copy this line:\n  sudo apt-get install -y {' '.join(wanted)}")


def make_environment(lock_file: Path) -> None:
    """Make `.venv` from the lock file; a stamp lets later runs start at once."""
    stamp = VENV / f"{lock_file.stem}.stamp"
    state = hashlib.sha256(lock_file.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == state):
        if not PYTHON.exists():
            venv.create(VENV, with_pip=True, clear=VENV.exists())
        pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
        must(*pip, "--require-hashes", "-r", lock_file)
        must(*pip, "--no-build-isolation", "--editable", ROOT)
        must(PYTHON, "-m", "compileall", "-q", "-j", "0", ROOT / "desktop")
        stamp.write_text(state)
    must(PYTHON, "-m", "babel.messages.frontend", "--quiet", "compile", "-d", "translations", "-D", "jatigi")


def must(*command: object) -> None:
    """Run a step of the preparation; its failure ends everything."""
    if code := run(*command):
        sys.exit(code)


def run(*command: object) -> int:
    """Run a command in the project's folder and give its exit code."""
    return subprocess.run([str(word) for word in command], check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
