"""How the vault stands, in the few facts that the window shows at its foot."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop import BUILT
from desktop.models.accounts import Journal
from desktop.models.centre import Setting
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk

_INVENTED = "invented"
_SLACK = timedelta(minutes=1)  # clocks are set right by seconds all the time
_LAST_LINES = 50  # of the journal: one moment ahead of the clock is enough to doubt it


def clock_seems_wrong(at: datetime, latest: datetime | None = None) -> bool:
    """Say whether the computer's clock cannot be right: before this program was made, or before work already done."""
    return at.year < BUILT.year or (latest is not None and at < latest - _SLACK)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the people in the vault are invented, and the bytes left on its disk (None: the disk does not say).

    `doubtful` is the computer's own time where that cannot be right.
    """

    invented: bool
    free_bytes: int | None
    doubtful: datetime | None = None


class StandingService:
    """Say how the vault stands."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder

    def standing(self) -> Standing:
        """Give how the vault stands now."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            invented = look.scalar(sa.select(Setting.value).where(Setting.name == _INVENTED))
            last = sa.select(Journal.at).order_by(Journal.seq.desc()).limit(_LAST_LINES).subquery()
            latest = look.scalar(sa.select(sa.func.max(last.c.at)))
            doubtful = look.now if clock_seems_wrong(look.now, latest) else None
        try:
            free: int | None = shutil.disk_usage(self._folder).free
        except OSError:
            free = None
        return Standing(invented is not None, free, doubtful)

    def mark_invented(self) -> None:
        """Say for good that nobody in this vault exists; the window shows it above every page."""
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            work.insert(Setting, name=_INVENTED, value="yes")
            work.trace("mark as invented", "setting", _INVENTED)
