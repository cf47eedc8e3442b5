"""A short run of the safety command: no acknowledged act is lost, and an early acknowledgement is caught."""

import pytest

from tests.safety.run import measure, passes


@pytest.mark.slow
@pytest.mark.parametrize("act", ["marks", "imports"])
def test_what_was_acknowledged_is_there_after_a_kill(act: str) -> None:
    line = measure(act, kills=12, control_kills=4)
    assert (line["tried"], line["lost"], line["half"]) == (12, 0, 0)
    assert line["control"] > 0
    assert passes(line)
