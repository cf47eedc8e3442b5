"""The words by which people are found, derived from their names and never travelling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.keys import uuid7
from desktop.models.names import plain_words, sort_key, sound
from desktop.models.people import NameWord, Person, PersonName
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import NameKind

# Parents tell homonyms apart, but whoever types a name does not look for its bearer's children.
_OTHERS = frozenset({NameKind.FATHER, NameKind.MOTHER})
Name = Mapping[str, Any]


def words_of(names: Iterable[Name]) -> str:
    """Give every word of somebody's names once, each between blanks."""
    said = (word for name in names for word in _said(name))
    return f" {' '.join(dict.fromkeys(said))} "


def name_words(person: Mapping[str, Any], names: Iterable[Name]) -> Iterator[dict[str, Any]]:
    """Give the index rows of a person's names; `person` holds its id, sort_key and words."""
    for name in names:
        for plain in dict.fromkeys(_said(name)):
            yield {
                "id": uuid7(),
                "person_id": name["person_id"],
                "kind": name["kind"],
                "plain": plain,
                "sound": sound(plain),
                "canonical_id": person["id"],
                "sort_key": person["sort_key"],
                "words": person["words"],
            }


def index_people(work: UnitOfWork, people: Sequence[UUID]) -> None:
    """Bring the words of some files up to date: after a name changes, a file is hidden, merged or parted.

    Every file that `people` are merged with is done too; one taken out of sight keeps no word.
    """
    own = sa.select(Person.canonical_id).where(Person.id.in_(people))
    files = work.rows(
        sa.select(Person.id, Person.canonical_id, Person.removed_at, Person.family_name, Person.given_names).where(
            sa.or_(Person.id.in_(people), Person.canonical_id.in_(own))
        )
    )
    work.run(sa.delete(NameWord).where(NameWord.person_id.in_([one.id for one in files])))
    names = _names(work, [one.id for one in files])
    bearers: dict[UUID, list[Name]] = defaultdict(list)
    for one in files:
        bearers[one.canonical_id] += names[one.id]
    # Without words nobody answers to a search, wherever the list is walked.
    work.run(sa.update(Person).where(Person.id.in_([one.id for one in files])).values(words=""))
    for root in (one for one in files if one.id == one.canonical_id):
        said = [] if root.removed_at else bearers[root.id]
        derived = {"sort_key": sort_key(root.family_name, root.given_names), "words": words_of(said)}
        work.run(sa.update(Person).where(Person.id == root.id).values(derived))
        work.insert_many(NameWord, list(name_words({"id": root.id, **derived}, said)))


def _names(work: UnitOfWork, files: Sequence[UUID]) -> dict[UUID, list[Name]]:
    names: dict[UUID, list[Name]] = defaultdict(list)
    columns = (PersonName.person_id, PersonName.kind, PersonName.given_names, PersonName.family_name)
    question = sa.select(*columns).where(PersonName.person_id.in_(files), PersonName.removed_at.is_(None))
    for row in work.rows(question.order_by(PersonName.id)):
        names[row.person_id].append(dict(row._mapping))  # noqa: SLF001 - the documented way to a row's names
    return names


def _said(name: Name) -> list[str]:
    return [] if name["kind"] in _OTHERS else plain_words(f"{name['given_names']} {name['family_name']}")
