"""A clock set back loses nobody their vault."""

import time

import pytest

from desktop.models import keys
from desktop.rights import Role
from desktop.services.account_keys import request_account
from desktop.services.accounts import AccountsService
from desktop.vault.derive import Kdf
from tests.centres import PASSWORD, TestCentre


def test_an_account_added_with_the_clock_back_opens_later(centre: TestCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    centre.open("awa").close()
    real = time.time_ns
    monkeypatch.setattr(keys, "_clock", keys._Clock())
    monkeypatch.setattr(time, "time_ns", lambda: real() - 3 * 24 * 3600 * 10**9)
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    request = request_account(vault.desk.keys.org, accounts.root_key(), "issa", PASSWORD, Kdf.fresh())
    uid = accounts.add(request, "Issa", [Role.RECEPTION])
    accounts.suspend(uid)
    accounts.reinstate(uid)
    vault.close()
    centre.open("issa").close()
