"""Power cuts, simulated: the vault as a disk may show it at any moment, opened and compared with what was said."""

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import sqlalchemy as sa

from desktop.errors import DeskError
from tests.safety.disk import Disk
from tests.safety.kill import Tally
from tests.safety.looking import Seen, compare, look_at
from tests.safety.prepared import Prepared
from tests.safety.trace import Asked, follow


def cut_many(prepared: Prepared, act: str, cuts: int, folder: Path, *, count: int, loose: bool = False) -> Tally:
    """Follow a program through `count` acts and cut the power `cuts` times at random moments of its work.

    A vault that does not open any more counts as half there, with everything in it lost.
    """
    mine = prepared.copy(folder / "Centre.vault")
    disk, before = Disk(mine.folder), look_at(prepared.copy(folder / "start"))
    asked = follow(mine, act, count, loose=loose)
    return _cut(disk, asked, cuts, replace(prepared, folder=folder / "after"), before)


def _cut(disk: Disk, asked: list[Asked], cuts: int, after: Prepared, before: Seen) -> Tally:
    chance, tally, said = Random(), Tally(), list[str]()
    first = next(place for place, one in enumerate(asked) if one.what == "said")
    moments = sorted(chance.randint(first, len(asked)) for _ in range(cuts))
    for place, one in enumerate([*asked, None]):
        for _ in range(moments.count(place)):
            tally.add(_look_after_cut(disk, chance, after, before, said))
        if one and one.what == "said":
            said.append(one.content.decode())
        elif one:
            disk.ask(one)
    return tally


def _look_after_cut(disk: Disk, chance: Random, after: Prepared, before: Seen, said: list[str]) -> Tally:
    after.folder.mkdir()
    try:
        disk.after_cut(after.folder, chance)
        hot = after.database.with_name(after.database.name + "-wal")
        counted = Tally(1, int(hot.exists() and hot.stat().st_size > 0))
        counted.add(Tally(0, 0, *compare(before, look_at(after), said)))
    except (DeskError, sa.exc.DatabaseError):
        return Tally(tried=1, lost=len(said), half=1)
    finally:
        shutil.rmtree(after.folder)
    return counted
