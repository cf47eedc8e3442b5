"""The pointer from one file to the file it went into; no other row is touched, so that parting restores everything."""

from collections import defaultdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.accounts import Act, ActRow
from desktop.models.people import Person
from desktop.services.merging.clashes import check_stays
from desktop.services.name_index import index_people
from desktop.storage.unit_of_work import UnitOfWork

MERGE = "merge files"


class AlreadyOne(DeskError):
    """A file cannot go into itself, nor into one that went into it."""

    sentence = mark("“{code}” and “{other}” are one and the same file already.")


class NotMerged(DeskError):
    """A file that went into no other cannot be parted from it."""

    sentence = mark("“{code}” is a file of its own: there is nothing to part.")


def join(work: UnitOfWork, kept: Any, absorbed: Any) -> None:
    """Let `absorbed` be read as `kept`; both are rows of `Person` that went into no other file.

    Raises:
        AlreadyOne: both are one file.
        TwoOpenStays: both have a stay that is open.
        ChangedMeanwhile: a colleague changed `absorbed` since it was read.
    """
    if kept.id == absorbed.id:
        raise AlreadyOne(code=kept.code, other=absorbed.code)
    check_stays(work, kept.id, absorbed.id)
    work.change(Person, absorbed.id, seen_version=absorbed.version_id, merged_into=kept.id)
    _lead(work, Person.canonical_id == absorbed.id, kept.id)
    index_people(work, [kept.id])
    act = work.insert(Act, kind=MERGE, at=work.now)
    rows = (
        (absorbed.id, absorbed.version_id + 1, {"merged_into": None}),
        (kept.id, kept.version_id, None),  # what brought it in can no longer be undone by itself
    )
    for key, version, before in rows:
        work.insert(ActRow, act_id=act, table_name="person", row_id=key, version_after=version, before=before)


def part(work: UnitOfWork, absorbed: Any) -> None:
    """Let a file be read by itself again, with those that went into it; `absorbed` is its row of `Person`.

    Raises:
        NotMerged: it went into no other file.
    """
    if absorbed.merged_into is None:
        raise NotMerged(code=absorbed.code)
    root: UUID = absorbed.canonical_id
    work.change(Person, absorbed.id, seen_version=absorbed.version_id, merged_into=None)
    _lead(work, Person.id.in_(_with_those_below(work, root, absorbed.id)), absorbed.id)
    index_people(work, [root, absorbed.id])
    for act in work.rows(standing_merge(absorbed.id)):
        work.change(Act, act.id, undone_at=work.now)


def standing_merge(person: UUID) -> Any:
    """Ask for the act that let a file go into another, as long as it stands."""
    joined = sa.select(Act.id, Act.at).join(ActRow, ActRow.act_id == Act.id)
    return joined.where(
        Act.kind == MERGE, Act.undone_at.is_(None), ActRow.row_id == person, ActRow.before.is_not(sa.null())
    )


def _lead(work: UnitOfWork, files: sa.ColumnElement[bool], root: UUID) -> None:
    work.run(sa.update(Person).where(files).values(canonical_id=root))


def _with_those_below(work: UnitOfWork, root: UUID, top: UUID) -> list[UUID]:
    """Give a file and every file whose pointers lead to it."""
    below: dict[UUID, list[UUID]] = defaultdict(list)
    for row in work.rows(sa.select(Person.id, Person.merged_into).where(Person.canonical_id == root)):
        if row.merged_into is not None:
            below[row.merged_into].append(row.id)
    found = [top]
    for key in found:
        found += below[key]
    return found
