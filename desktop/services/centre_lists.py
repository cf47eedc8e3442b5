"""The lists a centre may edit: a word that is used is withdrawn, never deleted, and files keep it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import language, mark
from desktop.models.activity import ActivityType
from desktop.models.base import Base
from desktop.models.centre import ListItem
from desktop.models.keys import uuid7
from desktop.models.names import fold
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork

ACTIVITIES = "activity_type"
_CLEAR = "clear"
_FIXED = ("status",)  # the program acts on each of these codes


class WordTaken(DeskError):
    """Two entries of a list that read alike cannot be told apart."""

    sentence = mark("“{word}” stands in this list already.")


class Wordless(DeskError):
    """An entry needs its words, in French at least."""

    sentence = mark("Write the word in French. Without an English one the French is shown.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One entry of a list with its words; `version_id` is what a change names."""

    id: UUID
    code: str
    fr: str
    en: str
    retired: bool
    version_id: int

    @property
    def word(self) -> str:
        """Give the word in the language of the screen."""
        return self.en if language() == "en" else self.fr


class CentreListService:
    """Read and change the lists; what lives in a sealed compartment is not shown here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lists(self) -> list[str]:
        """Give the names of the lists: the activities, then the others by name."""
        shown = (ListItem.lives_in == _CLEAR) & ListItem.list.not_in(_FIXED)
        kinds = sa.select(ListItem.list).where(shown).distinct().order_by(ListItem.list)
        with self._desk.read(Permission.MANAGE_CENTRE) as look:
            return [ACTIVITIES, *(row.list for row in look.rows(kinds))]

    def items(self, name: str) -> list[ListLine]:
        """Give the entries of a list in their order, withdrawn ones included."""
        with self._desk.read(Permission.MANAGE_CENTRE) as look:
            return _lines(look, name)

    def add(self, name: str, fr: str, en: str = "") -> UUID:
        """Add an entry of the centre's own at the end of a list.

        Raises:
            Wordless: there is no French word.
            WordTaken: it stands in the list already.
            NotFound: there is no such list.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            there = _lines(work, name)
            if not there:
                raise NotFound(code=name)
            words = _words(there, fr, en)
            values: dict[str, Any] = {"code": f"own-{uuid7().hex[-8:]}", "position": len(there), **words}
            if name == ACTIVITIES:
                key = work.insert(ActivityType, **values)
            else:
                key = work.insert(ListItem, list=name, lives_in=_CLEAR, **values)
            work.trace("add list item", "list_item", key, sorted(words))
        return key

    def rename(self, name: str, key: UUID, version_id: int, fr: str, en: str = "") -> None:
        """Give an entry other words; files that use it show them from now on.

        Raises:
            Wordless: there is no French word.
            WordTaken: another entry of the list reads so.
            ChangedMeanwhile: a colleague changed it first.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            words = _words([line for line in _lines(work, name) if line.id != key], fr, en)
            work.change(_model(name), key, seen_version=version_id, **words)
            work.trace("change list item", "list_item", key, sorted(words))

    def retire(self, name: str, key: UUID) -> None:
        """Withdraw an entry: it is offered no more, and files that use it keep it.

        Raises:
            ChangedMeanwhile: there is no such entry.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            _set_retired(work, name, key, retired=True)
            work.trace("retire", "list_item", key)

    def bring_back(self, name: str, key: UUID) -> None:
        """Offer a withdrawn entry again.

        Raises:
            ChangedMeanwhile: there is no such entry.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            _set_retired(work, name, key, retired=False)
            work.trace("bring back", "list_item", key)


def _model(name: str) -> type[Base]:
    return ActivityType if name == ACTIVITIES else ListItem


def _set_retired(work: UnitOfWork, name: str, key: UUID, *, retired: bool) -> None:
    if name == ACTIVITIES:
        by = work.member.id if retired else None
        work.change(ActivityType, key, removed_at=work.now if retired else None, removed_by=by)
    else:
        work.change(ListItem, key, valid_until=work.now.date() if retired else None)


def _lines(look: Reading, name: str) -> list[ListLine]:
    if name == ACTIVITIES:
        question = sa.select(ActivityType.__table__, ActivityType.removed_at.label("ended"))
        ordered = question.order_by(ActivityType.position, ActivityType.label_fr)
    else:
        question = sa.select(ListItem.__table__, ListItem.valid_until.label("ended"))
        kept = question.where(ListItem.list == name, ListItem.lives_in == _CLEAR)
        ordered = kept.order_by(ListItem.position, ListItem.label_fr)
    return [
        ListLine(
            id=row.id, code=row.code, fr=row.label_fr, en=row.label_en, retired=row.ended is not None,
            version_id=row.version_id,
        )
        for row in look.rows(ordered)
    ]  # fmt: skip


def _words(others: list[ListLine], fr: str, en: str) -> dict[str, str]:
    french, english = fr.strip(), en.strip() or fr.strip()
    if not french:
        raise Wordless
    if any(fold(line.fr) == fold(french) for line in others):
        raise WordTaken(word=french)
    return {"label_fr": french, "label_en": english}
