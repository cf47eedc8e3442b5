"""The timeline shows the latest first, and the older ones when they are asked for."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.base import now
from desktop.services.timeline import Event, EventKind
from desktop.views.people.event_lines import event_line
from desktop.views.people.timeline_card import LATEST, TimelineCard
from desktop.views.shared.shell import Shell
from desktop.vocabulary import AttendanceStatus, ConsentAnswer, ConsentPurpose
from tests.centres import TestCentre
from tests.services.house import MONDAY, moment
from tests.views.opened import first_person, house_of, signed_in

AT = moment(MONDAY, 9)


def test_older_ones_come_on_demand(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "awa") as opened:
        house = house_of(opened)
        code = house.lodge("Moussa KEITA", arrived=now() - timedelta(days=30))
        for day in range(7):
            for hour in (9, 15):
                opened.attendance.mark_by_code(house.plan(day=day, hour=hour), code, AttendanceStatus.LATE)
        card = TimelineCard(Shell(opened))
        qtbot.addWidget(card)
        card.show()
        card.show_person(first_person(opened).code)
        assert card.words().count("Late") == LATEST
        assert "Came to Bamako" not in card.words()
        QTest.keyClick(card.older, Qt.Key.Key_Space)
        assert card.words().count("Late") == 14
        assert "Came to Bamako" in card.words()
        assert not card.older.isVisible()


@pytest.mark.parametrize(("event", "line"), [
    (Event(kind=EventKind.RETURNED, at=AT, what="DZ", where="Charter 12"),
     ("Came back from DZ · Charter 12", "", "")),
    (Event(kind=EventKind.RETURNED, at=AT), ("Came back", "", "")),
    (Event(kind=EventKind.BED, at=AT, what="A1-02", where="A1"), ("Bed A1-02 · A1", "", "")),
    (Event(kind=EventKind.LEFT, at=AT, what="Hospital", where="Kayes"), ("Hospital · Kayes", "Left", "quiet")),
    (Event(kind=EventKind.MARKED, at=AT, what="Sport", where="Bamako", mark=AttendanceStatus.ABSENT),
     ("Sport", "Absent", "bad")),
    (Event(kind=EventKind.ANSWERED, at=AT, purpose=ConsentPurpose.PHOTO, answer=ConsentAnswer.GIVEN),
     ("Be photographed", "Given", "ok")),
])  # fmt: skip
def test_each_line_says_when_and_what(event: Event, line: tuple[str, str, str]) -> None:
    words, status, kind = line
    assert event_line(event) == (f"16/11/2026, 09:00 · {words}", status, kind)
