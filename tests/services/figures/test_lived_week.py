"""Figures of a week lived through the program's own services."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.i18n import use_language
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.centre_setup import CentreSetupService
from desktop.services.figures import FiguresService, WeeklyFigures
from desktop.services.planning import PlanningService, SessionPlan
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house

PRESENT = AttendanceStatus.PRESENT


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one lodger."""
    made = make_house(desk)
    made.lodge("Moussa KEITA")
    return made


def _figures(week: WeeklyFigures) -> WeeklyFigures:
    """Leave out the moment they were counted at."""
    return replace(week, stop=datetime(2000, 1, 1, tzinfo=UTC))


def test_an_arrival_at_midnight_is_in_one_week_or_the_other(house: House) -> None:
    figures = FiguresService(house.desk)
    before = figures.week(MONDAY).house
    house.lodge("Midnight COMER", arrived=datetime(2026, 11, 23, tzinfo=UTC))
    first, second = figures.week(MONDAY).house, figures.week(MONDAY + timedelta(days=7)).house
    assert (first.entries, first.at_end) == (before.entries + 1, before.at_end + 1)
    assert second.at_start == first.at_end


def test_a_week_that_is_not_over_ends_at_the_data_stop(house: House) -> None:
    wednesday = datetime(2026, 11, 18, 12, tzinfo=UTC)
    week = FiguresService(house.desk).week(MONDAY, stop=wednesday)
    assert week.house.nights == 2
    ahead = FiguresService(house.desk).week(MONDAY + timedelta(days=7), stop=wednesday)
    assert (ahead.house.at_start, ahead.house.entries, ahead.house.nights) == (1, 0, 0)


def test_a_session_counts_once_somebody_came(house: House) -> None:
    code, figures, service = house.plan(), FiguresService(house.desk), AttendanceService(house.desk)
    assert figures.week(MONDAY, stop=datetime(2026, 11, 16, 9, 30, tzinfo=UTC)).sessions.to_come == 1
    assert figures.week(MONDAY).sessions.not_recorded == 1
    line = service.open_sheet(code).lines[0].attendance_id
    service.mark(line, AttendanceStatus.EXCUSED)
    assert figures.week(MONDAY).sessions.held == 0
    service.mark(line, PRESENT)
    week = figures.week(MONDAY)
    assert (week.sessions.held, week.participations, week.new_people) == (1, 1, 1)
    assert week.scheme == "UNHCR"


def test_a_mark_made_after_the_data_stop_waits_for_the_next_version(house: House) -> None:
    service, figures = AttendanceService(house.desk), FiguresService(house.desk)
    line = service.open_sheet(house.plan()).lines[0].attendance_id
    service.mark(line, PRESENT)
    stop = datetime.now(UTC)
    service.mark(line, AttendanceStatus.ABSENT)
    assert figures.week(MONDAY, stop=stop).participations == 1
    assert figures.week(MONDAY).participations == 0


def test_two_files_of_one_person_marked_at_one_session_are_one_participation(house: House) -> None:
    other = house.lodge("Moussa KEYITA")
    service, code = AttendanceService(house.desk), house.plan()
    service.open_sheet(code)
    service.fill_unmarked(code)
    assert FiguresService(house.desk).week(MONDAY).participations == 2
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        kept = work.scalar(sa.select(Person.id).where(Person.code != other))
        work.run(sa.update(Person).where(Person.code == other).values(merged_into=kept, canonical_id=kept))
        work.trace("merge")
    week = FiguresService(house.desk).week(MONDAY)
    assert (week.participations, week.unique_people) == (1, 1)
    assert len(service.open_sheet(code).lines) == 2


def test_a_join_taken_back_restores_the_figures(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    label, figures = service.add_anonymous(code), FiguresService(house.desk)
    person = service.open_sheet(code).lines[0].person_code
    alone = figures.week(MONDAY)
    service.join_anonymous(code, label, person)
    joined = figures.week(MONDAY)
    assert (alone.unidentified, alone.unique_people) == (1, 0)
    assert (joined.unidentified, joined.unique_people) == (0, 1)
    service.join_anonymous(code, label, None)
    assert _figures(figures.week(MONDAY)) == _figures(alone)


def test_countries_are_named_in_the_language_in_use(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        work.run(sa.update(Person).values(nationality="cote d'ivoire", status="transit"))
        work.trace("say nationality")
    service.open_sheet(code)
    service.fill_unmarked(code)
    use_language("fr")
    week = FiguresService(house.desk).week(MONDAY)
    assert [(one.code, one.label) for one in week.by_nationality] == [("CI", "Côte d’Ivoire")]
    assert [(one.code, one.label) for one in week.by_status] == [("transit", "Migrant en transit")]


def test_figures_stop_at_the_sites_one_works_at(house: House, desk_for: DeskFor) -> None:
    elsewhere = CentreSetupService(house.desk).add_site("KYS", "Kayes", [])
    planning, service = PlanningService(house.desk), AttendanceService(house.desk)
    for site in ("BKO", "KYS"):
        service.add_anonymous(planning.create(SessionPlan(activity="sport", site=site, on=MONDAY, at=time(9))))
    everywhere = FiguresService(house.desk).week(MONDAY)
    assert (everywhere.participations, everywhere.sites) == (2, ("Bamako", "Kayes"))
    colleague = FiguresService(desk_for(Role.MONITORING, sites=frozenset({elsewhere})))
    own = colleague.week(MONDAY)
    assert (own.participations, own.sites) == (1, ("Kayes",))
    assert [site.code for site in own.by_site] == ["KYS"]
    assert own.house.at_start == 0
    assert _figures(colleague.week(MONDAY, "KYS")) == _figures(replace(own, site="KYS"))
    for ask in (colleague.week, colleague.report):
        with pytest.raises(NotAllowed):
            ask(MONDAY, "BKO")


def test_a_closed_site_is_unknown(house: House) -> None:
    with house.desk.begin(Permission.MANAGE_CENTRE) as work:
        work.run(sa.update(Site).values(removed_at=work.now))
        work.trace("close")
    with pytest.raises(NotFound):
        FiguresService(house.desk).week(MONDAY, "BKO")


def test_an_unknown_site_is_said(house: House) -> None:
    with pytest.raises(NotFound):
        FiguresService(house.desk).week(MONDAY, "XXX")


def test_without_the_right_figures_refuse(desk_for: DeskFor) -> None:
    with pytest.raises(NotAllowed):
        FiguresService(desk_for(Role.RECEPTION)).report(MONDAY)
