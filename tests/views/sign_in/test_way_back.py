"""Somebody of the administration who lost their password comes back with the recovery paper, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.views.shared.background import BackgroundTasks
from desktop.views.sign_in.paper import ask_for_the_paper
from desktop.views.sign_in.way_back import WayBackDialog
from desktop.views.sign_in.window import SignInWindow
from tests.centres import TestCentre

NEW = "another-one-2"
ENTER, PATIENCE_MS = Qt.Key.Key_Return, 20_000


@pytest.fixture
def window(qtbot: QtBot, centre: TestCentre) -> SignInWindow:
    """Give the sign-in window of the centre."""
    made = SignInWindow("Centre.vault", "seydou")
    qtbot.addWidget(made)
    tasks = BackgroundTasks(made)
    made.paper_asked.connect(lambda: ask_for_the_paper(tasks, made, centre.folder))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, window: SignInWindow) -> WayBackDialog:
    """Give the dialog as the quiet button opens it."""
    QTest.mouseClick(window.paper, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(WayBackDialog) is not None, timeout=PATIENCE_MS)
    found = window.findChild(WayBackDialog)
    assert found is not None
    return found


def _type(dialog: WayBackDialog, groups: list[str], login: str, password: str) -> None:
    """Type as one reads from the paper: the groups go on by themselves, the rest by Enter."""
    for group in groups:
        QTest.keyClicks(_typing(dialog), group.lower())
    QTest.keyClick(_typing(dialog), ENTER)
    for text in (login, password, password):
        _typing(dialog).clear()
        QTest.keyClicks(_typing(dialog), text)
        QTest.keyClick(_typing(dialog), ENTER)


def _typing(dialog: WayBackDialog) -> QLineEdit:
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def test_the_paper_leads_back_to_the_sign_in_with_the_login_typed(
    qtbot: QtBot, window: SignInWindow, dialog: WayBackDialog, centre: TestCentre
) -> None:
    dialog.account.login.clear()
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE_MS):
        _type(dialog, list(centre.paper), "awa", NEW)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()  # the keys are half changed
    assert window.said.text().startswith("Awa, your new password is ready")
    assert (window.login.text(), window.password.text(), dialog.paper.code.typed().strip()) == ("awa", "", "")
    centre.open("awa", NEW).close()


def test_a_slip_is_named_as_soon_as_the_group_is_left(dialog: WayBackDialog, centre: TestCentre) -> None:
    first, second, *_ = centre.paper
    QTest.keyClicks(_typing(dialog), first)
    QTest.keyClicks(_typing(dialog), second[:4] + ("1" if second[4] != "1" else "2"))
    assert not dialog.paper.code.fields[0].said.isVisible()
    assert dialog.paper.code.fields[1].said.text() == "Group 2 of the recovery code is mistyped."
    assert _typing(dialog) is dialog.paper.code.lines[2]


def test_another_paper_is_refused_and_what_was_typed_stays(
    qtbot: QtBot, dialog: WayBackDialog, centre: TestCentre
) -> None:
    dialog.account.login.clear()
    _type(dialog, list(centre.social), "awa", NEW)
    qtbot.waitUntil(dialog.refusal.isVisible, timeout=PATIENCE_MS)
    assert dialog.paper.isVisible()
    assert dialog.paper.code.typed().upper() == " ".join(centre.social)
    assert dialog.account.fields.second.text() == NEW
    assert dialog.act.isEnabled()


def test_an_account_that_lets_nobody_in_is_refused_at_its_login(
    qtbot: QtBot, dialog: WayBackDialog, centre: TestCentre
) -> None:
    dialog.account.login.clear()
    _type(dialog, list(centre.paper), "mariam", NEW)
    qtbot.waitUntil(lambda: "mariam" in dialog.account.login_field.said.text(), timeout=PATIENCE_MS)
    assert _typing(dialog) is dialog.account.login


def test_an_easy_password_is_refused_where_it_was_typed(
    qtbot: QtBot, dialog: WayBackDialog, centre: TestCentre
) -> None:
    dialog.account.login.clear()
    _type(dialog, list(centre.paper), "awa", "passwordpassword")
    qtbot.waitUntil(lambda: dialog.account.fields.first_field.said.text().startswith("This password is easy"),
                    timeout=PATIENCE_MS)  # fmt: skip
    assert _typing(dialog) is dialog.account.fields.first


def test_the_invented_centre_has_no_paper(qtbot: QtBot) -> None:
    window = SignInWindow("Centre.vault", hint="Invented accounts")
    qtbot.addWidget(window)
    window.show()
    assert not window.paper.isVisible()
