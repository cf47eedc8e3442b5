"""A compartment as its first holder makes it: in memory until its paper was read back, then born in one act."""

from collections.abc import Sequence

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.reports.page import Target
from desktop.services.compartments import CompartmentService
from desktop.services.recovery_papers import RecoveryPaperService
from desktop.storage.unit_of_work import Desk
from desktop.vault.derive import Kdf


class NotFirstHolder(DeskError):
    """The certificate of whoever is signed in does not name this compartment."""

    sentence = mark(
        "You are not appointed to found this compartment. Whoever manages accounts appoints its first holder."
    )


class Founding:
    """A compartment about to be born; dropped before `finish`, it leaves nothing but the journal's word of a print."""

    def __init__(self, desk: Desk, code: str) -> None:
        """Make the recovery paper, which takes part of a second.

        Its code is 160 random bits: the least that a guess may cost is more than enough.
        """
        self._code = code
        self._compartments, self._papers = CompartmentService(desk), RecoveryPaperService(desk)
        self._paper = self._compartments.new_paper(code, Kdf.fresh())

    @property
    def asked(self) -> tuple[int, int]:
        """Say which groups of the paper are to be typed back, counted from 1."""
        return self._paper.asked

    def paper(self, target: Target) -> None:
        """Write the recovery paper; its target should be what shows or prints it, never a file that stays."""
        self._papers.compartment(self._code, self._paper.groups, target)

    def type_back(self, typed: Sequence[str]) -> None:
        """Compare what was typed from the print with the groups asked for.

        Raises:
            WrongPaper: a group differs; it is named.
        """
        self._paper.type_back(typed)

    def finish(self) -> None:
        """Give birth to the compartment, held by whoever is signed in.

        Raises:
            NotTypedBack: the paper was not typed back.
            AlreadyFounded: somebody founded it meanwhile.
        """
        self._compartments.found(self._code, self._paper)
