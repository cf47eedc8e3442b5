"""A real vault made once through the program's own services; every test works on a copy of it."""

import random
import shutil
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from typing import Self

from desktop.centre import Centre
from desktop.demonstration.inventions import invent_arrivals, write_list
from desktop.models.base import now
from desktop.services.centre_setup import RoomPlan
from desktop.services.planning import SessionPlan
from desktop.storage.creation import VaultPlan, create_vault
from desktop.storage.folder import VaultFolder
from desktop.storage.opening import open_vault
from desktop.vault.derive import Kdf

LOGIN, PASSWORD, SITE = "awa", "long-enough-1", "BKO"
ROSTER = 25
LIST_ROWS = 20


@dataclass(frozen=True, slots=True)
class Prepared:
    """A vault with a session and its roster; the data key lets the checks look without a password."""

    folder: Path
    dek: bytes
    session: str

    def copy(self, folder: Path) -> Self:
        """Give a copy of its own in `folder`."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)

    @property
    def database(self) -> Path:
        """Give the database of the vault."""
        return VaultFolder(self.folder).database()


def prepare(folder: Path) -> Prepared:
    """Make a centre where a session awaits the people of one list."""
    plan = VaultPlan(organisation="Test", login=LOGIN, name="Awa", password=PASSWORD, kdf=Kdf.fresh(), reserve=4096)
    create_vault(folder, plan)
    vault = open_vault(folder, LOGIN, PASSWORD)
    centre, dek = Centre(vault), bytes(bytearray(vault.headers.dek))
    centre.setup.seed_lists()
    centre.setup.add_site(SITE, "Bamako", [RoomPlan(name="A1", beds=ROSTER)])
    bring_in(centre, invent_list(folder.with_name("first.csv"), ROSTER))
    today = now().date()
    session = centre.planning.create(SessionPlan(activity="sport", site=SITE, on=today, at=time(18)))
    centre.attendance.open_sheet(session)
    centre.close()
    return Prepared(folder, dek, session)


def invent_list(target: Path, rows: int = LIST_ROWS) -> Path:
    """Write a list that nobody wrote before."""
    write_list(invent_arrivals(random.Random(), rows), target)
    return target


def bring_in(centre: Centre, file: Path) -> None:
    """Bring a list in as a convoy of yesterday."""
    centre.convoys.import_list(file, SITE, now() - timedelta(days=1))
