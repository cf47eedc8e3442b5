"""Worries: one size, one compartment, one proved author inside (`keys.md` 2)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.vault.drops import DAILY, DROP_BYTES, DropPlace, drop, open_drop, read_drop, seal_drop
from desktop.vault.inside import write_inside
from desktop.vault.padding import pad_to
from desktop.vault.refusals import NotGranted, SealBroken, TooLong, TooManyDrops
from desktop.vault.sealing import seal_to
from desktop.vault.signed import base64_of
from desktop.vault.writing import NewKey, card_data
from tests.vault.organisation import DAY, ORG, OTHER_ROOM, ROOM, WHO, Organisation, small_organisation

ID = UUID(int=9)
PLACE = DropPlace(ORG, ROOM, ID, 1, DAY)
AUTHOR = WHO["outsider"]


@pytest.fixture(scope="module")
def made() -> Organisation:
    """Give an organisation with one compartment."""
    return small_organisation()


def sealed(inside: bytes) -> bytes:
    """Seal some bytes to the compartment as a worry is sealed."""
    room = WHO["room"]
    return seal_to(room.card.x, pad_to(inside, DROP_BYTES), PLACE.bound(room.kid))


def test_a_worry_opens_for_its_compartment_only(made: Organisation) -> None:
    place, worry = drop(made.ring("outsider"), ROOM, ID, "é" * 10)
    assert (place, len(worry)) == (PLACE, 4144)
    read = read_drop(made.ring("member"), place, worry)
    assert (read.text, read.author) == ("é" * 10, AUTHOR.kid)
    with pytest.raises(NotGranted):
        read_drop(made.ring("outsider"), place, worry)
    with pytest.raises(NotGranted):
        drop(made.ring("outsider"), OTHER_ROOM, ID, "")


@pytest.mark.parametrize(
    "moved", [{"compartment": OTHER_ROOM}, {"id": UUID(int=10)}, {"kv": 2}, {"day": DAY + timedelta(1)}, {"org": ROOM}]
)
def test_a_worry_under_other_columns_stays_shut(made: Organisation, moved: dict[str, Any]) -> None:
    worry = seal_drop(PLACE, WHO["room"].card, AUTHOR, "x")
    with pytest.raises(SealBroken):
        open_drop(replace(PLACE, **moved), WHO["room"], worry, made.ring("member"))


def test_a_compartment_whose_public_keys_are_not_its_seed_s_opens_for_nobody() -> None:
    made = small_organisation()
    new = NewKey(what="compartment", obj=OTHER_ROOM, key=WHO["second"].seed, public=WHO["outsider"].card)
    data = card_data(ORG, new, [(WHO[name].card, None, None) for name in ("founder", "member")])
    made.add(made.signed(WHO["founder"], OTHER_ROOM, "card", data))
    for name in ("founder", "member"):
        assert OTHER_ROOM in made.ring(name).compartments()
        with pytest.raises(SealBroken):
            made.ring(name).compartment(OTHER_ROOM)
    assert made.ring("member").compartment(ROOM).card == WHO["room"].card


def test_a_version_that_never_was_does_not_open(made: Organisation) -> None:
    worry = seal_drop(PLACE, WHO["room"].card, AUTHOR, "x")
    for kv in (0, 2, 99):
        with pytest.raises(SealBroken):
            read_drop(made.ring("member"), replace(PLACE, kv=kv), worry)


def test_nobody_drops_in_another_s_name(made: Organisation) -> None:
    signature = base64_of(AUTHOR.sign(PLACE.signed(WHO["member"].kid, "x")))
    inside = {"id": str(ID), "author": base64_of(WHO["member"].kid), "text": "x", "signature": signature}
    with pytest.raises(SealBroken):
        open_drop(PLACE, WHO["room"], sealed(write_inside(inside)), made.ring("member"))


def test_nobody_without_a_certificate_drops_in(made: Organisation) -> None:
    worry = seal_drop(PLACE, WHO["room"].card, WHO["second"], "x")
    with pytest.raises(SealBroken):
        open_drop(PLACE, WHO["room"], worry, made.ring("member"))


def test_a_worry_that_does_not_fit_is_refused() -> None:
    assert len(seal_drop(PLACE, WHO["room"].card, AUTHOR, "x" * 3800)) == 4144
    with pytest.raises(TooLong):
        seal_drop(PLACE, WHO["room"].card, AUTHOR, "x" * 4000)


@pytest.mark.parametrize(
    "inside",
    [b"", b"no json", b"\xff\xfe\xfd", b"[1]", b"5", b"[" * 4000, b"{}", b'{"id":1,"author":2,"text":3,"signature":4}',
     b'{"author":"AA==","id":"00000000-0000-0000-0000-000000000009","signature":"AA==","text":"x"}',
     b'{"author":"AA==","id":"00000000-0000-0000-0000-000000000009","signature":"AA==","text":"\\ud800"}'],
)  # fmt: skip
def test_a_bad_worry_is_refused_not_a_fault(made: Organisation, inside: bytes) -> None:
    with pytest.raises(SealBroken):
        open_drop(PLACE, WHO["room"], sealed(inside), made.ring("member"))


@pytest.mark.parametrize("raw", [b"", bytes(31), bytes(48), bytes(4144)])
def test_bytes_that_nobody_sealed_are_refused(made: Organisation, raw: bytes) -> None:
    with pytest.raises(SealBroken):
        open_drop(PLACE, WHO["room"], raw, made.ring("member"))


def test_a_day_takes_twenty_of_one_sitting(made: Organisation) -> None:
    ring = made.ring("outsider")
    for _ in range(DAILY):
        drop(ring, ROOM, ID, "x")
    with pytest.raises(TooManyDrops):
        drop(ring, ROOM, ID, "x")


def test_worries_of_before_a_new_seed_still_open() -> None:
    made = small_organisation()
    place, worry = drop(made.ring("outsider"), ROOM, ID, "before")
    made.renew_room(("founder", "member"))
    assert read_drop(made.ring("member"), place, worry).text == "before"
    later, second = drop(made.ring("outsider"), ROOM, ID, "after")
    assert (later.kv, read_drop(made.ring("member"), later, second).text) == (2, "after")
    with pytest.raises(NotGranted):
        read_drop(made.ring("cover"), place, worry)
