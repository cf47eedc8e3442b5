"""On the file of a person, another file of theirs is found, made one with it, and parted again."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.people.file_view import FileView
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.services.house import MONDAY, moment
from tests.views.opened import house_of, signed_in

Toasts = list[tuple[str, Callable[[], object] | None]]


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as reception sees it, with two files of one person and one of another."""
    with signed_in(centre, "seydou") as made:
        for name in ("Moussa KEITA", "Mousa KEYITA", "Awa DIARRA"):
            house_of(made).lodge(name)
        for person in made.people.search("keyita"):
            house_of(made).leave(person.code, moment(MONDAY, 12))
        yield made


@pytest.fixture
def codes(opened: Centre) -> dict[str, str]:
    """Give the codes by name."""
    return {one.name: one.code for one in opened.people.search("")}


@pytest.fixture
def toasts() -> Toasts:
    """Give a place for what is said, with its way back."""
    return []


@pytest.fixture
def view(qtbot: QtBot, opened: Centre, codes: dict[str, str], toasts: Toasts) -> FileView:
    """Open the older file."""
    shell = Shell(opened)
    shell.toasted.connect(lambda words, _, undo: toasts.append((words, undo)))
    made = FileView(shell)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_person(codes["Moussa KEITA"])
    return made


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focus(), key)
    QApplication.processEvents()


def _look_for(view: FileView, text: str) -> None:
    view.merged.begin.setFocus()
    _press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is view.merged.form.sought
    QTest.keyClicks(_focus(), text)
    _press(Qt.Key.Key_Return)


def _merge(view: FileView, text: str) -> None:
    _look_for(view, text)
    view.merged.form.agree.setFocus()
    _press(Qt.Key.Key_Space)


def test_the_other_file_is_found_and_made_one_with_this_by_keys(
    view: FileView, opened: Centre, codes: dict[str, str], toasts: Toasts
) -> None:
    _merge(view, "keyita")
    assert [one.code for one in opened.merging.merged(view.code)] == [codes["Mousa KEYITA"]]
    assert list(view.merged.parting) == [codes["Mousa KEYITA"]]
    assert not view.merged.form.isVisible()
    ((words, undo),) = toasts
    assert words == "The two files are one from now on."
    assert undo is not None
    undo()
    assert opened.merging.merged(view.code) == []
    assert view.merged.parting == {}


def test_the_file_that_stays_is_shown_from_then_on(view: FileView, codes: dict[str, str]) -> None:
    _look_for(view, "keyita")
    _press(Qt.Key.Key_Down)  # there is no room for two files beside
    assert view.merged.form.files.kept == codes["Mousa KEYITA"]
    view.merged.form.agree.setFocus()
    _press(Qt.Key.Key_Space)
    assert view.code == codes["Mousa KEYITA"]
    assert list(view.merged.parting) == [codes["Moussa KEITA"]]


def test_merged_files_are_parted_again_and_that_is_undone_too(
    view: FileView, opened: Centre, codes: dict[str, str], toasts: Toasts
) -> None:
    opened.merging.merge(view.code, codes["Mousa KEYITA"])
    view.show_person(view.code)
    view.merged.parting[codes["Mousa KEYITA"]].setFocus()
    _press(Qt.Key.Key_Space)
    assert opened.merging.merged(view.code) == []
    words, undo = toasts[-1]
    assert words == "The two files are apart again."
    assert undo is not None
    undo()
    assert list(view.merged.parting) == [codes["Mousa KEYITA"]]


@pytest.mark.parametrize("typed", ["nobody at all", "BKO-26-99999-X"])
def test_whoever_is_not_there_is_said_under_the_field_and_what_was_typed_stays(view: FileView, typed: str) -> None:
    _look_for(view, typed)
    form = view.merged.form
    assert form.field.said.text() == f"Nothing was found for “{typed}”."
    assert form.sought.text() == typed
    assert not form.agree.isVisible()


def test_the_very_same_file_is_refused_under_the_field(view: FileView) -> None:
    _look_for(view, view.code)
    assert view.merged.form.field.said.text() == f"“{view.code}” and “{view.code}” are one and the same file already."


def test_several_found_are_gone_through_by_arrows(view: FileView, codes: dict[str, str]) -> None:
    _look_for(view, "a")
    assert view.merged.form.table.rowCount() == 1  # Awa alone, for a name begins so
    _press(Qt.Key.Key_Escape)
    assert not view.merged.form.isVisible()
    assert QApplication.focusWidget() is view.merged.begin
    _look_for(view, "BKO-26")
    form = view.merged.form
    assert {form.table.line(row).code for row in range(2)} == set(codes.values()) - {view.code}
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    assert form.files.isVisible()
    assert form.files.kept == view.code


def test_a_colleague_who_merged_them_meanwhile_is_told_in_place(
    view: FileView, opened: Centre, codes: dict[str, str], toasts: Toasts
) -> None:
    _look_for(view, "keyita")
    opened.merging.merge(view.code, codes["Mousa KEYITA"])
    view.merged.form.agree.setFocus()
    _press(Qt.Key.Key_Space)
    assert "one and the same file already" in view.merged.form.field.said.text()
    assert toasts == []


def test_two_who_both_lodge_are_refused_under_the_field(view: FileView, opened: Centre, codes: dict[str, str]) -> None:
    other = opened.people.file(codes["Mousa KEYITA"]).summary
    opened.stays.open(other.id, opened.setup.sites()[0].id, moment(MONDAY, 13))
    _look_for(view, "keyita")
    form = view.merged.form
    assert "Both have an open stay" in form.files.beware.text()
    form.agree.setFocus()
    _press(Qt.Key.Key_Space)
    assert f"Write down the exit of {view.code} first" in form.field.said.text()
    assert form.files.isVisible()
    assert opened.merging.merged(view.code) == []
