"""Convoys: bringing a list in as one act, and taking it back."""

from desktop.services.convoys.answers import ImportReport, ListError, ListHasErrors, Preview
from desktop.services.convoys.desk import ConvoyDeskService, ConvoyLine, Understood
from desktop.services.convoys.newcomers import Decisions, PairKey
from desktop.services.convoys.rehearsal import Likeness, Rehearsal, Side, born
from desktop.services.convoys.service import ConvoyService
from desktop.services.convoys.watching import ImportCancelled

__all__ = [
    "ConvoyDeskService",
    "ConvoyLine",
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
    "Side",
    "Understood",
    "born",
]
