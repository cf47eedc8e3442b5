"""Of a question asked several times only the last answer arrives, in whatever order they are found."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.errors import DeskError, NotAllowed
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.last_answer import LastAnswer


def test_an_earlier_answer_that_comes_late_is_thrown_away(qtbot: QtBot) -> None:
    tasks, owner, late = BackgroundTasks(), QObject(), threading.Event()
    heard: list[str | DeskError] = []
    answer = LastAnswer[str](tasks, owner, done=heard.append, refused=heard.append)

    def dawdle() -> str:
        late.wait(5)
        return "first"

    answer.ask(dawdle)
    answer.ask(lambda: "second")
    assert not answer.is_here
    qtbot.waitUntil(lambda: answer.is_here)
    late.set()
    _settle(qtbot, tasks)
    assert heard == ["second"]


def test_an_earlier_answer_that_comes_first_is_not_taken_for_the_last(qtbot: QtBot) -> None:
    tasks, owner, heard = BackgroundTasks(), QObject(), list[str]()
    answer = LastAnswer[str](tasks, owner, done=heard.append, refused=_never)
    answer.ask(lambda: "first")
    tasks.finish()
    answer.ask(lambda: "second")
    qtbot.waitUntil(lambda: answer.is_here)
    assert heard == ["second"]


def test_a_refusal_is_an_answer_and_one_of_before_is_none(qtbot: QtBot) -> None:
    tasks, owner, refusals, heard = BackgroundTasks(), QObject(), list[DeskError](), list[str]()
    answer = LastAnswer[str](tasks, owner, done=heard.append, refused=refusals.append)
    answer.ask(_refuse)
    tasks.finish()
    answer.ask(lambda: "second")
    qtbot.waitUntil(lambda: answer.is_here)
    assert (heard, refusals) == (["second"], [])
    answer.ask(_refuse)
    qtbot.waitUntil(lambda: answer.is_here)
    assert [type(one) for one in refusals] == [NotAllowed]


def _refuse() -> str:
    raise NotAllowed


def _never(_: object) -> None:
    raise AssertionError("must not be called")


def _settle(qtbot: QtBot, tasks: BackgroundTasks) -> None:
    """Let everything that was answered arrive: what is asked now arrives after it."""
    tasks.finish()
    owner, heard = QObject(), list[int]()
    tasks.run(owner, lambda: 1, done=heard.append, refused=_never)
    qtbot.waitUntil(lambda: bool(heard))
