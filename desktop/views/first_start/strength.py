"""How hard a password is to guess, in words."""

from collections.abc import Sequence

from desktop.i18n import tr
from desktop.services.passwords import MIN_PASSWORD, EasyPassword, WeakPassword, refuse_weak

_STRONG = 14


def strength(password: str, known: Sequence[str]) -> tuple[str, str]:
    """Say how good a password is, and of which kind that is: bad, warning or ok; `known` are names others know."""
    try:
        refuse_weak(password, known)
    except EasyPassword:
        return tr("Easy to guess. Choose words that nobody links with you."), "warning"
    except WeakPassword:
        return tr("Too short: {n} signs at least.", n=MIN_PASSWORD), "bad"
    if len(password) < _STRONG:
        return tr("Good. Four ordinary words one after another are even better."), "ok"
    return tr("Strong."), "ok"
