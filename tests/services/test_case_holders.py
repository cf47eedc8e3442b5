"""Supervisors, owners and the cases that are due, on a real vault."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.models.base import now
from desktop.rights import Permission
from desktop.services.case_holders import CaseHolderService, DueReason
from desktop.services.cases import CaseService, NoteContent
from desktop.services.compartments import CompartmentService
from desktop.storage import clock
from desktop.storage.chain_rows import store
from desktop.storage.clock import SteadyClock
from desktop.storage.opening import OpenVault
from desktop.storage.signing import Signing
from desktop.vault.case_cards import next_card
from desktop.vault.refusals import ChainBroken, NotGranted
from tests.centres import TestCentre, let_in
from tests.services.test_cases import NOTE, person_of


@pytest.fixture
def vault(centre: TestCentre) -> OpenVault:
    """Sit mariam down, who shares the social compartment with sira; the test lets her go."""
    opened = centre.open("mariam")
    let_in(opened.desk, centre.uids["sira"])
    return opened


def _later(vault: OpenVault, days: int) -> None:
    """Let the desk's clock run on."""
    vault.desk.keys.clock = SteadyClock(None, lambda: datetime.now(UTC) + timedelta(days)).today


def test_cover_that_is_over_is_due_and_settled_in_one_act(centre: TestCentre, vault: OpenVault) -> None:
    cases, holders = CaseService(vault.desk), CaseHolderService(vault.desk)
    case, today = cases.open_case(person_of(vault), "social"), vault.desk.keys.today
    cases.write_note(case.id, NOTE)
    cases.cover(case.id, centre.uids["sira"], today, today)
    assert holders.due() == []
    _later(vault, 1)
    (due,) = holders.due()
    assert (due.case.id, due.reasons) == (case.id, (DueReason.COVER_OVER,))
    assert (holders.settle(), holders.due(), holders.settle()) == (1, [], 0)
    cases.write_note(case.id, NoteContent(kind="free", title="", text="after"))
    assert [note.content.text for note in cases.notes(case.id)] == [NOTE.text, "after"]
    vault.close()
    with closing(centre.open("sira")) as sira:
        assert CaseHolderService(sira.desk).due() == []
        assert CaseService(sira.desk).cases() == []
        with pytest.raises(NotGranted):
            CaseService(sira.desk).notes(case.id)
    with closing(centre.open("mariam")) as mariam:
        assert len(CaseService(mariam.desk).notes(case.id)) == 2


def test_midnight_ends_cover_while_the_program_runs_and_a_clock_set_back_does_not_reopen_it(
    centre: TestCentre, vault: OpenVault
) -> None:
    cases, today = CaseService(vault.desk), vault.desk.keys.today
    case = cases.open_case(person_of(vault), "social").id
    cases.cover(case, centre.uids["sira"], today, today)
    vault.close()
    with closing(centre.open("sira")) as sira:
        ahead = [0]
        sira.desk.keys.clock = SteadyClock(None, lambda: datetime.now(UTC) + timedelta(ahead[0])).today
        assert sira.desk.keys.versioned(case)[1] == 1
        for ahead[0] in (1, -30):
            with pytest.raises(NotGranted):
                sira.desk.keys.versioned(case)


