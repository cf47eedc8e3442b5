"""One mark of attendance, on disk when it is answered."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import Attendance
from desktop.models.keys import uuid7
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService
from desktop.vocabulary import AttendanceStatus
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground

_AT = "2026-11-16 09:00:00.000000"


def measure(ground: Ground) -> list[Figure]:
    """Mark lines drawn by chance through the service, and beside it the same statements on the bare file."""
    service = AttendanceService(ground.desk)
    with ground.desk.read(Permission.SEE_ATTENDANCE) as look:
        lines = [row.id for row in look.rows(sa.select(Attendance.id).order_by(Attendance.id).limit(4000))]
    drawn = [ground.chance.choice(lines) for _ in range(ground.rounds(300))]
    statuses = list(AttendanceStatus)
    acts = [partial(service.mark, line, ground.chance.choice(statuses)) for line in drawn]
    for act in acts[:10]:
        act()
    pair = in_turns(acts, [_bare(ground, line) for line in drawn], again=ground.again("mark"))
    beside = "the same statements raw on the same file"
    return [
        pair.ratio("one mark / the same statements", 5, beside),
        pair.slowest("one mark", 5, beside),
    ]


def _bare(ground: Ground, line: UUID) -> Callable[[], None]:
    def mark() -> None:
        with ground.raw(reading=False) as raw:
            _statements(raw, line.bytes, ground.desk.member.id.bytes)

    return mark


def _statements(raw: Any, line: bytes, actor: bytes) -> None:
    run = raw.execute
    run("BEGIN IMMEDIATE")
    (session,) = run("SELECT session_id FROM attendance WHERE id = ?", (line,)).fetchone()
    run("SELECT state, outcome, closed_at, site_id FROM session WHERE id = ?", (session,)).fetchone()
    run(
        "INSERT INTO attendance_mark (id, attendance_id, status, at, source, created_at, created_by)"
        " VALUES (?, ?, 'present', ?, 'keys', ?, ?)",
        (uuid7().bytes, line, _AT, _AT, actor),
    )
    run(
        "UPDATE attendance SET status = 'present', counted = 1, marked_at = ?, version_id = version_id + 1,"
        " updated_at = ?, updated_by = ? WHERE id = ?",
        (_AT, _AT, actor, line),
    )
    seq, last = run("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    run(
        "INSERT INTO journal (seq, at, session, actor, action, object_type, object_id, detail, prev, hash)"
        " VALUES (?, ?, ?, ?, 'mark attendance', 'attendance', ?, 'status', ?, ?)",
        (seq + 1, _AT, secrets.token_bytes(8), actor, line.hex(), last, secrets.token_bytes(32)),
    )
    run("COMMIT")
