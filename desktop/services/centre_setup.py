"""Setting a centre up: its site, rooms and beds, its lists, the numbers it gives."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.accounts import Device
from desktop.models.centre import Bed, Room, Site
from desktop.models.keys import named_key
from desktop.rights import Permission
from desktop.services.codes import give_range
from desktop.services.seeding import seed
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import RoomKind, RoomRule

FIRST_DEVICE = "A"
STAGING = mark("Staging area")


class SiteTaken(DeskError):
    """Two sites cannot share a code: people's numbers begin with it."""

    sentence = mark("A site with the code {code} exists already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPlan:
    """A room to set up: whom it lodges and how many beds it has."""

    name: str
    beds: int = 0
    rule: RoomRule = RoomRule.ANY
    kind: RoomKind = RoomKind.ROOM
    accessible: bool = False


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A site as lists show it."""

    id: UUID
    code: str
    name: str
    zone: str


class CentreSetupService:
    """Bring a centre's places into being."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sites(self) -> list[SiteLine]:
        """Give the sites of the centre, by code."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            rows = look.rows(
                sa.select(Site.id, Site.code, Site.name, Site.zone).where(Site.removed_at.is_(None)).order_by(Site.code)
            )
        return [SiteLine(row.id, row.code, row.name, row.zone) for row in rows]

    def seed_lists(self) -> None:
        """Fill the lists that a new centre starts from; lists already there stay as they are."""
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            seed(work)
            work.trace("seed lists")

    def add_site(self, code: str, name: str, rooms: list[RoomPlan]) -> UUID:
        """Set up a site with its rooms and beds, and the numbers this computer gives there.

        Raises:
            SiteTaken: the code belongs to another site.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            if work.scalar(sa.select(Site.id).where(Site.code == code)):
                raise SiteTaken(code=code)
            site = work.insert(Site, code=code, name=name)
            for position, plan in enumerate(rooms):
                _add_room(work, site, plan, position)
            device = _first_device(work)
            for kind in ("person", "referral", "evening", "session"):
                give_range(work, device, kind, code)
            work.trace("add site", "site", site, ["code", "name", "rooms"])
        return site


def _add_room(work: UnitOfWork, site: UUID, plan: RoomPlan, position: int) -> None:
    room = work.insert(
        Room,
        site_id=site,
        name=plan.name,
        kind=plan.kind,
        rule=plan.rule,
        accessible=plan.accessible,
        position=position,
    )
    work.insert_many(
        Bed,
        [{"room_id": room, "label": f"{plan.name}-{n:02d}", "position": n} for n in range(1, plan.beds + 1)],
    )


def _first_device(work: UnitOfWork) -> UUID:
    key = named_key("device", FIRST_DEVICE)
    if work.scalar(sa.select(Device.id).where(Device.id == key)) is None:
        work.insert(Device, id=key, letter=FIRST_DEVICE, name="")
    return key
