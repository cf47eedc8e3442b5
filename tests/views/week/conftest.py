"""A week to plan: two sessions, and the page before them."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.shared.shell import Shell
from desktop.views.week.week_view import WeekView
from tests.centres import TestCentre
from tests.services.house import MONDAY, moment
from tests.views.opened import house_of, signed_in

NOW = moment(MONDAY, 8)


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it."""
    with signed_in(centre, "awa") as made:
        yield made


@pytest.fixture
def planned(opened: Centre) -> Centre:
    """Give the centre with sport on Tuesday and dance on Monday, both at nine."""
    house = house_of(opened)
    house.lodge("Moussa KEITA")
    house.plan("sport", day=1)
    house.plan("dance", hour=9)
    return opened


def page(qtbot: QtBot, centre: Centre) -> WeekView:
    """Give the page on the Monday of the tests, shown."""
    made = WeekView(Shell(centre), NOW)
    qtbot.addWidget(made)
    made.resize(1080, 620)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def view(qtbot: QtBot, planned: Centre) -> WeekView:
    """Give the page with two sessions."""
    return page(qtbot, planned)
