"""Convoys: bringing a list in as one act, and taking it back."""

from desktop.services.convoys.answers import ImportReport, ListError, ListHasErrors, Preview
from desktop.services.convoys.bands import BANDS_HEADING, BANDS_MAPPING, numbered
from desktop.services.convoys.bands import MOST as MOST_BANDS
from desktop.services.convoys.desk import ConvoyDeskService, ConvoyLine, Understood
from desktop.services.convoys.newcomers import Decisions, PairKey
from desktop.services.convoys.people import ConvoyPeopleService, ConvoyPerson
from desktop.services.convoys.rehearsal import Likeness, Rehearsal
from desktop.services.convoys.roll import Roll, RollLine
from desktop.services.convoys.roll_call import RollCallService
from desktop.services.convoys.roll_writing import Unlisted
from desktop.services.convoys.service import ConvoyService
from desktop.services.convoys.watching import ImportCancelled
from desktop.services.merging import Side, born

__all__ = [
    "BANDS_HEADING",
    "BANDS_MAPPING",
    "MOST_BANDS",
    "ConvoyDeskService",
    "ConvoyLine",
    "ConvoyPeopleService",
    "ConvoyPerson",
    "ConvoyService",
    "Decisions",
    "ImportCancelled",
    "ImportReport",
    "Likeness",
    "ListError",
    "ListHasErrors",
    "PairKey",
    "Preview",
    "Rehearsal",
    "Roll",
    "RollCallService",
    "RollLine",
    "Side",
    "Understood",
    "Unlisted",
    "born",
    "numbered",
]
