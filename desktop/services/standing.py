"""How the vault stands, in the few facts that the window shows at its foot."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from desktop.models.centre import Setting
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk

_INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the people in the vault are invented, and the bytes left on its disk (None: the disk does not say)."""

    invented: bool
    free_bytes: int | None


class StandingService:
    """Say how the vault stands."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder

    def standing(self) -> Standing:
        """Give how the vault stands now."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            invented = look.scalar(sa.select(Setting.value).where(Setting.name == _INVENTED))
        try:
            free: int | None = shutil.disk_usage(self._folder).free
        except OSError:
            free = None
        return Standing(invented is not None, free)

    def mark_invented(self) -> None:
        """Say for good that nobody in this vault exists; the window shows it above every page."""
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            work.insert(Setting, name=_INVENTED, value="yes")
            work.trace("mark as invented", "setting", _INVENTED)
