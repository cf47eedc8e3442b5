"""What is written down when somebody does not simply leave, and what is refused."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import DeskError
from desktop.i18n import mark

WITH_NOTICE = frozenset({"hospital", "not_found", "death"})
MAY_COME_BACK = frozenset({"hospital", "not_found"})
NEVER_A_CHILD = frozenset({"own_will"})  # nobody lets a child go by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """To whom a child goes and by whose decision (`product.md` 2); `identity` is the paper that was seen.

    `heard_by` is who heard the child and when; their words belong to a sealed note, since whoever receives the
    child reads the sheet. `witness` is the second member of staff.
    """

    receiver: str
    link: str
    identity: str
    heard_by: str
    decided_by: str
    decision: str
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Who was told of an absence, a hospital or a death, and when."""

    told: str
    told_at: datetime


LACKING_WORDS = {
    "receiver": mark("who receives the child"),
    "link": mark("their link with the child"),
    "identity": mark("the identity paper that was seen"),
    "heard_by": mark("who heard the child, and when"),
    "decided_by": mark("the authority that decided"),
    "decision": mark("the decision"),
    "witness": mark("the second member of staff"),
}


class HandoverIncomplete(DeskError):
    """A child is handed over whole, or not at all; `missing` names the fields."""

    sentence = mark("Still to write before the child may leave: {what}.")


class WitnessIsSelf(DeskError):
    """Two members of staff are two people."""

    sentence = mark("The second member of staff must be somebody else than yourself.")


class GrownUp(DeskError):
    """A handover is for children and doubtful ages."""

    sentence = mark("The file says that this person is an adult: write a usual exit down.")


class OwnProcedure(DeskError):
    """An absence, a hospital and a death are written with who was told."""

    sentence = mark("This reason is written down on the file of the person, with who was told and when.")


class NobodyTold(DeskError):
    """Somebody is told before such an exit is closed."""

    sentence = mark("Write who was told: an authority, the family, coordination.")


class ToldToCome(DeskError):
    """Nobody was told yet."""

    sentence = mark("This is still to come. Write the exit down once they have been told.")
