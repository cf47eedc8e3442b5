"""A file shows what its reader may see, and is read-only until somebody changes it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.models.base import now
from desktop.rights import Role
from desktop.services.person_changes import BirthUnclear
from desktop.views.people.birth_line import birth_words
from desktop.views.people.file_view import FileView
from desktop.views.people.people_view import PeopleView
from desktop.views.shared.shell import Shell
from desktop.vocabulary import AttendanceStatus
from tests.centres import TestCentre
from tests.services.house import MONDAY
from tests.views.opened import first_person, house_of, signed_in


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it, with one lodger marked once."""
    with signed_in(centre, "awa") as made:
        house = house_of(made)
        code = house.lodge("Moussa KEITA", arrived=now() - timedelta(days=3))
        made.attendance.mark_by_code(house.plan(), code, AttendanceStatus.LATE)
        yield made


@pytest.fixture
def view(qtbot: QtBot, opened: Centre) -> Iterator[FileView]:
    """Give the file of the lodger."""
    made = FileView(Shell(opened))
    qtbot.addWidget(made)
    made.show()
    made.show_person(first_person(opened).code)
    yield made
    made.keeping.put_away()


def _type(view: FileView, field: str, text: str) -> None:
    edit = getattr(view.form.fields, field)
    edit.clear()
    QTest.keyClicks(edit, text)


def test_the_file_tells_stay_consents_and_activities(view: FileView) -> None:
    assert "Bamako, since" in view.stays.words()
    assert "No bed yet" in view.stays.words()
    assert "Came to Bamako" in view.timeline.words()
    assert view.consents.words().count("Not asked") == 6
    assert "Late" in view.timeline.words()
    assert view.missing.text() == "Still missing: the nationality, the languages"


def test_nothing_can_be_typed_before_change(view: FileView) -> None:
    QTest.keyClicks(view.form.fields.given, "x")
    assert view.form.fields.given.text() == "Moussa"
    assert not view.form.save.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_field_one_writes_in_and_the_button_one_came_from_stay_in_sight(
    qtbot: QtBot, view: FileView, key: Qt.Key
) -> None:
    view.resize(820, 360)
    qtbot.waitExposed(view)
    view.form.change.setFocus()
    QTest.keyClick(view.form.change, Qt.Key.Key_Space)
    there: QWidget = view.form.fields.given
    if key == Qt.Key.Key_Escape:
        QTest.keyClick(there, key)
        there = view.form.change
    assert there.hasFocus()
    assert not there.visibleRegion().isEmpty()


def test_a_change_is_saved_and_undone_from_the_toast(qtbot: QtBot, view: FileView, opened: Centre) -> None:
    view.form.change.click()
    _type(view, "family", "HAIDARA")
    _type(view, "phone", "76 12 34 56")
    with qtbot.waitSignal(view.shell.toasted) as heard:
        view.form.save.click()
    file = opened.people.file(view.code)
    assert (file.summary.name, file.phone) == ("Moussa HAIDARA", "+223 76 12 34 56")
    assert view.form.fields.phone.text() == "+223 76 12 34 56"
    assert heard.args is not None
    heard.args[2]()
    assert opened.people.file(view.code).summary.name == "Moussa KEITA"
    assert view.form.fields.family.text() == "KEITA"


def test_a_birth_is_understood_as_it_is_typed(view: FileView, opened: Centre) -> None:
    view.form.change.click()
    _type(view, "birth", "2004")
    assert view.form.fields.meaning.text().startswith("Born between 01/01/2004 and 31/12/2004")
    QTest.keyClick(view.form.fields.birth, Qt.Key.Key_Return)
    birth = opened.people.file(view.code).birth
    assert birth.said == "2004"


@pytest.mark.parametrize(("field", "typed", "said"), [
    ("birth", "soon", "“soon” is neither a date nor an age."),
    ("phone", "12", "“12” cannot be a telephone number."),
])  # fmt: skip
def test_what_is_wrong_is_said_under_its_field_and_stays_typed(
    view: FileView, opened: Centre, field: str, typed: str, said: str
) -> None:
    view.form.change.click()
    _type(view, field, typed)
    view.form.save.click()
    edit = getattr(view.form.fields, field)
    assert said in edit.accessibleDescription()
    assert (edit.text(), view.form.writing) == (typed, True)
    assert opened.people.file(view.code).version_id == 1


