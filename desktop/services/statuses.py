"""What somebody on a convoy is to the centre, as far as their nationality tells."""

from collections.abc import Mapping

from desktop.models.names import fold
from desktop.services.list_words import words_in_use
from desktop.storage.unit_of_work import Reading

RETURNEE, IN_TRANSIT = "returnee", "transit"
_MALI = "ML"


def countries(look: Reading) -> dict[str, str]:
    """Give the codes of the centre's countries by everything they are called, folded."""
    listed = words_in_use(look, "country")
    return {fold(word): code for code, words in listed.items() for word in (code, *words)}


def status_on_convoy(nationality: str, known: Mapping[str, str]) -> str | None:
    """Say "returnee" for Malians and "transit" for citizens of another of the `known` countries; None for no such one.

    `known` is what `countries` gives.
    """
    said = fold(nationality)
    country = _MALI if said.startswith("malien") else known.get(said)
    if country is None:
        return None
    return RETURNEE if country == _MALI else IN_TRANSIT
