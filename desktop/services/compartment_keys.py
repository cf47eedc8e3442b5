"""Finding a compartment by its code."""

from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.sealed import Compartment
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.refusals import NotGranted


def compartment_key(look: Reading, code: str) -> UUID:
    """Find a compartment by its code.

    Raises:
        NotFound: there is none.
    """
    found = look.scalar(sa.select(Compartment.id).where(Compartment.code == code))
    if not isinstance(found, UUID):
        raise NotFound(code=code)
    return found


def held_compartment(desk: Desk, look: Reading, code: str) -> UUID:
    """Find a compartment that the reader holds.

    Raises:
        NotFound: there is none of this code.
        NotGranted: the reader does not hold it.
    """
    room = compartment_key(look, code)
    if room not in desk.keys.compartments():
        raise NotGranted
    return room
