"""The Desk: an open database with a member of staff signed in, and the only door to the data."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed
from desktop.models.base import Base, now, table_of
from desktop.models.keys import uuid7
from desktop.models.sealed import Draft
from desktop.rights import Permission, allowed
from desktop.storage import journal
from desktop.storage.engine import Engines
from desktop.storage.reading import Member, Reading
from desktop.storage.signing import Signing
from desktop.storage.witness import Witness
from desktop.vault.identity import Identity
from desktop.vault.keyring import Keyring

__all__ = ["Desk", "Member", "Reading", "UnitOfWork", "Untraced"]


class Untraced(RuntimeError):
    """A change without a journal line must not be saved."""


@dataclass(slots=True)
class _Traces:
    count: int = 0
    last: journal.Head | None = None


@dataclass(frozen=True, slots=True)
class UnitOfWork(Reading):
    """A change under one right: saved whole with its journal line, or not at all."""

    session: bytes = b""
    traces: _Traces = field(default_factory=_Traces)
    signing: Signing | None = None

    def insert(self, model: type[Base], **values: Any) -> UUID:
        """Write one new record and give its key."""
        key: UUID = values.setdefault("id", uuid7())
        self.insert_many(model, [values])
        return key

    def insert_many(self, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """Write new records; each row names the same columns."""
        if not rows:
            return
        table = table_of(model)
        stamps = {
            name: value
            for name, value in (
                ("created_at", self.now),
                ("created_by", self.member.id),
                ("updated_at", self.now),
                ("updated_by", self.member.id),
            )
            if name in table.c
        }
        self.connection.execute(sa.insert(table), [{**stamps, **row} for row in rows])

    def change(self, model: type[Base], key: UUID, *, seen_version: int | None = None, **values: Any) -> None:
        """Change a record; with `seen_version`, only if nobody changed it since it was read.

        Raises:
            ChangedMeanwhile: the record has another version, or is gone.
        """
        table = table_of(model)
        condition = table.c.id == key
        if seen_version is not None:
            condition &= table.c.version_id == seen_version
        stamped = {
            "version_id": table.c.version_id + 1,
            "updated_at": self.now,
            "updated_by": self.member.id,
        } | values
        if self.connection.execute(sa.update(table).where(condition).values(stamped)).rowcount != 1:
            raise ChangedMeanwhile

    def run(self, statement: sa.Executable, parameters: Sequence[dict[str, Any]] | None = None) -> int:
        """Carry out a statement on many rows and say how many it touched."""
        return self.connection.execute(statement, parameters).rowcount

    @property
    def keys(self) -> Keyring:
        """Give the keys of whoever acts as they will stand once this change is saved.

        Raises:
            NotAllowed: this desk was opened without keys.
        """
        if self.signing is None:
            raise NotAllowed
        return self.signing.keys

    def sign(self, obj: UUID, kind: str, data: dict[str, Any], by: Identity | None = None) -> None:
        """Write the next signed link about `obj`; it holds once this change is saved.

        Raises:
            ChainBroken: the signer, who is whoever is signed in unless `by` says otherwise, has no right to it.
            NotAllowed: this desk was opened without keys.
        """
        if self.signing is None:
            raise NotAllowed
        self.signing.sign(self.connection, self.now, obj, kind, data, by)

    def trace(self, action: str, object_type: str = "", object_id: object = "", fields: Sequence[str] = ()) -> None:
        """Write the journal line of this change: what was done, to which record, in which fields."""
        self._write(journal.Line(self.now, self.session, self.member.id, action, object_type, str(object_id),
                                 ",".join(fields)))  # fmt: skip

    def trace_without_author(self, action: str, object_type: str = "") -> None:
        """Write a journal line that does not tell who acted, as for a worry dropped in."""
        self._write(journal.Line(self.now, b"", None, action, object_type))

    def _write(self, line: journal.Line) -> None:
        self.traces.last = journal.append(self.connection, line)
        self.traces.count += 1


class Desk:
    """An unlocked database with a member of staff signed in."""

    def __init__(
        self, engines: Engines, member: Member, keys: Keyring | None = None, witness: Witness | None = None
    ) -> None:
        self.member = member
        self._keys = keys
        self._witness = witness
        self._engines = engines
        self._session = secrets.token_bytes(8)
        self._saved = count(1)
        self.changes = 0  # another number after every change: what was read at the same one still stands

    @property
    def keys(self) -> Keyring:
        """Give the keys of whoever is signed in.

        Raises:
            NotAllowed: this desk was opened without any.
        """
        if self._keys is None:
            raise NotAllowed
        return self._keys

    def may(self, permission: Permission) -> bool:
        """Say whether the member of staff holds a right."""
        return allowed(self.member.roles, permission)

    @contextmanager
    def begin(self, permission: Permission) -> Iterator[UnitOfWork]:
        """Start a change; leaving the block saves it, an error undoes it.

        Raises:
            NotAllowed: the member of staff does not hold the right.
        """
        self._check(permission)
        signing = Signing(self._keys) if self._keys else None
        with self._engines.writer.begin() as connection:
            work = UnitOfWork(connection, self.member, permission, session=self._session, signing=signing)
            yield work
            if work.traces.last is None:
                raise Untraced(permission)
            signed = self._witness and self._witness.sign_if_due(connection, work.traces.last, work.traces.count)
        self.changes = next(self._saved)
        if signing is not None:
            signing.take_effect()
        if self._witness and signed:
            self._witness.note(signed)

    def keep_draft(self, permission: Permission, draft: UUID, text: Callable[[], bytes]) -> bool:
        """Put what `text` gives in the place of a draft of one's own, and say whether one has such a draft.

        This is the one change without a journal line: saved every few seconds, a draft would fill the journal and
        tell when a colleague writes. The desk seals the text and names the row itself, so that no other change fits
        through.

        Raises:
            NotAllowed: the member of staff does not hold the right.
            TooLong: the sealed text would pass 16 MiB.
        """
        self._check(permission)
        drafts = table_of(Draft)
        own = (drafts.c.id == draft) & (drafts.c.staff_id == self.member.id)
        values = {"blob": self.keys.draft(draft, text()), "saved_at": now()}
        with self._engines.writer.begin() as connection:
            kept = connection.execute(sa.update(drafts).where(own).values(values)).rowcount == 1
        self.changes = next(self._saved)
        return kept

    @contextmanager
    def read(self, permission: Permission) -> Iterator[Reading]:
        """Look at the data; nothing can be changed through it.

        Raises:
            NotAllowed: the member of staff does not hold the right.
        """
        self._check(permission)
        with self._engines.reader.begin() as connection:
            yield Reading(connection, self.member, permission)

    def _check(self, permission: Permission) -> None:
        if not self.may(permission):
            raise NotAllowed(permission=permission)
