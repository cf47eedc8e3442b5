"""The first window asks who is there, and loads nothing heavy to do so."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.errors import NotAllowed
from desktop.views.sign_in.window import SignInWindow


@pytest.fixture
def window(qtbot: QtBot) -> SignInWindow:
    """Give the window as it first appears."""
    made = SignInWindow("Centre.vault")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_needs_qt_only() -> None:
    heavy = ["sqlalchemy", "sqlcipher3", "reportlab", "babel", "cryptography"]
    code = f"import sys, desktop.views.sign_in.window; print(sorted(set({heavy}) & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_enter_after_the_password_asks_to_be_let_in(qtbot: QtBot, window: SignInWindow) -> None:
    QTest.keyClicks(window.login, " awa ")
    QTest.keyClicks(window.password, "long-enough-1")
    with qtbot.waitSignal(window.asked) as heard:
        QTest.keyClick(window.password, Qt.Key.Key_Return)
    assert heard.args == ["awa", "long-enough-1"]
    assert not window.button.isEnabled()


def test_an_empty_password_asks_nothing(qtbot: QtBot, window: SignInWindow) -> None:
    QTest.keyClicks(window.login, "awa")
    with qtbot.assertNotEmitted(window.asked):
        QTest.mouseClick(window.button, Qt.MouseButton.LeftButton)
    assert window.button.isEnabled()


def test_a_refusal_is_said_in_the_window_and_the_login_stays(window: SignInWindow) -> None:
    QTest.keyClicks(window.login, "awa")
    QTest.keyClicks(window.password, "wrong")
    QTest.mouseClick(window.button, Qt.MouseButton.LeftButton)
    window.refuse(NotAllowed())
    assert window.refusal.isVisible()
    assert window.refusal.text() == NotAllowed().explain()
    assert (window.login.text(), window.password.text()) == ("awa", "")
    assert window.button.isEnabled()


def test_the_password_is_not_shown(window: SignInWindow) -> None:
    assert window.password.echoMode() is window.password.EchoMode.Password
