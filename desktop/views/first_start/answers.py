"""What was answered so far: it outlives each step, and the language it was asked in."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.i18n import mark, tr
from desktop.services.centre_setup import RoomPlan
from desktop.services.new_centre import FirstAccount, NewCentre, SitePlan
from desktop.vocabulary import RoomRule

_USUAL: tuple[tuple[str, int, RoomRule, bool], ...] = (
    (mark("Men 1"), 10, RoomRule.MEN, False),
    (mark("Men 2"), 10, RoomRule.MEN, False),
    (mark("Women"), 6, RoomRule.WOMEN, True),
    (mark("Families"), 6, RoomRule.FAMILIES, True),
    (mark("Children"), 4, RoomRule.CHILDREN, False),
)


@dataclass(slots=True)
class RoomAnswer:
    """One room as it was typed."""

    name: str = ""
    beds: int = 4
    rule: RoomRule = RoomRule.ANY
    accessible: bool = False


def usual_rooms() -> list[RoomAnswer]:
    """Give rooms to start from, named in the language of the screen."""
    return [RoomAnswer(tr(name), beds, rule, accessible) for name, beds, rule, accessible in _USUAL]


@dataclass(slots=True)
class SiteAnswer:
    """One site as it was typed; its rooms are proposed when they are first asked for."""

    code: str = ""
    name: str = ""
    rooms: list[RoomAnswer] | None = None


def _bamako() -> list[SiteAnswer]:
    return [SiteAnswer("BKO", "Bamako")]


@dataclass(slots=True)
class Answers:
    """Everything the first start asks, as it was typed."""

    folder: Path
    organisation: str = ""
    sites: list[SiteAnswer] = field(default_factory=_bamako)
    login: str = ""
    name: str = ""
    password: str = ""
    again: str = ""
    clock_confirmed: bool = False
    made: NewCentre | None = None  # with its paper, for the account it was made for
    made_for: FirstAccount | None = None

    def account(self) -> FirstAccount:
        """Give the first account, and the name of its centre."""
        return FirstAccount(
            organisation=self.organisation.strip(),
            login=self.login.strip(),
            name=self.name.strip(),
            password=self.password,
        )

    def plans(self) -> list[SitePlan]:
        """Give the sites with their rooms."""
        return [
            SitePlan(code=site.code.strip(), name=site.name.strip(), rooms=tuple(_plan(room) for room in _of(site)))
            for site in self.sites
        ]


def _of(site: SiteAnswer) -> list[RoomAnswer]:
    return [room for room in site.rooms or [] if room.name.strip()]


def _plan(room: RoomAnswer) -> RoomPlan:
    return RoomPlan(name=room.name.strip(), beds=room.beds, rule=room.rule, accessible=room.accessible)
