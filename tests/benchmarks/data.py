"""A centre that has lived for years, written once and kept for later runs as long as the tables stay the same."""

import hashlib
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import sqlalchemy as sa

from desktop.models.centre import Site
from desktop.rights import Permission, Role
from desktop.storage.opening import OpenVault
from desktop.storage.unit_of_work import Desk, Member
from tests.benchmarks.lives import Lives
from tests.centres import PASSWORD, TestCentre, make_centre

_ROOT = Path(__file__).parents[2]
_KEPT_S = 86_400
_SHAPED_BY = (
    "desktop/models",
    "desktop/storage/migrations",
    "desktop/vault",
    "desktop/services/name_index.py",
    "desktop/services/new_people.py",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much the centre holds."""

    people: int = 100_000
    marks: int = 200_000

    def __str__(self) -> str:
        return f"{self.people} people, {self.marks} marks"


@dataclass(frozen=True, slots=True)
class Data:
    """A copy of the centre that acts may change, and where it lies."""

    folder: Path
    size: Size

    def open(self, login: str = "awa") -> OpenVault:
        """Sign somebody in."""
        return TestCentre(self.folder, [], {}).open(login, PASSWORD)

    @property
    def database(self) -> Path:
        """Give the encrypted file."""
        return self.folder / "data-1.db"


def with_every_role(vault: OpenVault) -> Desk:
    """Sit somebody with every role at the desk of an open vault."""
    desk = vault.desk
    member = Member(desk.member.id, desk.member.login, desk.member.name, frozenset(Role))
    return Desk(desk._engines, member, desk.keys)


def fresh_copy(size: Size, folder: Path) -> Data:
    """Give a copy of the centre in `folder`; the first run of a shape of tables writes it anew."""
    folder.mkdir(exist_ok=True)
    template = Path(tempfile.gettempdir()) / f"jatigi-bench-{_shape()}-{size.people}-{size.marks}"
    _forget_old(template)
    if not template.exists():
        building = template.with_name(f"{template.name}.{os.getpid()}")
        _build(building, size)
        building.rename(template)
    return Data(Path(shutil.copytree(template, folder / "Centre.vault")), size)


def _forget_old(current: Path) -> None:
    """Remove what other shapes of the tables left a day ago and longer."""
    for old in current.parent.glob("jatigi-bench-*"):
        if old != current and time.time() - old.stat().st_mtime > _KEPT_S:
            shutil.rmtree(old, ignore_errors=True)


def _shape() -> str:
    """Tell one shape of the tables and the names in them from another."""
    sources = [Path(__file__).parent / name for name in ("data.py", "lives.py", "names.py")]
    for place in _SHAPED_BY:
        sources += sorted((_ROOT / place).rglob("*.py")) if (_ROOT / place).is_dir() else [_ROOT / place]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def _build(folder: Path, size: Size) -> None:
    vault = make_centre(folder).open("awa")
    try:
        desk, chance = with_every_role(vault), Random(2026)
        with desk.begin(Permission.MANAGE_CENTRE) as work:
            site = work.scalar(sa.select(Site.id).where(Site.code == "BKO"))
            lives = Lives(work, chance, site)
            lives.bring(size.people)
            lives.gather(size.marks)
            work.trace("invent for the benchmark")
    finally:
        vault.close()
