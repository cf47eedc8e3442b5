"""The figures of a week agree with an independent slow count, and keep their invariants."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.figures import FiguresService
from desktop.services.seeding import seed
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus
from tests.conftest import DeskFor
from tests.services.figures import slow_count as slow
from tests.services.figures.invented_weeks import MONDAY, STOP, invent_week
from tests.services.house import make_house

SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def seeded(desk: Desk) -> Desk:
    """Give a desk whose lists are filled."""
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        seed(work)
        work.trace("seed")
    return desk


@pytest.mark.parametrize("number", range(60))
def test_an_invented_week_is_counted_alike(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    tables, service = slow.read_tables(seeded), FiguresService(seeded)
    for site in (None, "BKO", "KYS"):
        week = service.week(MONDAY, site, stop=STOP)
        found = slow.participations(tables, MONDAY, SUNDAY, site)
        people = {who for _, who, is_person in found if is_person}
        before = {who for _, who, _ in slow.participations(tables, date.min, MONDAY - timedelta(days=1), None)}
        assert week.participations == len(found)
        assert week.unique_people == len(people)
        assert week.new_people == len(people - before)
        assert week.unidentified == sum(not is_person for _, _, is_person in found)
        cells = {f"{cell.sex} {cell.band}": cell.participations for cell in week.by_sex_age if cell.participations}
        assert cells == slow.cells(tables, found)
        assert sum(cell.unique_people for cell in week.by_sex_age) == week.unique_people
        assert sum(day.participations for day in week.by_day) == week.participations


@pytest.mark.parametrize("number", range(20))
def test_sessions_and_presence_add_up(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    tables = slow.read_tables(seeded)
    for site in (None, "BKO", "KYS"):
        week = FiguresService(seeded).week(MONDAY, site, stop=STOP)
        sessions = [
            one
            for one in tables.sessions.values()
            if MONDAY <= one.on_date <= SUNDAY and (site is None or tables.sites[one.site_id].code == site)
        ]
        published = [one for one in sessions if one.state != "draft"]
        assert week.sessions.planned + week.sessions.to_come == len(published)
        assert week.sessions.cancelled == sum(slow.off(one) for one in published)
        assert sum(count for _, count in week.sessions.reasons) == week.sessions.cancelled
        assert sum(group.sessions_held for group in week.by_activity) == week.sessions.held
        house, start = week.house, datetime(2026, 11, 16, tzinfo=UTC)
        assert house.at_start + house.entries - house.exits == house.at_end
        assert house.at_start == slow.hours_present(tables, site, start)
        assert house.at_end == slow.hours_present(tables, site, start + timedelta(days=7))
        assert house.nights == slow.nights(tables, MONDAY, site)


def test_an_arrival_at_midnight_is_in_one_week_or_the_other(desk: Desk) -> None:
    house, figures = make_house(desk), FiguresService(desk)
    house.lodge("Moussa KEITA", arrived=datetime(2026, 11, 23, tzinfo=UTC))
    first, second = figures.week(MONDAY).house, figures.week(MONDAY + timedelta(days=7)).house
    assert (first.entries, first.at_end) == (1, 1)
    assert second.at_start == first.at_end


def test_a_session_counts_once_somebody_came(desk: Desk) -> None:
    house = make_house(desk)
    house.lodge("Moussa KEITA")
    code, figures = house.plan(), FiguresService(desk)
    after = datetime(2026, 11, 23, tzinfo=UTC)
    before = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
    assert figures.week(MONDAY, stop=before).sessions.to_come == 1
    assert figures.week(MONDAY, stop=after).sessions.not_recorded == 1
    service = AttendanceService(desk)
    line = service.open_sheet(code).lines[0].attendance_id
    service.mark(line, AttendanceStatus.EXCUSED)
    assert figures.week(MONDAY, stop=after).sessions.held == 0
    service.mark(line, AttendanceStatus.PRESENT)
    week = figures.week(MONDAY, stop=after)
    assert (week.sessions.held, week.participations, week.new_people) == (1, 1, 1)
    assert week.scheme == "UNHCR"


def test_an_unknown_site_is_said(seeded: Desk) -> None:
    with pytest.raises(NotFound):
        FiguresService(seeded).week(MONDAY, "XXX")


def test_without_the_right_figures_refuse(desk_for: DeskFor) -> None:
    with pytest.raises(NotAllowed):
        FiguresService(desk_for(Role.RECEPTION)).week(MONDAY)
