"""What every act stands on: a copy of the centre, somebody at its desk, and the bare file below."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from desktop.storage.opening import OpenVault
from desktop.storage.unit_of_work import Desk
from tests.benchmarks.data import Data, with_every_role

SLOWED = 40


class Ground:
    """The data of one run; `slow` names the act that is made slow on purpose."""

    def __init__(self, data: Data, *, slow: str = "") -> None:
        self.data = data
        self.chance = Random(11)
        self._slow = slow

    @cached_property
    def vault(self) -> OpenVault:
        """Give the open vault."""
        return self.data.open()

    @cached_property
    def desk(self) -> Desk:
        """Give a desk where every role is held."""
        return with_every_role(self.vault)

    @contextmanager
    def raw(self, *, reading: bool) -> Iterator[Any]:
        """Lend the driver's own connection to the encrypted file."""
        engines = self.desk._engines
        lent = (engines.reader if reading else engines.writer).raw_connection()
        try:
            yield lent.driver_connection
        finally:
            lent.close()

    def again(self, act: str) -> int:
        """Say how many times an act is done within the time of one."""
        return SLOWED if act == self._slow else 1

    def rounds(self, wanted: int) -> int:
        """Give fewer rounds on small data, where only the harness itself is tried."""
        return wanted if self.data.size.people >= 10_000 else 3

    def let_go(self) -> None:
        """Close the vault, so that another process may open it."""
        if "vault" in self.__dict__:
            self.vault.close()
            del self.__dict__["vault"]
            self.__dict__.pop("desk", None)


def disk_of(folder: Path) -> str:
    """Name the disk a folder lies on."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return f"{folder.anchor} ({sys.platform})"
    mounted = [line.split()[:3] for line in mounts.read_text("utf-8").splitlines()]
    here = [one for one in mounted if folder.resolve().is_relative_to(one[1])]
    device, _, kind = max(here, key=lambda one: len(one[1]))
    turning = Path("/sys/block") / Path(device).name.rstrip("0123456789") / "queue" / "rotational"
    turns = {"0": ", solid", "1": ", turning"}.get(turning.read_text().strip() if turning.exists() else "", "")
    return f"{device} ({kind}{turns})"
