"""Building the invented centre through the program's own services, as staff would."""

import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from desktop.centre import Centre
from desktop.demonstration.following import follow_somebody
from desktop.demonstration.inventions import DEMO, SAMPLES, invent_arrivals, invented, write_list
from desktop.demonstration.living import Leavers, live_weeks
from desktop.models.base import now
from desktop.models.keys import named_key
from desktop.rights import Role
from desktop.services.account_keys import request_account
from desktop.services.centre_setup import RoomPlan
from desktop.services.directory import ServiceEntry
from desktop.storage.creation import VaultPlan, create_vault
from desktop.vault.derive import Kdf
from desktop.vocabulary import RoomKind, RoomRule

SITE = "BKO"
RECOVERY = "papier-de-recuperation"
ZONE = ZoneInfo("Africa/Bamako")
# The three sample lists hold this many people.
IN_SAMPLES = 186


def build_centre(
    folder: Path, *, people: int, weeks: int, seed: int, papers: Path | None = None
) -> list[dict[str, Any]]:
    """Make a vault in `folder` with at least the sample lists' people and `weeks` lived weeks; gives its accounts.

    The recovery papers go to the folder `papers`, where it is named: real ones are never kept as files.

    Raises:
        VaultExists: something is in the folder.
    """
    words = invented()
    coordinator, *others = words["accounts"]
    plan = VaultPlan(
        organisation=words["centre"]["organisation"],
        login=coordinator["login"],
        name=coordinator["name"],
        password=coordinator["password"],
        kdf=Kdf.fresh(),
    )
    groups = create_vault(folder, plan).paper
    centre = Centre.open(folder, coordinator["login"], coordinator["password"])
    try:
        _set_up(centre)
        if papers is not None:
            centre.recovery_papers.vault(groups, papers / f"{RECOVERY}-coffre.pdf")
        for account in others:
            _add_account(centre, account)
        _bring_convoys(centre, Random(seed), people, weeks)  # noqa: S311 - chance that can be repeated
        live_weeks(centre, Random(seed), weeks)  # noqa: S311 - chance that can be repeated
    finally:
        centre.close()
    for account in others:
        _found(folder, account, papers)
    return [{"user": one["login"], "password": one["password"], "roles": one["roles"]} for one in words["accounts"]]


def _set_up(centre: Centre) -> None:
    words = invented()
    centre.standing.mark_invented()
    centre.setup.seed_lists()
    rooms = [
        RoomPlan(
            name=room["name"],
            beds=room["beds"],
            rule=RoomRule(room["rule"]),
            accessible=room.get("accessible", False),
        )
        for room in words["rooms"]
    ]
    places = [RoomPlan(name=place["name"], kind=RoomKind(place["kind"])) for place in words["places"]]
    centre.setup.add_site(SITE, words["centre"]["site_name"], rooms + places)
    for service in words["services"]:
        centre.directory.add(ServiceEntry(**service))


def _add_account(centre: Centre, account: dict[str, Any]) -> None:
    org, root = centre.desk.keys.org, centre.accounts.root_key()
    request = request_account(org, root, account["login"], account["password"], Kdf.fresh())
    founds = [named_key("compartment", code) for code in account.get("founds", ())]
    centre.accounts.add(request, account["name"], [Role(role) for role in account["roles"]], founds=founds)


def _found(folder: Path, account: dict[str, Any], papers: Path | None) -> None:
    """Let each first holder found their compartments in a sitting of their own, as the rules want."""
    if not account.get("founds"):
        return
    centre = Centre.open(folder, account["login"], account["password"])
    try:
        for code in account["founds"]:
            paper = centre.compartments.new_paper(code, Kdf.fresh())
            paper.type_back([paper.groups[number - 1] for number in paper.asked])
            centre.compartments.found(code, paper)
            if papers is not None:
                centre.recovery_papers.compartment(code, paper.groups, papers / f"{RECOVERY}-{code}.pdf")
        if "social" in account["founds"]:
            follow_somebody(centre)
    finally:
        centre.close()


def _bring_convoys(centre: Centre, chance: Random, people: int, weeks: int) -> None:
    """Bring the sample lists in on three evenings, and an invented bus for every three days before, as they came."""
    leavers = Leavers(centre, chance, centre.setup.sites()[0].id)
    last = now().astimezone(ZONE).date() - timedelta(days=1)
    with tempfile.TemporaryDirectory() as scratch:
        samples = [
            (datetime.combine(last - timedelta(days=ago), time(22), ZONE), DEMO / name)
            for ago, name in zip((weeks * 7, 4, 1), SAMPLES, strict=True)
        ]
        for arrived, source in sorted([*samples, *_buses(chance, Path(scratch), people, weeks, last)]):
            leavers.let_go(arrived)
            centre.convoys.import_list(source, SITE, arrived)
    leavers.let_go(now())


def _buses(chance: Random, scratch: Path, people: int, weeks: int, last: date) -> Iterator[tuple[datetime, Path]]:
    """Write the lists of the invented buses, and say when each came."""
    days = list(range(3, weeks * 7, 3))
    more = max(0, people - IN_SAMPLES)
    for at, ago in enumerate(days):
        size = more // len(days) + (at < more % len(days))
        if size:
            target = scratch / f"bus-{at + 1}.csv"
            write_list(invent_arrivals(chance, size), target)
            yield datetime.combine(last - timedelta(days=ago), time(21, 30), ZONE), target
