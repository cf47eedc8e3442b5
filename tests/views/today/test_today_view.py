"""The first page tells each what the day asks of them, by keys, and nothing of what is not theirs."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.errors import NotAllowed
from desktop.models.base import now
from desktop.services.planning import SessionPlan
from desktop.services.today import HouseToday, SessionsToday
from desktop.services.today.movements import MOST_NAMED
from desktop.views.main_window import MainWindow
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.views.today.backup_card import BackupCard
from desktop.views.today.day_table import DayTable
from desktop.views.today.today_view import TodayView
from desktop.views.today.words import backup_words
from desktop.vocabulary import AttendanceStatus
from tests.centres import TestCentre
from tests.views.opened import house_of, signed_in

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it."""
    with signed_in(centre, "awa") as made:
        yield made


def _plan(opened: Centre, hour: int, *, days_ago: int = 0, activity: str = "sport") -> str:
    day = now().date() - timedelta(days=days_ago)
    return opened.planning.create(SessionPlan(activity=activity, site="BKO", on=day, at=time(hour), minutes=10))


def _page(qtbot: QtBot, opened: Centre) -> TodayView:
    view = TodayView(Shell(opened))
    qtbot.addWidget(view)
    view.resize(1080, 560)
    view.show()
    qtbot.waitUntil(view.is_whole)
    return view


def _window(qtbot: QtBot, opened: Centre) -> MainWindow:
    window = MainWindow(Shell(opened))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _said(view: TodayView) -> str:
    shown: list[QLabel | QPushButton] = [*view.findChildren(QLabel), *view.findChildren(QPushButton)]
    return "\n".join(one.text() for one in shown if one.isVisible())


def test_what_is_not_read_yet_is_not_said_to_be_nothing(qtbot: QtBot, opened: Centre) -> None:
    view = TodayView(Shell(opened))
    qtbot.addWidget(view)
    assert view.house is not None
    assert view.due is not None
    assert view.house.figures.numbers() == ["…"] * 3
    silent = (view.house.nobody, view.house.lines, view.due.nothing)
    assert all(part.isHidden() for part in silent)
    qtbot.waitUntil(view.is_whole)
    assert all(number.isdecimal() for number in view.house.figures.numbers())
    assert not view.house.nobody.isHidden()
    assert not view.due.nothing.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_Return])
def test_one_key_leads_from_a_session_to_its_sheet(qtbot: QtBot, opened: Centre, key: Qt.Key) -> None:
    _plan(opened, 0)
    late = _plan(opened, 23, activity="dance")
    window = _window(qtbot, opened)
    view = window.page()
    assert isinstance(view, TodayView)
    assert view.sessions is not None
    view.sessions.lines.setFocus()
    QTest.keyClick(view.sessions.lines, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window._shell.going) as heard:
        QTest.keyClick(view.sessions.lines, key)
    assert heard.args == ["attendance", (late,)]
    assert window.page_names()[window.sidebar.currentRow()] == "attendance"


def test_earlier_sessions_wait_below_those_of_today_and_the_week_is_counted(qtbot: QtBot, opened: Centre) -> None:
    today = _plan(opened, 23)
    forgotten = _plan(opened, 9, days_ago=1)
    view = _page(qtbot, opened)
    assert view.sessions is not None
    table = view.sessions.table
    assert [table.line(row).code for row in range(table.rowCount())] == [today, forgotten]
    assert [table.index(row, 0).data()[-5:] for row in (0, 1)] == ["23:00", "09:00"]
    assert table.index(1, 0).data().startswith(f"{now() - timedelta(1):%d/%m}")
    assert table.index(1, 3).data() == "Not recorded yet"
    house = house_of(opened)
    code = house.lodge("Moussa KEITA", arrived=now() - timedelta(days=3))
    opened.attendance.mark_by_code(forgotten, code, AttendanceStatus.PRESENT)
    view.refresh()
    assert [table.line(row).code for row in range(table.rowCount())] == [today]


def test_a_refresh_moves_neither_the_choice_nor_the_focus(qtbot: QtBot, opened: Centre) -> None:
    _plan(opened, 0)
    second = _plan(opened, 23)
    view = _page(qtbot, opened)
    assert view.sessions is not None
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    view.sessions.lines.selectRow(1)
    _plan(opened, 22, activity="dance")
    view.look_again()
    assert view.sessions.table.rowCount() == 3
    assert view.sessions.table.line(view.sessions.lines.currentIndex().row()).code == second
    assert QApplication.focusWidget() is view.sessions.lines


