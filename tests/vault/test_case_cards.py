"""The next card of a case: who is due, who receives the new key, and what a former key still opens."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desktop.vault.case_cards import next_card, read_index
from desktop.vault.cases import SealedText
from desktop.vault.due import DueReason, due_cases
from desktop.vault.framing import frame
from desktop.vault.notes import Place, open_note
from desktop.vault.refusals import ChainBroken, NotGranted, SealBroken
from desktop.vault.sealing import unlock
from tests.vault.organisation import CASE, DAY, ORG, ROOM, UIDS, WHO, Organisation, seeded, small_organisation

LATER = DAY + timedelta(days=3)
TEXT = SealedText(kind="note", person_at_writing="", content={"text": "x"})


@pytest.fixture
def made() -> Organisation:
    """Give an organisation with one compartment of three and one case."""
    return small_organisation()


def kids(made: Organisation) -> set[bytes]:
    """Name the recipients of the case."""
    return {line.kid for line in made.ring("founder").card(CASE).to}


def due(made: Organisation, name: str = "founder", days: int = 0) -> list[DueReason]:
    """Say why the case is due to somebody."""
    return due_cases(made.ring(name, DAY + timedelta(days=days))).get(CASE, [])


def test_a_case_in_order_is_not_due(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY + timedelta(days=2))
    assert due(made) == due(made, days=2) == []


def test_cover_that_is_over_is_due_to_the_owner_alone_until_settled(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY + timedelta(days=2))
    assert due(made, days=3) == [DueReason.COVER_OVER]
    assert due(made, "member", days=3) == due(made, "cover", days=3) == due(made, "admin", days=3) == []
    made.renew(today=LATER)
    assert (kids(made), due(made, days=3)) == ({WHO["founder"].kid}, [])


def test_cover_that_runs_moves_on_to_the_next_key(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY)
    made.cover("founder", "member", DAY, LATER)
    made.renew(today=DAY + timedelta(days=1))
    assert kids(made) == {WHO["founder"].kid, WHO["member"].kid}
    line = made.ring("founder").card(CASE).recipient(WHO["member"].kid)
    assert line
    assert (line.first, line.last) == (DAY, LATER)


def test_ended_cover_keeps_what_it_had_and_opens_nothing_later(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY)
    copied, _ = made.ring("cover").versioned(CASE)
    before = made.cases("founder").seal(CASE, UUID(int=6), DAY, TEXT)
    made.renew(today=LATER)
    after = made.cases("founder").seal(CASE, UUID(int=7), DAY, TEXT)
    author = WHO["founder"].card.e
    for row, opens in ((before, True), (after, False)):
        place = Place(ORG, ROOM, CASE, row["id"], row["kv"], row["author_kid"], DAY)
        if opens:
            assert open_note(place, copied, row["blob"], row["signature"], author)["content"] == {"text": "x"}
        else:
            with pytest.raises(SealBroken):
                open_note(place, copied, row["blob"], row["signature"], author)
    card = made.ring("founder").card(CASE)
    with pytest.raises(SealBroken):
        unlock(copied, card.back, frame("back", ORG, CASE, 1))
    with pytest.raises(NotGranted):
        made.ring("cover").versioned(CASE, 1)


def test_somebody_who_left_lost_their_keys_or_the_compartment_is_due(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, LATER)
    made.certify("cover", "suspended")
    assert due(made) == []
    made.certify("cover", "ended")
    assert due(made) == [DueReason.RECIPIENT_ENDED]
    made.renew()
    assert (kids(made), due(made)) == ({WHO["founder"].kid}, [])
    made.cover("founder", "member", DAY, LATER)
    made.renew_room(("founder",))
    assert due(made) == [DueReason.RECIPIENT_ENDED, DueReason.TEAM_CHANGED]
    made.renew()
    assert due(made) == []


def test_nobody_suspended_receives_the_next_key(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, LATER)
    made.certify("cover", "suspended")
    made.renew()
    assert kids(made) == {WHO["founder"].kid}


def test_a_new_paper_is_due(made: Organisation) -> None:
    paper = {"x": seeded(40).card.x, "e": seeded(40).card.e}
    made.change_room(paper_slot=paper)
    assert due(made) == [DueReason.PAPER_CHANGED]
    made.renew()
    assert (kids(made), due(made)) == ({WHO["founder"].kid, seeded(40).kid}, [])


def test_the_index_follows_the_compartment_and_old_ones_still_open(made: Organisation) -> None:
    made.renew_room(("founder", "member"))
    assert [one.code for one in made.cases("member").cases()] == ["P-1"]
    assert due(made) == [DueReason.TEAM_CHANGED]
    made.cover("founder", "member", DAY, LATER)
    made.renew()
    card = made.ring("founder").card(CASE)
    assert (card.ckv, due(made), read_index(made.ring("member"), card).code) == (2, [], "P-1")
    with pytest.raises(NotGranted):
        read_index(made.ring("cover"), card)
    with pytest.raises(SealBroken):
        read_index(made.ring("member"), replace(card, rev=card.rev + 1))


def test_the_team_reads_when_the_compartment_says_so(made: Organisation) -> None:
    with pytest.raises(NotGranted):
        made.ring("member").versioned(CASE)
    made.change_room(team=True)
    assert due(made) == [DueReason.TEAM_CHANGED]
    made.renew()
    assert made.ring("member").versioned(CASE) == made.ring("founder").versioned(CASE)
    assert made.ring("member").versioned(CASE, 1)[1] == 1
    with pytest.raises(NotGranted):
        made.ring("outsider").versioned(CASE)
    made.renew_room(("founder", "cover"))
    with pytest.raises(NotGranted):
        made.ring("member").versioned(CASE)
    assert made.ring("cover").versioned(CASE)[1] == 2
    made.change_room(team=False)
    made.renew()
    assert due(made) == []
    with pytest.raises(NotGranted):
        made.ring("cover").versioned(CASE)


def test_the_team_receives_no_key_unless_the_card_of_the_compartment_says_so(made: Organisation) -> None:
    made.change_room(team=True)
    data = next_card(made.ring("founder"), CASE)
    made.change_room(team=False)
    with pytest.raises(ChainBroken):
        made.add(made.signed(WHO["founder"], CASE, "card", data))


def test_a_supervisor_holds_and_signs(made: Organisation) -> None:
    made.renew(supervisor=WHO["member"].kid)
    assert made.ring("member").versioned(CASE) == made.ring("founder").versioned(CASE)
    made.cover("member", "cover", DAY, DAY)
    assert due(made, "member", days=1) == due(made, days=1) == [DueReason.COVER_OVER]
    made.renew("member", LATER)
    made.renew(supervisor=b"")
    with pytest.raises(NotGranted):
        made.ring("member").versioned(CASE)


def test_a_supervisor_may_be_named_at_opening(made: Organisation) -> None:
    case = UUID(int=60)
    made.open_case(case=case, supervisor="member")
    assert made.ring("member").versioned(case) == made.ring("founder").versioned(case)


@pytest.mark.parametrize("name", ["outsider", "admin", "second"])
def test_nobody_outside_the_compartment_becomes_supervisor_or_owner(made: Organisation, name: str) -> None:
    with pytest.raises(ChainBroken):
        made.renew(supervisor=WHO[name].kid)
    with pytest.raises(ChainBroken):
        made.renew(owner=WHO[name].kid)


def test_a_case_is_handed_over_by_its_supervisor_when_the_owner_s_key_is_lost(made: Organisation) -> None:
    made.renew(supervisor=WHO["member"].kid)
    made.certify("founder", "ended")
    assert due(made, "member") == [DueReason.RECIPIENT_ENDED]
    made.renew("member", owner=WHO["cover"].kid)
    assert kids(made) == {WHO["member"].kid, WHO["cover"].kid}
    assert due(made, "member") == due(made, "cover") == []


def test_an_owner_let_in_again_is_due_a_key(made: Organisation) -> None:
    made.renew(supervisor=WHO["member"].kid)
    made.certify("founder", "suspended")
    made.renew("member")
    assert due(made, "member") == []
    made.certify("founder")
    assert due(made, "member") == [DueReason.HOLDER_MISSING]
    made.renew("member")
    assert made.ring("founder").versioned(CASE)[1] == 4


def test_a_link_back_to_another_key_is_refused(made: Organisation) -> None:
    data = next_card(made.ring("founder"), CASE)
    other = next_card(made.ring("founder"), CASE)
    made.add(made.signed(WHO["founder"], CASE, "card", data | {"back": other["back"]}))
    assert made.ring("founder").versioned(CASE)[1] == 2
    with pytest.raises(SealBroken):
        made.ring("founder").versioned(CASE, 1)


@pytest.mark.parametrize(
    "changes", [{"kv": 3}, {"back": b""}, {"compartment": str(UUID(int=4))}, {"ckv": 0}, {"ckv": 2}]
)
def test_a_card_that_does_not_follow_is_refused(made: Organisation, changes: dict[str, object]) -> None:
    data = next_card(made.ring("founder"), CASE) | changes
    with pytest.raises(ChainBroken):
        made.add(made.signed(WHO["founder"], CASE, "card", data))


def test_the_same_version_keeps_its_key(made: Organisation) -> None:
    data = next_card(made.ring("founder"), CASE) | {"kv": 1, "back": b""}
    with pytest.raises(ChainBroken):
        made.add(made.signed(WHO["founder"], CASE, "card", data))


def test_a_holder_of_sealed_work_does_not_receive_the_root(made: Organisation) -> None:
    root = made.ring("admin").card(ORG)
    line = replace(root.to[0], kid=WHO["founder"].kid)
    with pytest.raises(ChainBroken):
        made.add(made.signed(WHO["root"], ORG, "grant", {"kv": 1, "to": [line.as_json()]}))
    assert UIDS["founder"] in made.ledger.certs


def test_a_fork_learns_alone(made: Organisation) -> None:
    fork = made.ledger.fork()
    fork.apply(made.signed(WHO["founder"], CASE, "card", next_card(made.ring("founder"), CASE)))
    for ledger, kv in ((fork, 2), (made.ledger, 1)):
        card = ledger.card(CASE)
        assert card
        assert card.kv == kv
