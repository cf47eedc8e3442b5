"""Cases opened, lent and handed over, worries taken up, keys renewed: by keys, on the page."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.i18n import LANGUAGES
from desktop.services.cases import CaseAccess, NoteContent
from desktop.settings import LARGEST_TEXT
from desktop.storage.clock import SteadyClock
from desktop.vault.drops import DAILY
from desktop.views.follow_up import tray_acts
from desktop.views.follow_up.colleague_sheet import ColleagueSheet, CoverSheet
from desktop.views.follow_up.opening_sheet import OpeningSheet, TakingSheet
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.centres import TestCentre, symbols
from tests.views.follow_up.conftest import Desk, seat
from tests.views.opened import signed_in
from tests.views.walk import faults

SPACE, ENTER, CTRL, N = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N
Sheet = TypeVar("Sheet", bound=QWidget)


@pytest.fixture
def shared(centre: TestCentre, codes: list[str]) -> list[str]:
    """Let sira share the compartment; gives the people."""
    with signed_in(centre, "mariam") as made:
        made.compartments.grant("social", centre.uids["sira"], seen=symbols(made.desk, centre.uids["sira"]))
    return codes


@pytest.fixture
def mariam(qtbot: QtBot, centre: TestCentre, shared: list[str]) -> Iterator[Desk]:
    """Sit mariam down."""
    with ExitStack() as held:
        yield seat(qtbot, centre, shared, held)


def sheet(kind: type[Sheet], page: QWidget) -> Sheet:
    """Give the sheet that is open."""
    (found,) = [one for one in page.window().findChildren(kind) if one.isVisible()]
    return found


def drop(centre: TestCentre, *texts: str) -> None:
    """Let reception raise worries."""
    with signed_in(centre, "seydou") as made:
        for text in texts:
            made.cases.drop_in("social", text)


def test_a_case_is_opened_by_keys(mariam: Desk) -> None:
    QTest.keyClick(mariam.view.parts.found, N, CTRL)
    asked = sheet(OpeningSheet, mariam.view)
    QTest.keyClicks(asked.person.typed, "Kad")
    QTest.keyClick(asked.person.typed, ENTER)
    (line,) = mariam.centre.cases.cases()
    assert (line.name, line.access) == ("Kadidia SANGARE", CaseAccess.OWN)
    assert mariam.view.parts.case.line == line


def test_another_page_asks_for_a_person_and_gets_the_case_or_the_sheet(mariam: Desk) -> None:
    mariam.view.open(mariam.codes[0])
    asked = sheet(OpeningSheet, mariam.view)
    QTest.keyClick(asked.person.typed, ENTER)
    mariam.settle()
    mariam.view.acts.back()
    mariam.view.open(mariam.codes[0])
    assert mariam.view.parts.shows_case()
    assert mariam.view.place() == (mariam.centre.cases.cases()[0].id,)


def test_a_case_is_lent_until_a_day_and_the_colleague_reads_until_when(
    qtbot: QtBot, mariam: Desk, centre: TestCentre
) -> None:
    case = mariam.centre.cases.open_case(mariam.codes[0], "social").id
    mariam.view.open(case)
    QTest.keyClick(mariam.view.parts.case.lend, SPACE)
    asked = sheet(CoverSheet, mariam.view)
    assert asked.who.currentText() == "Sira"
    asked.last.setDate(QDate.currentDate().addDays(2))
    QTest.keyClick(asked.act, SPACE)
    mariam.settle()
    mariam.leave()
    with ExitStack() as held:
        sira = seat(qtbot, centre, mariam.codes, held, "sira")
        (line,) = sira.centre.cases.cases()
        assert line.access is CaseAccess.COVER
        table = sira.view.parts.found.table
        assert f"{line.until:%d/%m/%Y}" in str(table.index(0, 5).data())
        sira.view.open(case)
        pane = sira.view.parts.case
        assert [act.isVisible() for act in (pane.lend, pane.hand, pane.supervise)] == [False] * 3


def test_handed_over_a_case_is_only_known_of(mariam: Desk) -> None:
    case = mariam.centre.cases.open_case(mariam.codes[0], "social").id
    mariam.view.open(case)
    QTest.keyClick(mariam.view.parts.case.hand, SPACE)
    QTest.keyClick(sheet(ColleagueSheet, mariam.view).act, SPACE)
    mariam.settle()
    found = mariam.view.parts.found
    assert mariam.view.parts.currentWidget() is found
    assert found.table.rowCount() == 0
    assert found.banners.elsewhere.text().endswith("Sira (1).")
    assert "KEITA" not in found.banners.elsewhere.text()


def test_a_supervisor_is_named_and_taken_back(mariam: Desk) -> None:
    case = mariam.centre.cases.open_case(mariam.codes[0], "social").id
    mariam.view.open(case)
    for row, name in ((0, "Sira"), (1, "")):
        QTest.keyClick(mariam.view.parts.case.supervise, SPACE)
        asked = sheet(ColleagueSheet, mariam.view)
        asked.who.setCurrentIndex(row)
        QTest.keyClick(asked.act, SPACE)
        mariam.settle()
        assert mariam.centre.cases.case(case).supervisor == name
        QApplication.sendPostedEvents()


def test_without_colleagues_the_sheet_says_so(desk: Desk) -> None:
    desk.view.open(desk.centre.cases.open_case(desk.codes[0], "social").id)
    QTest.keyClick(desk.view.parts.case.lend, SPACE)
    asked = sheet(CoverSheet, desk.view)
    assert not asked.act.isEnabled()
    assert "Nobody else holds this compartment" in asked.words.text()


def test_keys_that_are_due_are_renewed_in_one_act(mariam: Desk, centre: TestCentre) -> None:
    case, today = mariam.centre.cases.open_case(mariam.codes[0], "social").id, mariam.centre.desk.keys.today
    mariam.centre.cases.cover(case, centre.uids["sira"], today, today)
    mariam.centre.desk.keys.clock = SteadyClock(None, lambda: datetime.now(UTC) + timedelta(1)).today
    mariam.view.refresh()
    mariam.settle()
    banners = mariam.view.parts.found.banners
    assert "1 case needs a new key" in banners.due.text()
    QTest.keyClick(banners.settle, SPACE)
    mariam.settle()
    assert not banners.due.isVisible()
    assert mariam.centre.case_holders.due() == []


def test_a_worry_goes_into_a_case_that_is_open_or_new(qtbot: QtBot, centre: TestCentre, shared: list[str]) -> None:
    drop(centre, "afraid", "hungry")
    with ExitStack() as held:
        desk = seat(qtbot, centre, shared, held)
        case = desk.centre.cases.open_case(shared[0], "social").id
        assert "(2)" in desk.view.parts.found.tray.text()
        QTest.keyClick(desk.view.parts.found.tray, SPACE)
        for typed in ("Mous", "Kad"):
            desk.settle()
            QTest.keyClick(desk.view.parts.tray.take, SPACE)
            asked = sheet(TakingSheet, desk.view)
            QTest.keyClicks(asked.case.typed, typed)
            QTest.keyClick(asked.case.typed, ENTER)
            assert desk.view.parts.shows_case()
            desk.view.show_tray()
        desk.settle()
        assert desk.view.parts.tray.empty.isVisible()
        texts = {note.content.text for line in desk.centre.cases.cases() for note in desk.centre.cases.notes(line.id)}
        assert texts == {"afraid", "hungry"}
        assert len(desk.centre.cases.notes(case)) == 1


def test_a_flood_is_shown_and_thrown_away(
    qtbot: QtBot, centre: TestCentre, shared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(centre, *["flood"] * DAILY)
    drop(centre, "more")
    with ExitStack() as held:
        desk = seat(qtbot, centre, shared, held)
        desk.view.show_tray()
        desk.settle()
        tray = desk.view.parts.tray
        rows = [tray.table.line(row) for row in range(tray.table.rowCount())]
        (flood,) = [row for row, one in enumerate(rows) if one.state.value == "flood"]
        assert not tray.discard.isEnabled()
        assert tray.discard.toolTip()
        tray.lines.selectRow(flood)
        assert tray.discard.isEnabled()
        monkeypatch.setattr(tray_acts, "sure", lambda *_: True)
        QTest.keyClick(tray.discard, SPACE)
        desk.settle()
        assert tray.table.rowCount() == DAILY


def test_whoever_holds_no_compartment_is_told_how_one_comes_in(
    qtbot: QtBot, centre: TestCentre, codes: list[str]
) -> None:
    with ExitStack() as held:
        sira = seat(qtbot, centre, codes, held, "sira")
        found = sira.view.parts.found
        assert "face to face" in found.banners.shut.text()
        assert not found.opening.isEnabled()
        sira.view.open(codes[0])
        assert not sira.view.window().findChildren(OpeningSheet)


def test_the_tables_are_sound_models(mariam: Desk, qtmodeltester: ModelTester) -> None:
    mariam.centre.cases.open_case(mariam.codes[0], "social")
    mariam.view.refresh()
    mariam.settle()
    qtmodeltester.check(mariam.view.parts.found.table)  # type: ignore[no-untyped-call]
    qtmodeltester.check(mariam.view.parts.tray.table)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_stands_the_walk_in_large_letters(
    qtbot: QtBot, qapp: QApplication, centre: TestCentre, shared: list[str], language: str
) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    drop(centre, "afraid")
    with ExitStack() as held:
        desk = seat(qtbot, centre, shared, held)
        view, parts = desk.view, desk.view.parts
        view.resize(960, 540)
        case = desk.centre.cases.open_case(shared[0], "social").id
        sections = (("subjective", "x"), ("plan", "y"))
        desk.centre.cases.write_note(case, NoteContent(kind="soap", title="T", text="", sections=sections))
        view.open(case)
        desk.settle()
        told = list(faults(view, language))
        view.begin()
        for form in ("soap", "dap", "birp"):
            parts.editor.form.use_form(form)
            QApplication.processEvents()
            told += faults(view, language)
        parts.editor.leave()
        view.show_tray()
        desk.settle()
        told += faults(view, language)
        view.acts.back()
        desk.settle()
        told += faults(view, language)
        assert told == []
