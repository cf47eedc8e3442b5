"""What the page of the compartments says of each: who holds it, who may found it, who reads along."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.i18n import language
from desktop.models.sealed import Compartment
from desktop.rights import Permission, Role, allowed
from desktop.services.staff_names import account_names
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.case_cards import standing
from desktop.vault.certificates import Cert


@dataclass(frozen=True, slots=True, kw_only=True)
class CompartmentLine:
    """A compartment, born or not; `holders` hold its key today, `founders` are certified to found it.

    With `team`, every holder reads every case; `mine` says that the reader holds it, `may_found` that they may found
    it.
    """

    code: str
    label: str
    born: bool
    mine: bool
    may_found: bool
    team: bool
    holders: tuple[str, ...]
    founders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A colleague who may receive a compartment, with the sixteen symbols to compare face to face."""

    uid: UUID
    name: str
    fingerprint: str


def compartment_lines(desk: Desk, look: Reading) -> list[CompartmentLine]:
    """Tell of every compartment, in the order of their codes."""
    names = account_names(look)
    rows = look.rows(sa.select(Compartment.__table__).order_by(Compartment.code))
    return [_line(desk, row, names) for row in rows]


def newcomers(desk: Desk, look: Reading, room: UUID) -> list[Newcomer]:
    """Give the colleagues who work on cases and do not hold a compartment yet, by name."""
    keys, names = desk.keys, account_names(look)
    card, root = keys.card(room), keys.card(keys.org)
    found = [
        Newcomer(uid=uid, name=names.get(str(uid), ""), fingerprint=cert.card.fingerprint())
        for uid, cert in keys.ledger.certs.items()
        if _works_on_cases(cert) and not card.recipient(cert.card.kid) and not root.recipient(cert.card.kid)
    ]
    return sorted(found, key=lambda one: (one.name, one.uid))


def _line(desk: Desk, row: sa.Row[Any], names: dict[str, str]) -> CompartmentLine:
    keys, card = desk.keys, desk.keys.ledger.card(row.id)
    users = {uid: cert for uid, cert in keys.ledger.certs.items() if _works_on_cases(cert)}
    holders = [uid for uid, cert in users.items() if card and standing(keys, card, cert.card.kid)]
    founders = [uid for uid, cert in users.items() if card is None and row.id in cert.founds]
    return CompartmentLine(
        code=row.code,
        label=row.label_fr if language() == "fr" else row.label_en,
        born=card is not None,
        mine=keys.uid in holders,
        may_found=keys.uid in founders,
        team=card is not None and card.team,
        holders=tuple(sorted(names.get(str(uid), "") for uid in holders)),
        founders=tuple(sorted(names.get(str(uid), "") for uid in founders)),
    )


def _works_on_cases(cert: Cert) -> bool:
    roles = frozenset(map(Role, cert.roles))
    return cert.active and cert.what == "user" and allowed(roles, Permission.WORK_ON_CASES)
