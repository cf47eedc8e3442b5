"""Reading from the file who shares a word, a telephone or a day of birth with the people of a list."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from desktop.models.people import ONE_NAME, NameWord, Person
from desktop.services.look_alikes.blocks import Blocks
from desktop.services.look_alikes.faces import Face, last_digits
from desktop.services.look_alikes.known import chunks, plain, raw
from desktop.services.look_alikes.words import class_of, mouths, words_of
from desktop.storage.unit_of_work import Reading

_COUNTRY = ("", "+223 ", "+223", "00223 ", "00223", "223")


def read_blocks(look: Reading, faces: Collection[Face]) -> Blocks[Any]:
    """Give everybody known who shares a word, a telephone or a day of birth with one of `faces`."""
    blocks: Blocks[Any] = Blocks()
    classes = mouths(frozenset().union(*(face.words for face in faces)))
    for heard in sorted(classes):
        rows = look.rows(sa.select(raw(NameWord.canonical_id)).where(NameWord.sound == heard))
        blocks.words[class_of(heard)].update(row[0] for row in rows)
    names = sa.select(raw(Person.id), Person.words).where(sa.text(ONE_NAME))
    for key, said in plain(look, names):
        words = words_of(said)
        if len(words) == 1:
            blocks.lone[words[0]].add(key)
    _read_phones(look, {face.phone for face in faces if face.phone}, blocks)
    _read_days(look, {face.day for face in faces if face.day}, blocks)
    return blocks


def _read_phones(look: Reading, wanted: Collection[str], blocks: Blocks[Any]) -> None:
    spellings = [spelt for phone in sorted(wanted) for spelt in _spellings(phone)]
    for chunk in chunks(spellings):
        for key, phone in plain(look, sa.select(raw(Person.id), Person.phone).where(Person.phone.in_(chunk))):
            blocks.phones[last_digits(phone)].add(key)


def _spellings(phone: str) -> Iterator[str]:
    """Give the ways in which lists write a number of eight digits."""
    pairs = " ".join(phone[start : start + 2] for start in range(0, len(phone), 2))
    for written in (phone, pairs):
        yield from (f"{code}{written}" for code in _COUNTRY)


def _read_days(look: Reading, wanted: Collection[date], blocks: Blocks[Any]) -> None:
    to_the_day = Person.birth_min == Person.birth_max
    for chunk in chunks(sorted(wanted)):
        question = sa.select(raw(Person.id), Person.birth_max).where(Person.birth_max.in_(chunk), to_the_day)
        for key, day in plain(look, question):
            blocks.days[day].add(key)
