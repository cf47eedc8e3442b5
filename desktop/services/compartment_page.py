"""The page of the compartments: what each is, who may be let in, and the founding of one's own."""

from desktop.rights import Permission
from desktop.services.compartment_keys import compartment_key, held_compartment
from desktop.services.compartment_lines import CompartmentLine, Newcomer, compartment_lines, newcomers
from desktop.services.founding import Founding, NotFirstHolder
from desktop.storage.unit_of_work import Desk

__all__ = ["CompartmentLine", "CompartmentPageService", "Founding", "Newcomer", "NotFirstHolder"]


class CompartmentPageService:
    """Say who holds what; keys change hands in `CompartmentService`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compartments(self) -> list[CompartmentLine]:
        """Give every compartment, with the names of those who hold it or may found it."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            return compartment_lines(self._desk, look)

    def symbols(self) -> str:
        """Give one's own sixteen symbols, for the colleague who lets one in to compare."""
        with self._desk.read(Permission.WORK_ON_CASES):
            return self._desk.keys.identity.card.fingerprint()

    def newcomers(self, code: str) -> list[Newcomer]:
        """Give the colleagues who can be let into a compartment that one holds.

        Raises:
            NotFound: no such compartment.
            NotGranted: one does not hold it.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            return newcomers(self._desk, look, held_compartment(self._desk, look, code))

    def begin(self, code: str) -> Founding:
        """Make what is needed to found a compartment, above all its paper; nothing is written yet.

        Raises:
            NotFound: no such compartment.
            NotFirstHolder: the certificate does not allow it.
            AlreadyFounded: somebody founded it before.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            room, keys = compartment_key(look, code), self._desk.keys
            if room not in keys.ledger.certs[keys.uid].founds:
                raise NotFirstHolder
        return Founding(self._desk, code)
