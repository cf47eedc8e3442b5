"""Each contract between the floors holds, and each is seen to break on one bad import."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
CONTRACTS = [
    contract["id"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
]
# contract -> (module that gains a line, the line it must not have)
BAD_IMPORTS = [
    ("floors", "desktop/vault/derive.py", "from desktop.services import people"),
    ("floors", "desktop/reports/page.py", "from desktop.spreadsheets import words"),
    ("floors", "desktop/logs.py", "from desktop import errors"),
    ("floors", "desktop/helpers.py", "from desktop import errors"),  # a room that no floor names
    ("paper", "desktop/services/sheets.py", "import reportlab"),
    ("spreadsheets", "desktop/services/sheets.py", "import xlsxwriter"),
    ("spreadsheets", "desktop/reports/page.py", "import python_calamine"),
    ("sql", "desktop/chores/week.py", "import sqlalchemy"),
    ("qt", "desktop/services/sheets.py", "from PySide6 import QtCore"),
    ("screens", "desktop/views/people/people_table.py", "from desktop.models import people"),
    ("screens", "desktop/views/people/people_table.py", "from desktop.storage import engine"),
    ("rooms", "desktop/views/people/people_table.py", "from desktop.views.attendance import marking"),
    ("rooms", "desktop/views/shared/tables.py", "from desktop.views.people import people_table"),
    ("ciphers", "desktop/services/sheets.py", "import cryptography"),
]


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """Check one contract of the program that lies in `folder`."""
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo", "--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the program's sources to spoil."""
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract", CONTRACTS)
def test_the_contract_is_kept(contract: str) -> None:
    answer = lint(ROOT, contract)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(("contract", "module", "line"), BAD_IMPORTS)
def test_one_bad_import_breaks_the_contract(copy: Path, contract: str, module: str, line: str) -> None:
    spoiled = copy / module
    before = spoiled.read_text("utf-8") if spoiled.exists() else '"""A room nobody planned."""\n'
    spoiled.write_text(f"{before}\n{line}\n", "utf-8")
    answer = lint(copy, contract)
    assert answer.returncode == 1
    assert "BROKEN" in answer.stdout or "exhaustive" in answer.stdout, answer.stdout + answer.stderr
    assert module.removesuffix(".py").replace("/", ".") in answer.stdout


def test_every_contract_is_seen_to_break() -> None:
    assert {contract for contract, _, _ in BAD_IMPORTS} == set(CONTRACTS)
