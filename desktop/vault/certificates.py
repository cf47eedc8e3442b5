"""Certificates: the root's word on a user or a device."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.vault.identity import Card
from desktop.vault.refusals import ChainBroken
from desktop.vault.signed import unbase64


@dataclass(frozen=True, slots=True)
class Cert:
    """The root's word on a user or a device: their keys, roles, sites, and whether they may act."""

    uid: UUID
    what: str
    card: Card
    roles: frozenset[str]
    sites: frozenset[UUID]
    founds: frozenset[UUID]
    state: str

    @property
    def active(self) -> bool:
        """Say whether new records of theirs may stand."""
        return self.state == "active"


def read_cert(uid: UUID, data: dict[str, Any]) -> Cert:
    """Read what a certificate says.

    Raises:
        ChainBroken: its shape is wrong.
    """
    try:
        card = Card(unbase64(data["x"], 32), unbase64(data["e"], 32))
        sites, founds = (frozenset(map(UUID, data[name])) for name in ("sites", "founds"))
        cert = Cert(UUID(data["uid"]), data["what"], card, frozenset(data["roles"]), sites, founds, data["state"])
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ChainBroken(reason="cert") from problem
    if cert.uid != uid or cert.what not in {"user", "device"} or cert.state not in {"active", "suspended", "ended"}:
        raise ChainBroken(reason="cert")
    return cert


def cert_data(
    uid: UUID, what: str, card: Card, *, roles: list[str], sites: list[UUID], founds: list[UUID], state: str = "active"
) -> dict[str, Any]:
    """Give what a certificate says of a user or a device."""
    return {
        "uid": str(uid),
        "what": what,
        "x": card.x,
        "e": card.e,
        "roles": sorted(roles),
        "sites": sorted(map(str, sites)),
        "founds": sorted(map(str, founds)),
        "state": state,
    }


def again(cert: Cert, *, card: Card | None = None, state: str | None = None) -> dict[str, Any]:
    """Give the next certificate of somebody, with other keys or in another state."""
    return cert_data(
        cert.uid,
        cert.what,
        card or cert.card,
        roles=[*cert.roles],
        sites=[*cert.sites],
        founds=[*cert.founds],
        state=state or cert.state,
    )
