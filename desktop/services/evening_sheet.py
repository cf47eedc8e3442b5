"""Printing the evening sheet: numbered, in the journal before it exists."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.i18n import tr
from desktop.models.centre import Site
from desktop.reports.evening_sheet import EveningEntry, EveningSheet, write_evening_sheet
from desktop.reports.page import Target
from desktop.rights import Permission
from desktop.services.codes import mint
from desktop.services.house_lists import EveningLine, evening_lines
from desktop.services.papers import printed_now
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import SEX_LETTERS


def print_evening_sheet(desk: Desk, site_id: UUID, target: Target, at: datetime | None) -> str:
    """Write the sheet of a site and give its number; each print is another copy with a number of its own.

    Raises:
        NotAllowed: the member of staff works at other sites.
        NotFound: there is no such site.
    """
    with desk.begin(Permission.PRINT_EVENING_SHEET) as work:
        work.check_site(site_id)
        site = work.row(sa.select(Site.code, Site.name, Site.zone).where(Site.id == site_id))
        if site is None:
            raise NotFound(code=site_id)
        moment = (at or work.now).astimezone(ZoneInfo(site.zone))
        number = mint(work, "evening", site.code, work.now.astimezone(ZoneInfo(site.zone)).year)
        lines = [_entry(line) for line in evening_lines(work, site_id, moment)]
        printed = printed_now(work, site.zone)
        work.trace("print evening sheet", "paper", number)
    # Only now: the journal's line is on the disk before the paper exists.
    write_evening_sheet(EveningSheet(number=number, site=site.name, at=moment, lines=lines), target, printed)
    return number


def _entry(line: EveningLine) -> EveningEntry:
    return EveningEntry(
        bed=line.bed or "",
        name=line.name,
        code=line.code,
        sex=tr(SEX_LETTERS[line.sex]),
        age="?" if line.age is None else str(line.age),
        child=line.child,
        instruction=line.instruction,
    )
