"""Finding those who may already be known, by the sound of their names and what else fits (`domain.md` 9.6)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.names import fold, plain_words, sound
from desktop.models.partial_date import PartialDate
from desktop.models.people import NameWord, Person, PersonName
from desktop.services.new_people import NewPerson
from desktop.services.reference import alias_groups
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import NameKind, Sex

_CHUNK = 500
_LEAST = 60
_SAME = 85
_WEIGHTS = {
    "name": 0, "sex": 2, "birth": 8, "same_birth": 14,
    "father": 8, "mother": 8, "origin": 4, "phone": 12, "twin": 0,
}  # fmt: skip
_COLUMNS = ("id", "given_names", "family_name", "sex", "birth_min", "birth_max", "origin", "phone")
_Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody known who may be the one looked for: a score up to 100, and short codes of what fits."""

    person_id: UUID
    score: int
    reasons: tuple[str, ...]


def find(
    look: Reading, candidates: Sequence[NewPerson], *, without: frozenset[UUID] = frozenset()
) -> list[list[Match]]:
    """Give, for each candidate in order, the known people who may be them, best first; `without` leaves some out."""
    names = [_pairs(_classes(who)) for who in candidates]
    blocks = _blocks(look, frozenset().union(*names), without)
    hits = [sorted(set().union(*(blocks.get(pair, ()) for pair in pairs))) for pairs in names]
    known = _known(look, sorted(set().union(*hits)))
    return [
        sorted(_matches(who, ((key, known[key]) for key in keys if key in known)), key=lambda match: -match.score)
        for who, keys in zip(candidates, hits, strict=True)
    ]


def within(candidates: Sequence[NewPerson]) -> list[tuple[int, int, int, tuple[str, ...]]]:
    """Give (place, place, score, reasons) of those of one list who may be one person, or twins."""
    blocks: dict[_Pair, list[int]] = defaultdict(list)
    for place, who in enumerate(candidates):
        for pair in _pairs(_classes(who)):
            blocks[pair].append(place)
    places = sorted({two for block in blocks.values() for two in combinations(block, 2)})
    judged = ((low, high, _judge(candidates[low], candidates[high])) for low, high in places)
    return [(low, high, *verdict) for low, high, verdict in judged if verdict is not None]


def _matches(who: NewPerson, known: Iterator[tuple[UUID, NewPerson]]) -> Iterator[Match]:
    for key, other in known:
        verdict = _judge(who, other)
        if verdict is not None:
            yield Match(key, *verdict)


@cache
def _aliases() -> dict[str, str]:
    # Joined by sound, for that is what the file holds.
    return {sound(name): sound(group[0]) for group in alias_groups() for name in group}


def _classes(who: NewPerson) -> frozenset[str]:
    words = plain_words(" ".join((who.given_names, who.family_name, *who.aliases)))
    return frozenset(_aliases().get(heard, heard) for heard in map(sound, words))


def _pairs(classes: frozenset[str]) -> frozenset[_Pair]:
    # One name in common is nothing where thirty family names serve a country.
    return frozenset(frozenset(two) for two in combinations(sorted(classes), 2))


def _blocks(look: Reading, wanted: frozenset[_Pair], without: frozenset[UUID]) -> dict[_Pair, set[UUID]]:
    classes = frozenset().union(*wanted)
    sounds = classes | {heard for heard, first in _aliases().items() if first in classes}
    heard_of: dict[UUID, set[str]] = defaultdict(set)
    for chunk in _chunks(sorted(sounds)):
        for row in look.rows(sa.select(NameWord.sound, NameWord.person_id).where(NameWord.sound.in_(chunk))):
            heard_of[row.person_id].add(_aliases().get(row.sound, row.sound))
    blocks: dict[_Pair, set[UUID]] = defaultdict(set)
    for key, words in heard_of.items():
        if len(words) > 1 and key not in without:
            for pair in _pairs(frozenset(words)) & wanted:
                blocks[pair].add(key)
    return blocks


def _known(look: Reading, keys: Sequence[UUID]) -> dict[UUID, NewPerson]:
    parents: dict[UUID, dict[str, str]] = defaultdict(dict)
    found: dict[UUID, NewPerson] = {}
    for chunk in _chunks(keys):
        _read_parents(look, chunk, parents)
        question = sa.select(*(getattr(Person, name) for name in _COLUMNS))
        alive = (Person.removed_at.is_(None), Person.merged_into.is_(None))
        for row in look.rows(question.where(Person.id.in_(chunk), *alive)):
            found[row.id] = _as_new(row, parents[row.id])
    return found


def _chunks(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))


def _read_parents(look: Reading, keys: Sequence[UUID], into: dict[UUID, dict[str, str]]) -> None:
    question = sa.select(PersonName.person_id, PersonName.kind, PersonName.given_names, PersonName.family_name).where(
        PersonName.person_id.in_(keys), PersonName.removed_at.is_(None)
    )
    for row in look.rows(question.where(PersonName.kind.in_([NameKind.FATHER, NameKind.MOTHER]))):
        into[row.person_id][row.kind.value] = f"{row.given_names} {row.family_name}".strip()


def _as_new(row: sa.Row[Any], parents: dict[str, str]) -> NewPerson:
    return NewPerson(
        given_names=row.given_names,
        family_name=row.family_name,
        sex=row.sex,
        birth=PartialDate(row.birth_min, row.birth_max),
        origin=row.origin,
        phone=row.phone,
        father=parents.get("father", ""),
        mother=parents.get("mother", ""),
    )


def _judge(one: NewPerson, other: NewPerson) -> tuple[int, tuple[str, ...]] | None:
    sexes = {one.sex, other.sex} - {Sex.UNKNOWN}
    birth = _birth(one.birth, other.birth)
    if len(sexes) > 1 or birth is None:
        return None
    reasons = ["name", *birth]
    reasons += ["sex"] if one.sex == other.sex != Sex.UNKNOWN else []
    for name in ("father", "mother", "origin", "phone"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and _alike(mine, theirs) >= _SAME:
            reasons.append(name)
    if {"same_birth", "father", "mother"} <= set(reasons) and fold(one.given_names) != fold(other.given_names):
        reasons.append("twin")
    score = min(100, round(_name(one, other) * 0.7) + sum(_WEIGHTS[reason] for reason in reasons))
    return (score, tuple(reasons)) if score >= _LEAST else None


def _birth(one: PartialDate, other: PartialDate) -> list[str] | None:
    if (one.min and other.max and one.min > other.max) or (one.max and other.min and one.max < other.min):
        return None
    if one.min is None or other.min is None:
        return []
    return ["same_birth" if (one.min, one.max) == (other.min, other.max) else "birth"]


def _name(one: NewPerson, other: NewPerson) -> float:
    return _alike(" ".join(sorted(_classes(one))), " ".join(sorted(_classes(other))))


def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only needed once somebody is compared

    return fuzz.token_sort_ratio(fold(one), fold(other))
