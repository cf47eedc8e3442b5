"""A centre with two people in it, and the page of follow-up as social work sees it."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.follow_up.follow_up_view import FollowUpView
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import house_of, signed_in


@dataclass(slots=True)
class Desk:
    """Who sits before the page; `leave` ends the sitting before somebody else looks."""

    centre: Centre
    view: FollowUpView
    shell: Shell
    codes: list[str]
    held: ExitStack

    def settle(self) -> None:
        """Let what is read beside the screen arrive."""
        self.shell.tasks.finish()
        QApplication.processEvents()

    def leave(self) -> None:
        """Put the page away and close the centre."""
        self.view.put_away()
        self.held.close()


@pytest.fixture
def codes(centre: TestCentre) -> list[str]:
    """Give two people in the house."""
    with signed_in(centre, "awa") as made:
        house = house_of(made)
        return [house.lodge("Moussa KEITA"), house.lodge("Kadidia SANGARE")]


@pytest.fixture
def desk(qtbot: QtBot, centre: TestCentre, codes: list[str]) -> Iterator[Desk]:
    """Give the page."""
    with ExitStack() as held:
        made = seat(qtbot, centre, codes, held)
        yield made
        made.shell.tasks.finish()


def seat(qtbot: QtBot, centre: TestCentre, codes: list[str], held: ExitStack, login: str = "mariam") -> Desk:
    """Sit somebody before the page."""
    opened = held.enter_context(signed_in(centre, login))
    shell = Shell(opened)
    view = FollowUpView(shell)
    qtbot.addWidget(view)
    held.callback(shell.tasks.finish)
    view.resize(1080, 620)
    with qtbot.waitExposed(view):
        view.show()
    desk = Desk(opened, view, shell, codes, held)
    desk.settle()
    return desk