def test_a_colleague_who_was_first_is_not_overwritten(view: FileView, opened: Centre) -> None:
    view.form.change.click()
    opened.person_changes.change(view.code, 1, view.form.fields.typed(birth=False))
    _type(view, "given", "Other")
    view.form.save.click()
    assert view.form.refusal.text().startswith("A colleague changed this record meanwhile.")
    assert view.form.fields.given.text() == "Other"


def test_escape_gives_up_a_change_before_it_leaves_the_file(qtbot: QtBot, view: FileView) -> None:
    view.form.change.click()
    _type(view, "given", "Other")
    QTest.keyClick(view.form.fields.given, Qt.Key.Key_Escape)
    assert (view.form.fields.given.text(), view.form.writing) == ("Moussa", False)
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.form.change, Qt.Key.Key_Escape)


def test_an_emptied_name_is_refused_under_the_name(view: FileView) -> None:
    view.form.change.click()
    _type(view, "given", "")
    _type(view, "family", "")
    view.form.save.click()
    assert "Write a given name" in view.form.fields.family.accessibleDescription()


def test_a_part_one_has_no_right_to_does_not_show(view: FileView, opened: Centre) -> None:
    assert view.stays.isVisible()
    opened.desk.member = replace(opened.desk.member, roles=frozenset({Role.MOBILE_TEAM}))
    view.show_person(view.code)
    assert not view.stays.isVisible()
    assert view.consents.isVisible()


@pytest.mark.parametrize(("dates", "words"), [
    ((None, None, None), "Not known yet. Write a date, a year or an age, as it is said."),
    ((MONDAY, MONDAY, 0), "Born on 16\u00a0November 2026: 0 years old"),
    ((None, MONDAY, None), "Born before 16/11/2026"),
])  # fmt: skip
def test_a_birth_is_told_as_far_as_it_is_known(dates: tuple[None, None, None], words: str) -> None:
    assert birth_words(*dates) == words


def test_a_narrow_window_puts_the_cards_below_one_another(qtbot: QtBot, view: FileView) -> None:
    view.resize(1000, 600)
    qtbot.waitUntil(lambda: view.stays.y() == 0)
    view.resize(500, 600)
    qtbot.waitUntil(lambda: view.stays.y() > view.consents.y() > 0)


def test_an_unfinished_file_asks_nothing_of_a_closed_centre(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "awa") as opened:
        house_of(opened).lodge("Moussa KEITA")
        view = PeopleView(Shell(opened))
        qtbot.addWidget(view)
        view.open(first_person(opened).code)
        view.file.form.change.click()
        _type(view.file, "birth", "soon")
        view.put_away()
    field = view.file.form.fields.field_of(BirthUnclear(value="soon"))
    assert field is not None
    assert field.is_right()


def test_escape_leaves_the_form_of_a_card_before_the_file_and_what_is_typed_above_stays(
    qtbot: QtBot, view: FileView
) -> None:
    view.form.change.click()
    _type(view, "given", "Other")
    QTest.keyClick(view.stays.change_bed, Qt.Key.Key_Space)
    QTest.keyClick(view.stays.bed.save, Qt.Key.Key_Space)
    assert "Bed A1-01" in view.stays.words()
    assert "Bed A1-01" in view.timeline.words()
    assert (view.form.fields.given.text(), view.form.writing) == ("Other", True)
    QTest.keyClick(view.form.fields.given, Qt.Key.Key_Escape)
    QTest.keyClick(view.stays.go, Qt.Key.Key_Space)
    QTest.keyClick(view.stays.exit.destination, Qt.Key.Key_Escape)
    assert view.stays.exit.isHidden()
    assert not view.stays.acts.isHidden()
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.stays.go, Qt.Key.Key_Escape)
