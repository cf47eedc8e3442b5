"""From the command to the first painted window, beside a window of Qt that does nothing."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground

_ROOT = Path(__file__).parents[3]


def measure(ground: Ground) -> list[Figure]:
    """Start both processes in turns, until each says that it was painted."""
    ground.let_go()
    rounds = ground.rounds(15)
    sign_in, bare = ["sign_in", str(ground.data.folder)], ["bare"]
    for command in (sign_in, bare):
        child(command)
    acts, beside = [lambda: child(sign_in)] * rounds, [lambda: child(bare)] * rounds
    pair = in_turns(acts, beside, again=ground.again("start"))
    return [pair.ratio("sign-in window / bare window", 1.75, "a bare PySide6 window process")]


def child(words: Sequence[str]) -> float:
    """Run one of the processes to its end and give the figure it said."""
    command = [sys.executable, "-m", "tests.benchmarks.children", *words]
    done = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True, timeout=300)
    return float(done.stdout.split()[-1])
