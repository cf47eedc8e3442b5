"""Two files become one by a pointer, and two again; what cannot be is refused, and what should be known is said."""

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.accounts import Journal
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.convoys import ConvoyService
from desktop.services.convoys.answers import ImportTouched
from desktop.services.figures import FiguresService
from desktop.services.house import HouseService
from desktop.services.merging import AlreadyOne, MergedFile, MergingService, NotMerged, TwoOpenStays
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.people import PeopleService
from desktop.services.stays import StayService
from desktop.services.walk_ins import WalkInService
from desktop.spreadsheets.sources import Pasted
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment
from tests.services.merging.lived import Lived, close_older, key_of, live


@pytest.fixture
def house(desk: Desk) -> House:
    """Give an empty house."""
    return make_house(desk)


@pytest.fixture
def three(house: House) -> tuple[str, str, str]:
    """Give the codes of three people, the oldest file first; only that one stays beyond noon."""
    made = house.lodge("Moussa KEITA"), house.lodge("Mousa KEYITA"), house.lodge("Moussa KEITAH")
    for code in made[1:]:
        house.leave(code, moment(MONDAY, 12))
    return made


def _roots(desk: Desk) -> dict[str, str]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        rows = look.rows(sa.select(Person.id, Person.code, Person.canonical_id))
    codes = {row.id: row.code for row in rows}
    return {row.code: codes[row.canonical_id] for row in rows}


def test_merged_files_are_named_with_the_day_and_part_again(desk: Desk, three: tuple[str, str, str]) -> None:
    first, second, _ = three
    service = MergingService(desk)
    assert service.merge(first, second) == second
    (file,) = service.merged(first)
    assert isinstance(file, MergedFile)
    assert (file.code, file.name, file.merged_at is not None) == (second, "Mousa KEYITA", True)
    assert service.merged(second) == [file]  # the code of either leads there
    service.unmerge(second)
    assert service.merged(first) == service.merged(second) == []
    assert len({*_roots(desk).values()}) == len(three)


def test_a_chain_parts_where_it_is_cut(desk: Desk, three: tuple[str, str, str]) -> None:
    first, second, third = three
    service = MergingService(desk)
    service.merge(second, third)
    service.merge(first, second)
    assert set(_roots(desk).values()) == {first}
    assert {file.code for file in service.merged(first)} == {second, third}
    service.unmerge(second)
    assert _roots(desk) == {first: first, second: second, third: second}
    service.merge(first, third)  # any code of it leads to the whole
    service.unmerge(third)
    assert _roots(desk) == {first: first, second: first, third: third}


def test_a_file_goes_neither_into_itself_nor_into_one_that_went_into_it(
    desk: Desk, three: tuple[str, str, str]
) -> None:
    first, second, third = three
    service = MergingService(desk)
    service.merge(second, third)
    service.merge(first, second)
    for kept in three:
        for absorbed in three:
            for refused in (service.merge, service.before):
                with pytest.raises(AlreadyOne):
                    refused(kept, absorbed)
    assert AlreadyOne(code=first, other=third).explain() == (
        f"“{first}” and “{third}” are one and the same file already."
    )


@pytest.mark.parametrize("typed", ["", "BKO", "BKO-26-99999-X", "’; drop", "ɲɛnɛ"])
def test_a_code_that_leads_to_nobody_is_refused(desk: Desk, three: tuple[str, str, str], typed: str) -> None:
    service = MergingService(desk)
    for refused in (lambda: service.merge(three[0], typed), lambda: service.merge(typed, three[0]),
                    lambda: service.unmerge(typed), lambda: service.merged(typed)):  # fmt: skip
        with pytest.raises(NotFound):
            refused()


def test_a_file_of_its_own_is_not_parted(desk: Desk, three: tuple[str, str, str]) -> None:
    with pytest.raises(NotMerged):
        MergingService(desk).unmerge(three[0])


def test_files_taken_out_of_sight_or_of_another_site_do_not_exist(
    desk: Desk, desk_for: DeskFor, three: tuple[str, str, str]
) -> None:
    first, second, third = three
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.change(Person, key_of(House(desk, uuid7()), third), removed_at=work.now)
        work.trace("remove")
    elsewhere = MergingService(desk_for(*Role, sites=frozenset({uuid7()})))
    for service, kept, absorbed in (
        (MergingService(desk), first, third),
        (MergingService(desk), third, first),
        (elsewhere, first, second),
    ):
        with pytest.raises(NotFound):
            service.merge(kept, absorbed)
        with pytest.raises(NotFound):
            service.before(kept, absorbed)
    MergingService(desk).merge(first, second)
    with pytest.raises(NotFound):
        elsewhere.unmerge(second)


def test_somebody_lodged_elsewhere_under_a_merged_file_stays_out_of_sight(
    desk: Desk, desk_for: DeskFor, house: House
) -> None:
    people = PeopleService(desk)
    lodged = house.lodge("Moussa KEITA")
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        (key,) = insert_people(work, [NewPerson(given_names="Mousa")], site_code="BKO", year=2026)
        nowhere: str = work.scalar(sa.select(Person.code).where(Person.id == key))
        work.trace("add")
    other = PeopleService(desk_for(*Role, sites=frozenset({uuid7()})))
    assert [one.code for one in other.search("")] == [nowhere]
    MergingService(desk).merge(nowhere, lodged)
    assert other.search("") == []
    assert [one.code for one in people.search("")] == [nowhere]


