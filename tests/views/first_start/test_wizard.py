"""A centre is set up in five steps by keys alone; nothing typed is lost, and nothing half made is left."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.i18n import LANGUAGES, language
from desktop.settings import LARGEST_TEXT, THEMES
from desktop.views.first_start.account_step import AccountStep
from desktop.views.first_start.answers import Answers
from desktop.views.first_start.centre_step import CentreStep
from desktop.views.first_start.language_step import LanguageStep
from desktop.views.first_start.paper_step import PaperStep
from desktop.views.first_start.rooms_step import RoomsStep
from desktop.views.first_start.wizard import FirstStart
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from desktop.vocabulary import RoomRule
from tests.views.walk import faults

PASSWORD = "quatre mots a retenir"
SLOW_MS = 60_000  # keys are made at the cost this computer bears


@pytest.fixture
def wizard(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[FirstStart]:
    """Give the first start of an empty computer."""
    load_fonts()
    speak(qapp, "en")
    tasks = BackgroundTasks()
    made = FirstStart(tmp_path / "Centre.vault", tasks)
    qtbot.addWidget(made)
    made.show()
    yield made
    tasks.finish()


def _type(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def _enter(wizard: FirstStart) -> None:
    held = wizard.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_Return)


def _to(qtbot: QtBot, wizard: FirstStart, kind: type[QWidget]) -> None:
    """Go on with Enter, as from a field, until a step of this kind is shown."""
    wizard.forward()
    qtbot.waitUntil(lambda: isinstance(wizard.step, kind), timeout=10_000)


def _fill_centre(qtbot: QtBot, wizard: FirstStart) -> None:
    _to(qtbot, wizard, CentreStep)
    step = wizard.step
    assert isinstance(step, CentreStep)
    _type(step.organisation.editor, "Centre de Bamako")


def _fill_account(step: AccountStep) -> None:
    for line, text in ((step.name, "Awa Diarra"), (step.login, "awa"), (step.password, PASSWORD)):
        _type(line, text)
    _type(step.again, PASSWORD)


def _at_paper(qtbot: QtBot, wizard: FirstStart) -> PaperStep:
    _fill_centre(qtbot, wizard)
    _to(qtbot, wizard, RoomsStep)
    _to(qtbot, wizard, AccountStep)
    assert isinstance(wizard.step, AccountStep)
    _fill_account(wizard.step)
    _to(qtbot, wizard, PaperStep)
    step = wizard.step
    assert isinstance(step, PaperStep)
    qtbot.waitUntil(lambda: len(step.paper.groups) == 2, timeout=SLOW_MS)
    return step


def _read_back(wizard: FirstStart, step: PaperStep) -> None:
    made = wizard.answers.made
    assert made is not None
    for field, number in zip(step.paper.groups, made.asked, strict=True):
        _type(field.editor, made._vault.paper.groups[number - 1].lower())


def test_five_steps_end_signed_in(qtbot: QtBot, wizard: FirstStart, tmp_path: Path) -> None:
    step = _at_paper(qtbot, wizard)
    assert list(tmp_path.iterdir()) == []
    assert (wizard.frame.next.isEnabled(), wizard.frame.next.toolTip()) == (
        False,
        "Type the two groups from the paper first.",
    )
    _read_back(wizard, step)
    with qtbot.waitSignal(wizard.created, timeout=SLOW_MS) as heard:
        _enter(wizard)
    centre = heard.args[0]
    assert isinstance(centre, Centre)
    assert (centre.member.name, centre.folder) == ("Awa Diarra", tmp_path / "Centre.vault")
    rooms = centre.house_board.board(centre.setup.sites()[0].id).rooms
    assert [len(room.beds) for room in rooms] == [10, 10, 6, 6, 4]
    assert {room.rule for room in rooms} == set(RoomRule) - {RoomRule.ANY}
    centre.close()


def test_a_wrong_group_is_named_and_nothing_is_written(qtbot: QtBot, wizard: FirstStart, tmp_path: Path) -> None:
    step = _at_paper(qtbot, wizard)
    _read_back(wizard, step)
    second = step.paper.groups[1].editor
    assert isinstance(second, QLineEdit)
    second.clear()
    _type(second, "00000")
    _enter(wizard)
    made = wizard.answers.made
    assert made is not None
    assert f"Group {made.asked[1]}" in step.paper.groups[1].said.text()
    assert "mistyped" not in step.paper.groups[0].said.text()
    assert second.text() == "00000"
    assert list(tmp_path.iterdir()) == []


def test_the_paper_is_shown_from_memory_and_another_password_needs_another(
    qtbot: QtBot, wizard: FirstStart, tmp_path: Path
) -> None:
    step = _at_paper(qtbot, wizard)
    QTest.keyClick(step.paper.show_paper, Qt.Key.Key_Space)
    preview = wizard.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.frame.pages.count() == 1, timeout=10_000)
    QTest.keyClick(preview, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert preview.isHidden()
    first = wizard.answers.made
    wizard.back()
    wizard.forward()
    assert (wizard.answers.made, wizard.step.anew.isHidden()) == (first, True)  # type: ignore[attr-defined]
    wizard.back()
    account = wizard.step
    assert isinstance(account, AccountStep)
    for line in (account.password, account.again):
        _type(line, "!")
    wizard.forward()
    qtbot.waitUntil(lambda: wizard.answers.made is not first, timeout=SLOW_MS)
    assert step.anew.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_outlives_going_back_and_another_language(qtbot: QtBot, wizard: FirstStart) -> None:
    _fill_centre(qtbot, wizard)
    centre = wizard.step
    assert isinstance(centre, CentreStep)
    QTest.mouseClick(centre.sites.add, Qt.MouseButton.LeftButton)
    _type(centre.sites.lines[1].code, "kys")
    wizard.back()
    first = wizard.step
    assert isinstance(first, LanguageStep)
    first.choices["fr"].click()
    qtbot.waitUntil(lambda: language() == "fr")
    assert wizard.frame.title.text() == "Langue"
    wizard.forward()
    again = wizard.step
    assert isinstance(again, CentreStep)
    assert [(line.code.text(), line.name.text()) for line in again.sites.lines] == [("BKO", "Bamako"), ("KYS", "")]
    assert wizard.answers.organisation == "Centre de Bamako"
    wizard.forward()
    assert "KYS" in again.said.text()
    assert wizard.step is again


@pytest.mark.parametrize(("key", "code"), [(Qt.Key.Key_Up, "fr"), (Qt.Key.Key_Down, "en")])
def test_the_keyboard_stays_with_the_language_that_was_chosen_by_it(
    qtbot: QtBot, wizard: FirstStart, key: Qt.Key, code: str
) -> None:
    wizard.speak({"fr": "en", "en": "fr"}[code])
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key)
    qtbot.waitUntil(lambda: language() == code)
    first = wizard.step
    assert isinstance(first, LanguageStep)
    assert first.choices[code].hasFocus()


def _stops(count: int) -> list[QWidget]:
    """Walk by Tab, and give where the keyboard stopped."""
    stops: list[QWidget] = []
    for _ in range(count):
        held = QApplication.focusWidget()
        assert held is not None
        stops.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    return stops


def test_tab_goes_down_the_sites_and_the_rooms_to_the_next_step(qtbot: QtBot, wizard: FirstStart) -> None:
    _to(qtbot, wizard, CentreStep)
    centre = wizard.step
    assert isinstance(centre, CentreStep)
    first = centre.sites.lines[0]
    back, forth = wizard.frame.back, wizard.frame.next
    expected = [centre.organisation.editor, *first.stops(), centre.sites.add, centre.path, centre.choose, back, forth]
    assert _stops(len(expected)) == expected
    _type(centre.organisation.editor, "Centre de Bamako")
    _to(qtbot, wizard, RoomsStep)
    rooms = wizard.step
    assert isinstance(rooms, RoomsStep)
    rooms.rooms.add.click()
    lines = rooms.rooms.lines
    assert len(lines) == 6
    expected = [*lines[-1].stops(), rooms.rooms.add, back, forth]
    assert _stops(len(expected)) == expected
    lines[0].stops()[0].setFocus()
    expected = [stop for line in lines for stop in line.stops()]
    assert _stops(len(expected)) == expected


def test_rooms_are_kept_for_each_site(qtbot: QtBot, wizard: FirstStart) -> None:
    _fill_centre(qtbot, wizard)
    centre = wizard.step
    assert isinstance(centre, CentreStep)
    QTest.mouseClick(centre.sites.add, Qt.MouseButton.LeftButton)
    for line, text in ((centre.sites.lines[1].code, "KYS"), (centre.sites.lines[1].name, "Kayes")):
        _type(line, text)
    _to(qtbot, wizard, RoomsStep)
    rooms = wizard.step
    assert isinstance(rooms, RoomsStep)
    assert (len(rooms.rooms.lines), rooms.total.text()) == (5, "5 rooms, 36 beds")
    QTest.keyClick(rooms.rooms.lines[4].remove, Qt.Key.Key_Space)
    rooms._choose("1")
    assert rooms.rooms.lines == []
    QTest.keyClick(rooms.rooms.add, Qt.Key.Key_Space)
    _type(rooms.rooms.lines[0].name, "Salle")
    rooms.rooms.lines[0].beds.selectAll()
    _type(rooms.rooms.lines[0].beds, "12")
    wizard.back()
    plans = wizard.answers.plans()
    assert [(plan.code, [(room.name, room.beds) for room in plan.rooms][-1:]) for plan in plans] == [
        ("BKO", [("Families", 6)]),
        ("KYS", [("Salle", 12)]),
    ]


def test_two_rooms_of_one_name_are_refused(qtbot: QtBot, wizard: FirstStart) -> None:
    _fill_centre(qtbot, wizard)
    _to(qtbot, wizard, RoomsStep)
    rooms = wizard.step
    assert isinstance(rooms, RoomsStep)
    rooms.rooms.lines[1].name.setText("men 1")
    wizard.forward()
    assert wizard.step is rooms
    assert "Two rooms are called" in rooms.said.text()


def test_a_folder_in_use_is_refused_where_it_stands(qtbot: QtBot, wizard: FirstStart, tmp_path: Path) -> None:
    (tmp_path / "Centre.vault").mkdir()
    (tmp_path / "Centre.vault" / "data.keys").write_bytes(b"another centre")
    _fill_centre(qtbot, wizard)
    step = wizard.step
    assert isinstance(step, CentreStep)
    wizard.forward()
    qtbot.waitUntil(lambda: "already something" in step.folder.said.text(), timeout=10_000)
    assert wizard.step is step
    step.path.selectAll()
    _type(step.path, str(tmp_path / "Other.vault"))
    _to(qtbot, wizard, RoomsStep)
    assert wizard.answers.folder == tmp_path / "Other.vault"


def test_a_password_is_weighed_in_words_and_typed_twice(qtbot: QtBot, wizard: FirstStart) -> None:
    _fill_centre(qtbot, wizard)
    _to(qtbot, wizard, RoomsStep)
    _to(qtbot, wizard, AccountStep)
    step = wizard.step
    assert isinstance(step, AccountStep)
    said = []
    for text in ("short", "aaaaaaaaaaaa", "motdepasse1", "another-one-2", PASSWORD):
        step.password.clear()
        _type(step.password, text)
        said.append((step.strength.kind, step.strength.words.split()[0]))
    assert said == [("bad", "Too"), ("warning", "Easy"), ("warning", "Easy"), ("ok", "Good."), ("ok", "Strong.")]
    _type(step.name, "Awa Diarra")
    _type(step.login, "awa diarra")
    _type(step.again, PASSWORD.upper())
    wizard.forward()
    assert wizard.step is step
    assert [bool(field.said.property("wrong")) for field in step.fields] == [False, True, False, True]
    assert step.login.text() == "awa diarra"


@pytest.mark.parametrize(("year", "doubtful"), [(2019, True), (2026, False), (2031, False)])
def test_a_clock_of_another_year_is_confirmed_first(
    qtbot: QtBot,
    tmp_path: Path,
    year: int,
    doubtful: bool,  # noqa: FBT001 - what is expected
) -> None:
    answers, went = Answers(tmp_path / "Centre.vault"), []
    step = LanguageStep(answers, BackgroundTasks(), QWidget(), lambda: datetime(year, 1, 3, 14, 5))  # noqa: DTZ001 - the wall's
    qtbot.addWidget(step)
    step.show()
    step.leave(lambda: went.append(1))
    assert (step.clock.isVisible(), step.may_leave(), went) == (doubtful, not doubtful, [] if doubtful else [1])
    if doubtful:
        assert "3 January" in step.clock.text().replace("\u00a0", " ")
        QTest.keyClick(step.confirmed, Qt.Key.Key_Space)
        step.leave(lambda: went.append(2))
        assert went == [2]


def test_leaving_half_way_leaves_nothing(qtbot: QtBot, wizard: FirstStart, tmp_path: Path) -> None:
    _read_back(wizard, _at_paper(qtbot, wizard))
    wizard.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_fits_at_the_largest_text(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, theme: str
) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, theme, LARGEST_TEXT)
    tasks = BackgroundTasks()
    wizard = FirstStart(tmp_path / "Centre.vault", tasks)
    qtbot.addWidget(wizard)
    wizard.show()
    for at in range(5):
        wizard._go(at)
        QApplication.processEvents()
        assert list(faults(wizard, language)) == []
        wizard.step.keep()
    tasks.finish()
