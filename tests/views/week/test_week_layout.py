"""Sessions at the same hour share their column, and nothing of them is hidden."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desktop.centre import Centre
from desktop.views.week.columns import audience_words
from desktop.views.week.layout import Place, Placed, hours_shown, lay_out, nearest, places
from desktop.views.week.week_view import WeekView
from desktop.vocabulary import Sex
from tests.services.house import MONDAY
from tests.views.opened import house_of
from tests.views.week.lines import a_line


def test_sessions_at_the_same_hour_stand_side_by_side(view: WeekView, planned: Centre) -> None:
    house = house_of(planned)
    for activity in ("arts", "pfa", "sport"):
        house.plan(activity, hour=9)
    house.plan("arts", hour=7)
    view.refresh()
    nine = [one for one in view.grid.placed if one.column == 0 and one.start == 540]
    assert sorted((one.lane, one.lanes) for one in nine) == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert hours_shown(view.grid.placed) == (7, 18)
    boxes = [view.grid.geometry_now().rect(one) for one in nine]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_every_session_and_free_slot_is_reached(view: WeekView) -> None:
    found = places(view.grid.placed, 0, (8, 11))
    dance = next(one for one in view.grid.placed if one.column == 0)
    assert found == [Place(0, 480), Place(0, 510), Place(0, 540, dance.line.code), Place(0, 600), Place(0, 630)]
    assert nearest([], 500) is None


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 90), st.integers(1, 20)), max_size=12))
def test_no_two_cards_cover_each_other(spans: list[tuple[int, int, int]]) -> None:
    plain = a_line()
    lines = []
    for number, (column, start, long) in enumerate(spans):
        begun = plain.starts_at + timedelta(minutes=start * 5)
        ended = begun + timedelta(minutes=long * 5)
        lines.append((column, replace(plain, code=f"S-{number}", starts_at=begun, ends_at=ended)))
    placed = lay_out(lines)
    assert len(placed) == len(spans)
    for one, other in combinations(placed, 2):
        if one.column == other.column and one.start < other.end and other.start < one.end:
            assert _left(one) >= _right(other) or _left(other) >= _right(one)


def _left(one: Placed) -> float:
    return round(one.lane / one.lanes, 6)


def _right(one: Placed) -> float:
    return round((one.lane + 1) / one.lanes, 6)


def test_whom_an_activity_is_for_is_said_in_words() -> None:
    assert audience_words({}) == ""
    assert audience_words({"age_from": 18}) == "from 18 years"
    assert audience_words({"age_to": 17, "sexes": [Sex.FEMALE.value]}) == "Woman or girl, up to 17 years"
    assert audience_words({"age_from": 6, "age_to": 11}) == "6 to 11 years"


def test_holidays_of_the_week_are_said_in_its_headings(view: WeekView) -> None:
    assert view.look.closed() == {}
    view.look.day = MONDAY.replace(month=12, day=25)
    assert list(view.look.closed().values()) == ["Christmas"]
