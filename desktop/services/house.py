"""The house: who sleeps where, and moving people from bed to bed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.reports.page import Target
from desktop.rights import Permission
from desktop.services.bed_choices import BedChoices, bed_choices
from desktop.services.bed_undoing import take_back_beds
from desktop.services.beds import HasBed, close_placement, open_placement, open_stay_row, write_placement
from desktop.services.evening_sheet import print_evening_sheet
from desktop.services.house_lists import EveningLine, evening_lines
from desktop.services.open_rooms import open_rooms
from desktop.services.room_rules import Lodger, propose
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import Sex


class HouseService:
    """Know who sleeps where, and move people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def choices(self, stay_id: UUID) -> BedChoices:
        """Give the beds that somebody may be given, or swap with another lodger of the site.

        Raises:
            NotAllowed: the member of staff works at other sites.
            NotFound: no open stay has this key.
        """
        with self._desk.read(Permission.RUN_HOUSE) as look:
            return bed_choices(look, open_stay_row(look, stay_id))

    def place(self, stay_id: UUID, bed_id: UUID, *, at: datetime, why: str | None = None) -> None:
        """Give a bed to somebody who has none; `why` is kept when a child would sleep near strangers.

        Raises:
            DeskError: they have a bed, or the bed is taken, not ready, or beside people the rules keep apart
                (`desktop.services.beds`).
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            stay = open_stay_row(work, stay_id)
            now_at = open_placement(work, stay_id)
            if now_at is not None and now_at.bed_id is not None:
                raise HasBed
            close_placement(work, now_at, at)
            write_placement(work, stay, bed_id, at, why)
            work.trace("place", "stay", stay_id, ["bed"])

    def transfer(self, stay_id: UUID, bed_id: UUID, *, at: datetime, why: str | None = None) -> None:
        """Move somebody to another bed of the site; the old one is free from the same moment.

        Raises:
            DeskError: nobody is there to move, or as for `place`.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            stay = open_stay_row(work, stay_id)
            close_placement(work, _placed(work, stay_id), at)
            write_placement(work, stay, bed_id, at, why)
            work.trace("transfer", "stay", stay_id, ["bed"])

    def swap(self, stay_a: UUID, stay_b: UUID, at: datetime, why: str | None = None) -> None:
        """Let two people exchange their beds.

        Raises:
            DeskError: one of them has no bed, or as for `place`.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            first, second = open_stay_row(work, stay_a), open_stay_row(work, stay_b)
            of_first, of_second = _placed(work, stay_a), _placed(work, stay_b)
            # Both close before either opens: a bed never has two people, not even inside the change.
            close_placement(work, of_first, at)
            close_placement(work, of_second, at)
            write_placement(work, first, of_second.bed_id, at, why)
            write_placement(work, second, of_first.bed_id, at, why)
            work.trace("swap beds", "stay", stay_a, ["bed"])

    def take_back(self, stays: Sequence[UUID], at: datetime) -> None:
        """Undo the bed given, changed or swapped at `at`: everybody of `stays` is again where they were before.

        Raises:
            ChangedMeanwhile: somebody was moved since.
            DeskError: a former bed was given away, or a child would now sleep beside strangers there.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            take_back_beds(work, stays, at)
            work.trace("take back bed", "stay", stays[0] if stays else "", ["bed"])

    def propose(self, site_id: UUID, people: Sequence[tuple[Sex, bool | None, str]]) -> list[UUID | None]:
        """Propose a bed to each by the rules of the rooms; None is the staging area. Nothing is written.

        A person is sex, whether a child (None: in doubt), and a name shared by a family.

        Raises:
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.read(Permission.RUN_HOUSE) as look:
            look.check_site(site_id)
            return propose(open_rooms(look, site_id, look.now), [Lodger(*person) for person in people])

    def evening_list(self, site_id: UUID, at: datetime) -> list[EveningLine]:
        """Give everybody in the house at a moment by bed, those without one first.

        Raises:
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.read(Permission.PRINT_EVENING_SHEET) as look:
            look.check_site(site_id)
            return evening_lines(look, site_id, at)

    def evening_sheet(self, site_id: UUID, target: Target, at: datetime | None = None) -> str:
        """Write the evening sheet, as of now unless another moment is named, and give the number of this copy.

        Raises:
            NotAllowed: the member of staff works at other sites.
            NotFound: there is no such site.
        """
        return print_evening_sheet(self._desk, site_id, target, at)


def _placed(work: UnitOfWork, stay: UUID) -> sa.Row[Any]:
    row = open_placement(work, stay)
    if row is None or row.bed_id is None:
        raise NotFound(code=stay)
    return row