def test_only_those_who_may_correct_files_merge_them(
    desk: Desk, desk_for: DeskFor, three: tuple[str, str, str]
) -> None:
    for role in (Role.ACTIVITIES, Role.MONITORING, Role.ADMINISTRATION):
        service = MergingService(desk_for(role))
        with pytest.raises(NotAllowed):
            service.merge(three[0], three[1])
        with pytest.raises(NotAllowed):
            service.unmerge(three[1])
    MergingService(desk_for(Role.RECEPTION)).merge(three[0], three[1])
    with desk.read(Permission.READ_JOURNAL) as look:
        last = look.row(sa.select(Journal.action, Journal.detail).order_by(Journal.seq.desc()).limit(1))
    assert last is not None
    assert tuple(last) == ("merge files", "merged_into")


def test_presence_at_one_session_and_two_beds_are_said_before(desk: Desk) -> None:
    lived = live(make_house(desk))
    service = MergingService(desk)
    before = service.before(lived.newer, lived.older)
    assert (before.older.code, before.newer.code) == (lived.older, lived.newer)
    assert [one.code for one in before.sessions] == [lived.shared]
    assert before.both_lodge
    alone = service.before(lived.older, lived.third)
    assert (alone.sessions, alone.both_lodge) == ((), True)
    lived.house.leave(lived.third, moment(MONDAY, 9))
    assert not service.before(lived.older, lived.third).both_lodge


def test_two_open_stays_do_not_become_one_persons(desk: Desk) -> None:
    lived = live(make_house(desk))
    service = MergingService(desk)
    for pair in ((lived.older, lived.newer), (lived.newer, lived.older)):
        with pytest.raises(TwoOpenStays) as refusal:
            service.merge(*pair)
        assert f"exit of {lived.older} first, whose stay has been open since 16/11/2026" in refusal.value.explain()
    assert service.merged(lived.older) == service.merged(lived.newer) == []
    close_older(lived)
    service.merge(lived.older, lived.newer)
    assert HouseService(desk).evening_list(lived.house.site, moment(MONDAY, 20))[0].code == lived.older


def test_the_house_shows_one_person_and_two_again(desk: Desk) -> None:
    lived = live(make_house(desk))
    close_older(lived)
    before = _seen(lived)
    MergingService(desk).merge(lived.older, lived.newer)
    house, roster, people, unique, participations = _seen(lived)
    assert house == [lived.older, lived.third]
    assert roster == people == [lived.older, lived.third]
    assert (unique, participations) == (1, before[4] - 1)
    MergingService(desk).unmerge(lived.newer)
    assert _seen(lived) == before


def _seen(lived: Lived) -> tuple[list[str], list[str], list[str], int, int]:
    """Give the evening list, a sheet not yet marked, the list of people, and two figures of the week."""
    desk, site = lived.house.desk, lived.house.site
    evening = [line.code for line in HouseService(desk).evening_list(site, moment(MONDAY, 20))]
    lodgers = [one.code for one in StayService(desk).lodgers(site)]
    assert sorted(lodgers) == sorted(evening)
    people = [one.code for one in PeopleService(desk).search("", in_house_only=True)]
    week = FiguresService(desk).week(MONDAY)
    return sorted(evening), _asked(lived), sorted(people), week.unique_people, week.participations


def _asked(lived: Lived) -> list[str]:
    """Give those whom the sheet of a session asks for that nobody marked yet."""
    session = lived.house.plan(day=6)
    return sorted(line.person_code or "" for line in AttendanceService(lived.house.desk).open_sheet(session).lines)


def test_a_sheet_opened_before_asks_once_for_one_person(desk: Desk, house: House, three: tuple[str, str, str]) -> None:
    first, second, third = three
    sheets, session = AttendanceService(desk), house.plan()
    sheets.open_sheet(session)
    MergingService(desk).merge(first, second)
    listed = [line.person_code for line in sheets.open_sheet(session).lines if not line.walk_in]
    assert sorted(filter(None, listed)) == [first, third]
    MergingService(desk).unmerge(second)
    assert {line.person_code for line in sheets.open_sheet(session).lines} == set(three)
    assert [one.code for one in WalkInService(desk).candidates(session, "keyita")] == [second]


def test_protection_is_called_for_whichever_file_says_so(desk: Desk, house: House, three: tuple[str, str, str]) -> None:
    first, second, _ = three
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.change(Person, key_of(house, second), protect_flag=True)
        work.trace("flag")
    assert not PeopleService(desk).file(first).protect_flag
    MergingService(desk).merge(first, second)
    assert PeopleService(desk).file(first).protect_flag
    evening = HouseService(desk).evening_list(house.site, moment(MONDAY, 20))
    assert {line.instruction for line in evening if line.code == first} == {"Call protection"}


def test_an_import_that_a_merge_rests_on_is_not_undone(desk: Desk) -> None:
    house = make_house(desk)
    lists = [Pasted(f"Nom\tPrénom\n{name}\n", "Pasted list") for name in ("KEITA\tMoussa", "KEYITA\tMousa")]
    brought = [ConvoyService(desk).import_list(one, "BKO", moment(MONDAY, 1)).import_id for one in lists]
    first, second = sorted(one.code for one in PeopleService(desk).search(""))
    house.leave(first, moment(MONDAY, 12))
    MergingService(desk).merge(second, first)
    for import_id in brought:
        with pytest.raises(ImportTouched) as refusal:
            ConvoyService(desk).undo(import_id)
        assert "a merging of two files" in refusal.value.explain()
    MergingService(desk).unmerge(first)
    ConvoyService(desk).undo(brought[1])
    assert [one.code for one in PeopleService(desk).search("")] == [first]
