"""Words somebody types, found in the index of names: the rarest leads, the others are sifted from its own rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.names import plain_words, sound
from desktop.models.people import NameWord, Person
from desktop.storage.unit_of_work import Reading

_FEW = 200
_MANY = 2_000
_STEPS = 3_000
_LAST_LETTER = "\U0010ffff"
Place = tuple[str, UUID]


def begins(column: Any, start: str) -> sa.ColumnElement[bool]:
    """Give the condition that a text begins so, as a range of an index."""
    return sa.and_(column >= start, column < start + _LAST_LETTER)


@dataclass(frozen=True, slots=True)
class Word:
    """One typed word; a finished one stands for every spelling that sounds like it."""

    start: str
    spellings: tuple[str, ...] = ()

    def ranges(self) -> list[sa.ColumnElement[bool]]:
        """Give the conditions on `NameWord` that find it, each one range of the index."""
        return [begins(NameWord.plain, self.start), *(NameWord.plain == spelling for spelling in self.spellings)]

    def among(self, words: Any) -> sa.ColumnElement[bool]:
        """Give the condition that it is among the words of a person, each of which stands between blanks."""
        parts = [f" {self.start}", *(f" {spelling} " for spelling in self.spellings)]
        return sa.or_(*(sa.func.replace(words, part, "") != words for part in parts))


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a search, and how many names hold the rarest, as far as that was counted."""

    rarest: Word
    others: tuple[Word, ...]
    names: int

    @property
    def condition(self) -> sa.ColumnElement[bool]:
        """Give the condition on `Person` that every word is among theirs."""
        if self.names <= _FEW:
            return Person.id.in_(sa.select(self._rows().c.canonical_id))
        return sa.and_(*(word.among(Person.words) for word in (self.rarest, *self.others)))

    def first(self, look: Reading, after: Place | None, limit: int) -> list[UUID] | None:
        """Give the first people in the order of the list, or None where so few answer that all may be sorted.

        `after` is the sort key and the key of whoever ended the page before.
        """
        if self.names <= _FEW:
            return None
        if self.names > _MANY and not self.others and len(near := self._near(look, after, limit)) == limit:
            return near
        rows = self._rows()
        place = (rows.c.sort_key, rows.c.canonical_id)
        question = sa.select(*place).where(*_behind(place, after)).order_by(*place)
        # Two words of one person stand side by side: leaving one out here is faster than grouping thousands of rows.
        twice = look.rows(question.limit(2 * limit))
        found = list(dict.fromkeys(row.canonical_id for row in twice))[:limit]
        if len(found) < limit and len(twice) == 2 * limit:
            found = [row.canonical_id for row in look.rows(question.distinct().limit(limit))]
        return found

    def _near(self, look: Reading, after: Place | None, limit: int) -> list[UUID]:
        """Walk a few steps along the list itself: of the commonest words they fill a page."""
        place = (Person.sort_key, Person.id)
        steps = sa.select(*place, Person.words).where(*_behind(place, after)).order_by(*place).limit(_STEPS).subquery()
        found = sa.select(steps.c.id).where(self.rarest.among(steps.c.words))
        return [row.id for row in look.rows(found.order_by(steps.c.sort_key, steps.c.id).limit(limit))]

    def _rows(self) -> Any:
        columns = (NameWord.sort_key, NameWord.canonical_id)
        sifted = [word.among(NameWord.words) for word in self.others]
        # One branch for each range: joined by OR they would lose the index that holds every column.
        return sa.union_all(*(sa.select(*columns).where(span, *sifted) for span in self.rarest.ranges())).subquery()


def sought(look: Reading, text: str) -> Sought | None:
    """Read what was typed; no word at all is None."""
    plain = plain_words(text)
    if not plain:
        return None
    finished = len(plain) - (0 if text[-1:].isspace() else 1)
    words = [Word(word, _spellings(look, word) if place < finished else ()) for place, word in enumerate(plain)]
    sizes = _sizes(look, words)
    rarest = min(words, key=lambda word: (sizes[word], -len(word.start)))
    return Sought(rarest, tuple(word for word in words if word is not rarest), sizes[rarest])


def _behind(place: Sequence[Any], after: Place | None) -> list[sa.ColumnElement[bool]]:
    if after is None:
        return []
    literals = (sa.literal(value, part.type) for value, part in zip(after, place, strict=True))
    return [sa.tuple_(*place) > sa.tuple_(*literals)]


def _spellings(look: Reading, word: str) -> tuple[str, ...]:
    alike = look.rows(sa.select(NameWord.plain).where(NameWord.sound == sound(word)).distinct())
    return tuple(sorted(row.plain for row in alike if not row.plain.startswith(word)))


def _sizes(look: Reading, words: Sequence[Word]) -> dict[Word, int]:
    """Count the names that hold each word, no further than it matters."""
    counts = []
    for word in words:
        spans = (sa.select(sa.literal(1)).where(span) for span in word.ranges())
        names = sa.union_all(*spans).limit(_MANY + 1).subquery()
        counts.append(sa.select(sa.func.count()).select_from(names).scalar_subquery())
    row = look.row(sa.select(*counts))
    return dict(zip(words, row or (), strict=True))
