"""The hours of the grid are made higher and lower by keys, and what is chosen stays in sight."""

from desktop.views.week.week_view import WeekView
from tests.views.week.test_week_keys import CTRL, press


def test_hours_grow_shrink_and_come_back_with_the_chosen_session_in_sight(view: WeekView) -> None:
    grid, first = view.grid, view.grid.geometry_now().hour_height
    press(view, "Down", "Down")
    press(view, "Plus", "Plus", held=CTRL)
    assert grid.geometry_now().hour_height > 1.5 * first
    at, chosen = grid.geometry_now(), grid.session(grid.place.code)
    assert chosen is not None
    assert at.top <= at.rect(chosen).top() < at.height
    press(view, "Minus", "Minus", "Minus", held=CTRL)
    assert grid.geometry_now().hour_height < first
    press(view, "0", held=CTRL)
    assert grid.geometry_now().hour_height == first


def test_hours_stay_within_what_can_be_read(view: WeekView) -> None:
    first = view.grid.geometry_now().hour_height
    press(view, *["Minus"] * 30, held=CTRL)
    assert view.grid.geometry_now().hour_height == 0.4 * first
    press(view, *["Plus"] * 30, held=CTRL)
    assert view.grid.geometry_now().hour_height == 4 * first
