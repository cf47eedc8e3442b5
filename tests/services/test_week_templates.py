"""A week kept under a name plans other weeks like it, as one act that is taken back."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.activity import ActivityType
from desktop.models.centre import Room
from desktop.rights import Permission
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.week_templates import NothingToKeep, TemplateNameless, TemplateNameTaken, WeekTemplateService
from desktop.storage.unit_of_work import Desk
from tests.services.house import MONDAY, House, make_house

PLAN = SessionPlan(
    activity="theatre", site="BKO", on=MONDAY, at=time(15, 30), minutes=90, room="A1", facilitators="Oumou SANGARE"
)
LATER = MONDAY + timedelta(days=23)  # a Wednesday
SHIFT = timedelta(days=21)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with theatre on Monday, dance on Sunday, and a cancelled sport."""
    made = make_house(desk)
    planning = PlanningService(desk)
    planning.create(PLAN)
    planning.create(replace(PLAN, activity="dance", on=MONDAY + timedelta(days=6), room=None))
    planning.cancel(made.plan("sport", day=2), "rain")
    return made


@pytest.fixture
def templates(house: House) -> WeekTemplateService:
    """Give the service."""
    return WeekTemplateService(house.desk)


def _close(house: House, model: type[ActivityType] | type[Room], condition: sa.ColumnElement[bool]) -> None:
    with house.desk.begin(Permission.MANAGE_CENTRE) as work:
        key = work.scalar(sa.select(model.id).where(condition))
        work.change(model, key, removed_at=work.now, removed_by=work.member.id, removed_why="closed")
        work.trace("close")


def test_a_later_week_is_planned_like_it_without_what_was_cancelled(
    house: House, templates: WeekTemplateService
) -> None:
    kept = templates.keep("  Rainy   season ", MONDAY + timedelta(days=4), "BKO")
    assert [(line.name, line.sessions) for line in templates.templates("BKO")] == [("Rainy season", 2)]
    copied = templates.apply(kept, LATER)
    lines = PlanningService(house.desk).sessions_of_week(LATER)
    assert [line.code for line in lines] == list(copied.codes)
    told = [(one.activity_code, one.on_date, one.starts_at.time(), one.room, one.facilitators) for one in lines]
    assert told == [
        ("theatre", MONDAY + SHIFT, time(15, 30), "A1", "Oumou SANGARE"),
        ("dance", MONDAY + SHIFT + timedelta(days=6), time(15, 30), None, "Oumou SANGARE"),
    ]
    assert lines[0].ends_at - lines[0].starts_at == timedelta(minutes=90)


def test_applied_twice_nothing_is_doubled_and_the_act_is_taken_back(
    house: House, templates: WeekTemplateService
) -> None:
    kept = templates.keep("Usual", MONDAY, "BKO")
    first = templates.apply(kept, LATER)
    assert templates.foresee(kept, LATER).plans == ()
    assert templates.apply(kept, LATER).codes == ()
    assert PlanningService(house.desk).undo_copy(first.act) == 2
    assert PlanningService(house.desk).sessions_of_week(LATER) == []


def test_what_the_centre_no_longer_has_is_named_and_the_rest_is_planned(
    house: House, templates: WeekTemplateService
) -> None:
    kept = templates.keep("Usual", MONDAY, "BKO")
    _close(house, Room, Room.name == "A1")
    _close(house, ActivityType, ActivityType.code == "dance")
    week = templates.foresee(kept, LATER)
    assert [(plan.activity, plan.room) for plan in week.plans] == [("theatre", None)]
    assert week.gone == ("A1", "Dance")
    assert len(templates.apply(kept, LATER).codes) == 1


def test_a_withdrawn_template_is_offered_no_longer_until_it_is_brought_back(templates: WeekTemplateService) -> None:
    kept = templates.keep("Usual", MONDAY, "BKO")
    templates.withdraw(kept)
    assert templates.templates("BKO") == []
    for act in (lambda: templates.apply(kept, LATER), lambda: templates.withdraw(kept)):
        with pytest.raises(NotFound):
            act()
    templates.bring_back(kept)
    assert [line.id for line in templates.templates("BKO")] == [kept]


def test_a_name_is_asked_for_and_stands_once(templates: WeekTemplateService) -> None:
    kept = templates.keep("Été", MONDAY, "BKO")
    for name in (" ", "x" * 41):
        with pytest.raises(TemplateNameless):
            templates.keep(name, MONDAY, "BKO")
    with pytest.raises(TemplateNameTaken):
        templates.keep("ete", MONDAY, "BKO")
    templates.withdraw(kept)
    templates.keep("ete", MONDAY, "BKO")
    with pytest.raises(TemplateNameTaken):
        templates.bring_back(kept)


def test_an_empty_week_and_a_site_that_is_not_there_make_no_template(templates: WeekTemplateService) -> None:
    with pytest.raises(NothingToKeep):
        templates.keep("Empty", LATER, "BKO")
    with pytest.raises(NotFound):
        templates.keep("Elsewhere", MONDAY, "KYS")
