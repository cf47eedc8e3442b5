"""What somebody on a convoy is to the centre, as far as their nationality tells."""

from functools import cache

from desktop.models.names import fold
from desktop.services.reference import entries

RETURNEE, IN_TRANSIT = "returnee", "transit"
_MALI = "ML"


@cache
def _countries() -> dict[str, str]:
    return {fold(word): one.code for one in entries("countries") for word in (one.code, one.fr, one.en)}


def status_on_convoy(nationality: str) -> str | None:
    """Say "returnee" for Malians and "transit" for citizens of another known country; None where the list is silent."""
    said = fold(nationality)
    country = _MALI if said.startswith("malien") else _countries().get(said)
    if country is None:
        return None
    return RETURNEE if country == _MALI else IN_TRANSIT
