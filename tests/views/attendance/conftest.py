"""A sheet to mark: two lodgers, and two sessions in the week of the tests."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.shared.shell import Shell
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
    """Give the centre with two lodgers and two sessions."""
    house = house_of(opened)
    house.lodge("Moussa KEITA")
    house.lodge("Awa DIALLO")
    house.plan("sport", day=1)
    house.plan("dance", hour=9)
    return opened


@pytest.fixture
def view(qtbot: QtBot, planned: Centre) -> AttendanceView:
    """Give the page, on the Monday before the first session."""
    made = AttendanceView(Shell(planned), NOW)
    qtbot.addWidget(made)
    made.resize(1080, 560)
    made.show()
    return made


WEEK = timedelta(days=7)