def test_a_hidden_page_reads_nothing_by_itself(qtbot: QtBot, opened: Centre) -> None:
    view = _page(qtbot, opened)
    view.hide()
    _plan(opened, 23)
    view.look_again()
    assert view.sessions is not None
    assert view.sessions.table.rowCount() == 0
    view.show()
    view.look_again()
    assert view.sessions.table.rowCount() == 1


def test_hours_that_pass_change_where_a_session_stands(opened: Centre) -> None:
    code = _plan(opened, 9)
    line = opened.planning.session(code)
    table, told = DayTable(), SessionsToday(day=(line,), unrecorded=(), recorded=0, ended=0)
    assert table.show_day(told, line.ends_at - timedelta(minutes=1))
    assert table.index(0, 3).data() == "To mark"
    assert not table.show_day(told, line.ends_at)
    assert table.show_day(told, line.ends_at + timedelta(minutes=1))
    assert table.index(0, 3).data() == "Not recorded yet"


def test_an_empty_day_says_so_and_offers_the_week_to_those_who_plan_it(qtbot: QtBot, opened: Centre) -> None:
    view = _page(qtbot, opened)
    assert view.sessions is not None
    assert "No session is planned today." in _said(view)
    assert not view.sessions.mark.isVisible()
    assert view.sessions.focusProxy() is view.sessions.empty.action
    with qtbot.waitSignal(view._shell.going) as heard:
        view.sessions.empty.action.click()
    assert heard.args == ["week", ()]


def test_whoever_plans_no_week_is_not_sent_there(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "mariam") as opened:
        view = _page(qtbot, opened)
        assert view.sessions is not None
        assert not view.sessions.empty.action.isVisible()


def test_the_house_is_counted_and_movements_lead_to_their_file(qtbot: QtBot, opened: Centre) -> None:
    house = house_of(opened)
    midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
    code = house.lodge("Moussa KEITA", arrived=midnight)
    house.lodge("Awa DIALLO", arrived=midnight - timedelta(days=2))
    view = _page(qtbot, opened)
    assert view.house is not None
    assert view.house.figures.numbers() == ["2", "6", "2"]
    assert view.house.table.index(0, 1).data() == "Arrived at 00:00"
    view.house.lines.selectRow(0)
    with qtbot.waitSignal(view._shell.going) as heard:
        QTest.keyClick(view.house.lines, Qt.Key.Key_Return)
    assert heard.args == ["people", (code,)]
    discretion.set_hidden(hidden=True)
    assert view.house.table.index(0, 0).data() == "M… K…"


def test_the_list_of_a_convoy_ends_with_how_many_more_there_are(qtbot: QtBot, opened: Centre) -> None:
    house, at = house_of(opened), now()
    for _ in range(MOST_NAMED + 3):
        house.lodge("Moussa KEITA", arrived=at)
    view = _page(qtbot, opened)
    assert view.house is not None
    assert view.house.table.rowCount() == MOST_NAMED
    assert "And 3 other movements today" in _said(view)


