"""How hard a password is to guess, in words."""

from collections.abc import Sequence

from desktop.i18n import tr

SHORTEST, STRONG = 10, 14
_DIFFERENT = 6  # signs that differ: fewer are a pattern


def strength(password: str, known: Sequence[str]) -> tuple[str, str]:
    """Say how good a password is, and of which kind that is: bad, warning or ok; `known` are words others know."""
    plain = password.casefold()
    if len(password) < SHORTEST:
        return tr("Too short: {n} signs at least.", n=SHORTEST), "bad"
    if len(set(plain)) < _DIFFERENT or any(word.casefold() in plain for word in known if len(word) > 2):
        return tr("Easy to guess. Choose words that nobody links with you."), "warning"
    if len(password) < STRONG:
        return tr("Good. Four ordinary words one after another are even better."), "ok"
    return tr("Strong."), "ok"
