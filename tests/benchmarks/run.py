"""The bench command: `python3 dev.py bench [--json] [names...]`."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.acts import ACTS
from tests.benchmarks.data import Size, fresh_copy
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, disk_of

WHOLE = Size()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every act beside its baseline, in turns, on one encrypted file; 0 when every limit is kept.

    `--slow ACT` makes one act slow on purpose: its line must then say that the limit is not kept.
    """
    parser = argparse.ArgumentParser(prog="bench", description=main.__doc__)
    parser.add_argument("names", nargs="*", metavar="ACT", help=", ".join(ACTS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--people", type=int, default=WHOLE.people)
    parser.add_argument("--marks", type=int, default=WHOLE.marks)
    parser.add_argument("--slow", default="", metavar="ACT")
    options = parser.parse_args(arguments)
    unknown = {*options.names, options.slow} - {*ACTS, ""}
    if unknown:
        parser.error(f"no such act: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = measure(options.names or list(ACTS), Size(options.people, options.marks), slow=options.slow)
    if options.json:
        print(json.dumps(report, indent=1, ensure_ascii=False))
    else:
        _print_table(report)
    return 0 if all(line["kept"] for line in report.values()) else 1


def measure(names: Sequence[str], size: Size, *, slow: str = "") -> dict[str, dict[str, Any]]:
    """Give one line for each figure of the named acts, with the size of the data and the disk it lies on."""
    with tempfile.TemporaryDirectory(prefix="jatigi-bench-run-") as scratch:
        ground = Ground(fresh_copy(size, Path(scratch)), slow=slow)
        try:
            figures = [figure for name in names for figure in ACTS[name](ground)]
        finally:
            ground.let_go()
        shared = {"data": str(size), "disk": disk_of(Path(scratch))}
    return {figure.act: _line(figure) | shared for figure in figures}


def _line(figure: Figure) -> dict[str, Any]:
    names = ("value", "unit", "limit", "baseline", "beside", "kept")
    return {name: getattr(figure, name) for name in names}


def _print_table(report: dict[str, dict[str, Any]]) -> None:
    for act, line in report.items():
        said = "kept" if line["kept"] else "NOT KEPT"
        print(f"{act}: {line['value']:g} {line['unit']} (limit {line['limit']:g}) {said}")
        print(f"    baseline {line['baseline']:g} {line['beside']}; {line['data']}; {line['disk']}")


if __name__ == "__main__":
    sys.exit(main())
