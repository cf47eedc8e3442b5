"""Whoever is signed in changes their own password, by keys, from the menu and from Ctrl+K."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from desktop.views.window.own_password import OwnPasswordDialog
from desktop.views.window.palette import Palette
from tests.centres import PASSWORD, TestCentre
from tests.views.opened import signed_in

NEW = "another-one-2"
ENTER, PATIENCE_MS = Qt.Key.Key_Return, 20_000


@pytest.fixture
def opened(centre: TestCentre, sitting: ExitStack) -> Centre:
    """Give the centre as reception sees it."""
    return sitting.enter_context(signed_in(centre, "seydou"))


@pytest.fixture
def dialog(window: MainWindow) -> OwnPasswordDialog:
    """Give the dialog as the menu opens it."""
    window.header.display.own_password.trigger()
    (found,) = window.findChildren(OwnPasswordDialog)
    return found


def _fill(dialog: OwnPasswordDialog, old: str, first: str, second: str) -> None:
    """Type in the three fields, going on by Enter; the last Enter asks for the change."""
    for line, text in zip((dialog.old, dialog.fields.first, dialog.fields.second), (old, first, second), strict=True):
        assert _typing(dialog) is line
        line.clear()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, ENTER)


def _typing(dialog: OwnPasswordDialog) -> QLineEdit:
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def test_the_new_password_opens_the_centre_and_the_former_no_longer(
    qtbot: QtBot, window: MainWindow, dialog: OwnPasswordDialog, sitting: ExitStack, centre: TestCentre
) -> None:
    _fill(dialog, PASSWORD, NEW, NEW)
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE_MS):
        assert not dialog.act.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()  # the keys are half changed
    assert window.toast.words.text() == "Your password is changed. Sign in with the new one from now on."
    sitting.close()
    centre.open("seydou", NEW).close()


def test_a_wrong_present_password_is_refused_where_it_was_typed(qtbot: QtBot, dialog: OwnPasswordDialog) -> None:
    _fill(dialog, "not-this-one-1", NEW, NEW)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=PATIENCE_MS)
    assert dialog.old_field.said.text() == "This is not the password you signed in with. Type it again."
    assert _typing(dialog) is dialog.old
    assert dialog.fields.second.text() == NEW


def test_an_easy_password_is_refused_with_its_sentence(qtbot: QtBot, dialog: OwnPasswordDialog) -> None:
    _fill(dialog, PASSWORD, "seydouseydou", "seydouseydou")
    qtbot.waitUntil(dialog.act.isEnabled, timeout=PATIENCE_MS)
    assert dialog.fields.first_field.said.text().startswith("This password is easy to guess.")
    assert _typing(dialog) is dialog.fields.first


@pytest.mark.parametrize(("first", "second", "typing"), [("short", "short", "first"), (NEW, "another-one-3", "second")])
def test_a_slip_is_said_at_once_and_nothing_is_asked(
    dialog: OwnPasswordDialog, first: str, second: str, typing: str
) -> None:
    _fill(dialog, PASSWORD, first, second)
    assert dialog.act.isEnabled()
    assert _typing(dialog) is getattr(dialog.fields, typing)


def test_ctrl_k_finds_it_and_escape_forgets_what_was_typed(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.sought, "password")
    QTest.keyClick(palette, ENTER)
    (dialog,) = window.findChildren(OwnPasswordDialog)
    QTest.keyClicks(dialog.old, PASSWORD)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.old.text() == ""
