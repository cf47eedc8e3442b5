"""A short run of the safety command: no acknowledged act is lost, and an early acknowledgement is caught."""

import pytest

from tests.safety.looking import Seen, compare
from tests.safety.prepared import Prepared
from tests.safety.run import measure_kills, passes


@pytest.mark.slow
@pytest.mark.parametrize("act", ["marks", "imports"])
def test_what_was_acknowledged_is_there_after_a_kill(prepared: Prepared, act: str) -> None:
    line = measure_kills(prepared, act, kills=12)
    assert (line["tried"], line["lost"], line["half"]) == (12, 0, 0)
    assert line["control"] > 0
    assert passes(line)


def test_the_comparison_sees_what_is_lost_and_what_came_from_nowhere() -> None:
    before = Seen({"a": ["present"]})
    assert compare(before, Seen({"a": ["present", "late"]}), ["a late"]) == (1, 0, 0)
    assert compare(before, Seen({"a": ["present"]}), ["a late"]) == (0, 1, 0)
    assert compare(before, Seen({}), ["a late"]) == (0, 2, 0)
    assert compare(before, Seen({"a": ["present", "late"], "b": ["late"]}), []) == (0, 0, 1)
    assert compare(before, Seen({"a": ["present"], "list.csv": [""]}), ["list.csv"]) == (1, 0, 0)
