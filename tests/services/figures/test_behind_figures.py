"""Behind every figure stand exactly as many people and sessions as it says, for those who may see them."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from random import Random

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.behind_figures import BehindFiguresService, By, Counted, Figure, rights_for
from desktop.services.figures import FiguresService, WeeklyReport
from desktop.services.seeding import seed
from desktop.services.weekly_tables import Cell, week_page
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus
from tests.conftest import DeskFor
from tests.services.figures.invented_weeks import MONDAY, SITES, STOP, invent_week
from tests.services.house import MONDAY as LIVED
from tests.services.house import make_house

NOW = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def seeded(desk: Desk) -> Desk:
    """Give a desk whose lists are filled."""
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        seed(work)
        work.trace("seed")
    return desk


def _cells(report: WeeklyReport) -> Iterator[Cell]:
    page = week_page(report)
    for table in (getattr(page, field.name) for field in fields(page)):
        for line in table.lines:
            yield from line.cells


@pytest.mark.parametrize("number", range(12))
def test_behind_every_figure_stand_as_many_as_it_says(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    figures, behind = FiguresService(seeded), BehindFiguresService(seeded)
    for site in (None, SITES[number % len(SITES)]):
        report = figures.report(MONDAY, site, stop=STOP)
        for cell in _cells(report):
            if cell.figure is not None:
                found = behind.lines(cell.figure, MONDAY, site, stop=STOP)
                assert len(found) == cell.value, cell.figure


@pytest.mark.parametrize("number", range(12))
def test_nobody_stands_twice_behind_a_figure_of_people(seeded: Desk, number: int) -> None:
    invent_week(seeded, Random(number))
    behind = BehindFiguresService(seeded)
    for cell in _cells(FiguresService(seeded).report(MONDAY, stop=STOP)):
        if cell.figure is not None and cell.figure.counted in {Counted.UNIQUE_PEOPLE, Counted.NEW_PEOPLE}:
            people = [line.person for line in behind.lines(cell.figure, MONDAY, stop=STOP)]
            assert len(set(people)) == len(people)
            assert all(people)


def test_every_figure_but_the_target_and_the_look_alikes_can_be_opened(seeded: Desk) -> None:
    invent_week(seeded, Random(3))
    report = FiguresService(seeded).report(MONDAY, stop=STOP)
    closed = [cell for cell in _cells(report) if cell.figure is None]
    page = week_page(report)
    assert closed == [page.completeness.lines[-1].cells[0], *(line.cells[0] for line in page.target.lines)]
    opened = {cell.figure.counted for cell in _cells(report) if cell.figure}
    assert opened == set(Counted)


def test_a_line_says_who_came_to_what_and_a_number_joined_to_a_name_says_the_name(desk: Desk) -> None:
    house = make_house(desk)
    moussa = house.lodge("Moussa KEITA")
    code, service, behind = house.plan(), AttendanceService(desk), BehindFiguresService(desk)
    line = service.open_sheet(code).lines[0].attendance_id
    service.mark(line, AttendanceStatus.LATE)
    label = service.add_anonymous(code)
    named, nameless = behind.lines(Figure(Counted.PARTICIPATIONS), LIVED, stop=NOW)
    assert (named.person, named.name, named.session, named.site) == (moussa, "Moussa KEITA", code, "Bamako")
    assert named.at == datetime(2026, 11, 16, 9, tzinfo=UTC)
    assert (nameless.person, nameless.name, nameless.number) == ("", "", label)
    assert behind.lines(Figure(Counted.UNIDENTIFIED), LIVED, stop=NOW) == [nameless]
    service.mark(line, AttendanceStatus.ABSENT)
    service.join_anonymous(code, label, moussa)
    (joined,) = behind.lines(Figure(Counted.PARTICIPATIONS), LIVED, stop=NOW)
    assert (joined.person, joined.number) == (moussa, "")


def test_a_session_nobody_recorded_is_named_without_anybody_on_it(desk: Desk, desk_for: DeskFor) -> None:
    house = make_house(desk)
    house.lodge("Moussa KEITA")
    code = house.plan()
    (waiting,) = BehindFiguresService(desk_for(Role.MONITORING)).not_recorded(LIVED, stop=NOW)
    assert (waiting.session, waiting.person, waiting.name) == (code, "", "")


def test_the_night_of_a_lodger_is_told_with_its_midnight(desk: Desk) -> None:
    make_house(desk).lodge("Moussa KEITA")
    wednesday = datetime(2026, 11, 18, 12, tzinfo=UTC)
    nights = BehindFiguresService(desk).lines(Figure(Counted.NIGHTS), LIVED, stop=wednesday)
    assert [line.at for line in nights] == [datetime(2026, 11, day, tzinfo=UTC) for day in (17, 18)]


@pytest.mark.parametrize("role", [Role.MONITORING, Role.ACTIVITIES, Role.RECEPTION, Role.ADMINISTRATION])
def test_who_lacks_one_of_the_rights_opens_no_figure(desk: Desk, desk_for: DeskFor, role: Role) -> None:
    make_house(desk)
    behind = BehindFiguresService(desk_for(role))
    for figure in (Figure(Counted.PARTICIPATIONS), Figure(Counted.HELD), Figure(Counted.AT_END)):
        with pytest.raises(NotAllowed):
            behind.lines(figure, LIVED, stop=NOW)


def test_who_may_not_see_the_house_opens_no_figure_of_it(desk: Desk, desk_for: DeskFor) -> None:
    make_house(desk)
    team = BehindFiguresService(desk_for(Role.MOBILE_TEAM))
    assert team.lines(Figure(Counted.UNIQUE_PEOPLE), LIVED, stop=NOW) == []
    assert Permission.SEE_HOUSE in rights_for(Figure(Counted.NIGHTS))
    with pytest.raises(NotAllowed):
        team.lines(Figure(Counted.NIGHTS), LIVED, stop=NOW)


def test_without_the_right_sessions_that_wait_are_not_named(desk: Desk, desk_for: DeskFor) -> None:
    make_house(desk)
    with pytest.raises(NotAllowed):
        BehindFiguresService(desk_for(Role.ADMINISTRATION)).not_recorded(LIVED, stop=NOW)


def test_an_unknown_site_is_said(desk: Desk) -> None:
    make_house(desk)
    with pytest.raises(NotFound):
        BehindFiguresService(desk).lines(Figure(Counted.HELD, By.ACTIVITY, "sport"), LIVED, "XXX", stop=NOW)
