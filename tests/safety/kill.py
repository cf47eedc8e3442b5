"""Killing the program in the middle of its work, and counting what is lost."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tests.safety.acts import look_at, prepare

_ROOT = Path(__file__).parent.parent.parent
_PER_FILE = 20
_LONGEST_S = 0.3


@dataclass(slots=True)
class Tally:
    """Kills tried, with how many a hot journal file was left; acts acknowledged and found, lost, or half there."""

    tried: int = 0
    hot: int = 0
    found: int = 0
    lost: int = 0
    half: int = 0


def kill_many(act: str, kills: int, folder: Path, *, early: bool = False) -> Tally:
    """Kill a worker `kills` times at random moments; `act` is marks or imports, `early` the faulty build."""
    tally, chance = Tally(), random.Random()
    children = _children(act, kills, folder, early=early)
    for number, (path, child) in enumerate(children):
        if number % _PER_FILE == 0:
            prepare(path)
        said = _kill(child, chance.uniform(0.03, _LONGEST_S))
        hot = path.with_name(path.name + "-wal")
        tally.hot += hot.exists() and hot.stat().st_size > 0
        found = look_at(path)
        tally.tried += 1
        tally.found += len(said & found.whole)
        tally.lost += len(said - found.whole)
        tally.half += found.half
    return tally


def _children(act: str, kills: int, folder: Path, *, early: bool) -> Iterator[tuple[Path, "subprocess.Popen[bytes]"]]:
    """Give the workers one after the other, each started while the one before is at work."""
    paths = [folder / f"data-{number // _PER_FILE + 1}.db" for number in range(kills)]
    waiting = _start(paths[0], act, early=early)
    for number, path in enumerate(paths):
        current = waiting
        if number + 1 < kills:
            waiting = _start(paths[number + 1], act, early=early)
        yield path, current


def _start(path: Path, act: str, *, early: bool) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.safety.child", str(path), act, "early" if early else "durable"]
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _kill(child: "subprocess.Popen[bytes]", after_s: float) -> frozenset[UUID]:
    """Let a worker work for some time, kill it, and give the keys it acknowledged in full."""
    with child:
        if child.stdin is None or child.stdout is None or child.stdout.readline() != b"ready\n":
            raise RuntimeError("the worker did not start")
        child.stdin.write(b"go\n")
        child.stdin.flush()
        first = child.stdout.readline()
        time.sleep(after_s * (1 if first else 0))
        ended = child.poll()
        child.kill()
        said = first + child.stdout.read()
    if ended is not None:
        raise RuntimeError("the worker stopped by itself")
    return frozenset(UUID(line.decode()) for line in said.split(b"\n")[:-1])
