"""Whoever manages accounts holds the organisation's root, and never a sealed compartment beside it."""

from collections.abc import Sequence
from uuid import UUID

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.rights import Permission, Role, allowed
from desktop.services.account_keys import root_card
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vault.identity import Card, Identity
from desktop.vault.writing import NewKey, grant_data


class RootHolderCannot(DeskError):
    """Whoever manages accounts may not hold sealed work as well."""

    sentence = mark("Somebody who manages accounts cannot found or receive a sealed compartment.")


def refuse_founding(roles: Sequence[Role], founds: Sequence[UUID]) -> None:
    """Refuse a first holder who would manage accounts.

    Raises:
        RootHolderCannot: the roles hold the right to.
    """
    if founds and _manages(roles):
        raise RootHolderCannot


def give_root(desk: Desk, work: UnitOfWork, card: Card, roles: Sequence[Role]) -> None:
    """Seal the root to a key whose roles manage accounts: without it, they could certify nobody.

    It is not taken back here from somebody who no longer manages accounts: that needs a new root.

    Raises:
        RootHolderCannot: the key holds a compartment or a case.
        NotGranted: whoever is signed in does not hold the root.
    """
    root = root_card(desk)
    if not _manages(roles) or root.recipient(card.kid):
        return
    newest = (cards[-1] for cards in desk.keys.ledger.cards.values())
    if any(one.recipient(card.kid) for one in newest):
        raise RootHolderCannot
    key = desk.keys.key(root)
    new = NewKey(what="root", obj=root.obj, key=key, kv=root.kv)
    work.sign(root.obj, "grant", grant_data(desk.keys.org, new, card), by=Identity(key))


def refuse_root_holder(desk: Desk, card: Card) -> None:
    """Refuse to give sealed work to a key that holds the root.

    Raises:
        RootHolderCannot: it does.
    """
    if root_card(desk).recipient(card.kid):
        raise RootHolderCannot


def _manages(roles: Sequence[Role]) -> bool:
    return allowed(frozenset(roles), Permission.MANAGE_ACCOUNTS)
