"""The day: what waits, counted for those it concerns; for everybody else it does not exist."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.activity import Session
from desktop.models.base import now
from desktop.models.people import LookAlike, Person
from desktop.models.stays import Stay
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.case_holders import CaseHolderService
from desktop.services.cases import CaseService
from desktop.services.compartments import CompartmentService
from desktop.services.house import HouseService
from desktop.services.planning import PlanningService
from desktop.services.referrals import ReferralLine, ReferralService
from desktop.services.today import MovementKind, SealedToday, TodayService
from desktop.services.today.movements import MOST_NAMED
from desktop.services.today.sessions import sessions_on
from desktop.storage.clock import SteadyClock
from desktop.storage.opening import OpenVault
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus
from desktop.vocabulary.referrals import ReferralState, Urgency
from tests.centres import TestCentre, symbols
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, board_of, make_house, moment
from tests.services.test_cases import person_of

PARTS: dict[str, frozenset[Role]] = {
    "sessions": frozenset(Role) - {Role.ADMINISTRATION},
    "house": frozenset({Role.COORDINATION, Role.RECEPTION, Role.SOCIAL_WORK, Role.PSYCHOLOGY}),
    "look_alikes": frozenset({Role.COORDINATION, Role.RECEPTION}),
    "sealed": frozenset({Role.SOCIAL_WORK, Role.PSYCHOLOGY, Role.MOBILE_TEAM}),
}


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a site with three beds."""
    return make_house(desk)


def _today(desk: Desk, referrals: Callable[[], list[ReferralLine]] = list) -> TodayService:
    return TodayService(desk, list, referrals)


def _plan(house: House, day: date, hour: int = 9) -> str:
    """Plan a session; its hours lie on `day` wherever the clock of the test stands."""
    code = house.plan(hour=hour)
    at = moment(day, hour)
    with house.desk.begin(Permission.PLAN_WEEK) as work:
        values = {"on_date": day, "starts_at": at, "ends_at": at + timedelta(hours=1)}
        work.run(sa.update(Session).where(Session.code == code).values(values))
        work.trace("move")
    return code


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_whole_for_its_roles_and_refused_to_every_other(desk_for: DeskFor, part: str, role: Role) -> None:
    read = getattr(_today(desk_for(role)), part)
    if role in PARTS[part] and part != "sealed":
        read()
    else:  # nobody reads sealed work at a desk without keys
        with pytest.raises(NotAllowed):
            read()


def test_sessions_of_the_day_stand_in_running_order_and_older_ones_only_unrecorded(house: House) -> None:
    today = now().date()
    late, early = _plan(house, today, 23), _plan(house, today, 0)
    forgotten, done = _plan(house, today - timedelta(1)), _plan(house, today - timedelta(1))
    cancelled, missed = _plan(house, today - timedelta(1)), _plan(house, today - timedelta(1))
    _plan(house, today + timedelta(1))
    _plan(house, today - timedelta(weeks=5))
    code = house.lodge("Moussa KEITA", arrived=now() - timedelta(days=3))
    AttendanceService(house.desk).mark_by_code(done, code, AttendanceStatus.PRESENT)
    PlanningService(house.desk).cancel(cancelled, "rain")
    AttendanceService(house.desk).did_not_take_place(missed, "nobody came")
    told = _today(house.desk).sessions()
    assert [line.code for line in told.day] == [early, late]
    assert [line.code for line in told.unrecorded] == [forgotten]


def test_the_week_is_counted_as_the_summary_counts_it_and_what_is_to_come_waits(house: House) -> None:
    sunday = moment(MONDAY, 20) + timedelta(6)
    days = [sunday.date() - timedelta(days) for days in (0, 1, 2, 6, 7)]
    codes = [_plan(house, day) for day in days]
    code = house.lodge("Moussa KEITA", arrived=sunday - timedelta(days=9))
    for marked in (codes[0], codes[4]):
        AttendanceService(house.desk).mark_by_code(marked, code, AttendanceStatus.PRESENT)
    AttendanceService(house.desk).did_not_take_place(codes[1], "nobody came")
    PlanningService(house.desk).cancel(_plan(house, sunday.date()), "rain")
    _plan(house, sunday.date(), 21)
    with house.desk.read(Permission.SEE_WEEK) as look:
        told = sessions_on(replace(look, now=sunday), sunday.date())
    assert (told.recorded, told.ended) == (3, 5)


def test_the_house_tells_who_is_in_it_and_which_beds_are_free(house: House) -> None:
    at = now()
    rooms = board_of(house.desk, house.site).rooms
    house.lodge("Moussa KEITA", arrived=at - timedelta(days=3))
    house.lodge("Awa DIALLO", arrived=at - timedelta(days=3))
    with house.desk.read(Permission.SEE_HOUSE) as look:
        stay = look.scalar(sa.select(Stay.id).join(Person, Person.id == Stay.person_id).limit(1))
    HouseService(house.desk).place(stay, rooms[0].beds[0].id, at=at - timedelta(days=2))
    (site,) = _today(house.desk).house().sites
    assert (site.name, site.inside, site.bedless, site.free_beds) == ("Bamako", 2, 1, 2)


