"""The safety command: `python3 dev.py safety [--json] [--kills N]`."""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.safety.kill import Tally, kill_many
from tests.safety.prepared import Prepared, prepare

KILLS = 200
CONTROL_KILLS = 40
_AT_ONCE = 4

Line = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Stop the program in the middle of its work and report; 0 when nothing was lost and every faulty build was caught.

    Per test: how often it was `tried`, acknowledged acts `lost` or `found`, things `half` there, and as `control` the
    acts lost by a build that is wrong on purpose.
    """
    parser = argparse.ArgumentParser(prog="safety", description=main.__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kills", type=int, default=KILLS)
    options = parser.parse_args(arguments)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="jatigi-safety-") as name:
        prepared = prepare(Path(name) / "Centre.vault")
        report = {
            f"kill during {act}": measure_kills(prepared, act, options.kills // 2) for act in ("marks", "imports")
        }
    if options.json:
        print(json.dumps(report, indent=1))
    else:
        for title, line in report.items():
            print(f"{title}: " + ", ".join(f"{word} {value}" for word, value in line.items()))
        print(f"{time.monotonic() - start:.0f} s")
    return 0 if all(passes(line) for line in report.values()) else 1


def measure_kills(prepared: Prepared, act: str, kills: int) -> Line:
    """Kill the program as it is, then a build that acknowledges before it commits."""
    with tempfile.TemporaryDirectory(prefix="jatigi-safety-") as name:
        tally = kill_many(prepared, act, kills, Path(name) / "durable")
        control = _control(prepared, act, Path(name))
    counts = {"tried": tally.tried, "lost": tally.lost, "found": tally.found, "control": control.lost}
    return counts | {"half": tally.half, "hot": tally.hot}


def _control(prepared: Prepared, act: str, folder: Path) -> Tally:
    """Kill the faulty build until it loses something: a mark is committed within a millisecond or two of its answer."""
    total = Tally()
    while not total.lost and total.tried < CONTROL_KILLS:
        total.add(kill_many(prepared, act, _AT_ONCE, folder / f"early-{total.tried}", early=True))
    return total


def passes(line: Line) -> bool:
    """Say whether nothing was lost or half done, something was found, and the faulty build was caught."""
    return not line["lost"] and not line["half"] and line["found"] > 0 and line["control"] > 0


if __name__ == "__main__":
    sys.exit(main())