def test_cover_does_not_open_again_at_a_later_sign_in_with_the_clock_set_back(
    centre: TestCentre, vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, today = CaseService(vault.desk).open_case(person_of(vault), "social").id, vault.desk.keys.today
    CaseService(vault.desk).cover(case, centre.uids["sira"], today - timedelta(9), today - timedelta(1))
    vault.close()
    monkeypatch.setattr(clock, "now", lambda: datetime.now(UTC) - timedelta(5))
    assert SteadyClock().today() == today - timedelta(5)
    with closing(centre.open("sira")) as sira:
        assert sira.desk.keys.today == today
        assert CaseService(sira.desk).cases() == []


def test_a_supervisor_is_named_at_opening_or_later_and_takes_over(centre: TestCentre, vault: OpenVault) -> None:
    cases, holders, sira = CaseService(vault.desk), CaseHolderService(vault.desk), centre.uids["sira"]
    code = person_of(vault)
    first, second = cases.open_case(code, "social", sira).id, cases.open_case(code, "social").id
    holders.name_supervisor(second, sira)
    with pytest.raises(ChainBroken):
        holders.hand_over(first, centre.uids["fanta"])
    vault.close()
    with closing(centre.open("sira")) as vault_of_sira:
        mine = CaseHolderService(vault_of_sira.desk)
        assert {line.id for line in CaseService(vault_of_sira.desk).cases()} == {first, second}
        mine.hand_over(first, sira)
        mine.name_supervisor(first, None)
        assert [line.mine for line in CaseService(vault_of_sira.desk).cases() if line.id == first] == [True]
    with closing(centre.open("mariam")) as again:
        assert [line.id for line in CaseService(again.desk).cases()] == [second]


def test_a_member_without_the_case_names_nobody(centre: TestCentre, vault: OpenVault) -> None:
    case = CaseService(vault.desk).open_case(person_of(vault), "social").id
    vault.close()
    with closing(centre.open("sira")) as sira, pytest.raises(NotGranted):
        CaseHolderService(sira.desk).name_supervisor(case, centre.uids["sira"])


def test_the_team_reads_after_the_due_card_only(centre: TestCentre, vault: OpenVault) -> None:
    cases, holders = CaseService(vault.desk), CaseHolderService(vault.desk)
    case = cases.open_case(person_of(vault), "social").id
    cases.write_note(case, NOTE)
    CompartmentService(vault.desk).let_team_read("social", on=True)
    assert holders.due()[0].reasons == (DueReason.TEAM_CHANGED,)
    holders.settle()
    vault.close()
    with closing(centre.open("sira")) as sira:
        assert [note.content for note in CaseService(sira.desk).notes(case)] == [NOTE]


def test_memory_does_not_run_ahead_of_the_disk(vault: OpenVault) -> None:
    keys, case = vault.desk.keys, CaseService(vault.desk).open_case(person_of(vault), "social").id
    before, error = keys.ledger.last(case), "the disk is full"

    def fail_after_signing() -> None:
        with vault.desk.begin(Permission.WORK_ON_CASES) as work:
            work.sign(case, "card", next_card(keys, case))
            assert keys.ledger.last(case) is before
            raise OSError(error)

    with pytest.raises(OSError, match=error):
        fail_after_signing()
    assert keys.ledger.last(case) is before
    CaseHolderService(vault.desk).name_supervisor(case, None)
    assert keys.card(case).kv == 2
    vault.close()


def test_a_refused_link_leaves_neither_row_nor_rights(vault: OpenVault, centre: TestCentre) -> None:
    case = CaseService(vault.desk).open_case(person_of(vault), "social").id
    with pytest.raises(ChainBroken):
        CaseHolderService(vault.desk).hand_over(case, centre.uids["fanta"])
    vault.close()
    with closing(centre.open("mariam")) as again:
        assert again.desk.keys.card(case).kv == 1


def test_a_second_row_of_the_same_link_does_not_enter_the_database(vault: OpenVault) -> None:
    case = CaseService(vault.desk).open_case(person_of(vault), "social").id
    last = vault.desk.keys.ledger.last(case)
    assert last
    with pytest.raises(IntegrityError), vault.engines.writer.begin() as connection:
        store(connection, last)
    vault.close()


def test_two_changes_saved_out_of_turn_both_hold(vault: OpenVault) -> None:
    keys, cases = vault.desk.keys, CaseService(vault.desk)
    one, other = (cases.open_case(person_of(vault), "social").id for _ in range(2))
    first, second = Signing(keys), Signing(keys)
    with vault.engines.writer.begin() as connection:
        for signing, case in ((first, one), (second, other)):
            signing.sign(connection, now(), case, "card", next_card(keys, case), None)
    first.take_effect()
    second.take_effect()
    assert [keys.card(case).kv for case in (one, other)] == [2, 2]
    vault.close()
