"""Whatever a service writes into the journal can be read there in words."""

import ast
from collections.abc import Iterator
from pathlib import Path

from desktop.services.journal_page import SEALED
from desktop.views.administration.journal_words import ACT_WORDS, RECORD_WORDS

PROGRAM = Path(__file__).parents[2] / "desktop"
Act = tuple[str, str]  # what was done, and the kind of record it was done to ("" where it names none)


def acts_of(source: str) -> Iterator[Act]:
    """Give the acts a module traces: spelled where it traces, by a constant, or by who calls the tracing method."""
    module = ast.parse(source)
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    named = _constants(module)
    for function in [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]:
        asked = [given for call in calls if _called(call) == function.name for given in call.args]
        words: list[object] = [given.value for given in asked if isinstance(given, ast.Constant)]
        spoken = named | {one.arg: words for one in function.args.args}
        for call in [node for node in ast.walk(function) if isinstance(node, ast.Call) and _called(node) == "trace"]:
            kind = call.args[1].value if len(call.args) > 1 and isinstance(call.args[1], ast.Constant) else ""
            for act in _values(call.args[0], spoken):
                yield act, str(kind)


def _constants(module: ast.Module) -> dict[str, list[object]]:
    """Give what the names of a module stand for, one by one or several at once, here or where they come from."""
    named: dict[str, list[object]] = {}
    for node in module.body:
        if isinstance(node, ast.Assign):
            pairs = zip(_parts(node.targets[0]), _parts(node.value), strict=False)
            named |= {
                name.id: [given.value]
                for name, given in pairs
                if isinstance(name, ast.Name) and isinstance(given, ast.Constant)
            }
        elif isinstance(node, ast.ImportFrom) and any(one.name.isupper() for one in node.names):
            source = PROGRAM.parent.joinpath(*str(node.module).split(".")).with_suffix(".py")
            if source.exists():
                there = _constants(ast.parse(source.read_text("utf-8")))
                named |= {one.name: there[one.name] for one in node.names if one.name in there}
    return named


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _values(given: ast.expr, named: dict[str, list[object]]) -> Iterator[str]:
    if isinstance(given, ast.IfExp):
        yield from _values(given.body, named)
        yield from _values(given.orelse, named)
        return
    found = [given.value] if isinstance(given, ast.Constant) else named.get(ast.unparse(given), [])
    assert found, f"no words for {ast.unparse(given)}"
    yield from (value for value in found if isinstance(value, str))


def all_acts() -> set[Act]:
    return {act for source in sorted(PROGRAM.rglob("*.py")) for act in acts_of(source.read_text("utf-8"))}


def test_every_act_the_journal_page_may_show_has_words() -> None:
    shown = {act for act, kind in all_acts() if kind not in SEALED}
    assert sorted(shown - set(ACT_WORDS)) == []


def test_no_words_are_left_of_acts_nobody_does_any_more() -> None:
    assert sorted(set(ACT_WORDS) - {act for act, _ in all_acts()}) == []


def test_every_record_the_journal_page_may_name_has_words() -> None:
    assert sorted({kind for _, kind in all_acts() if kind} - SEALED - set(RECORD_WORDS)) == []


def test_acts_are_found_however_they_are_spelled() -> None:
    source = """
KIND = "copy week"
OPEN, SHUT = "open roll", "close roll"
class Weeks:
    def copy(self, work):
        work.trace(KIND, "act")
    def print(self):
        self.keep("print week")
    def keep(self, action):
        work.trace(action, "paper")
    def roll(self, work):
        work.trace(OPEN if self.shut else SHUT, "convoy")
"""
    rolls = {("open roll", "convoy"), ("close roll", "convoy")}
    assert set(acts_of(source)) == {("copy week", "act"), ("print week", "paper")} | rolls


def test_an_act_is_found_whose_name_comes_from_another_module() -> None:
    source = """
from desktop.services.convoys.roll_writing import CLOSE
def close(work):
    work.trace(CLOSE, "convoy")
"""
    assert set(acts_of(source)) == {("close the roll", "convoy")}
