"""Accounts as their list shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.rights import Role
from desktop.vault.certificates import Cert
from desktop.vault.header import Header


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as the list of accounts shows it; its state is waiting while nobody confirmed it after a restore.

    No `sites` means all of them; `founds` names the compartments it may bring into being.
    """

    id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    state: str
    fingerprint: str
    sites: frozenset[UUID] = frozenset()
    founds: frozenset[UUID] = frozenset()


def account_lines(rows: Iterable[sa.Row[Any]], certs: Mapping[UUID, Cert], header: Header) -> list[AccountLine]:
    """Give the accounts that have a certificate, in the order of `rows`."""
    inside = {slot.kid for slot in header.slots if slot.dek}
    return [_line(row, certs[row.id], inside) for row in rows if row.id in certs]


def _line(row: sa.Row[Any], cert: Cert, inside: set[bytes]) -> AccountLine:
    state = "waiting" if cert.active and cert.card.kid not in inside else cert.state
    roles, seen = frozenset(map(Role, cert.roles)), cert.card.fingerprint()
    return AccountLine(row.id, row.login, row.name, roles, state, seen, frozenset(cert.sites), frozenset(cert.founds))
