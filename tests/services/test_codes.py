"""Numbers are never given twice and leave no gap (invariant 23)."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.models.accounts import CodeRange, Device
from desktop.models.codes import verify
from desktop.rights import Permission
from desktop.services.codes import NumbersUsedUp, give_range, mint, mint_many
from desktop.storage.unit_of_work import Desk, UnitOfWork, Untraced


def _device(work: UnitOfWork, letter: str) -> UUID:
    return work.insert(Device, letter=letter, name="")


def _range(desk: Desk, kind: str = "person", site: str = "BKO", letter: str = "A") -> None:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        give_range(work, _device(work, letter), kind, site)
        work.trace("give range")


def _mint(desk: Desk, year: int = 2026) -> str:
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.trace("mint")
        return mint(work, "person", "BKO", year)


def test_numbers_follow_one_another_and_start_again_each_year(desk: Desk) -> None:
    _range(desk)
    codes = [_mint(desk) for _ in range(3)] + [_mint(desk, 2027)]
    assert [code[:12] for code in codes] == ["BKO-26-00001", "BKO-26-00002", "BKO-26-00003", "BKO-27-00001"]
    assert all(verify(code) for code in codes)


def test_a_change_that_fails_gives_its_number_back(desk: Desk) -> None:
    _range(desk)
    _mint(desk)
    with pytest.raises(Untraced), desk.begin(Permission.EDIT_PEOPLE) as work:
        mint_many(work, "person", "BKO", 2026, 50)
    assert _mint(desk).startswith("BKO-26-00002")


def test_many_numbers_at_once_leave_no_gap(desk: Desk) -> None:
    _range(desk)
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        codes = mint_many(work, "person", "BKO", 2026, 500) + mint_many(work, "person", "BKO", 2026, 500)
        assert mint_many(work, "person", "BKO", 2026, 0) == []
        work.trace("mint")
    assert [int(code[7:12]) for code in codes] == list(range(1, 1001))


def test_two_devices_never_share_a_number(desk: Desk) -> None:
    _range(desk)
    _range(desk, letter="B")
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        mine = set(mint_many(work, "person", "BKO", 2026, 200))
        theirs = set(mint_many(work, "person", "BKO", 2026, 200, "B"))
        work.trace("mint")
    assert not mine & theirs


def test_sessions_of_two_sites_and_years_never_share_a_code(desk: Desk) -> None:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        device = _device(work, "A")
        for site in ("BKO", "KTA"):
            give_range(work, device, "session", site)
        codes = [mint(work, "session", site, year) for site in ("BKO", "KTA") for year in (2026, 2027)]
        work.trace("mint")
    assert len(set(codes)) == 4
    assert all(code.startswith("S-A") and verify(code) for code in codes)


def test_a_range_asked_for_twice_stays_one(desk: Desk) -> None:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        device = _device(work, "A")
        assert give_range(work, device, "referral", "BKO") == give_range(work, device, "referral", "BKO")
        assert mint(work, "referral", "BKO", 2026) == "REF-BKO-2026-0001"
        work.trace("give range")


def test_without_numbers_left_nothing_is_given(desk: Desk) -> None:
    with pytest.raises(NumbersUsedUp):
        _mint(desk)
    _range(desk)
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        work.run(sa.update(CodeRange).values(last=CodeRange.first))
        work.trace("shorten")
    _mint(desk)
    with pytest.raises(NumbersUsedUp):
        _mint(desk)
