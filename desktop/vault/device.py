"""The card of a device: its seed sealed to the organisation's root alone (`keys.md` 1)."""

from typing import Any
from uuid import UUID

from desktop.vault.derive import key_id
from desktop.vault.identity import Card, Identity
from desktop.vault.key_cards import KeyCard
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import binding, open_with
from desktop.vault.writing import NewKey, card_data, link_back


def first_device_card(org: UUID, device: UUID, root: Card, fresh: Identity) -> dict[str, Any]:
    """Give the first card of a device, which follows its certificate."""
    new = NewKey(what="device", obj=device, key=fresh.seed, public=fresh.card)
    return card_data(org, new, [(root, None, None)])


def next_device_card(org: UUID, before: KeyCard, root: Identity, fresh: Identity) -> dict[str, Any]:
    """Give the card of a device's new seed, which opens the one before.

    Raises:
        NotGranted: the device is not held by this root.
        SealBroken: the seed before is not the one its card names.
    """
    old = open_device(org, before, root)
    new = NewKey(
        what="device",
        obj=before.obj,
        key=fresh.seed,
        kv=before.kv + 1,
        public=fresh.card,
        back=link_back(org, before.obj, old.seed, before.kv, fresh.seed),
    )
    return card_data(org, new, [(root.card, None, None)])


def open_device(org: UUID, card: KeyCard, root: Identity) -> Identity:
    """Give the identity of a device to whoever opened the root.

    Raises:
        NotGranted: it is not sealed to this root.
        SealBroken: what was sealed is not the identity the card names.
    """
    line = card.recipient(root.kid)
    if line is None:
        raise NotGranted
    seed = open_with(root, line.sealed, binding("device", org, card.obj, card.kv, root.kid))
    device = Identity(seed)
    if key_id(seed) != card.key_id or device.card != card.public:
        raise SealBroken
    return device
