"""The words of list senders, from `resources/lists/headings.toml`, made comparable."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from desktop.models.names import plain_words
from desktop.paths import RESOURCES
from desktop.vocabulary import Sex

_ENDINGS = re.compile(r"\((s|e|es|x)\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class Field(StrEnum):
    """What a column of a list can mean."""

    NUMBER = "number"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    GIVEN_NAMES = "given_names"
    SEX = "sex"
    BIRTH = "birth"
    AGE = "age"
    COUNTRY = "country"
    NATIONALITY = "nationality"
    PHONE = "phone"
    LANGUAGE = "language"
    ORIGIN = "origin"
    DESTINATION = "destination"
    DOCUMENT = "document"
    OBSERVATION = "observation"
    FATHER_NAME = "father_name"
    MOTHER_NAME = "mother_name"
    WRISTBAND = "wristband"
    FAMILY_GROUP = "family_group"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one list may hold: rows, columns, megabytes once opened, files inside, how far it may be squeezed."""

    rows: int
    columns: int
    megabytes: int
    entries: int
    ratio: int


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "lists" / "headings.toml").read_text("utf-8"))


@cache
def limits() -> Limits:
    """Give what one list may hold."""
    return Limits(**_file()["limits"])


def plain(text: str) -> str:
    """Give a heading or a short cell without case, accents, punctuation and brackets."""
    ended = _ENDINGS.sub("", text)
    bare = " ".join(plain_words(_BRACKETS.sub(" ", ended)))
    return bare or " ".join(plain_words(ended))


@cache
def synonyms() -> dict[str, Field]:
    """Give each known heading, made plain, with the field it names."""
    fields = _file()["fields"]
    return {plain(word): field for field in Field for word in fields[field.value] if plain(word)}


@cache
def _sexes() -> dict[str, Sex]:
    return {plain(word): Sex(sex) for sex, words in _file()["sex"].items() for word in words}


def sex_of(text: str) -> Sex | None:
    """Give the sex a cell tells, unknown included, or None where the word itself is unknown."""
    return _sexes().get(plain(text))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(plain(word) for word in _file()["words"][name])


def says_total(text: str) -> bool:
    """Say whether a cell announces a sum at the foot of a list."""
    return plain(text) in _listed("total")


def says_pregnant(text: str) -> bool:
    """Say whether a remark is about a pregnancy or a nursing mother."""
    words = set(plain_words(text))
    return any(set(phrase.split()) <= words for phrase in _listed("pregnant"))
