"""A file that somebody began to correct: kept through a power cut, given back to its author alone."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.codes import tidy
from desktop.models.keys import named_key
from desktop.models.sealed import Draft
from desktop.rights import Permission
from desktop.services.drafts import drop_draft
from desktop.services.person_changes import PersonChange
from desktop.storage.unit_of_work import Desk
from desktop.vault.inside import read_inside, write_inside
from desktop.vault.keyring import Keyring
from desktop.vault.refusals import SealBroken
from desktop.vocabulary import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDraft:
    """What stood typed in a file, and the version of the file it was typed over."""

    saved_at: datetime
    seen_version: int
    change: PersonChange


class FileDraftService:
    """Keep one unfinished correction for each file; the journal tells that it began and ended, never when it grew."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, code: str, seen_version: int, change: PersonChange) -> None:
        """Keep what stands typed in a file, readable to oneself alone; it takes the place of what was kept before."""
        key = self._key(code)

        def spelt() -> bytes:
            return write_inside({"seen_version": seen_version, "change": asdict(change)})

        if self._desk.keep_draft(Permission.EDIT_PEOPLE, key, spelt):
            return
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            blob = self._desk.keys.draft(key, spelt())
            work.insert(Draft, id=key, staff_id=self._desk.member.id, saved_at=work.now, blob=blob)
            work.trace("begin draft", "draft", key)

    def kept(self, code: str) -> FileDraft | None:
        """Give what one kept of a file, or None; what dates from before a lost password opens no more."""
        key, drafts = self._key(code), table_of(Draft)
        mine = (drafts.c.id == key) & (drafts.c.staff_id == self._desk.member.id)
        with self._desk.read(Permission.EDIT_PEOPLE) as look:
            row = look.row(sa.select(drafts.c.saved_at, drafts.c.blob).where(mine))
        return None if row is None else _opened(self._desk.keys, key, row)

    def discard(self, code: str) -> None:
        """Throw away what one kept of a file, if anything."""
        key = self._key(code)
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            drop_draft(work, key)
            work.trace("discard draft", "draft", key)

    def _key(self, code: str) -> UUID:
        return named_key("draft", "file", self._desk.member.id, tidy(code))


def _opened(keys: Keyring, key: UUID, row: sa.Row[Any]) -> FileDraft | None:
    try:
        inside = read_inside(keys.read_draft(key, row.blob))
        change = PersonChange(**inside["change"] | {"sex": Sex(inside["change"]["sex"])})
        return FileDraft(saved_at=row.saved_at, seen_version=int(inside["seen_version"]), change=change)
    except (SealBroken, KeyError, ValueError, TypeError):
        return None
