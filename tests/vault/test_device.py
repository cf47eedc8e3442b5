"""The card of a device: signed by the root, sealed to it alone, fitting the certificate (`keys.md` 1)."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from desktop.vault.certificates import cert_data
from desktop.vault.device import first_device_card, next_device_card, open_device
from desktop.vault.drops import DropPlace, read_drop, seal_drop
from desktop.vault.identity import Identity
from desktop.vault.notes import Place, seal_note
from desktop.vault.refusals import ChainBroken, NotGranted, SealBroken
from desktop.vault.writing import NewKey, card_data
from tests.vault.organisation import CASE, DAY, ORG, ROOM, UIDS, VAULT, WHO, Organisation, seeded, small_organisation

DEVICE, NEW = seeded(40), seeded(41)
ID = UUID(int=9)
ROOT = WHO["root"]


@pytest.fixture
def made() -> Organisation:
    """Give an organisation whose device is certified."""
    made = small_organisation()
    certify(made)
    return made


def certify(made: Organisation, device: Identity = DEVICE, state: str = "active") -> None:
    """Let the root certify the device."""
    data = cert_data(VAULT, "device", device.card, roles=[], sites=[], founds=[], state=state)
    made.add(made.signed(ROOT, VAULT, "cert", data))


def refused(made: Organisation, data: dict[str, Any], by: Identity = ROOT) -> str:
    """Give the reason a card of the device is refused for."""
    with pytest.raises(ChainBroken) as caught:
        made.ledger.apply(made.signed(by, VAULT, "card", data))
    return str(caught.value.details["reason"])


def first() -> dict[str, Any]:
    """Give a sound first card."""
    return first_device_card(ORG, VAULT, ROOT.card, DEVICE)


def test_the_root_opens_the_device_and_its_next_seed(made: Organisation) -> None:
    before = made.add(made.signed(ROOT, VAULT, "card", first()))
    card = made.ledger.cards[before.obj][-1]
    assert open_device(ORG, card, ROOT).seed == DEVICE.seed
    certify(made, NEW)
    made.add(made.signed(ROOT, VAULT, "card", next_device_card(ORG, card, ROOT, NEW)))
    assert open_device(ORG, made.ledger.cards[VAULT][-1], ROOT).seed == NEW.seed
    with pytest.raises(NotGranted):
        open_device(ORG, card, WHO["admin"])


def test_only_the_root_signs_it(made: Organisation) -> None:
    assert [refused(made, first(), by) for by in (WHO["admin"], WHO["founder"], DEVICE)] == ["signer"] * 3


@pytest.mark.parametrize("to", [("admin",), ("root", "member"), ()])
def test_it_is_sealed_to_the_root_alone(made: Organisation, to: tuple[str, ...]) -> None:
    new = NewKey(what="device", obj=VAULT, key=DEVICE.seed, public=DEVICE.card)
    assert refused(made, card_data(ORG, new, [(WHO[name].card, None, None) for name in to])) == "recipient"


def test_keys_unlike_the_certificate_are_refused(made: Organisation) -> None:
    assert refused(made, first_device_card(ORG, VAULT, ROOT.card, NEW)) == "device"


def test_an_ended_device_gets_no_card(made: Organisation) -> None:
    certify(made, state="ended")
    assert refused(made, first()) == "device"


def test_a_device_writes_neither_a_note_nor_a_worry(made: Organisation) -> None:
    assert made.ledger.author_key(DEVICE.kid) is None
    assert made.ledger.cert_of(DEVICE.kid) is None
    place = Place(ORG, ROOM, CASE, ID, 1, DEVICE.kid, DAY)
    blob, signature = seal_note(place, made.ring("founder").versioned(CASE)[0], DEVICE, {"kind": "note"})
    row = SimpleNamespace(id=ID, compartment_id=ROOM, case_id=CASE, kv=1, author_kid=DEVICE.kid, day=DAY, blob=blob,
                          signature=signature)  # fmt: skip
    with pytest.raises(SealBroken):
        made.cases("founder").read(row)
    dropped = DropPlace(ORG, ROOM, ID, 1, DAY)
    with pytest.raises(SealBroken):
        read_drop(made.ring("founder"), dropped, seal_drop(dropped, WHO["room"].card, DEVICE, "x"))


def test_nobody_becomes_a_device_nor_somebody_else(made: Organisation) -> None:
    said: dict[str, Any] = {"roles": [], "sites": [], "founds": []}
    for obj, what, keys in (
        (VAULT, "user", DEVICE),  # the device as a person
        (UIDS["member"], "device", WHO["member"]),  # a person as a device
        (UIDS["outsider"], "user", WHO["member"]),  # a person under another's name
        (VAULT, "device", WHO["member"]),  # the device with a person's keys
        (UIDS["second"], "paper", WHO["second"]),
    ):
        with pytest.raises(ChainBroken, match="cert"):
            made.ledger.apply(made.signed(ROOT, obj, "cert", cert_data(obj, what, keys.card, **said)))


def test_nothing_but_a_certified_device_has_a_card_of_this_kind() -> None:
    assert refused(small_organisation(), first()) == "device"
