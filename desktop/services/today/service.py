"""The day at the centre, for whoever is signed in."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.centre import Site
from desktop.models.people import LookAlike
from desktop.models.sealed import TrayItem
from desktop.rights import Permission
from desktop.services.case_holders import DueCase
from desktop.services.look_alikes.apart import count_apart
from desktop.services.referrals import ReferralLine
from desktop.services.today.answers import HouseToday, SealedToday, SessionsToday
from desktop.services.today.house import house_now
from desktop.services.today.sessions import sessions_on
from desktop.storage.unit_of_work import Desk, Reading

_USUAL_ZONE = "Africa/Bamako"


class TodayService:
    """Say what the day asks; whoever has no right to a part is refused it whole, so that not even a number shows.

    `due` and `referrals` give the reader's own cases and referrals.
    """

    def __init__(
        self, desk: Desk, due: Callable[[], list[DueCase]], referrals: Callable[[], list[ReferralLine]]
    ) -> None:
        self._desk = desk
        self._due = due
        self._referrals = referrals

    def sessions(self) -> SessionsToday:
        """Give the sessions of the day at the reader's sites, and those before it that nobody recorded."""
        with self._desk.read(Permission.SEE_WEEK) as look:
            return sessions_on(look, _day(look))

    def house(self) -> HouseToday:
        """Give how full the reader's sites are, and who comes and goes there today."""
        with self._desk.read(Permission.SEE_HOUSE) as look:
            return house_now(look)

    def look_alikes(self) -> int:
        """Count the pairs of files that may be one person and that nobody has decided on."""
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            return count_apart(look, LookAlike.verdict.is_(None))

    def sealed(self) -> SealedToday:
        """Count what waits in the compartments, cases and referrals that the reader holds a key to."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            day, rows = _day(look), table_of(TrayItem)
            held = list(self._desk.keys.compartments())
            worries = look.scalar(sa.select(sa.func.count()).where(rows.c.compartment_id.in_(held)))
        overdue = sum(one.is_overdue(day) for one in self._referrals()) if self._desk.may(Permission.REFER) else 0
        return SealedToday(worries=worries, referrals=overdue, keys=len(self._due()))


def _day(look: Reading) -> date:
    """Give the date at the reader's first site."""
    zone = look.scalar(sa.select(Site.zone).where(look.own_sites(Site.id)).order_by(Site.code).limit(1))
    return look.now.astimezone(ZoneInfo(zone or _USUAL_ZONE)).date()
