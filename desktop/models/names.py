"""Names made comparable: folded for reading on, by sound for look-alikes, in order for lists (`domain.md` 9.6)."""

import re
import unicodedata

_LETTERS = str.maketrans({"ɛ": "e", "ɔ": "o", "ɲ": "ny", "ŋ": "ng", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´＇′"))
_DROPPED = frozenset({"Mn", "Me", "Cf"})
_WORD = re.compile(r"[^\W_]+")

# Capitals stand for sounds of their own: no folded word holds one.
_SOUNDS = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        ("ph", "f"),
        ("th", "t"),
        ("kh", "k"),
        ("gh", "g"),
        ("sh|ch", "s"),
        ("x", "ss"),
        ("dj|dy|di(?=[aeou])", "j"),
        ("t[iy](?=[aeou])", "T"),
        ("gn|ny|ni(?=[aeou])", "N"),
        ("ou|oo|w", "u"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("q", "k"),
        ("z", "s"),
        ("y", "i"),
        ("h", ""),
        ("v", "b"),
        ("au", "o"),
        ("ai|ei", "e"),
        (r"(.)\1+", r"\1"),
        ("e$", ""),
    )
)


def fold(text: str) -> str:
    """Give `text` without case, accents, apostrophes, invisible marks or doubled blanks.

    NFKD leaves the Bambara letters whole, so they are mapped by hand.
    """
    bare = text.translate(_APOSTROPHES)
    for _ in range(2):
        bare = unicodedata.normalize("NFKD", bare.casefold())
    kept = "".join(letter for letter in bare if unicodedata.category(letter) not in _DROPPED)
    return " ".join(kept.translate(_LETTERS).translate(_APOSTROPHES).split())


def plain_words(text: str) -> list[str]:
    """Give the folded words of `text`; hyphens and dots part words, apostrophes do not."""
    return _WORD.findall(fold(text))


def sound(word: str) -> str:
    """Give the sound of one word, the rules of `domain.md` 9.6 taken in their order.

    A word that would leave nothing (`E`, `H`) keeps its folded letters.
    """
    folded = fold(word)
    key = folded
    for pattern, sign in _SOUNDS:
        key = pattern.sub(sign, key)
    return key or folded


def sound_key(text: str) -> str:
    """Give the sounds of a whole name in one order, whichever way round it was said."""
    return " ".join(sorted(sound(word) for word in plain_words(text)))


def sort_key(family: str, given: str) -> str:
    """Give the key by which lists put names in order: family name first, the same on every database."""
    # A tab sorts before every letter and blank, and folding leaves none inside a name.
    return "\t".join(part for part in (fold(family), fold(given)) if part)


def split_full_name(text: str) -> tuple[str, str]:
    """Give (given names, family name) of a name written in one cell.

    Words in capitals are the family name; where all or none are, the last word is.
    One word alone is a given name, unless it stands in capitals.
    """
    words = text.split()
    capitals = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    if capitals and len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals)
    if len(words) == 1 and not capitals:
        return words[0], ""
    return " ".join(words[:-1]), " ".join(words[-1:])
