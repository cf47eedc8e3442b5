"""Two acts of the day as the program does them, and what a whole one looks like afterwards."""

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.accounts import Act, Journal
from desktop.models.activity import ActivityType, Attendance, AttendanceMark, Session
from desktop.models.base import now
from desktop.models.centre import Site
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.stays import Convoy, ManifestImport, ManifestLine
from desktop.rights import Permission, Role
from desktop.storage import journal
from desktop.storage.engine import Engines, open_engines
from desktop.storage.migrate import create_database
from desktop.storage.unit_of_work import Desk, Member
from desktop.vocabulary import AttendanceStatus, ManifestState, MarkSource

KEY = bytes(range(32))
ROSTER = 40
LIST_ROWS = 30


def prepare(path: Path) -> None:
    """Make a centre with one session and a roster of anonymous numbers."""
    create_database(path, KEY)
    engines = open_engines(path, KEY)
    moment = now()
    with sit(engines).begin(Permission.MANAGE_CENTRE) as work:
        site = work.insert(Site, code="BKO", name="Bamako")
        kind = work.insert(ActivityType, code="FOOT", label_fr="Football", label_en="Football")
        session = work.insert(
            Session,
            code="S-1",
            type_id=kind,
            site_id=site,
            on_date=date(2026, 11, 24),
            starts_at=moment,
            ends_at=moment,
        )
        roster = [{"id": uuid7(), "session_id": session, "anon_label": f"n {n}"} for n in range(ROSTER)]
        work.insert_many(Attendance, roster)
        work.trace("prepare")
    engines.close()


def sit(engines: Engines) -> Desk:
    """Sit somebody with every role at the desk."""
    return Desk(engines, Member(UUID(int=1), "test", "Test", frozenset(Role)))


class Worker:
    """Somebody who marks attendance or brings lists in, and says so at the right moment or too early."""

    def __init__(self, engines: Engines, say: Any, *, early: bool) -> None:
        self._desk = sit(engines)
        self._say = say
        self._early = early
        with self._desk.read(Permission.SEE_WEEK) as look:
            self._roster = [row.id for row in look.rows(sa.select(Attendance.id))]
            self._site = look.scalar(sa.select(Site.id))

    def mark(self) -> None:
        """Mark one line of the roster."""
        line, key, status = secrets.choice(self._roster), uuid7(), secrets.choice(list(AttendanceStatus))
        if self._early:
            self._say(key)
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            stamp = {"at": work.now, "created_at": work.now, "created_by": work.member.id}
            row = {"id": key, "attendance_id": line, "status": status, "source": MarkSource.KEYS, **stamp}
            work.run(sa.insert(AttendanceMark), [row])
            work.change(Attendance, line, status=status, marked_at=work.now)
            work.trace("mark", "attendance_mark", key, ["status"])
        if not self._early:
            self._say(key)

    def bring_in(self) -> None:
        """Bring a list of people in as one act."""
        key = uuid7()
        if self._early:
            self._say(key)
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            act = work.insert(Act, kind="import", at=work.now)
            convoy = work.insert(Convoy, site_id=self._site)
            head = {"convoy_id": convoy, "file_name": "list.csv", "file_hash": key.bytes, "fingerprint": key.bytes}
            work.insert(ManifestImport, id=key, mapping={}, act_id=act, **head)
            people = [uuid7() for _ in range(LIST_ROWS)]
            work.insert_many(Person, [{"id": one, "code": str(one), "canonical_id": one} for one in people])
            state = {"cells": {}, "state": ManifestState.ARRIVED}
            lines = [{"import_id": key, "row_no": n, "person_id": one, **state} for n, one in enumerate(people)]
            work.insert_many(ManifestLine, lines)
            work.trace("import", "manifest_import", key)
        if not self._early:
            self._say(key)


@dataclass(frozen=True, slots=True)
class Found:
    """What is in the file: the whole acts by key, and how many are half there."""

    whole: frozenset[UUID]
    half: int


def look_at(path: Path) -> Found:
    """Open the file as after any stop and sort its acts into whole and half ones."""
    engines = open_engines(path, KEY)
    try:
        with engines.reader.begin() as connection:
            broken = journal.verify(connection).broken_at is not None
            damaged = connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok"
            orphans = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
            marks, half_marks = _marks(connection)
            lists, half_lists = _lists(connection)
    finally:
        engines.close()
    return Found(marks | lists, half_marks + half_lists + broken + damaged + orphans)


def _marks(connection: sa.Connection) -> tuple[frozenset[UUID], int]:
    written = frozenset(connection.scalars(sa.select(AttendanceMark.id)).all())
    last = sa.select(AttendanceMark.status).where(AttendanceMark.attendance_id == Attendance.id)
    last_mark = last.order_by(AttendanceMark.id.desc()).limit(1).scalar_subquery()
    stale = sa.select(sa.func.count()).select_from(Attendance).where(Attendance.status.is_distinct_from(last_mark))
    return written, len(written ^ _traced(connection, "mark")) + int(connection.scalar(stale) or 0)


def _lists(connection: sa.Connection) -> tuple[frozenset[UUID], int]:
    lines = sa.func.count(ManifestLine.id)
    question = sa.select(ManifestImport.id, lines).outerjoin(ManifestLine).group_by(ManifestImport.id)
    rows = {row[0]: row[1] for row in connection.execute(question)}
    people = int(connection.scalar(sa.select(sa.func.count()).select_from(Person)) or 0)
    short = sum(count != LIST_ROWS for count in rows.values())
    loose = int(people != LIST_ROWS * len(rows))
    return frozenset(rows), short + loose + len(frozenset(rows) ^ _traced(connection, "import"))


def _traced(connection: sa.Connection, action: str) -> frozenset[UUID]:
    return frozenset(map(UUID, connection.scalars(sa.select(Journal.object_id).where(Journal.action == action))))
