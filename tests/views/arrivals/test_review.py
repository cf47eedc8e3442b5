"""Look-alikes are decided by keys alone, one after the other, and every answer is undone from its toast."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester

from desktop.centre import Centre
from desktop.models.people import LookAlike
from desktop.rights import Permission
from desktop.services.convoys import ConvoyService
from desktop.services.new_people import NewPerson, insert_people
from desktop.spreadsheets.sources import Pasted
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.review import Review
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from tests.services.house import MONDAY, moment
from tests.views.arrivals.conftest import Keys
from tests.views.opened import house_of

LINES = ("KEITA\tMoussa\tM\t14/03/1998", "KEYITA\tMousa\tM\t1998", "KEITA\tMoussa\tM\t1998")


@pytest.fixture
def opened(opened: Centre) -> Centre:
    """Give the centre after three lists with one name each: three pairs wait."""
    for hour, line in enumerate(LINES, 1):
        list_ = Pasted(f"Nom\tPrénom\tSexe\tNé le\n{line}\n", "Pasted list")
        ConvoyService(opened.desk).import_list(list_, "BKO", moment(MONDAY, hour))
    for person in opened.people.search(""):
        house_of(opened).leave(person.code, moment(MONDAY, 12))
    return opened


@pytest.fixture
def toasts(shell: Shell) -> list[tuple[str, Callable[[], object] | None]]:
    """Note what is said, with its way back."""
    heard: list[tuple[str, Callable[[], object] | None]] = []
    shell.toasted.connect(lambda words, _, undo: heard.append((words, undo)))
    return heard


@pytest.fixture
def review(view: ArrivalsView) -> Review:
    """Come to the pairs as Today leads there."""
    view.open("look-alikes")
    return view.review


def _waiting(opened: Centre) -> list[tuple[str, str]]:
    return [(pair.older.code, pair.newer.code) for pair in opened.look_alike_queue.pairs()]


def test_same_merges_at_once_into_the_older_file_and_is_undone_from_the_toast(
    keys: Keys, review: Review, opened: Centre, toasts: list[tuple[str, Callable[[], object] | None]]
) -> None:
    before, pair = _waiting(opened), review.pair()
    assert pair is not None
    keys.press(Qt.Key.Key_S)
    assert [one.code for one in opened.merging.merged(pair.older.code)] == [pair.newer.code]
    ((words, undo),) = toasts
    assert words == "The two files are one from now on."
    assert undo is not None
    undo()
    assert _waiting(opened) == before
    assert review.pair() == pair


def test_the_newer_file_stays_where_it_is_chosen(keys: Keys, review: Review, opened: Centre) -> None:
    pair, files = review.pair(), review.parts.files
    assert pair is not None
    assert files.kept == pair.older.code
    files.stays[0].setFocus()
    keys.press(Qt.Key.Key_Right)
    assert files.kept == pair.newer.code
    keys.press(Qt.Key.Key_S)
    assert [one.code for one in opened.merging.merged(pair.newer.code)] == [pair.older.code]


def test_not_the_same_and_later_lead_on_to_the_next_pair_until_none_waits(
    keys: Keys, review: Review, opened: Centre, view: ArrivalsView
) -> None:
    first, second, third = _waiting(opened)
    keys.press(Qt.Key.Key_L)
    assert _waiting(opened) == [second, third, first]
    assert review.pair() == opened.look_alike_queue.pairs()[0]
    for _ in range(3):
        keys.press(Qt.Key.Key_N)
    assert _waiting(opened) == []
    assert review.parts.empty.isVisible()
    assert not review.parts.files.isVisible()
    keys.press(Qt.Key.Key_S)  # nothing is left to decide
    keys.press(Qt.Key.Key_Escape)
    assert view.landing.isVisible()
    assert not view.landing.alike.isVisible()


def test_later_again_and_again_goes_round(keys: Keys, review: Review) -> None:
    seen = []
    for _ in range(5):
        pair = review.pair()
        assert pair is not None
        seen.append(pair.id)
        keys.press(Qt.Key.Key_L)
    assert len(set(seen)) == 3


def test_reasons_and_what_should_be_known_are_said_before(keys: Keys, review: Review, opened: Centre) -> None:
    for person in opened.people.search(""):
        opened.stays.open(person.id, opened.setup.sites()[0].id, moment(MONDAY, 13))
    review.refresh()
    assert "the names sound alike" in review.parts.why.text()
    assert review.parts.files.beware.text() == "Both have an open stay: write down one exit before the two become one."
    waiting = _waiting(opened)
    keys.press(Qt.Key.Key_S)
    assert review.parts.refusal.isVisible()
    assert review.parts.refusal.text().startswith("Both files have an open stay. Write down the exit of ")
    assert _waiting(opened) == waiting


def test_a_pair_that_a_colleague_made_one_meanwhile_is_answered_in_place(
    keys: Keys, review: Review, opened: Centre
) -> None:
    pair = review.pair()
    assert pair is not None
    opened.merging.merge(pair.newer.code, pair.older.code)
    keys.press(Qt.Key.Key_N)
    assert review.parts.refusal.isVisible()
    assert review.parts.refusal.text().startswith("Nothing was found")


def test_the_convoys_lead_to_the_pairs_and_the_page_opens_there_again(keys: Keys, view: ArrivalsView) -> None:
    assert view.landing.alike.text() == "3 look-alikes to examine"
    view.landing.alike.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert view.review.isVisible()
    assert view.place() == ("look-alikes",)
    keys.press(Qt.Key.Key_Escape)
    assert view.place() == ()


def test_all_that_wait_are_counted_though_the_likeliest_alone_are_listed(view: ArrivalsView, opened: Centre) -> None:
    with opened.desk.begin(Permission.EDIT_PEOPLE) as work:
        people = [NewPerson(family_name=str(place)) for place in range(21)]
        keys = insert_people(work, people, site_code="BKO", year=2026)
        work.insert_many(
            LookAlike,
            [{"low": low, "high": high, "score": 50, "reasons": [], "verdict": None}
             for low, high in combinations(sorted(keys), 2)],
        )  # fmt: skip
        work.trace("look alike")
    view.open("look-alikes")
    assert view.review.table.rowCount() == 200
    assert view.review.parts.count.text() == "213 pairs wait"


def test_names_hide_with_f8(review: Review) -> None:
    discretion.set_hidden(hidden=True)
    shown = [label.text() for label in review.findChildren(QLabel)]
    shown += [review.table.index(row, column).data() for row in range(3) for column in range(2)]
    assert not [text for text in shown if "KEITA" in text or "KEYITA" in text]


def test_the_table_keeps_the_rules_of_models(qtmodeltester: ModelTester, review: Review) -> None:
    qtmodeltester.check(review.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
