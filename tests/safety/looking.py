"""What stands in a vault after any stop: its acts in their order, and whatever is only half there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import sqlalchemy as sa

from desktop.models.accounts import Journal
from desktop.models.activity import Attendance, AttendanceMark
from desktop.models.people import Person
from desktop.models.stays import ManifestImport, ManifestLine
from desktop.storage.anchors import lost_since, read_anchors
from desktop.storage.check import full_check
from desktop.storage.engine import open_engines
from desktop.storage.folder import VaultFolder
from tests.safety.prepared import LIST_ROWS, ROSTER, Prepared


@dataclass(frozen=True, slots=True)
class Seen:
    """Every act that is whole, in the order of each line or list, and the number of half things found."""

    acts: dict[str, list[str]] = field(default_factory=dict)
    half: int = 0


def look_at(prepared: Prepared) -> Seen:
    """Open the vault's file as after any stop and check all of it."""
    engines = open_engines(prepared.database, prepared.dek)
    try:
        with engines.reader.begin() as connection:
            marks, half_marks = _marks(connection)
            lists, half_lists = _lists(connection)
            ahead = len(lost_since(connection, read_anchors(VaultFolder(prepared.folder).anchors)))
    finally:
        engines.close()
    report = full_check(prepared.database, prepared.dek)
    return Seen(marks | lists, half_marks + half_lists + ahead + len(report.faults))


def _marks(connection: sa.Connection) -> tuple[dict[str, list[str]], int]:
    marks: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        sa.select(AttendanceMark.attendance_id, AttendanceMark.status).order_by(AttendanceMark.id)
    ):
        marks[str(row.attendance_id)].append(str(row.status))
    stale = sum(
        marks.get(str(row.id), [""])[-1] != str(row.status or "")
        for row in connection.execute(sa.select(Attendance.id, Attendance.status))
    )
    traced = connection.scalar(
        sa.select(sa.func.count()).select_from(Journal).where(Journal.action == "mark attendance")
    )
    return dict(marks), stale + abs(int(traced or 0) - sum(map(len, marks.values())))


def _lists(connection: sa.Connection) -> tuple[dict[str, list[str]], int]:
    question = (
        sa.select(ManifestImport.file_name, sa.func.count(ManifestLine.id), sa.func.count(Person.id))
        .outerjoin(ManifestLine, ManifestLine.import_id == ManifestImport.id)
        .outerjoin(Person, Person.id == ManifestLine.person_id)
        .group_by(ManifestImport.id)
    )
    lists = {row[0]: (row[1], row[2]) for row in connection.execute(question)}
    whole = [name for name, counts in lists.items() if set(counts) <= {LIST_ROWS, ROSTER}]
    people = int(connection.scalar(sa.select(sa.func.count()).select_from(Person)) or 0)
    traced = connection.scalar(sa.select(sa.func.count()).select_from(Journal).where(Journal.action == "import convoy"))
    loose = int(people != sum(counts[0] for counts in lists.values())) + abs(int(traced or 0) - len(lists))
    return {name: [""] for name in whole}, len(lists) - len(whole) + loose


def compare(before: Seen, after: Seen, said: Iterable[str]) -> tuple[int, int, int]:
    """Count the acknowledged acts that are found and lost, and the things that are half there or came from nowhere.

    One act more than was acknowledged may be there: the one that was saved when the stop came before its answer.
    """
    wanted: dict[str, list[str]] = defaultdict(list)
    for name in said:
        what, _, value = name.partition(" ")
        wanted[what].append(value)
    found = lost = more = 0
    for what in wanted.keys() | after.acts.keys() | before.acts.keys():
        old, new = before.acts.get(what, []), after.acts.get(what, [])
        fresh = new[len(old) :] if new[: len(old)] == old else []
        kept = sum(a == b for a, b in zip(wanted[what], fresh, strict=False))
        found, lost = found + kept, lost + len(wanted[what]) - kept + len(old) * (new[: len(old)] != old)
        more += max(len(fresh) - kept, 0)
    return found, lost, after.half + max(more - 1, 0)
