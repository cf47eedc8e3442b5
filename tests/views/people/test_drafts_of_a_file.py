"""A file somebody began to correct comes back after a kill, to them alone, over what they had read."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.people.file_view import FileView
from desktop.views.people.people_view import PeopleView
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import first_person, house_of, signed_in


@contextmanager
def _file(qtbot: QtBot, opened: Centre) -> Iterator[FileView]:
    view = FileView(Shell(opened))
    qtbot.addWidget(view)
    view.show()
    view.show_person(first_person(opened).code)
    yield view
    view.keeping._timer.stop()
    view.form.writing = False


@pytest.fixture
def known(centre: TestCentre) -> TestCentre:
    """Give a centre with one lodger."""
    with signed_in(centre, "awa") as opened:
        house_of(opened).lodge("Moussa KEITA")
    return centre


def _begin(view: FileView) -> None:
    """Type a part of a correction and let the seconds of a draft pass."""
    view.form.change.click()
    QTest.keyClicks(view.form.fields.given, "Musa")
    view.form.fields.birth.clear()
    QTest.keyClicks(view.form.fields.birth, "vers 2004")
    view.keeping.keep()


def test_after_a_kill_the_words_are_back_for_their_author_alone(qtbot: QtBot, known: TestCentre) -> None:
    with signed_in(known, "seydou") as opened, _file(qtbot, opened) as view:
        _begin(view)
        assert view.form.kept.text().startswith("Draft kept at ")
    with signed_in(known, "mariam") as opened, _file(qtbot, opened) as view:
        assert (view.form.writing, view.form.fields.given.text()) == (False, "Moussa")
    with signed_in(known, "seydou") as opened, _file(qtbot, opened) as view:
        assert (view.form.writing, view.form.fields.given.text()) == (True, "Musa")
        assert view.form.fields.birth.text() == "vers 2004"
        assert view.form.fields.meaning.text().startswith("Born between")
        assert view.form.kept.text().startswith("You began to correct this file at ")
        assert opened.people.file(view.code).summary.given_names == "Moussa"
        view.form.save.click()
        assert opened.people.file(view.code).summary.given_names == "Musa"
        assert opened.file_drafts.kept(view.code) is None


def test_a_file_left_as_it_was_keeps_no_draft(qtbot: QtBot, known: TestCentre) -> None:
    with signed_in(known, "seydou") as opened, _file(qtbot, opened) as view:
        _begin(view)
        QTest.keyClick(view.form.leave, Qt.Key.Key_Space)
        assert opened.file_drafts.kept(view.code) is None
        assert view.form.fields.given.text() == "Moussa"


def test_nothing_typed_keeps_nothing(qtbot: QtBot, known: TestCentre) -> None:
    with signed_in(known, "seydou") as opened, _file(qtbot, opened) as view:
        view.form.change.click()
        view.keeping.keep()
        assert view.form.kept.text() == ""
        assert opened.file_drafts.kept(view.code) is None


def test_a_draft_over_a_file_changed_since_overwrites_no_colleague(qtbot: QtBot, known: TestCentre) -> None:
    with signed_in(known, "seydou") as opened, _file(qtbot, opened) as view:
        _begin(view)
        code = view.code
    with signed_in(known, "mariam") as opened, _file(qtbot, opened) as view:
        view.form.change.click()
        view.form.fields.family.setText("KEITA DIT SAMA")
        view.form.save.click()
    with signed_in(known, "seydou") as opened, _file(qtbot, opened) as view:
        view.form.save.click()
        assert view.form.refusal.text().startswith("A colleague changed this record meanwhile.")
        assert view.form.fields.given.text() == "Musa"
        assert opened.people.file(code).summary.family_name == "KEITA DIT SAMA"


def test_a_lock_keeps_what_was_typed_a_moment_before(qtbot: QtBot, known: TestCentre) -> None:
    with signed_in(known, "seydou") as opened:
        page = PeopleView(Shell(opened))
        qtbot.addWidget(page)
        page.open(first_person(opened).code)
        page.file.form.change.click()
        page.file.form.fields.given.setText("Musa")
        page.put_away()
        kept = opened.file_drafts.kept(first_person(opened).code)
        assert kept is not None
        assert kept.change.given_names == "Musa"
