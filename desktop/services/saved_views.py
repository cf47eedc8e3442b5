"""The searches of the list of people that somebody keeps under a name of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.names import fold

LONGEST_NAME, MOST_VIEWS = 30, 12


class ViewNameless(DeskError):
    """A kept search is found again by its name."""

    sentence = mark("Give this search a name, of {most} letters at most.")


class ViewNameTaken(DeskError):
    """Two names that read alike cannot be told apart."""

    sentence = mark("You keep a search named “{name}” already.")


class TooManyViews(DeskError):
    """A menu nobody can take in at a glance helps nobody."""

    sentence = mark("You keep {most} searches already. Remove one first.")


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name, the words that were sought, and the code of the filter that was chosen."""

    name: str
    text: str
    chosen: str


def checked_views(views: Sequence[SavedView]) -> list[list[str]]:
    """Give the views as they are kept.

    Raises:
        TooManyViews: a menu would not hold them.
        ViewNameless: one has no name, or too long a one.
        ViewNameTaken: two names read alike.
    """
    if len(views) > MOST_VIEWS:
        raise TooManyViews(most=MOST_VIEWS)
    seen: set[str] = set()
    kept = []
    for view in views:
        name = " ".join(view.name.split())
        if not 0 < len(name) <= LONGEST_NAME:
            raise ViewNameless(most=LONGEST_NAME)
        if fold(name) in seen:
            raise ViewNameTaken(name=name)
        seen.add(fold(name))
        kept.append([name, view.text.strip(), view.chosen])
    return kept


def read_views(kept: Any) -> list[SavedView]:
    """Give the views as they were kept; what is no view is left out."""
    rows = kept if isinstance(kept, list) else []
    return [SavedView(*row) for row in rows if isinstance(row, list) and len(row) == len(SavedView.__slots__)]
