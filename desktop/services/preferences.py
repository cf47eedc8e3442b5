"""What each account likes: its language, its theme, the size of its text, the searches it keeps."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from desktop.models.accounts import Staff
from desktop.rights import Permission
from desktop.services.saved_views import SavedView, checked_views, read_views
from desktop.settings import Appearance
from desktop.storage.unit_of_work import Desk

_VIEWS = "people_views"


class PreferenceService:
    """Read and keep the preferences of whoever is signed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def appearance(self, usual: Appearance) -> Appearance:
        """Give how the program shall look for this account; `usual` where it never chose, or chose what is no more."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            kept = _kept(look.scalar(_question(self._desk)))
        try:
            return Appearance(**(asdict(usual) | kept))
        except (ValueError, TypeError):
            return usual

    def choose(self, appearance: Appearance) -> None:
        """Keep how the program shall look for this account, on every computer it signs in at."""
        self._keep("choose preferences", asdict(appearance))

    def people_views(self) -> list[SavedView]:
        """Give the searches of the list of people that this account keeps, in the order they were kept."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            return read_views((look.scalar(_question(self._desk)) or {}).get(_VIEWS))

    def keep_people_views(self, views: Sequence[SavedView]) -> None:
        """Keep these searches in place of those that were kept.

        Raises:
            DeskError: one has no name, two have the same, or there are too many (`desktop.services.saved_views`).
        """
        self._keep("keep searches", {_VIEWS: checked_views(views)})

    def _keep(self, act: str, chosen: dict[str, Any]) -> None:
        member = self._desk.member.id
        with self._desk.begin(Permission.USE_PROGRAM) as work:
            others = dict(work.scalar(_question(self._desk)) or {})
            work.change(Staff, member, preferences=others | chosen)
            work.trace(act, "staff", member, ["preferences"])


def _question(desk: Desk) -> sa.Select[tuple[dict[str, Any]]]:
    return sa.select(Staff.preferences).where(Staff.id == desk.member.id)


def _kept(found: dict[str, Any] | None) -> dict[str, Any]:
    return {name: value for name, value in (found or {}).items() if name in Appearance.__dataclass_fields__}
