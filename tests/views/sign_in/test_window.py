"""The first window asks who is there, and loads nothing heavy to do so."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.errors import DeskError, NotAllowed
from desktop.views.sign_in.demonstration import accounts_hint
from desktop.views.sign_in.window import SignInWindow


@pytest.fixture
def window(qtbot: QtBot) -> SignInWindow:
    """Give the window as it first appears."""
    made = SignInWindow("Centre.vault")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_needs_qt_only() -> None:
    heavy = ["sqlalchemy", "sqlcipher3", "reportlab", "babel", "cryptography", "PySide6.QtSvg"]
    code = f"import sys, desktop.app; print(sorted(set({heavy}) & set(sys.modules)))"
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


class _Wait(DeskError):
    sentence = "Wait {seconds} seconds."


def test_after_several_wrong_passwords_the_wait_is_counted_down(qtbot: QtBot, window: SignInWindow) -> None:
    QTest.keyClicks(window.login, "awa")
    QTest.keyClicks(window.password, "wrong")
    window.button.click()
    window.refuse(_Wait(seconds=2))
    assert (window.refusal.text(), window.button.isEnabled()) == ("Wait 2 seconds.", False)
    qtbot.waitUntil(lambda: "Wait 1 more second" in window.refusal.text(), timeout=3000)
    qtbot.waitUntil(window.button.isEnabled, timeout=3000)
    assert window.refusal.isHidden()


def test_capitals_without_shift_speak_of_caps_lock(window: SignInWindow) -> None:
    QTest.keyClicks(window.password, "a1")
    assert window.caps.isHidden()
    QTest.keyClicks(window.password, "A", Qt.KeyboardModifier.ShiftModifier)
    assert window.caps.isHidden()
    QApplication.sendEvent(
        window.password, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "B")
    )
    assert window.caps.isVisible()
    QTest.keyClick(window.password, Qt.Key.Key_CapsLock)
    assert window.caps.isHidden()


def test_a_known_login_leaves_only_the_password_to_type(qtbot: QtBot) -> None:
    known = SignInWindow("Centre.vault", "awa")
    qtbot.addWidget(known)
    with qtbot.waitActive(known):
        known.show()
        known.activateWindow()
    assert known.login.text() == "awa"
    assert known.password.hasFocus()


def test_the_demonstration_shows_its_accounts(qtbot: QtBot) -> None:
    window = SignInWindow("Demonstration.vault", "", accounts_hint())
    qtbot.addWidget(window)
    assert any("djigui" in label.text() for label in window.findChildren(QLabel))


def test_ctrl_shift_l_empties_the_fields_for_a_colleague(qtbot: QtBot) -> None:
    known = SignInWindow("Centre.vault", "awa")
    qtbot.addWidget(known)
    with qtbot.waitActive(known):
        known.show()
        known.activateWindow()
    QTest.keyClicks(known.password, "half of it")
    QTest.keyClick(known, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (known.login.text(), known.password.text(), known.login.hasFocus()) == ("", "", True)
