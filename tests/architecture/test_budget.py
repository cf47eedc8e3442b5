"""The size budget of the sources, and what no tracked file may say."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.base import Base
from desktop.models.catalogue import ROOMS
from desktop.vocabulary import Travel

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef
# Split so that this file does not break its own rule.
MACHINE = re.compile("(?<![\\w.])/" + "(?:work|root)/")
INDEX = re.compile("https?" + "://[^\\s\"']*(?:/simple\\b|pypi|devpi|artifactory|nexus)", re.IGNORECASE)


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Walk the syntax of every source, each node with a place to look it up."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            yield f"{source.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}", node


def function_lengths() -> dict[str, int]:
    return {place: (node.end_lineno or 0) - node.lineno + 1 for place, node in nodes() if isinstance(node, Function)}


def file_lengths() -> dict[str, int]:
    """Count the lines of each file that says anything."""
    lengths = {str(source.relative_to(ROOT)): len(source.read_text("utf-8").splitlines()) for source in SOURCES}
    return {place: length for place, length in lengths.items() if length}


def ninth_tenth(lengths: dict[str, int]) -> float:
    return statistics.quantiles(lengths.values(), n=10, method="inclusive")[8]


def above(lengths: dict[str, int], cap: int) -> dict[str, int]:
    return {place: length for place, length in lengths.items() if length > cap}


def tracked() -> list[Path]:
    """Give every text file under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def test_files_stay_short() -> None:
    lengths = file_lengths()
    median, most, longest = statistics.median(lengths.values()), ninth_tenth(lengths), max(lengths.values())
    print(f"files: {len(lengths)}, median {median:g}, p90 {most:g}, longest {longest}")
    assert above(lengths, 300) == {}
    assert most <= 200


def test_the_usual_file_fits_a_screen() -> None:
    assert statistics.median(file_lengths().values()) <= 80


def test_functions_stay_short() -> None:
    lengths = function_lengths()
    most, longest = ninth_tenth(lengths), max(lengths.values())
    print(f"functions: {len(lengths)}, p90 {most:g}, longest {longest}")
    assert above(lengths, 40) == {}
    assert most <= 20


def test_classes_have_few_methods() -> None:
    methods = {
        f"{place} {node.name}": sum(isinstance(member, Function) for member in node.body)
        for place, node in nodes()
        if isinstance(node, ast.ClassDef)
    }
    print(f"classes: {len(methods)}, most methods {max(methods.values())}")
    assert above(methods, 12) == {}


def test_no_import_hides_from_the_running_program() -> None:
    hidden = [
        place
        for place, node in nodes()
        if (isinstance(node, ast.Name) and node.id == "TYPE_CHECKING")
        or (isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING")
    ]
    assert hidden == []


@pytest.mark.parametrize("banned", [MACHINE, INDEX], ids=["machine path", "package index"])
def test_no_tracked_file_names_a_machine(banned: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if banned.search(line)
    ]
    assert found == []


def test_the_bans_see_what_they_forbid() -> None:
    assert MACHINE.search("open('/" + "work/main')")
    assert MACHINE.search("/" + "root/.cache")
    assert INDEX.search("--index-url https" + "://mirror.example/simple")
    assert not MACHINE.search("desktop/work/week.py")
    assert not INDEX.search("https" + "://example.org/guide")


def test_every_table_says_how_it_travels() -> None:
    assert ROOMS
    silent = [
        mapper.class_.__name__
        for mapper in Base.registry.mappers
        if not isinstance(getattr(mapper.class_, "travel", None), Travel)
    ]
    assert silent == []
