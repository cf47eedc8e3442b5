"""Long work on the screen's thread leaves room between its steps, and stops when it is not wanted any more."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.views.shared.turns import in_turns


def test_something_else_comes_between_two_steps(qtbot: QtBot) -> None:
    said: list[str] = []
    QTimer.singleShot(0, lambda: said.append("a key"))
    in_turns(lambda: True, lambda: said.append("first"), lambda: said.append("second"))
    assert said == ["first"]
    qtbot.waitUntil(lambda: "second" in said)
    assert said == ["first", "a key", "second"]


@pytest.mark.usefixtures("qapp")
def test_steps_that_are_not_wanted_any_more_are_left_out(qtbot: QtBot) -> None:
    said: list[str] = []
    in_turns(lambda: len(said) < 2, *(lambda: said.append("step") for _ in range(4)))
    qtbot.wait(50)
    assert said == ["step", "step"]
