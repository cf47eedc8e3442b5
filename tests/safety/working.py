"""Two acts of the day as the program's own services do them, and the process that is killed at it."""

import itertools
import random
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.centre import Centre
from desktop.vocabulary import AttendanceStatus
from tests.safety.prepared import LOGIN, PASSWORD, Prepared, bring_in, invent_list

Act = tuple[str, Callable[[], object]]
Say = Callable[[str], object]


def marks(centre: Centre, session: str) -> Iterator[Act]:
    """Mark one line of the roster after the other, without end."""
    lines = [line.attendance_id for line in centre.attendance.open_sheet(session).lines]
    for line in itertools.cycle(lines):
        status = random.choice(list(AttendanceStatus))
        yield f"{line} {status}", partial(centre.attendance.mark, line, status)


def imports(centre: Centre, _: str) -> Iterator[Act]:
    """Bring one list in after the other, without end."""
    with tempfile.TemporaryDirectory() as name:
        for _turn in itertools.count():
            file = invent_list(Path(name) / f"{random.getrandbits(64):016x}.csv")
            yield file.name, partial(bring_in, centre, file)


ACTS = {"marks": marks, "imports": imports}


def work(prepared: Prepared, act: str, say: Say, *, early: bool, count: int | None = None) -> Centre:
    """Sign in and do `count` acts, or act until killed; each is said once its service returned, or `early`."""
    centre = Centre.open(prepared.folder, LOGIN, PASSWORD)
    for name, step in itertools.islice(ACTS[act](centre, prepared.session), count):
        if early:
            say(name)
        step()
        if not early:
            say(name)
    return centre


def work_until_killed(prepared: Prepared, act: str, early: bool, pipe: Connection) -> None:  # noqa: FBT001 - a process takes plain arguments
    """Work in a process of its own and acknowledge through a pipe, which keeps what was said before the kill."""
    work(prepared, act, lambda name: pipe.send_bytes(name.encode()), early=early)
