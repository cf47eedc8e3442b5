"""Merging two files of one person, and parting them again, weeks later too."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.codes import tidy
from desktop.models.people import Person
from desktop.rights import Permission
from desktop.services.merging.clashes import SharedSession, both_lodge, shared_sessions
from desktop.services.merging.pointers import AlreadyOne, join, part, standing_merge
from desktop.services.merging.sides import Side, side_of
from desktop.services.people_search import visible_person
from desktop.storage.unit_of_work import Desk, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeMerging:
    """Two files side by side, the older first, and what should be known before they become one.

    `sessions` are those where both were marked present; with `both_lodge` the two cannot become one yet.
    """

    older: Side
    newer: Side
    sessions: tuple[SharedSession, ...]
    both_lodge: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFile:
    """A file that is read as another one; `merged_at` is None where it was merged before acts were kept."""

    code: str
    name: str
    merged_at: datetime | None


class MergingService:
    """Let two files be read as one; rows never move, and whoever reads follows the pointer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def before(self, one: str, other: str) -> BeforeMerging:
        """Give what should be known before two files become one, named by any code that leads to them.

        Raises:
            AlreadyOne: both codes lead to one file.
            NotFound: a code leads to nobody, or to nobody the reader may see.
        """
        with self._desk.read(Permission.EDIT_PEOPLE) as look:
            first, second = sorted(_two(look, one, other), key=lambda row: row.id)
            return BeforeMerging(
                older=side_of(first),
                newer=side_of(second),
                sessions=shared_sessions(look, first.id, second.id),
                both_lodge=both_lodge(look, first.id, second.id),
            )

    def merge(self, kept: str, absorbed: str) -> str:
        """Let the second file be read as the first, and give the code by which they can be parted.

        Raises:
            AlreadyOne: both codes lead to one file.
            TwoOpenStays: both have a stay that is open.
            NotFound: a code leads to nobody, or to nobody the member of staff may see.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            stays, goes = _two(work, kept, absorbed)
            join(work, stays, goes)
            work.trace("merge files", "person", goes.id, ["merged_into"])
        code: str = goes.code
        return code

    def unmerge(self, code: str) -> None:
        """Let a merged file be read by itself again, with whatever went into it.

        Raises:
            NotMerged: it went into no other file.
            NotFound: no person has this code, or none the member of staff may see.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            visible_person(work, code)
            row = work.row(sa.select(Person.__table__).where(Person.code == tidy(code)))
            if row is None:
                raise NotFound(code=code)
            part(work, row)
            work.trace("part files", "person", row.id, ["merged_into"])

    def merged(self, code: str) -> list[MergedFile]:
        """Give the files that are read as the one a code leads to, the latest merged first.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            root = visible_person(look, code).id
            question = sa.select(Person.id, Person.code, Person.given_names, Person.family_name)
            rows = look.rows(question.where(Person.canonical_id == root, Person.id != root).order_by(Person.code))
            files = [_merged(look, row) for row in rows]
        return sorted(files, key=lambda one: one.merged_at.timestamp() if one.merged_at else 0.0, reverse=True)


def _two(look: Reading, one: str, other: str) -> tuple[sa.Row[Any], sa.Row[Any]]:
    first, second = visible_person(look, one), visible_person(look, other)
    if first.id == second.id:
        raise AlreadyOne(code=tidy(one), other=tidy(other))
    return first, second


def _merged(look: Reading, row: Any) -> MergedFile:
    act = look.row(standing_merge(row.id))
    name = f"{row.given_names} {row.family_name}".strip()
    return MergedFile(code=row.code, name=name, merged_at=act.at if act else None)
