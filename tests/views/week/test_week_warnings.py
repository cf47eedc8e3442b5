"""A clash is said in the form and on the card, and one click answers it."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.session_plans import plan_of
from desktop.views.shared.discretion import discretion
from desktop.views.week.week_view import WeekView
from tests.services.house import MONDAY
from tests.views.week.conftest import page
from tests.views.week.test_week_keys import press, write


def _in_room(centre: Centre) -> str:
    """Put the dance of Monday at nine in A1, with Ali, and give its code."""
    line = next(one for one in centre.planning.sessions_of_week(MONDAY) if one.activity_code == "dance")
    centre.session_changes.change(line.code, replace(plan_of(line), room="A1", facilitators="Ali Touré"))
    return line.code


def test_a_taken_room_is_said_and_one_click_takes_another(qtbot: QtBot, planned: Centre) -> None:
    dance = _in_room(planned)
    view = page(qtbot, planned)
    press(view, "Return")
    panel = view.panel
    assert panel.warnings.isHidden()
    write(panel.fields.hour, "9h30")
    panel.fields.hour.editingFinished.emit()
    assert panel.warnings.isHidden()
    panel.fields.room.setCurrentIndex(panel.fields.room.findData("A1"))
    panel.fields.room.activated.emit(1)
    assert panel.warnings.words == ["Clash: A1 is taken by Dance, 09:00 to 10:00."]
    (way,) = panel.warnings.ways
    assert way.text() == "Take B1"
    way.click()
    assert panel.fields.room.currentData() == "B1"
    assert panel.warnings.isHidden()
    panel.fields.room.setCurrentIndex(panel.fields.room.findData("A1"))
    panel.save.click()
    assert panel.isHidden()
    assert view.grid.clashing >= {dance}
    assert len(view.grid.clashing) == 2


def test_a_name_that_clashes_is_hidden_from_visitors(qtbot: QtBot, planned: Centre) -> None:
    _in_room(planned)
    view = page(qtbot, planned)
    discretion.set_hidden(hidden=True)
    press(view, "Return")
    write(view.panel.fields.hour, "9h30")
    write(view.panel.fields.facilitators, "ali tour")
    view.panel.fields.facilitators.setText("Ali Touré")
    view.panel.fields.facilitators.editingFinished.emit()
    assert view.panel.warnings.words == ["Clash: A… T… facilitates Dance, 09:00 to 10:00."]
    view.refresh()
    press(view, "Down", "Down")
    assert "A… T…" in view.parts.told.text()
    assert "Touré" not in view.parts.told.text()


def test_a_closed_day_is_said_while_it_is_typed(view: WeekView) -> None:
    press(view, "Return")
    write(view.panel.fields.day, "25/12")
    view.panel.fields.day.editingFinished.emit()
    assert view.panel.warnings.words == ["To check: this day is closed, Christmas."]
    assert view.panel.warnings.ways == []
    write(view.panel.fields.day, "25/")
    view.panel.fields.day.editingFinished.emit()
    assert len(view.panel.warnings.words) == 1
