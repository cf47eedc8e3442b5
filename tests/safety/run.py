"""The safety command: `python3 dev.py safety [--json] [--kills N] [--cuts N]`."""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.safety.cuts import cut_many
from tests.safety.kill import Tally, kill_many
from tests.safety.prepared import Prepared, prepare

KILLS, CUTS = 200, 320
CONTROL_KILLS, CONTROL_CUTS = 40, 20
_AT_ONCE = 4
# Enough work for the journal file of the database to be brought in on the way.
_COUNTS = {"marks": 120, "imports": 12}

Line = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Stop the program in the middle of its work and report; 0 when nothing was lost and each faulty build was caught.

    Per test: how often it was `tried`, acknowledged acts `lost` or `found`, things `half` there, how often a `hot`
    journal file was left, and as `control` the acts lost by a build that is wrong on purpose.
    """
    parser = argparse.ArgumentParser(prog="safety", description=main.__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--cuts", type=int, default=CUTS)
    options = parser.parse_args(arguments)
    start = time.monotonic()
    report = measure(options.kills, options.cuts)
    if options.json:
        print(json.dumps(report, indent=1))
    else:
        for title, line in report.items():
            print(f"{title}: " + ", ".join(f"{word} {value}" for word, value in line.items()))
        print(f"{time.monotonic() - start:.0f} s")
    return 0 if all(passes(line) for line in report.values()) else 1


def measure(kills: int, cuts: int) -> dict[str, Line]:
    """Run every test, half of each on marks and half on imports."""
    with tempfile.TemporaryDirectory(prefix="jatigi-safety-") as name:
        prepared = prepare(Path(name) / "Centre.vault")
        report = {f"kill during {act}": measure_kills(prepared, act, kills // 2) for act in _COUNTS}
        return report | {f"power cut during {act}": measure_cuts(prepared, act, cuts // 2) for act in _COUNTS}


def measure_kills(prepared: Prepared, act: str, kills: int) -> Line:
    """Kill the program as it is, then a build that acknowledges before it commits."""
    with tempfile.TemporaryDirectory(prefix="jatigi-safety-") as name:
        tally = kill_many(prepared, act, kills, Path(name) / "durable")
        return _line(tally, _early(prepared, act, Path(name)))


def _early(prepared: Prepared, act: str, folder: Path) -> Tally:
    """Kill the faulty build until it loses something: a mark is committed within a millisecond or two of its answer."""
    total = Tally()
    while not total.lost and total.tried < CONTROL_KILLS:
        total.add(kill_many(prepared, act, _AT_ONCE, folder / f"early-{total.tried}", early=True))
    return total


def measure_cuts(prepared: Prepared, act: str, cuts: int, count: int | None = None) -> Line:
    """Cut the power of the program as it is, then of one that does not wait for the disk."""
    count = count or _COUNTS[act]
    with tempfile.TemporaryDirectory(prefix="jatigi-safety-") as name:
        tally = cut_many(prepared, act, cuts, Path(name) / "durable", count=count)
        loose = cut_many(prepared, act, min(cuts, CONTROL_CUTS), Path(name) / "loose", count=count, loose=True)
    return _line(tally, loose)


def _line(tally: Tally, control: Tally) -> Line:
    counts = {"tried": tally.tried, "lost": tally.lost, "found": tally.found, "control": control.lost}
    return counts | {"half": tally.half, "hot": tally.hot}


def passes(line: Line) -> bool:
    """Say whether nothing was lost or half done, something was found, and the faulty build was caught."""
    return not line["lost"] and not line["half"] and line["found"] > 0 and line["control"] > 0


if __name__ == "__main__":
    sys.exit(main())
