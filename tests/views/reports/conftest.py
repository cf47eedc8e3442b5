"""A week with marks, a session that waits, and the page of reports before it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.reports.reports_view import ReportsView
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.services.house import MONDAY, moment
from tests.views.opened import house_of, signed_in

NOW = moment(MONDAY, 8)


def live_a_week(opened: Centre) -> None:
    """Bring two people in, mark them at one session, and leave another one unrecorded."""
    house = house_of(opened)
    house.lodge("Moussa KEITA")
    house.lodge("Awa DIALLO")
    marked = house.plan("sport")
    house.plan("dance", day=1)
    opened.attendance.open_sheet(marked)
    opened.attendance.fill_unmarked(marked)


def show_page(qtbot: QtBot, shell: Shell) -> ReportsView:
    """Give the page, with the week of the tests counted."""
    made = ReportsView(shell, NOW)
    qtbot.addWidget(made)
    made.resize(1056, 560)
    made.show()
    wait_for(qtbot, made)
    return made


def wait_for(qtbot: QtBot, view: ReportsView) -> None:
    """Wait until the chosen week is counted and stands on the screen."""
    qtbot.waitUntil(lambda: view.head.printing.isEnabled() and view.summary.is_whole())


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it: two lodgers, one session marked, one that nobody recorded."""
    with signed_in(centre, "awa") as made:
        live_a_week(made)
        yield made


@pytest.fixture
def shell(opened: Centre) -> Iterator[Shell]:
    """Give what the page shares with the window."""
    made = Shell(opened)
    yield made
    made.tasks.finish()


@pytest.fixture
def view(qtbot: QtBot, shell: Shell) -> ReportsView:
    """Give the page."""
    return show_page(qtbot, shell)
