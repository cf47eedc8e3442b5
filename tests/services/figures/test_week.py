"""The figures of a week agree with an independent slow count, and keep their invariants."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
import sqlalchemy as sa

from desktop.models.catalogue import METADATA
from desktop.rights import Permission
from desktop.services.figures import FiguresService
from desktop.services.seeding import seed
from desktop.storage.unit_of_work import Desk
from tests.services.figures import slow_count as slow
from tests.services.figures.invented_weeks import MONDAY, SITES, STOP, invent_week
from tests.services.figures.slow_week import fast, slowly

LATER = datetime(2024, 12, 1, tzinfo=UTC)


@pytest.fixture
def seeded(desk: Desk) -> Desk:
    """Give a desk whose lists are filled."""
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        seed(work)
        work.trace("seed")
    return desk


@pytest.mark.parametrize("number", range(80))
def test_an_invented_week_is_counted_alike(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    tables, service = slow.read_tables(seeded), FiguresService(seeded)
    for site in (None, *SITES):
        for stop in (STOP, LATER, None):
            asked = slow.Asked(MONDAY, site, stop or datetime.now(UTC))
            assert fast(service.week(MONDAY, site, stop=stop)) == slowly(tables, asked)


@pytest.mark.parametrize("number", range(20))
def test_every_table_adds_up(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    for site in (None, *SITES):
        week = FiguresService(seeded).week(MONDAY, site, stop=STOP)
        counts, house = week.sessions, week.house
        assert counts.planned == counts.held + counts.cancelled + counts.not_recorded
        assert week.new_people <= week.unique_people <= week.participations
        assert house.at_start + house.entries - house.exits == house.at_end
        for table in (week.by_sex_age, week.by_nationality, week.by_status):
            assert sum(one.participations for one in table) == week.participations
            assert sum(one.unique_people for one in table) == week.unique_people
        for groups in (week.by_activity, week.by_site, week.by_day):
            assert sum(one.participations for one in groups) == week.participations
            assert sum(one.sessions_held for one in groups) == counts.held


@pytest.mark.parametrize("number", range(10))
def test_the_same_events_typed_later_give_the_same_figures(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    before = FiguresService(seeded).week(MONDAY, stop=STOP)
    with seeded.begin(Permission.MANAGE_CENTRE) as work:
        for table in METADATA.tables.values():
            typed = {name: LATER for name in ("created_at", "updated_at") if name in table.c}
            if typed:
                work.run(sa.update(table).values(typed))
        work.trace("type later")
    assert FiguresService(seeded).week(MONDAY, stop=STOP) == before


@pytest.mark.parametrize("number", range(10))
def test_those_reached_are_counted_over_all_sites_since_the_project_began(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    tables = slow.read_tables(seeded)
    report = FiguresService(seeded).report(MONDAY, "BKO", stop=STOP)
    until = MONDAY + timedelta(days=6)
    rows = [one for one in slow.everything(tables, STOP) if tables.sessions[one.session].on_date <= until]
    assert report.reached.people == len(slow.persons(rows))
    assert report.reached.unidentified == sum(not one.is_person for one in rows)
    assert (report.reached.target, report.reached.since) == (5000, date(2019, 1, 1))
    assert fast(report.before) == slowly(tables, slow.Asked(MONDAY - timedelta(days=7), "BKO", STOP))
