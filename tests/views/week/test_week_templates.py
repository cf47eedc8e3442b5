"""A week is kept under a name from its page, and another one planned by it; the toast takes each back."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.session_plans import plan_of
from desktop.views.week.week_view import WeekView
from tests.services.house import MONDAY
from tests.views.week.test_week_keys import undo_of, write

NEXT = MONDAY + timedelta(days=7)


def _keep(view: WeekView, name: str) -> None:
    view.parts.bar.templates.trigger()
    write(view.parts.templates.name, name)
    QTest.keyClick(view.parts.templates.name, Qt.Key.Key_Return)


def test_a_week_is_kept_by_its_name_and_the_toast_takes_it_back(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    with qtbot.waitSignal(view._shell.toasted) as heard:
        _keep(view, "Usual")
    assert [line.name for line in planned.week_templates.templates("BKO")] == ["Usual"]
    assert view.parts.templates.choice.currentText() == "Usual (2 sessions)"
    undo_of(heard)()
    assert planned.week_templates.templates("BKO") == []
    assert view.parts.templates.choice.count() == 0


def test_another_week_is_planned_by_it_once_what_is_in_the_way_is_named(
    qtbot: QtBot, view: WeekView, planned: Centre
) -> None:
    _keep(view, "Usual")
    strip = view.parts.templates
    assert strip.foreseen.text() == "Everything of this template is planned already."
    assert not strip.apply.isEnabled()
    view.open(NEXT)
    assert strip.foreseen.text() == "Plans 2 sessions."
    with qtbot.waitSignal(view._shell.toasted) as heard:
        QTest.mouseClick(strip.apply, Qt.MouseButton.LeftButton)
    assert heard.args is not None
    assert heard.args[0] == "2 sessions planned."
    assert len(planned.planning.sessions_of_week(NEXT)) == 2
    assert not strip.isVisibleTo(view)
    undo_of(heard)()
    assert planned.planning.sessions_of_week(NEXT) == []


def test_a_clash_with_what_is_planned_is_named_with_its_day(view: WeekView, planned: Centre) -> None:
    line = planned.planning.sessions_of_week(MONDAY)[0]
    plan = plan_of(line)
    planned.session_changes.change(line.code, replace(plan, facilitators="Oumou SANGARE"))
    view.refresh()
    _keep(view, "Usual")
    planned.planning.create(
        replace(plan, activity="theatre", on=plan.on + timedelta(days=7), facilitators="Oumou SANGARE")
    )
    view.open(NEXT)
    assert "Monday 23\u00a0November: Clash: Oumou SANGARE facilitates Theatre" in view.parts.templates.foreseen.text()


def test_a_name_that_is_taken_is_said_at_its_field_and_stays_typed(view: WeekView) -> None:
    _keep(view, "Usual")
    _keep(view, "usual")
    assert view.parts.templates.named.said.text() == "There is a template named “usual” already."
    assert view.parts.templates.name.text() == "usual"


def test_a_template_is_withdrawn_and_escape_closes_the_strip(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    _keep(view, "Usual")
    with qtbot.waitSignal(view._shell.toasted) as heard:
        QTest.mouseClick(view.parts.templates.withdraw, Qt.MouseButton.LeftButton)
    assert planned.week_templates.templates("BKO") == []
    undo_of(heard)()
    assert len(planned.week_templates.templates("BKO")) == 1
    QTest.keyClick(view.parts.templates.name, Qt.Key.Key_Escape)
    assert not view.parts.templates.isVisibleTo(view)
