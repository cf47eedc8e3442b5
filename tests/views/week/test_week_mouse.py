"""A week is planned by mouse: drawn, carried, pulled longer; and the form gives way where room is short."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.centre import Centre
from desktop.views.week.layout import Placed
from desktop.views.week.week_view import WeekView
from tests.views.week.test_week_keys import DANCE, SPORT, on_disk

LEFT = Qt.MouseButton.LeftButton


def _drag(view: WeekView, start: QPoint, end: QPoint) -> None:
    port = view.grid.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    assert view.grid.ghost is not None
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert view.grid.ghost is None


def _at(view: WeekView, column: int, minute: int) -> QPoint:
    at = view.grid.geometry_now()
    return QPoint(int(at.x(column) + at.column_width / 2), int(at.y(minute)) + 2)


def _card(view: WeekView, activity: str) -> Placed:
    return next(one for one in view.grid.placed if one.line.activity_code == activity)


def test_drawing_on_an_empty_place_plans_that_time(view: WeekView, planned: Centre) -> None:
    _drag(view, _at(view, 3, 600), _at(view, 3, 660))
    fields = view.panel.fields
    assert [edit.text() for edit in fields.edits()] == ["Thursday 19\u00a0November", "10:00", "75 min", ""]
    view.panel.save.click()
    assert on_disk(planned)[-1][1:] == (3, "1000", "1115")


def test_a_card_is_carried_to_another_day_and_hour(view: WeekView, planned: Centre) -> None:
    _drag(view, _at(view, 0, 555), _at(view, 2, 645))
    assert on_disk(planned) == [SPORT, ("dance", 2, "1030", "1130")]
    assert view.grid.place.column == 2


def test_the_foot_of_a_card_is_pulled(view: WeekView, planned: Centre) -> None:
    foot = view.grid.geometry_now().rect(_card(view, "dance")).bottomLeft().toPoint() + QPoint(20, -2)
    _drag(view, foot, foot + QPoint(0, int(view.grid.geometry_now().hour_height / 2)))
    assert on_disk(planned)[0] == ("dance", 0, "0900", "1030")


def test_a_click_chooses_and_two_open(view: WeekView, planned: Centre) -> None:
    point = _at(view, 0, 560)
    QTest.mouseClick(view.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    assert view.parts.told.text().startswith("Dance")
    QTest.mouseClick(view.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, _at(view, 4, 690))
    assert "11:30: free" in view.parts.told.text()
    QTest.mouseDClick(view.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseClick(view.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseDClick(view.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    assert view.panel.line is not None
    assert on_disk(planned) == [DANCE, SPORT]


def test_the_form_takes_the_place_of_the_grid_where_room_is_short(view: WeekView) -> None:
    view.resize(640, 600)
    view.parts.bar.new.click()
    assert not view.grid.isVisible()
    view.panel.leave.click()
    assert view.grid.isVisible()
