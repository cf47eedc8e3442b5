"""Two files of one person read as one, by a pointer that can be taken away again (`data-model.md` 4)."""

from desktop.services.merging.clashes import SharedSession, TwoOpenStays
from desktop.services.merging.pointers import AlreadyOne, NotMerged, join, part
from desktop.services.merging.service import BeforeMerging, MergedFile, MergingService
from desktop.services.merging.sides import Side, born, side_of, sides_of

__all__ = [
    "AlreadyOne",
    "BeforeMerging",
    "MergedFile",
    "MergingService",
    "NotMerged",
    "SharedSession",
    "Side",
    "TwoOpenStays",
    "born",
    "join",
    "part",
    "side_of",
    "sides_of",
]
