"""What the page reads beside the screen: every case costs a key to open."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.centre import Centre
from desktop.services.case_holders import DueCase
from desktop.services.cases import CaseLine
from desktop.services.drafts import DraftLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The cases one reads, what one only knows of, what is unfinished, due and waiting."""

    cases: Sequence[CaseLine]
    elsewhere: Mapping[str, int]  # holder, number of cases
    due: Sequence[DueCase]
    drafts: Sequence[DraftLine]
    waiting: int


def read_standing(centre: Centre) -> Standing:
    """Read all of it."""
    held = centre.compartments.held()
    return Standing(
        cases=centre.cases.cases(),
        elsewhere=Counter(one.owner for one in centre.case_holders.elsewhere()),
        due=centre.case_holders.due(),
        drafts=centre.drafts.own(),
        waiting=sum(len(centre.cases.tray(code)) for code in held),
    )
