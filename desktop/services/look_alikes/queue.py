"""The pairs that wait for staff to say whether they are one person; "same" makes one file of both in the same act."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.people import LookAlike, Person
from desktop.rights import Permission
from desktop.services.look_alikes.apart import WAITS, count_apart, pairs_apart
from desktop.services.look_alikes.telling import likeness, said_reasons
from desktop.services.merging import Side, join, part, sides_of
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import LookAlikeVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedPair:
    """Two files side by side, and why they look alike, in the language of the screen."""

    id: UUID
    older: Side
    newer: Side
    likeness: str
    reasons: str
    verdict: LookAlikeVerdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a decision changed: the verdicts there were, and the key of the file that was merged."""

    former: tuple[tuple[UUID, LookAlikeVerdict | None], ...]
    absorbed: UUID | None


class LookAlikeQueueService:
    """Give the pairs that wait, take decisions, and take decisions back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pairs(self, limit: int = 200) -> list[QueuedPair]:
        """Give the pairs that wait, the likeliest first and those put off at the end."""
        with self._desk.read(Permission.EDIT_PEOPLE) as look:
            put_off = sa.case((LookAlike.verdict == LookAlikeVerdict.LATER, 1), else_=0)
            rows = look.rows(
                pairs_apart(look).where(WAITS).order_by(put_off, LookAlike.score.desc(), LookAlike.id).limit(limit)
            )
            found = {(row.older, row.newer): row for row in reversed(rows)}
            sides = sides_of(look, {key for pair in found for key in pair})
        return [_pair(row, sides) for row in rows if found[row.older, row.newer] is row]

    def count(self) -> int:
        """Count the pairs that wait, each once."""
        with self._desk.read(Permission.EDIT_PEOPLE) as look:
            return count_apart(look, WAITS)

    def decide(self, pair: UUID, verdict: LookAlikeVerdict, *, keep: str = "") -> Decision:
        """Keep what was decided about a pair; one person becomes one file, that of the code `keep` or the older.

        Raises:
            ChangedMeanwhile: a colleague changed one of both meanwhile.
            TwoOpenStays: they are one person, and both files have a stay that is open.
            NotFound: no such pair is apart, the reader may not see both of it, or `keep` is neither.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            former, older, newer = _of_pair(work, pair)
            for key, _ in former:
                work.change(LookAlike, key, verdict=verdict)
            absorbed = None
            if verdict is LookAlikeVerdict.SAME:
                kept, gone = _which(work, older, newer, keep)
                join(work, kept, gone)
                absorbed = gone.id
                work.trace("merge files", "person", absorbed, ["merged_into"])
            work.trace("decide look-alike", "look_alike", pair, ["verdict"])
        return Decision(former=former, absorbed=absorbed)

    def take_back(self, decision: Decision) -> None:
        """Let a decision not have been: the verdicts are as before, and merged files are two again.

        Raises:
            NotMerged: a colleague parted them meanwhile.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            if decision.absorbed is not None:
                part(work, work.row(sa.select(Person.__table__).where(Person.id == decision.absorbed)))
                work.trace("part files", "person", decision.absorbed, ["merged_into"])
            for key, verdict in decision.former:
                work.change(LookAlike, key, verdict=verdict)
            work.trace("take back look-alike", "look_alike", "", ["verdict"])


def _pair(row: Any, sides: dict[UUID, Side]) -> QueuedPair:
    return QueuedPair(
        id=row.id,
        older=sides[row.older],
        newer=sides[row.newer],
        likeness=likeness(row.score),
        reasons=said_reasons(row.reasons),
        verdict=row.verdict,
    )


def _of_pair(work: UnitOfWork, pair: UUID) -> tuple[tuple[tuple[UUID, Any], ...], UUID, UUID]:
    """Give every row about the two files of a pair with its verdict, and the keys of the older and the newer."""
    apart = pairs_apart(work)
    row = work.row(apart.where(LookAlike.id == pair))
    if row is None:
        raise NotFound(code=pair)
    pairs = apart.subquery()
    about = sa.select(pairs.c.id, pairs.c.verdict).where(pairs.c.older == row.older, pairs.c.newer == row.newer)
    return tuple((one.id, one.verdict) for one in work.rows(about)), row.older, row.newer


def _which(work: UnitOfWork, older: UUID, newer: UUID, keep: str) -> tuple[Any, Any]:
    rows = work.rows(sa.select(Person.__table__).where(Person.id.in_([older, newer])).order_by(Person.id))
    if keep and keep not in {row.code for row in rows}:
        raise NotFound(code=keep)
    kept, gone = sorted(rows, key=lambda row: row.code != (keep or rows[0].code))
    return kept, gone
