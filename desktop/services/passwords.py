"""What a password must withstand: ten characters, and a guesser who knows its owner (`security.md`)."""

import unicodedata
from collections.abc import Sequence

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.names import plain_words

MIN_PASSWORD = 10
_MIN_SCORE = 3  # of zxcvbn's 0 to 4: some hundred million guesses
# Its time explodes with the length of certain signs; what begins well does not become easier further on.
_WEIGHED = 20
_HOUSE = "jatigi"


class WeakPassword(DeskError):
    """The password is too short to protect anybody."""

    sentence = mark("Choose a password of at least {length} characters.")


class EasyPassword(WeakPassword):
    """The password is long enough, and among the first that a guesser tries."""

    sentence = mark("This password is easy to guess. Take four ordinary words that nobody links with you.")


def refuse_short(password: str) -> None:
    """Refuse a password that is too short, which takes no time to see.

    Raises:
        WeakPassword: it is.
    """
    if len(password) < MIN_PASSWORD:
        raise WeakPassword(length=MIN_PASSWORD)


def refuse_weak(password: str, known: Sequence[str] = ()) -> None:
    """Refuse a password that a guess finds; `known` are names that others link with its owner.

    Raises:
        WeakPassword: it is too short.
        EasyPassword: it is easy to guess.
    """
    refuse_short(password)
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words are slow to load

    plain = unicodedata.normalize("NFKC", password)[:_WEIGHED]
    words = {word[:_WEIGHED] for text in (_HOUSE, *known) for word in _as_typed(text)}
    if zxcvbn(plain, user_inputs=sorted(words))["score"] < _MIN_SCORE:
        raise EasyPassword


def _as_typed(text: str) -> list[str]:
    """Give a name's words, with their accents and without, and the whole of it as people join it."""
    plain = [word.lower() for word in plain_words(text)]
    return [*text.lower().split(), *plain, *(joint.join(plain) for joint in ("", " ", "-", "."))]
