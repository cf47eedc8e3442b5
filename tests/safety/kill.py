"""Killing the program in the middle of its work, and counting what is lost."""

import multiprocessing
import random
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any

from tests.safety.looking import compare, look_at
from tests.safety.prepared import Prepared
from tests.safety.working import work_until_killed

_LANES = 2
_PER_VAULT = 15
_LONGEST_S = 0.3
_START_S = 60
# A server that has loaded the program already starts each worker at once.
_PROCESSES: Any = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
_PROCESSES.set_forkserver_preload(["tests.safety.working"])
# Starting a process asks after every other one: a lane would take the exit code that its neighbour waits for.
_ONE_AT_A_TIME = Lock()


@dataclass(slots=True)
class Tally:
    """Kills tried, with how many a hot journal file was left; acts acknowledged and found, lost, or half there."""

    tried: int = 0
    hot: int = 0
    found: int = 0
    lost: int = 0
    half: int = 0

    def add(self, other: "Tally") -> None:
        """Add what another lane counted."""
        self.tried, self.hot, self.found, self.lost, self.half = map(
            sum, zip(astuple(self), astuple(other), strict=True)
        )


def kill_many(prepared: Prepared, act: str, kills: int, folder: Path, *, early: bool = False) -> Tally:
    """Kill a worker `kills` times at random moments; `act` is marks or imports, `early` the faulty build."""
    shares = [(kills + lane) // _LANES for lane in range(_LANES)]
    with ThreadPoolExecutor(_LANES) as lanes:
        tallies = lanes.map(lambda lane: _lane(prepared, act, shares[lane], folder / str(lane), early), range(_LANES))
    total = Tally()
    for one in tallies:
        total.add(one)
    return total


def _lane(prepared: Prepared, act: str, kills: int, folder: Path, early: bool) -> Tally:  # noqa: FBT001 - see kill_many
    tally, chance = Tally(), random.Random()
    for number in range(kills):
        if number % _PER_VAULT == 0:
            mine = prepared.copy(folder / str(number) / "Centre.vault")
            before = look_at(mine)
        said = _kill(mine, act, chance.uniform(0, _LONGEST_S), early=early)
        hot = mine.database.with_name(mine.database.name + "-wal")
        tally.add(Tally(1, int(hot.exists() and hot.stat().st_size > 0)))
        after = look_at(mine)
        tally.add(Tally(0, 0, *compare(before, after, said)))
        before = after
    return tally


def _kill(prepared: Prepared, act: str, after_s: float, *, early: bool) -> list[str]:
    """Let a worker work for some time, kill it, and give what it acknowledged.

    The program is killed at any moment; the faulty build right after an answer, where its fault is.
    """
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    worker = _PROCESSES.Process(target=work_until_killed, args=(prepared, act, early, theirs), daemon=True)
    with _ONE_AT_A_TIME:
        worker.start()
    theirs.close()
    said = _next(ours)
    worker.join(after_s)
    if early:
        said += _next(ours, while_waiting=True)
    with _ONE_AT_A_TIME:
        worker.kill()
        worker.join()
    if worker.exitcode != -signal.SIGKILL:
        raise RuntimeError(f"the worker stopped by itself: {worker.exitcode}")
    return said + _rest(ours)


def _next(pipe: Connection, *, while_waiting: bool = False) -> list[str]:
    """Wait for the next word, after those that wait already."""
    said = []
    while while_waiting and pipe.poll():
        said.append(pipe.recv_bytes().decode())
    if not pipe.poll(_START_S):
        raise RuntimeError("the worker does not answer")
    return [*said, pipe.recv_bytes().decode()]


def _rest(pipe: Connection) -> list[str]:
    """Read everything that was said before the end, and no half word."""
    said = []
    with pipe:
        while True:
            try:
                said.append(pipe.recv_bytes().decode())
            except (EOFError, OSError):
                return said
