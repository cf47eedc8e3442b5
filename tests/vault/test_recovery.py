"""Recovery papers: two groups typed back, and what a typed code opens."""

from dataclasses import replace
from uuid import UUID

import pytest

from desktop.vault.derive import Kdf
from desktop.vault.identity import Identity
from desktop.vault.papers import read_code
from desktop.vault.recovery import Paper, key_by_paper, make_paper, open_paper
from desktop.vault.refusals import DamagedHeader, NotGranted, NotTypedBack, SealBroken, WrongPaper, WrongPassword
from desktop.vault.writing import NewKey, card_data
from tests.vault.organisation import CASE, ORG, OTHER_ROOM, WHO, Organisation, seeded, small_organisation


@pytest.fixture(scope="module")
def paper() -> Paper:
    """Give a paper, slow to make."""
    return make_paper(ORG, WHO["root"].card.e, Kdf.fresh())


@pytest.fixture(scope="module")
def made(paper: Paper) -> Organisation:
    """Give an organisation whose second compartment has the paper and a case."""
    made, seed = small_organisation(), seeded(50)
    new = NewKey(what="compartment", obj=OTHER_ROOM, key=seed.seed, public=seed.card, paper=paper.data)
    to = [(WHO["founder"].card, None, None), (paper.identity.card, None, None)]
    made.add(made.signed(WHO["founder"], OTHER_ROOM, "card", card_data(ORG, new, to)))
    return made


def test_nothing_relies_on_a_paper_before_it_was_typed_back() -> None:
    fresh = Paper(bytes(range(20)), seeded(1), {}, asked=(3, 8))
    with pytest.raises(NotTypedBack):
        fresh.require_typed_back()
    for typed, group in ((("0000A", fresh.groups[7]), 3), ((fresh.groups[2], ""), 8)):
        with pytest.raises(WrongPaper) as caught:
            fresh.type_back(typed)
        assert caught.value.details == {"group": group}
        with pytest.raises(NotTypedBack):
            fresh.require_typed_back()
    fresh.type_back((" ".join(fresh.groups[2]).lower(), fresh.groups[7]))
    fresh.require_typed_back()


def test_the_groups_asked_for_are_two_and_change() -> None:
    asked = {Paper(bytes(20), seeded(1), {}).asked for _ in range(60)}
    assert all(1 <= first < second <= 8 for first, second in asked)
    assert len(asked) > 5


def test_a_typed_paper_opens_the_seed_of_its_compartment_and_its_cases(made: Organisation, paper: Paper) -> None:
    card = made.ring("founder").card(OTHER_ROOM)
    identity = open_paper(ORG, card, read_code(" ".join(paper.groups)))
    assert identity.kid == paper.identity.kid
    assert Identity(key_by_paper(ORG, card, identity)).kid == seeded(50).kid
    case = made.ring("founder").card(CASE)
    with pytest.raises(NotGranted):
        key_by_paper(ORG, case, identity)
    with pytest.raises(NotGranted):
        open_paper(ORG, case, paper.code)


def test_a_case_s_key_is_sealed_to_the_paper_of_its_compartment(made: Organisation, paper: Paper) -> None:
    case = UUID(int=70)
    made.open_case(case=case, room=OTHER_ROOM)
    assert key_by_paper(ORG, made.ring("founder").card(case), paper.identity) == made.ring("founder").versioned(case)[0]


def test_another_code_or_another_paper_s_words_do_not_open_it(made: Organisation, paper: Paper) -> None:
    card = made.ring("founder").card(OTHER_ROOM)
    with pytest.raises(WrongPassword):
        open_paper(ORG, card, bytes(20))
    for broken in ({"kdf": {"m": 1}}, {"id": "AAAA"}, {"kid": WHO["member"].kid}):
        with pytest.raises((SealBroken, DamagedHeader)):
            open_paper(ORG, replace(card, paper_slot={**card.paper_slot, **broken}), paper.code)
    with pytest.raises(SealBroken):
        open_paper(ORG, replace(card, paper=WHO["member"].card), paper.code)
