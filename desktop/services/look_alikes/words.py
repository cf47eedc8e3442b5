"""How far two names are one name: their words by sound, in any order, some of them missing or misspelt."""

from collections.abc import Iterable
from functools import cache, lru_cache

from desktop.models.names import plain_words, sound
from desktop.services.look_alikes.rules import rules
from desktop.services.reference import alias_groups

_KEPT = 1 << 16
Words = tuple[str, ...]


@cache
def _aliases() -> dict[str, str]:
    return {sound(name): sound(group[0]) for group in alias_groups() for name in group}


def class_of(heard: str) -> str:
    """Give the sound that stands for all names that are one in different mouths."""
    return _aliases().get(heard, heard)


def mouths(classes: frozenset[str]) -> frozenset[str]:
    """Give every sound that may be written for these classes."""
    return classes | {heard for heard, first in _aliases().items() if first in classes}


@lru_cache(_KEPT)
def words_of(*names: str) -> Words:
    """Give the folded words of some names, each once, in one order."""
    return in_order(plain_words(" ".join(names)))


def in_order(words: Iterable[str]) -> Words:
    """Give folded words each once, in one order."""
    return tuple(sorted(set(words)))


@lru_cache(_KEPT)
def _class(word: str) -> str:
    return class_of(sound(word))


@lru_cache(_KEPT)
def classes_of(words: Words) -> Words:
    """Give the classes of words, each once, in one order."""
    return in_order(map(_class, words))


@lru_cache(_KEPT)
def fit(one: Words, other: Words) -> tuple[float, int, int]:
    """Give how many words of two names fit, how many stand against each other, how many are only missing."""
    left, right = ({_class(word): word for word in words} for words in (one, other))
    shared = left.keys() & right.keys()
    mine = {word for heard, word in left.items() if heard not in shared}
    theirs = {word for heard, word in right.items() if heard not in shared}
    fitting = float(len(shared))
    near = sorted(((likeness(word, their), word, their) for word in mine for their in theirs), reverse=True)
    for alike, word, their in near:
        if alike and word in mine and their in theirs:
            mine.remove(word)
            theirs.remove(their)
            fitting += alike
    return fitting, min(len(mine), len(theirs)), abs(len(mine) - len(theirs))


@lru_cache(_KEPT)
def share(one: Words, other: Words) -> float:
    """Give how far two names are one, from 0 to 1; a lone word says less, for thousands bear it."""
    fitting, against, missing = fit(one, other)
    if not fitting:
        return 0.0
    given = rules()
    found = fitting / (round(fitting) + given.other * against + given.missing * missing)
    return found * given.single if fitting <= 1 and not against else found


def bearing(one: str, other: str) -> int:
    """Say of two names of parents: 1 they fit, -1 they do not, 0 where one is not known."""
    if not (one and other):
        return 0
    fitting, against, _ = fit(words_of(one), words_of(other))
    return 1 if fitting and not against else -1


@lru_cache(_KEPT)
def likeness(one: str, other: str) -> float:
    """Give how far two words are one but for a slip of the pen, or 0; an initial stands for its name."""
    if 1 in (len(one), len(other)):
        return rules().alike if one[0] == other[0] else 0.0
    if min(len(one), len(other)) < rules().shortest:
        return 0.0
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - only needed once somebody is compared

    return DamerauLevenshtein.normalized_similarity(one, other, score_cutoff=rules().alike)
