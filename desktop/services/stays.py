"""Stays: coming to a site, leaving it, and who is there at a moment."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.services.departures.answers import WITH_NOTICE, OwnProcedure
from desktop.services.exit_reasons import ExitReason, check_listed, exit_reasons
from desktop.services.exits import ChildLeavesOtherwise, children_among, read_exit, reopen_stay
from desktop.services.stay_rows import close_stay, open_stay, people_in_house
from desktop.storage.unit_of_work import Desk


@dataclass(frozen=True, slots=True)
class Lodger:
    """Somebody who has not left: their stay and when it began."""

    stay: UUID
    code: str
    in_at: datetime


class StayService:
    """Open and close stays."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, person: UUID, site: UUID, in_at: datetime, *, country: str | None = None) -> UUID:
        """Write down that somebody came: a return and a stay.

        Raises:
            AlreadyHere: an open stay exists, in this file or one merged with it.
            NotAllowed: the member of staff works at other sites.
            NotFound: there is no such site or person.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            work.check_site(site)
            stay = open_stay(work, person, site, in_at, country=country)
            work.trace("open stay", "stay", stay, ["site", "in_at"])
        return stay

    def close(self, stay: UUID, out_at: datetime, reason: str, destination: str | None = None) -> None:
        """Write down that somebody left; their bed is free in the same moment.

        Raises:
            ChildLeavesOtherwise: the person is a child, or may be one.
            LeavesBeforeComing: the exit lies before the entry or before the last change of bed.
            NotAllowed: the member of staff works at other sites.
            NotFound: no open stay has this key, or the list knows no such reason.
            OwnProcedure: the reason is one that says who was told.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            check_listed(work, reason)
            if reason in WITH_NOTICE:
                raise OwnProcedure
            close_stay(work, stay, out_at, reason, destination)
            if children_among(work, [stay], out_at):
                raise ChildLeavesOtherwise
            work.trace("close stay", "stay", stay, ["out_at", "reason"])

    def reopen(self, stay: UUID, out_at: datetime) -> None:
        """Take back that somebody left at `out_at`; they have their bed again unless it was given away since.

        Raises:
            AlreadyHere: the person came back meanwhile.
            ChangedMeanwhile: the stay did not end at that moment.
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            reopen_stay(work, stay, out_at)
            work.trace("reopen stay", "stay", stay, ["out_at"])

    def exit_reasons(self) -> list[ExitReason]:
        """Give the reasons why a stay ends, as the centre lists them."""
        with self._desk.read(Permission.RUN_HOUSE) as look:
            return exit_reasons(look)

    def read_exit(self, stay: UUID, typed: str) -> datetime:
        """Give the moment of an exit as it was typed: “14h”, “hier 16 h 30”; nothing typed is now.

        Raises:
            DeskError: it is no moment, or still to come.
            NotFound: there is no such stay.
        """
        with self._desk.read(Permission.RUN_HOUSE) as look:
            return read_exit(look, stay, typed)

    def lodgers(self, site: UUID) -> list[Lodger]:
        """Give everybody who has not left a site, the longest there first."""
        with self._desk.read(Permission.SEE_HOUSE) as look:
            look.check_site(site)
            own = aliased(Person)
            rows = look.rows(
                sa.select(Stay.id, Person.code, Stay.in_at)
                .join(own, own.id == Stay.person_id)
                .join(Person, Person.id == own.canonical_id)
                .where(Stay.site_id == site, Stay.out_at.is_(None), Stay.removed_at.is_(None))
                .order_by(Stay.in_at, Person.sort_key)
            )
        return [Lodger(row.id, row.code, row.in_at) for row in rows]

    def in_house(self, site: UUID, moment: datetime) -> frozenset[UUID]:
        """Give the people who lodge at a site at a moment, each file once however it was merged."""
        with self._desk.read(Permission.SEE_HOUSE) as look:
            look.check_site(site)
            return people_in_house(look, site, moment)
