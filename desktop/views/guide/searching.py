"""Finding words in the guide, whatever accents they were typed with."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from desktop.views.guide.chapters import Chapter

_SPELT = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'"}


def answering(chapters: Sequence[Chapter], typed: str) -> list[Chapter]:
    """Give the chapters in which every typed word begins a word, those that say it in their title first."""
    words = _fold(typed)[0].split()
    found = [one for one in chapters if all(_starts(_fold(one.text)[0], word) for word in words)]
    return sorted(found, key=lambda one: not all(_starts(_fold(one.title)[0], word) for word in words))


def places(text: str, typed: str) -> Iterator[tuple[int, int]]:
    """Give where in `text` the typed words stand, as first and last position, from the top."""
    plain, origin = _fold(text)
    starts = ((start, start + len(word)) for word in set(_fold(typed)[0].split()) for start in _starts(plain, word))
    for start, end in sorted(starts):
        yield origin[start], origin[end - 1] + 1


def _starts(plain: str, word: str) -> list[int]:
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(word)}", plain)]


def _fold(text: str) -> tuple[str, list[int]]:
    """Give small letters without accents, and which letter of `text` each comes from."""
    plain = [
        (letter, at)
        for at, sign in enumerate(text)
        for letter in unicodedata.normalize("NFKD", _SPELT.get(sign, sign)).casefold()
        if not unicodedata.combining(letter)
    ]
    return "".join(letter for letter, _ in plain), [at for _, at in plain]
