"""Finding people by the words of their names: ranges of an index, the rarest word first, no pattern matching."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import NotFound
from desktop.models.codes import tidy
from desktop.models.names import fold, plain_words, sound
from desktop.models.people import NameWord, Person
from desktop.models.stays import Stay
from desktop.models.types import Key
from desktop.services.missing import something_missing
from desktop.storage.unit_of_work import Reading

_FEW = 400
_MANY = 15_000
_LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of people is asked for."""

    text: str = ""
    site: UUID | None = None
    in_house_only: bool = False
    to_complete: bool = False
    arrived_since: datetime | None = None


def visible_person(look: Reading, code: str) -> sa.Row[Any]:
    """Give the row of the person a code leads to; that of a merged file leads to the file it went into.

    Raises:
        NotFound: no person has this code, or none the reader may see.
    """
    root = look.scalar(sa.select(Person.canonical_id).where(Person.code == tidy(code)))
    row = look.row(sa.select(Person.__table__).where(*wanted_people(look, Wanted()), Person.id == root))
    if row is None:
        raise NotFound(code=code)
    return row


def wanted_people(look: Reading, wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    """Give the conditions on `Person` that keep those asked for, merged files read as one."""
    conditions = [Person.merged_into.is_(None), Person.removed_at.is_(None), *_of_house(look, wanted)]
    if wanted.to_complete:
        conditions.append(something_missing())
    if _is_code(wanted.text):
        typed = "".join(wanted.text.split()).upper()
        found = sa.select(Person.canonical_id).where(_begins(Person.code, typed)).correlate(None)
        return [*conditions, Person.id.in_(found)]
    words = _Words.typed(wanted.text)
    return [*conditions, *_by_words(look, words)] if words else conditions


def _is_code(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and "-" in text


def _begins(column: Any, start: str) -> sa.ColumnElement[bool]:
    return sa.and_(column >= start, column < start + _LAST_LETTER)


class _Words(list["_Word"]):
    """The words somebody typed; each but the last is finished."""

    @classmethod
    def typed(cls, text: str) -> "_Words":
        plain = plain_words(text)
        finished = len(plain) - (0 if fold(text) and text[-1:].isspace() else 1)
        return cls(_Word(word, finished=place < finished) for place, word in enumerate(plain))


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    finished: bool

    def ids(self) -> Any:
        """Everybody with such a word; each branch is one range of one index."""
        start = sa.select(NameWord.person_id).where(_begins(NameWord.plain, self.plain))
        if not self.finished:
            return start
        alike = sa.select(NameWord.person_id).where(NameWord.sound == sound(self.plain))
        return start.union(alike)

    def at(self, person: Any) -> sa.ColumnElement[bool]:
        """Whether one person has such a word."""
        matches = _begins(NameWord.plain, self.plain)
        if self.finished:
            matches = sa.or_(matches, NameWord.sound == sound(self.plain))
        own = sa.select(NameWord.id).where(NameWord.person_id == person, matches)
        return own.exists()


def _by_words(look: Reading, words: _Words) -> list[sa.ColumnElement[bool]]:
    sizes = {word: _size(look, word) for word in words}
    rarest = min(words, key=lambda word: sizes[word])
    others = [word for word in words if word is not rarest]
    merged = aliased(Person)
    absorbed = sa.select(merged.canonical_id).where(merged.merged_into.is_not(None))
    # Only words on every other file are worth a walk in list order: family names stand together there.
    if sizes[rarest] > _MANY:
        own = sa.and_(*(word.at(Person.id) for word in words))
        return [sa.or_(own, Person.id.in_(absorbed.where(*(word.at(merged.id) for word in words))))]
    found = rarest.ids().subquery("found")
    matching = sa.select(found.c.person_id)
    if sizes[rarest] <= _FEW:
        matching = matching.where(*(word.at(found.c.person_id) for word in others))
    else:
        matching = matching.where(*(found.c.person_id.in_(word.ids()) for word in others))
    cte = matching.cte("matching")
    everyone = sa.select(cte.c.person_id).union(absorbed.where(merged.id.in_(sa.select(cte.c.person_id))))
    return [Person.id.in_(everyone)]


def _size(look: Reading, word: _Word) -> int:
    few = sa.select(sa.literal(1)).where(_begins(NameWord.plain, word.plain)).limit(_MANY + 1)
    return int(look.scalar(sa.select(sa.func.count()).select_from(few.subquery())))


def _of_house(look: Reading, wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    owner = aliased(Person)
    staying = sa.select(owner.canonical_id).join(Stay, Stay.person_id == owner.id).where(Stay.removed_at.is_(None))
    conditions: list[sa.ColumnElement[bool]] = []
    if look.member.sites:
        nowhere = ~sa.select(Stay.id).where(Stay.person_id == Person.id).exists()
        conditions.append(
            sa.or_(nowhere, Person.id.in_(staying.where(look.own_sites(sa.type_coerce(Stay.site_id, Key())))))
        )
    if wanted.in_house_only:
        staying = staying.where(in_house_at(look.now))
    if wanted.site is not None:
        staying = staying.where(Stay.site_id == wanted.site)
    if wanted.arrived_since is not None:
        staying = staying.where(Stay.in_at >= wanted.arrived_since)
    if wanted.in_house_only or wanted.site is not None or wanted.arrived_since is not None:
        conditions.append(Person.id.in_(staying))
    return conditions


def in_house_at(moment: datetime) -> sa.ColumnElement[bool]:
    """Give the condition on `Stay` of those who lodge now, none of whom has left."""
    return sa.and_(Stay.in_at <= moment, Stay.out_at.is_(None))
