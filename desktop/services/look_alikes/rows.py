"""Reading from the file who shares a word, a telephone or a day of birth with the people of a list."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from desktop.models.people import ONE_NAME, NameWord, Person
from desktop.services.look_alikes.blocks import Blocks
from desktop.services.look_alikes.faces import Face, last_digits
from desktop.services.look_alikes.known import chunks, plain, raw
from desktop.services.look_alikes.rules import rules
from desktop.services.look_alikes.words import class_of, classes_of, in_order, likeness, mouths
from desktop.storage.unit_of_work import Reading

_LAST_LETTER = "\U0010ffff"
_COUNTRY = ("", "+223 ", "+223", "00223 ", "00223", "223")


def read_blocks(look: Reading, faces: Collection[Face]) -> Blocks[Any]:
    """Give everybody known who shares a word, a telephone or a day of birth with one of `faces`."""
    blocks: Blocks[Any] = Blocks()
    _read_words(look, frozenset().union(*(face.classes for face in faces)), blocks)
    _read_misspelt(look, {word for face in faces for word in face.words}, blocks)
    for key, said in plain(look, sa.select(raw(Person.id), Person.words).where(sa.text(ONE_NAME))):
        classes = classes_of(in_order(said.split()))
        if len(classes) == 1:
            blocks.lone[classes[0]].add(key)
    _read_phones(look, {face.phone for face in faces if face.phone}, blocks)
    _read_days(look, {face.day for face in faces if face.day}, blocks)
    return blocks


def _read_words(look: Reading, classes: frozenset[str], blocks: Blocks[Any]) -> None:
    for heard in sorted(mouths(classes)):
        bearers = sa.select(raw(NameWord.canonical_id)).where(NameWord.sound == heard)
        blocks.words[class_of(heard)].update(look.connection.scalars(bearers))


def _read_misspelt(look: Reading, words: set[str], blocks: Blocks[Any]) -> None:
    """Let a word that hardly anybody bears bring those for whose name it may be a slip of the pen."""
    classes = {word: classes_of((word,))[0] for word in words if len(word) >= rules().shortest}
    rare = sorted(word for word, heard in classes.items() if len(blocks.words[heard]) <= rules().rare)
    for start in sorted({word[0] for word in rare}):
        spelt = sa.select(NameWord.plain).where(NameWord.plain >= start, NameWord.plain < start + _LAST_LETTER)
        spellings = [row[0] for row in look.rows(spelt.distinct())]
        for word in (word for word in rare if word[0] == start):
            meant = frozenset(classes_of((other,))[0] for other in spellings if likeness(word, other))
            _read_words(look, meant - blocks.words.keys(), blocks)
            blocks.words[classes[word]] = set().union(*(blocks.words[other] for other in {*meant, classes[word]}))


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