def test_who_came_goes_or_went_today_is_named_in_that_order(house: House) -> None:
    midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
    gone = house.lodge("Sira TRAORE", arrived=midnight - timedelta(days=4))
    house.leave(gone, midnight)
    older = house.lodge("Awa DIALLO", arrived=midnight - timedelta(seconds=1))
    new = house.lodge("Moussa KEITA", arrived=midnight)
    due = house.lodge("Modibo COULIBALY", arrived=midnight - timedelta(days=9))
    with house.desk.begin(Permission.RUN_HOUSE) as work:
        person = sa.select(Person.id).where(Person.code == due).scalar_subquery()
        work.run(sa.update(Stay).where(Stay.person_id == person).values(expected_out_on=midnight.date()))
        work.trace("expect")
    told = _today(house.desk).house().movements
    assert [(one.code, one.kind) for one in told] == [
        (new, MovementKind.ARRIVED),
        (due, MovementKind.EXPECTED_OUT),
        (gone, MovementKind.LEFT),
    ]
    assert [one.at for one in told] == [midnight, None, midnight]
    assert older not in [one.code for one in told]


def test_after_a_convoy_the_last_are_named_and_the_others_counted(house: House) -> None:
    midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
    codes = [house.lodge("Moussa KEITA", arrived=midnight) for _ in range(MOST_NAMED + 2)]
    gone = house.lodge("Sira TRAORE", arrived=midnight - timedelta(days=4))
    house.leave(gone, midnight)
    told = _today(house.desk).house()
    assert [one.code for one in told.movements] == [*sorted(codes)[:MOST_NAMED], gone]
    assert told.more == 2


def test_a_site_of_others_is_neither_counted_nor_named(house: House, desk_for: DeskFor) -> None:
    house.lodge("Moussa KEITA", arrived=now() - timedelta(minutes=1))
    _plan(house, now().date(), 0)
    elsewhere = _today(desk_for(Role.COORDINATION, sites=frozenset({house.desk.member.id})))
    assert (elsewhere.house().sites, elsewhere.house().movements) == ((), ())
    told = elsewhere.sessions()
    assert (told.day, told.unrecorded, told.ended) == ((), (), 0)


def test_only_undecided_pairs_that_one_may_see_are_counted(house: House) -> None:
    codes = [house.lodge(name) for name in ("Moussa KEITA", "Musa KEITA", "Mousa KEITA")]
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        keys = [work.scalar(sa.select(Person.id).where(Person.code == code)) for code in codes]
        for low, high in ((0, 1), (0, 2)):
            work.insert(LookAlike, low=keys[low], high=keys[high], score=9, reasons=[])
        work.trace("look alike")
    today = _today(house.desk)
    assert today.look_alikes() == 2
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        work.run(sa.update(Person).where(Person.id == keys[2]).values(removed_at=work.now))
        work.trace("remove")
    assert today.look_alikes() == 1


def _sealed(vault: OpenVault, referrals: Callable[[], list[ReferralLine]] | None = None) -> SealedToday:
    due = CaseHolderService(vault.desk).due
    return TodayService(vault.desk, due, referrals or ReferralService(vault.desk).referrals).sealed()


def test_worries_are_counted_for_the_holders_of_their_compartment_alone(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault:
        CaseService(vault.desk).drop_in("social", "zzworry")
    with closing(centre.open("mariam")) as vault:
        assert _sealed(vault) == SealedToday(worries=1, referrals=0, keys=0)
    with closing(centre.open("sira")) as vault:  # social work, but no holder
        assert _sealed(vault) == SealedToday(worries=0, referrals=0, keys=0)
    for login in ("seydou", "fanta", "awa"):
        with closing(centre.open(login)) as vault, pytest.raises(NotAllowed):
            _sealed(vault)


def _referral(state: ReferralState, due_in: int) -> ReferralLine:
    values: dict[str, Any] = {"number": "REF", "service": "x", "organisation": "x", "person_code": "x", "name": "x"}
    day = now().date() + timedelta(due_in)
    return ReferralLine(state=state, urgency=Urgency.HOURS_24, due_on=day, return_by=day + timedelta(30), **values)


@pytest.mark.parametrize(("state", "due_in", "counted"), [
    (ReferralState.DRAFT, -1, 1), (ReferralState.CONSENT_OBTAINED, -1, 1), (ReferralState.SENT, -1, 1),
    (ReferralState.RECEIVED, -1, 0), (ReferralState.RECEIVED, -31, 1),
    (ReferralState.SENT, 0, 0), (ReferralState.SENT, 1, 0),
])  # fmt: skip
def test_a_referral_is_overdue_once_its_day_has_passed_and_nothing_was_heard(
    centre: TestCentre, state: ReferralState, due_in: int, counted: int
) -> None:
    with closing(centre.open("mariam")) as vault:
        assert _sealed(vault, lambda: [_referral(state, due_in)]).referrals == counted


def test_a_case_whose_key_must_change_is_counted_for_its_holder(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
        case, today = CaseService(vault.desk).open_case(person_of(vault), "social"), vault.desk.keys.today
        CaseService(vault.desk).cover(case.id, centre.uids["sira"], today, today)
        assert _sealed(vault).keys == 0
        vault.desk.keys.clock = SteadyClock(None, lambda: datetime.now(UTC) + timedelta(1)).today
        assert _sealed(vault).keys == 1
    with closing(centre.open("sira")) as vault:
        assert _sealed(vault).keys == 0
