"""The key work behind accounts: signing certificates with the root, keeping slots in the key file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from desktop.errors import DeskError, NotAllowed
from desktop.i18n import mark
from desktop.services.passwords import refuse_weak
from desktop.storage.header_file import HeaderFile
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vault.derive import Kdf
from desktop.vault.identity import Card, Identity
from desktop.vault.key_cards import KeyCard
from desktop.vault.requests import AccountRequest, make_request
from desktop.vault.slots import Slot, give_dek

__all__ = ["AccountRequest", "request_account"]


class OtherFingerprint(DeskError):
    """The account got other keys between the comparison and the act."""

    sentence = mark("The keys of this account changed meanwhile. Compare the fingerprint again, face to face.")


def refuse_other_keys(card: Card, seen: str) -> None:
    """Refuse keys other than those whose fingerprint was compared.

    Raises:
        OtherFingerprint: they changed since.
    """
    if card.fingerprint() != seen:
        raise OtherFingerprint


def request_account(
    org: UUID, root_e: bytes, login: str, password: str, kdf: Kdf, known: Sequence[str] = ()
) -> AccountRequest:
    """Choose a password for a new account or after a lost one; only its owner's process sees it.

    `known` are names that others link with the owner, besides the login.

    Raises:
        WeakPassword: it is too short or easy to guess.
    """
    refuse_weak(password, [login, *known])
    return make_request(org, root_e, login, password, kdf)


def root_card(desk: Desk) -> KeyCard:
    """Give the card of the organisation's root."""
    return desk.keys.card(desk.keys.org)


def certify(desk: Desk, work: UnitOfWork, uid: UUID, data: dict[str, Any]) -> None:
    """Sign what the root says of somebody, as the next link of their chain.

    Raises:
        NotGranted: the member of staff does not hold the root.
    """
    work.sign(uid, "cert", data, by=Identity(desk.keys.key(root_card(desk))))


def require_genuine(desk: Desk, request: AccountRequest) -> None:
    """Refuse a request that was altered on its way or made for another organisation.

    Raises:
        ForeignRequest: it was.
    """
    request.require_genuine(desk.keys.org, desk.keys.ledger.root_e)


def put_slot(headers: HeaderFile, work: UnitOfWork, request: AccountRequest) -> None:
    """Let a request's password open the vault; an older slot of the same login goes."""
    before = headers.current()
    slot = give_dek(request.slot, request.card.x, headers.dek, before.vault, before.org, before.n)
    kept = tuple(one for one in before.slots if one.tag != slot.tag)
    headers.rewrite(work.connection, lambda header: replace(header, slots=(*kept, slot)))


def change_slot(headers: HeaderFile, work: UnitOfWork, kid: bytes, change: Callable[[Slot], Slot]) -> None:
    """Change the slot of one identity, when there is one.

    Raises:
        NotAllowed: it is the last slot with the data key.
    """
    slots = tuple(change(one) if one.kid == kid else one for one in headers.current().slots)
    if not any(one.dek and one.kind == "password" for one in slots):
        raise NotAllowed
    headers.rewrite(work.connection, lambda header: replace(header, slots=slots))


def let_in(headers: HeaderFile, work: UnitOfWork, card: Card) -> None:
    """Seal the data key to the slot of an identity that had none."""
    header, dek = headers.current(), headers.dek
    change_slot(headers, work, card.kid, lambda one: give_dek(one, card.x, dek, header.vault, header.org, header.n))
