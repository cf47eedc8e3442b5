"""Flagging those of a list who sound like somebody known before it."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.names import sound_key
from desktop.models.people import LookAlike, NameWord, Person
from desktop.spreadsheets.manifest import ManifestRow
from desktop.storage.unit_of_work import Reading, UnitOfWork
from desktop.vocabulary import NameKind

_SAME_BIRTH, _BIRTH_FITS = 100, 80


def flag_look_alikes(work: UnitOfWork, lines: tuple[ManifestRow, ...], people: list[UUID]) -> int:
    """Write a row for each known person whose name sounds the same and whose birth fits; count the newcomers."""
    pairs = resembling_pairs(work, lines, people)
    work.insert_many(LookAlike, [{**pair, "verdict": None} for pair in pairs])
    return count_newcomers(pairs, people)


def count_newcomers(pairs: list[dict[str, Any]], people: list[UUID]) -> int:
    """Count those of a list who resemble somebody."""
    ours = set(people)
    return len({key for pair in pairs for key in (pair["low"], pair["high"]) if key in ours})


def resembling_pairs(look: Reading, lines: tuple[ManifestRow, ...], people: list[UUID]) -> list[dict[str, Any]]:
    """Give each pair of a newcomer and a known person who may be one; nothing is written."""
    wanted = [frozenset(sound_key(f"{line.given_names} {line.family_name}").split()) for line in lines]
    known = _known(look, frozenset().union(*wanted), frozenset(people))
    return [
        {"low": min(key, other), "high": max(key, other), "score": score, "reasons": ["name", "birth"]}
        for line, key, words in zip(lines, people, wanted, strict=True)
        for other, low, high in (known.get(words, []) if len(words) > 1 else [])
        if (score := _score(line, low, high))
    ]


_Known = tuple[UUID, date | None, date | None]


def _known(look: Reading, sounds: frozenset[str], ours: frozenset[UUID]) -> dict[frozenset[str], list[_Known]]:
    words: dict[_Known, set[str]] = defaultdict(set)
    question = (
        sa.select(NameWord.sound, Person.id, Person.birth_min, Person.birth_max)
        .join(Person, NameWord.person_id == Person.id)
        .where(NameWord.sound.in_(sorted(sounds)), NameWord.kind == NameKind.MAIN)
        .where(Person.removed_at.is_(None), Person.merged_into.is_(None))
    )
    for row in look.rows(question):
        if row.id not in ours:
            words[row.id, row.birth_min, row.birth_max].add(row.sound)
    found: dict[frozenset[str], list[_Known]] = defaultdict(list)
    for person, heard in words.items():
        found[frozenset(heard)].append(person)
    return found


def _score(line: ManifestRow, low: date | None, high: date | None) -> int:
    birth = line.birth
    if (birth.min and high and birth.min > high) or (birth.max and low and birth.max < low):
        return 0
    return _SAME_BIRTH if low is not None and (birth.min, birth.max) == (low, high) else _BIRTH_FITS