def test_a_house_that_cannot_be_read_is_said(qtbot: QtBot, opened: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> HouseToday:
        raise NotAllowed

    view = _page(qtbot, opened)
    monkeypatch.setattr(opened.today, "house", read)
    view.refresh()
    qtbot.waitUntil(view.is_whole)
    assert view.refusal.isVisible()


def test_what_is_wrong_with_the_vault_is_said_and_not_read_on_the_screens_own_thread(
    qtbot: QtBot, opened: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[int] = []
    warnings = opened.care.warnings

    def read(other_disk: Path | None = None) -> list[str]:
        readers.append(threading.get_ident())
        return warnings(other_disk)

    monkeypatch.setattr(opened.care, "warnings", read)
    opened.care.keep_on(tmp_path)
    view = _page(qtbot, opened)
    assert "The newest backup on another disk is older than a week" in view.notice.text()
    assert view.notice.isVisible()
    assert readers
    assert threading.get_ident() not in readers


@pytest.mark.parametrize(("login", "parts"), [
    ("awa", {"sessions", "due", "house", "backup"}),
    ("seydou", {"sessions", "due", "house"}),
    ("fanta", {"sessions"}),
    ("mariam", {"sessions", "due", "house"}),
])  # fmt: skip
def test_each_sees_the_parts_of_their_rights(qtbot: QtBot, centre: TestCentre, login: str, parts: set[str]) -> None:
    with signed_in(centre, login) as opened:
        view = _page(qtbot, opened)
        assert {name for name in ("sessions", "due", "house", "backup") if getattr(view, name) is not None} == parts


@pytest.mark.parametrize(("login", "lines"), [
    ("mariam", ["1 worry to read"]), ("sira", []), ("seydou", []), ("awa", []), ("fanta", []),
])  # fmt: skip
def test_a_worry_exists_for_its_holders_alone(qtbot: QtBot, centre: TestCentre, login: str, lines: list[str]) -> None:
    with signed_in(centre, "fanta") as activities:
        activities.cases.drop_in("social", "zzworry")
    with signed_in(centre, login) as opened:
        view = _page(qtbot, opened)
        shown = view.due.lines.values() if view.due is not None else []
        assert [line.text() for line in shown] == lines
        assert ("worr" in _said(view)) == bool(lines)


def test_what_waits_leads_to_its_page_and_goes_when_it_is_done(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "fanta") as activities:
        activities.cases.drop_in("social", "zzworry")
    with signed_in(centre, "mariam") as opened:
        view = _page(qtbot, opened)
        assert view.due is not None
        with qtbot.waitSignal(view._shell.going) as heard:
            QTest.keyClick(view.due.lines["worries"], Qt.Key.Key_Space)
        assert heard.args == ["follow_up", ()]
        code = house_of(opened).lodge("Moussa KEITA")
        (worry,) = opened.cases.tray("social")
        opened.cases.accept_drop(worry.id, opened.cases.open_case(code, "social").id)
        view.refresh()
        qtbot.waitUntil(view.is_whole)
        assert not view.due.lines["worries"].isVisible()
        assert view.due.nothing.isVisible()


def test_a_backup_is_made_beside_the_screen_and_its_age_is_said(qtbot: QtBot, opened: Centre) -> None:
    view = _page(qtbot, opened)
    card = view.backup
    assert isinstance(card, BackupCard)
    assert (card.age.text(), card.age.objectName()) == ("There is no backup yet.", "notice")
    with qtbot.waitSignal(card.made, timeout=20_000):
        QTest.keyClick(card.act, Qt.Key.Key_Space)
    assert card.age.text().startswith("The last backup was made today at")
    assert card.age.objectName() == ""
    assert opened.care.last_backup() is not None


def test_a_backup_that_fails_is_said_and_can_be_tried_again(qtbot: QtBot, opened: Centre) -> None:
    view = _page(qtbot, opened)
    assert view.backup is not None
    (opened.folder / "backups").rmdir()
    (opened.folder / "backups").write_text("in the way")
    QTest.keyClick(view.backup.act, Qt.Key.Key_Space)
    qtbot.waitUntil(view.backup.refusal.isVisible)
    assert view.backup.act.text() == "&Back up now"


@pytest.mark.parametrize(("days", "words"), [
    (0, "The last backup was made today at 09:00."),
    (1, "The last backup was made yesterday at 09:00."),
    (12, "The last backup is 12 days old: it was made on 13/11/2026."),
])  # fmt: skip
def test_the_age_of_a_backup_is_said_in_words(days: int, words: str) -> None:
    assert backup_words(NOON.replace(hour=9) - timedelta(days), NOON) == words


def test_a_narrow_window_puts_the_parts_below_one_another(qtbot: QtBot, opened: Centre) -> None:
    view = _page(qtbot, opened)
    assert view.sessions is not None
    assert view.house is not None
    view.resize(1100, 600)
    qtbot.waitUntil(lambda: view.sessions is not None and view.house is not None and view.house.x() > view.sessions.x())
    view.resize(600, 600)
    qtbot.waitUntil(lambda: view.house is not None and view.house.x() == 0)


def test_the_tables_keep_the_promises_of_qt(qtbot: QtBot, opened: Centre, qtmodeltester: ModelTester) -> None:
    _plan(opened, 23)
    house_of(opened).lodge("Moussa KEITA", arrived=now())
    view = _page(qtbot, opened)
    assert view.sessions is not None
    assert view.house is not None
    for table in (view.sessions.table, view.house.table):
        qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # the plugin has no types here
