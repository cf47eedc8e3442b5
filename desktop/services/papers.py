"""What printing shares: who prints, when and for which centre, and where the paper goes."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.accounts import VaultMeta
from desktop.models.centre import Site
from desktop.reports.page import Printed, Target, text, write
from desktop.storage.unit_of_work import Reading


def centre_name(look: Reading) -> str:
    """Give the name of the organisation."""
    return (look.scalar(sa.select(VaultMeta.value).where(VaultMeta.name == "organisation")) or b"").decode()


def printed_now(look: Reading, zone: str) -> Printed:
    """Say in the foot who prints now, on the clock of a site."""
    return Printed(by=look.member.name, at=look.now.astimezone(ZoneInfo(zone)), centre=centre_name(look))


def home(look: Reading) -> tuple[str, str]:
    """Give the name and the zone of the first of one's sites; a centre without any keeps the hour of Greenwich."""
    shown = sa.select(Site.name, Site.zone).where(Site.removed_at.is_(None), look.own_sites(Site.id))
    row = look.row(shown.order_by(Site.code).limit(1))
    return (row.name, row.zone) if row else ("", "UTC")


@cache
def warm_press() -> None:
    """Load what sets papers, which takes most of a second on an old computer, before somebody waits for one."""
    nobody = Printed(by="", at=datetime.now(tz=UTC), centre="")
    write([text(name, name, bold=True) for name in ("body", "title")], BytesIO(), title="", printed=nobody)


def put(paper: bytes, target: Target) -> None:
    """Write a paper that is in memory to a file, or to what shows it."""
    if isinstance(target, Path):
        target.write_bytes(paper)
    else:
        target.write(paper)
