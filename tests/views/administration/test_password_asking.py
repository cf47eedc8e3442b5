"""The window in which somebody chooses their password never outlives the page that asked for it."""

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from desktop.services.account_keys import AccountRequest
from desktop.services.accounts import AccountsService
from desktop.views.administration.password_asking import PasswordAsking
from tests.centres import TestCentre
from tests.views.administration.conftest import STAYING

PATIENCE_MS = 20_000


@pytest.fixture(params=[("kadia", "Kadia"), ("-kadia", "--Kadia --text=0")])
def who(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Give a login and a name; neither is ever read as an option of the window's process."""
    login, name = request.param
    return login, name


@pytest.fixture
def asked(qtbot: QtBot, centre: TestCentre, who: tuple[str, str]) -> tuple[QObject, list[QProcess]]:
    """Give a page that has its answer, and the window of the person, still open."""
    vault = centre.open("awa")
    page, answers = QObject(), list[AccountRequest]()
    asking = PasswordAsking(AccountsService(vault.desk, vault.headers).terms, page)
    asking.command = STAYING
    asking.ask(*who, answers.append, lambda _refusal: None)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    vault.close()
    return page, asking.findChildren(QProcess)


def test_a_page_that_goes_takes_the_persons_window_with_it(qtbot: QtBot, asked: tuple[QObject, list[QProcess]]) -> None:
    page, (process,) = asked
    ended: list[int] = []
    assert process.state() == QProcess.ProcessState.Running
    process.stateChanged.connect(lambda _state: ended.append(1))
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    assert ended == [1]
