"""The lists a new centre starts from."""

from datetime import date

import pytest
import sqlalchemy as sa

from desktop.models.activity import ActivityType
from desktop.models.age_bands import Band
from desktop.models.base import Base
from desktop.models.centre import AgeBand, AgeScheme, ListItem
from desktop.models.directory import Organisation
from desktop.models.names import fold
from desktop.models.sealed import Compartment
from desktop.paths import RESOURCES
from desktop.rights import Permission
from desktop.services.reference import LISTS, age_schemes, alias_groups, entries, holidays, load
from desktop.services.seeding import seed
from desktop.storage.unit_of_work import Desk

SEEDED: tuple[type[Base], ...] = (ListItem, AgeScheme, AgeBand, ActivityType, Compartment, Organisation)


def _seed(desk: Desk) -> dict[str, int]:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        seed(work)
        work.trace("seed lists")
        return {model.__tablename__: work.scalar(sa.select(sa.func.count()).select_from(model)) for model in SEEDED}


def test_sowing_twice_changes_nothing(desk: Desk) -> None:
    first = _seed(desk)
    assert first["activity_type"] == 8
    assert first["compartment"] == 4
    assert first["list_item"] == sum(len(entries(name)) for name in LISTS)
    assert _seed(desk) == first


def test_a_word_changed_by_the_centre_stays_changed(desk: Desk) -> None:
    _seed(desk)
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        work.run(sa.update(ActivityType).where(ActivityType.code == "sport").values(label_fr="Football"))
        seed(work)
        work.trace("rename")
        assert work.scalar(sa.select(ActivityType.label_fr).where(ActivityType.code == "sport")) == "Football"


def test_mali_has_its_twenty_regions_and_159_cercles() -> None:
    regions = {region.code for region in entries("regions")}
    cercles = entries("cercles")
    assert len(regions) == 20
    assert len(cercles) == 159
    assert {cercle.parent for cercle in cercles} == regions - {"district_de_bamako"}
    assert "Kéniéba" in {cercle.fr for cercle in cercles if cercle.parent == "kayes"}


def test_every_need_lives_in_the_clear_or_in_a_compartment() -> None:
    compartments = {item["code"] for item in load("compartments")["items"]}
    homes = {need.code: need.lives_in for need in entries("needs")}
    assert set(homes.values()) == compartments | {"clear"}
    assert homes["trafficking"] == "gbv_trafficking"
    assert homes["private_talk"] == "clear"


def test_every_activity_has_a_known_code_of_who_does_what() -> None:
    known = {entry.code for entry in entries("four_ws")}
    assert {item["four_ws"] for item in load("activity_types")["items"]} <= known
    assert {entry.parent for entry in entries("four_ws")} - {None} <= known


def test_age_bands_leave_no_gap() -> None:
    assert age_schemes()["unhcr"] == (Band(0, 4), Band(5, 11), Band(12, 17), Band(18, 59), Band(60))
    for bands in age_schemes().values():
        assert [sum(band.holds(age) for band in bands) for age in range(110)] == [1] * 110


def test_closed_days_come_in_order_and_tell_which_follow_the_moon() -> None:
    days = holidays(2026)
    assert [day.day for day in days] == sorted(day.day for day in days)
    assert {day.day for day in days if day.moon} == {
        date(2026, 3, 20),
        date(2026, 5, 27),
        date(2026, 8, 25),
        date(2026, 9, 1),
    }


def test_no_name_belongs_to_two_alias_groups() -> None:
    words = [fold(name) for group in alias_groups() for name in group]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("path", sorted((RESOURCES / "lists").glob("*.toml")), ids=lambda path: str(path.stem))
def test_every_list_says_its_version_and_source(path: object) -> None:
    assert load(getattr(path, "stem", ""))["version"]
