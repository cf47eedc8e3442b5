"""Reading from the file those who are worth a comparison; keys stay as the engine gives them, for there are many."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

import sqlalchemy as sa

from desktop.models.people import ALIVE, Person, PersonName
from desktop.services.look_alikes.faces import Face, last_digits
from desktop.services.look_alikes.words import in_order, words_of
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import NameKind, Sex

Span = tuple[str, date | None, date | None]
_SEXES = {sex.value: sex for sex in Sex}
_CHUNK = 2_000
_MANY = 4_000


def raw(column: Any) -> Any:
    """Give a column of keys without making an object of each."""
    return sa.type_coerce(column, sa.types.NullType())


def plain(look: Reading, question: sa.Executable) -> Iterator[Any]:
    """Give each row of an answer, to be taken apart."""
    return iter(look.rows(question))


_SPAN = (raw(Person.id), raw(Person.sex), Person.birth_min, Person.birth_max)
_FACE = (*_SPAN, Person.words, Person.origin, Person.phone)


def read_spans(look: Reading, keys: Collection[Any]) -> dict[Any, Span]:
    """Give sex and birth of those of `keys` who are alive in the file: enough to leave most of them out."""
    question = sa.select(*_SPAN).where(sa.text(ALIVE))
    if len(keys) > _MANY:
        return {key: (sex, first, last) for key, sex, first, last in plain(look, question)}
    return {
        key: (sex, first, last)
        for chunk in chunks(sorted(keys))
        for key, sex, first, last in plain(look, question.where(raw(Person.id).in_(chunk)))
    }


def read_faces(look: Reading, keys: Iterable[Any]) -> dict[Any, Face]:
    """Give the people of `keys` as they are compared, without their parents."""
    found = {}
    for chunk in chunks(keys):
        for row in plain(look, sa.select(*_FACE).where(raw(Person.id).in_(chunk))):
            key, sex, first, last, words, origin, phone = row
            place, digits = words_of(origin or ""), last_digits(phone or "")
            found[key] = Face(in_order(words.split()), _SEXES[sex], first, last, place, digits)
    return found


def add_parents(look: Reading, faces: dict[Any, Face], keys: Iterable[Any]) -> None:
    """Complete some faces with the names of their parents."""
    whose, kept = raw(PersonName.person_id), PersonName.removed_at.is_(None)
    parents = PersonName.kind.in_((NameKind.FATHER, NameKind.MOTHER))
    for chunk in chunks(keys):
        question = sa.select(whose, raw(PersonName.kind), PersonName.given_names, PersonName.family_name).where(
            whose.in_(chunk), parents, kept
        )
        for key, kind, given, family in plain(look, question):
            said: dict[str, Any] = {kind: f"{given} {family}".strip()}
            faces[key] = faces[key]._replace(**said)


def chunks(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """Give keys in portions that one question can name."""
    walk = iter(keys)
    while chunk := list(islice(walk, _CHUNK)):
        yield chunk
