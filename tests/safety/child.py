"""The process that is killed: it works without a pause and says each act once it is done."""

import os
import sys
from pathlib import Path
from uuid import UUID

from desktop.storage.engine import open_engines
from tests.safety.acts import KEY, Worker


def main() -> None:
    """Say `ready`, wait for a word, then work until killed."""
    path, act, when = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    os.write(1, b"ready\n")
    sys.stdin.readline()
    worker = Worker(open_engines(path, KEY), _say, early=when == "early")
    work = worker.mark if act == "marks" else worker.bring_in
    while True:
        work()


def _say(key: UUID) -> None:
    """Write straight to the pipe: what was said before the kill must be read after it."""
    os.write(1, key.hex.encode() + b"\n")


if __name__ == "__main__":
    main()
