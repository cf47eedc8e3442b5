"""What of a person is compared, made comparable once."""

import re
from datetime import date
from typing import NamedTuple

from desktop.services.look_alikes.words import Words, classes_of, words_of
from desktop.services.new_people import NewPerson
from desktop.vocabulary import Sex

_LAST_DIGITS = 8
_NO_DIGIT = re.compile(r"\D+", re.ASCII)


class Face(NamedTuple):
    """One person as compared: folded words, the span of the birth, and what else tells people apart."""

    words: Words
    sex: Sex = Sex.UNKNOWN
    birth_min: date | None = None
    birth_max: date | None = None
    origin: Words = ()
    phone: str = ""
    father: str = ""
    mother: str = ""

    @property
    def classes(self) -> Words:
        """Give the words by sound, names that are one in different mouths as one."""
        return classes_of(self.words)

    @property
    def day(self) -> date | None:
        """Give the day of birth, where it is known to the day."""
        return self.birth_min if self.birth_min == self.birth_max else None


def face_of(person: NewPerson) -> Face:
    """Give what is compared of somebody who is written down."""
    return Face(
        words_of(person.given_names, person.family_name, *person.aliases),
        person.sex,
        person.birth.min,
        person.birth.max,
        words_of(person.origin or ""),
        last_digits(person.phone or ""),
        person.father,
        person.mother,
    )


def last_digits(phone: str) -> str:
    """Give the digits that tell a telephone, without the code of its country; nothing where there are too few."""
    digits = _NO_DIGIT.sub("", phone)
    return digits[-_LAST_DIGITS:] if len(digits) >= _LAST_DIGITS else ""
