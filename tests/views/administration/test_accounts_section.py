"""Accounts are created, changed, suspended and let back in by keys, on a real vault."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.rights import Permission, Role
from desktop.services.account_asking import Terms
from desktop.services.account_keys import change_slot
from desktop.services.accounts import AccountsService
from desktop.storage.folder import VaultFolder
from desktop.storage.header_file import load_header
from desktop.vault.derive import login_tag, password_bytes
from desktop.vault.slots import open_slot
from desktop.views.administration.accounts_section import AccountsSection
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.password_window import PasswordWindow
from desktop.views.shared.password_fields import strength_words
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.administration.conftest import CLOSING, NEW_PASSWORD, TYPING

PATIENCE_MS = 20_000  # another process starts, and makes a key that is slow by design


@pytest.fixture
def section(view: AdministrationView) -> AccountsSection:
    """Give the accounts."""
    view.open("accounts")
    found = view.section()
    assert isinstance(found, AccountsSection)
    found.asking.command = TYPING
    return found


def _press(button: QAbstractButton) -> None:
    assert button.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def _choose(section: AccountsSection, login: str) -> None:
    logins = [section.table.line(row).login for row in range(section.table.rowCount())]
    section.lines.setFocus()
    while section.lines.currentIndex().row() != logins.index(login):
        down = section.lines.currentIndex().row() < logins.index(login)
        QTest.keyClick(section.lines, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def _state(section: AccountsSection, login: str) -> str:
    return {line.login: line.state for line in section._accounts.accounts()}[login]


def _fill(section: AccountsSection, login: str, name: str, role: Role | None) -> None:
    _press(section.new)
    fields = section.form.fields
    QTest.keyClicks(fields.login, login)
    QTest.keyClicks(fields.name, name)
    if role is not None:
        _press(fields.roles.boxes[role])


def _opens(centre: TestCentre, login: str, password: str) -> bool:
    """Say whether this password opens the slot of a login, and the slot holds the data key."""
    header = load_header(VaultFolder(centre.folder))
    slot = header.slot_of(login_tag(header.org, login))
    assert slot is not None
    identity, _ = open_slot(slot, header.org, password_bytes(password))
    return identity.kid == slot.kid and bool(slot.dek)


def test_everybody_is_listed_with_roles_and_state(section: AccountsSection) -> None:
    lines = [[section.table.index(row, column).data() for column in range(4)] for row in range(5)]
    assert ["Fanta", "fanta", "Activities", "Open"] in lines
    assert ["Mariam", "mariam", "Social work", "Open"] in lines


def test_a_new_account_is_created_and_signs_in(qtbot: QtBot, section: AccountsSection, centre: TestCentre) -> None:
    _fill(section, "kadia", "Kadia Konate", Role.RECEPTION)
    _press(section.form.act)
    qtbot.waitUntil(section.form.comparison.same.isVisible, timeout=PATIENCE_MS)
    shown = section.form.comparison.seen.text()
    _press(section.form.comparison.same)
    assert {line.login: line.fingerprint for line in section._accounts.accounts()}["kadia"] == shown
    assert section.new.isVisible()
    assert _roles(section, "kadia") == {Role.RECEPTION}
    assert _opens(centre, "kadia", NEW_PASSWORD)


def test_a_fingerprint_that_differs_creates_nothing(qtbot: QtBot, section: AccountsSection) -> None:
    _fill(section, "kadia", "Kadia Konate", Role.RECEPTION)
    _press(section.form.act)
    qtbot.waitUntil(section.form.comparison.other.isVisible, timeout=PATIENCE_MS)
    _press(section.form.comparison.other)
    assert "kadia" not in {line.login for line in section._accounts.accounts()}
    assert section.form.fields.login.text() == "kadia"


def test_a_window_that_is_closed_changes_nothing(qtbot: QtBot, section: AccountsSection) -> None:
    section.asking.command = CLOSING
    _fill(section, "kadia", "Kadia Konate", Role.RECEPTION)
    _press(section.form.act)
    words = section.form.comparison.words
    qtbot.waitUntil(lambda: words.text() == "No password was chosen. Nothing changed.", timeout=PATIENCE_MS)
    assert not section.form.comparison.same.isVisible()


def test_a_taken_login_is_said_where_it_was_typed(qtbot: QtBot, section: AccountsSection) -> None:
    _fill(section, "fanta", "Another Fanta", Role.RECEPTION)
    _press(section.form.act)
    qtbot.waitUntil(section.form.comparison.same.isVisible, timeout=PATIENCE_MS)
    _press(section.form.comparison.same)
    fields = section.form.fields
    assert fields.login_field.said.text() == "The login fanta is taken."
    assert fields.name.text() == "Another Fanta"


def test_what_is_missing_is_said_where_it_is_missing(section: AccountsSection) -> None:
    _fill(section, "", "Kadia", None)
    _press(section.form.act)
    fields = section.form.fields
    assert fields.login_field.said.text() == "Type something here."
    assert fields.roles.said.text() == "Choose at least one role."
    assert not section.form.comparison.isVisible()


def test_suspending_is_undone_by_its_way_back(qtbot: QtBot, section: AccountsSection, shell: Shell) -> None:
    _choose(section, "fanta")
    with qtbot.waitSignal(shell.toasted) as heard:
        _press(section.acts.suspend)
    assert _state(section, "fanta") == "suspended"
    assert not section.acts.suspend.isVisible()
    assert heard.args is not None
    heard.args[2]()
    assert _state(section, "fanta") == "active"
    _press(section.acts.suspend)
    _press(section.acts.back)
    assert _state(section, "fanta") == "active"


def test_an_account_that_waits_after_a_restore_is_confirmed(
    section: AccountsSection, shell: Shell, centre: TestCentre
) -> None:
    headers = shell.centre._vault.headers
    kid = {cert.uid: cert.card.kid for cert in shell.centre.desk.keys.ledger.certs.values()}[centre.uids["fanta"]]
    with shell.centre.desk.begin(Permission.MANAGE_ACCOUNTS) as work:
        change_slot(headers, work, kid, lambda slot: replace(slot, dek=b""))
        work.trace("restore vault", "vault")
    section.refresh()
    _choose(section, "fanta")
    assert _state(section, "fanta") == "waiting"
    _press(section.acts.confirm)
    assert _state(section, "fanta") == "active"
    assert not section.acts.confirm.isVisible()


def test_nobody_suspends_themselves(section: AccountsSection) -> None:
    _choose(section, "awa")
    assert not section.acts.suspend.isEnabled()
    assert section.acts.suspend.toolTip() == "Nobody suspends their own account."
    assert section.acts.why.text() == "This is your own account: another administrator can suspend it."


def test_a_lost_password_is_replaced_after_comparing(
    qtbot: QtBot, section: AccountsSection, centre: TestCentre
) -> None:
    _choose(section, "seydou")
    _press(section.acts.lost)
    qtbot.waitUntil(section.acts.comparison.same.isVisible, timeout=PATIENCE_MS)
    _press(section.acts.comparison.same)
    assert _opens(centre, "seydou", NEW_PASSWORD)


def test_turning_to_another_account_gives_the_password_up(qtbot: QtBot, section: AccountsSection) -> None:
    _choose(section, "seydou")
    _press(section.acts.lost)
    qtbot.waitUntil(section.acts.comparison.same.isVisible, timeout=PATIENCE_MS)
    _choose(section, "sira")
    assert not section.acts.comparison.isVisible()


def test_other_roles_are_given_and_undone(qtbot: QtBot, section: AccountsSection, shell: Shell) -> None:
    _choose(section, "fanta")
    _press(section.acts.roles)
    fields = section.form.fields
    assert fields.roles.ticked() == [Role.ACTIVITIES]
    _press(fields.roles.boxes[Role.MONITORING])
    with qtbot.waitSignal(shell.toasted) as heard:
        _press(section.form.act)
    assert _roles(section, "fanta") == {Role.ACTIVITIES, Role.MONITORING}
    assert heard.args is not None
    heard.args[2]()
    assert _roles(section, "fanta") == {Role.ACTIVITIES}


def _roles(section: AccountsSection, login: str) -> frozenset[Role]:
    return {line.login: line.roles for line in section._accounts.accounts()}[login]


def test_a_first_holder_is_appointed_from_the_compartments_not_yet_born(section: AccountsSection) -> None:
    _choose(section, "sira")
    _press(section.acts.roles)
    founds = section.form.fields.founds
    words = [box.text() for box in founds.boxes.values()]
    assert len(words) == 3  # mariam founded the social one
    key, box = next(iter(founds.boxes.items()))
    _press(box)
    _press(section.form.act)
    assert {line.login: line.founds for line in section._accounts.accounts()}["sira"] == {key}


def test_who_manages_accounts_is_offered_no_compartment(section: AccountsSection) -> None:
    _choose(section, "sira")
    _press(section.acts.roles)
    fields = section.form.fields
    assert fields.founds.isVisible()
    _press(fields.roles.boxes[Role.ADMINISTRATION])
    assert not fields.founds.isVisible()
    assert fields.given().founds == []


def test_the_person_types_a_password_twice_and_reads_the_same_symbols(qtbot: QtBot, shell: Shell) -> None:
    terms: Terms = shell.centre.accounts.terms()
    window = PasswordWindow("kadia", terms)
    qtbot.addWidget(window)
    window.show()
    QTest.keyClicks(window.fields.first, NEW_PASSWORD)
    QTest.keyClick(window.fields.first, Qt.Key.Key_Return)
    QTest.keyClicks(window.fields.second, "another-one-3")
    QTest.keyClick(window.fields.second, Qt.Key.Key_Return)
    assert window.fields.second_field.said.text() == "The two passwords differ. Type the second again."
    QTest.keyClicks(window.fields.second, NEW_PASSWORD)
    with qtbot.waitSignal(window.made, timeout=PATIENCE_MS) as made:
        QTest.keyClick(window.fields.second, Qt.Key.Key_Return)
    assert made.args is not None
    request = made.args[0]
    assert window.seen.text() == request.fingerprint
    assert window.fields.first.text() == ""
    accounts: AccountsService = shell.centre.accounts
    accounts.add(request, "Kadia", [Role.RECEPTION])


def test_a_short_password_is_refused_where_it_is_typed(qtbot: QtBot, shell: Shell) -> None:
    window = PasswordWindow("kadia", shell.centre.accounts.terms())
    qtbot.addWidget(window)
    window.show()
    QTest.keyClicks(window.fields.first, "short")
    QTest.keyClick(window.fields.second, Qt.Key.Key_Return)
    assert window.fields.first_field.said.text() == "Choose a password of at least 10 characters."


@pytest.mark.parametrize(
    ("typed", "words"),
    [("abc", "Too short"), ("aaaaaaaaaaaaaaaa", "Easy to guess"),
     ("another-one-2", "Good enough; a word more makes it better"), ("three words together", "Hard to guess")],
)  # fmt: skip
def test_strength_is_said_in_words(typed: str, words: str) -> None:
    assert strength_words(typed) == words


def test_the_table_keeps_the_promises_of_qt(section: AccountsSection, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(section.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
