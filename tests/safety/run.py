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

KILLS = 200
CONTROL_KILLS = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, count and report; 0 when nothing was lost and the faulty build was caught.

    Per test: `tried` kills, acknowledged acts `lost` or `found`, acts `half` there, and as `control` the acts lost
    by a build that acknowledges too early.
    """
    parser = argparse.ArgumentParser(prog="safety", description=main.__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kills", type=int, default=KILLS)
    options = parser.parse_args(arguments)
    start = time.monotonic()
    report = {f"kill during {act}": measure(act, options.kills // 2) for act in ("marks", "imports")}
    if options.json:
        print(json.dumps(report, indent=1))
    else:
        for name, line in report.items():
            print(f"{name}: " + ", ".join(f"{word} {value}" for word, value in line.items()))
        print(f"{time.monotonic() - start:.0f} s")
    return 0 if all(passes(line) for line in report.values()) else 1


def measure(act: str, kills: int, control_kills: int = CONTROL_KILLS) -> dict[str, Any]:
    """Kill the program as it is, then the faulty build."""
    with tempfile.TemporaryDirectory(prefix="jatigi-safety-") as folder:
        tally = _in(Path(folder) / "durable", act, kills, early=False)
        control = _in(Path(folder) / "early", act, control_kills, early=True)
    counts = {"tried": tally.tried, "lost": tally.lost, "found": tally.found, "control": control.lost}
    return counts | {"half": tally.half, "hot": tally.hot}


def passes(line: dict[str, Any]) -> bool:
    """Say whether nothing was lost or half done, something was found, and the faulty build was caught."""
    return not line["lost"] and not line["half"] and line["found"] > 0 and line["control"] > 0


def _in(folder: Path, act: str, kills: int, *, early: bool) -> Tally:
    folder.mkdir()
    return kill_many(act, kills, folder, early=early)


if __name__ == "__main__":
    sys.exit(main())
