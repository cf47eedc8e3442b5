"""The links signed within one change: stored with it, in force once it is saved."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.storage.chain_rows import store
from desktop.vault.identity import Identity
from desktop.vault.keyring import Keyring
from desktop.vault.ledger import Ledger
from desktop.vault.records import Record, sign_record


class Signing:
    """Sign links on a copy of the ledger, so that memory never runs ahead of the disk."""

    def __init__(self, keys: Keyring) -> None:
        self._keys = keys
        self._base = keys.ledger
        self._fork: Ledger | None = None
        self._records: list[Record] = []

    def sign(
        self, connection: sa.Connection, at: datetime, obj: UUID, kind: str, data: dict[str, Any], by: Identity | None
    ) -> None:
        """Write the next link of the chain of `obj`, signed by whoever is signed in or by `by`.

        Raises:
            ChainBroken: the signer has no right to it.
            TooLong: the record or its chain would be too long.
        """
        if self._fork is None:
            self._base = self._keys.ledger
            self._fork = self._base.fork()
        fork = self._fork
        record = sign_record(by or self._keys.identity, fork.org, obj, fork.last(obj), kind, at.isoformat(), data)
        fork.apply(record)
        store(connection, record)
        self._records.append(record)

    @property
    def keys(self) -> Keyring:
        """Give the keys as they will stand once the links hold."""
        mine = self._keys
        return Keyring(mine.uid, mine.identity, self._fork, mine.clock) if self._fork else mine

    def take_effect(self) -> None:
        """Let the links hold, the change being on the disk."""
        if self._fork is None:
            return
        if self._keys.ledger is not self._base:
            # Another thread's change took effect between this one's reading of the ledger and its saving.
            self._fork = self._keys.ledger.fork()
            for record in self._records:
                self._fork.apply(record)
        self._keys.ledger = self._fork
