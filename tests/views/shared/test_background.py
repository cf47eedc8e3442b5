"""Work beside the screen answers on the screen's own thread, or not at all."""

import threading

from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.errors import DeskError, NotAllowed
from desktop.views.shared.background import BackgroundTasks


def _never(_: object) -> None:
    raise AssertionError("must not be called")


def test_work_runs_elsewhere_and_answers_at_home(qtbot: QtBot) -> None:
    tasks, owner = BackgroundTasks(), QObject()
    heard: list[tuple[int, int]] = []

    def answer(there: int) -> None:
        heard.append((there, threading.get_ident()))

    tasks.run(owner, threading.get_ident, done=answer, refused=_never)
    qtbot.waitUntil(lambda: bool(heard))
    there, here = heard[0]
    assert here == threading.get_ident() != there


def test_a_refusal_arrives_as_a_refusal(qtbot: QtBot) -> None:
    tasks, owner = BackgroundTasks(), QObject()
    heard: list[DeskError] = []

    def refuse() -> None:
        raise NotAllowed

    tasks.run(owner, refuse, done=_never, refused=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], NotAllowed)


def test_a_closed_screen_hears_nothing(qtbot: QtBot) -> None:
    tasks, owner, other = BackgroundTasks(), QObject(), QObject()
    told: list[int] = []
    tasks.run(owner, lambda: 1, done=_never, refused=_never)
    tasks.finish()
    delete(owner)
    tasks.run(other, lambda: 2, done=told.append, refused=_never)
    qtbot.waitUntil(lambda: told == [2])


def test_a_bug_is_raised_where_bugs_are_reported(qtbot: QtBot) -> None:
    tasks, owner = BackgroundTasks(), QObject()

    def break_down() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run(owner, break_down, done=_never, refused=_never)
        tasks.finish()
        QCoreApplication.processEvents()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
