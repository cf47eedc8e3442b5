"""The look of the program goes with the account, whatever a computer is used to."""

import pytest
import sqlalchemy as sa

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.models.accounts import Staff
from desktop.rights import Permission
from desktop.services.saved_views import LONGEST_NAME, MOST_VIEWS, SavedView, TooManyViews, ViewNameless, ViewNameTaken
from desktop.settings import Appearance
from tests.centres import PASSWORD, TestCentre

USUAL = Appearance(language="fr", theme="light", text_percent=100)
CHOSEN = Appearance(language="en", theme="contrast", text_percent=150)


def test_what_somebody_chose_is_theirs_alone_and_stays(centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    assert opened.preferences.appearance(USUAL) == USUAL
    opened.preferences.choose(CHOSEN)
    opened.close()
    colleague = Centre.open(centre.folder, "seydou", PASSWORD)
    assert colleague.preferences.appearance(USUAL) == USUAL
    colleague.close()
    again = Centre.open(centre.folder, "mariam", PASSWORD)
    assert again.preferences.appearance(USUAL) == CHOSEN
    again.close()


def test_a_choice_that_is_no_more_gives_way_to_the_usual_look(centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    with opened.desk.begin(Permission.USE_PROGRAM) as work:
        odd = sa.update(Staff).where(Staff.id == opened.member.id).values(preferences={"theme": "sepia", "other": 1})
        work.run(odd)
        work.trace("spoil")
    assert opened.preferences.appearance(USUAL) == USUAL
    opened.preferences.choose(CHOSEN)
    with opened.desk.read(Permission.USE_PROGRAM) as look:
        assert look.scalar(sa.select(Staff.preferences).where(Staff.id == opened.member.id))["other"] == 1
    opened.close()


def test_kept_searches_are_the_accounts_own_and_leave_its_look_alone(centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    opened.preferences.choose(CHOSEN)
    opened.preferences.keep_people_views([SavedView("  Femmes   seules ", " awa ", "here"), SavedView("b", "", "here")])
    kept = [SavedView("Femmes seules", "awa", "here"), SavedView("b", "", "here")]
    assert opened.preferences.people_views() == kept
    assert opened.preferences.appearance(USUAL) == CHOSEN
    opened.preferences.choose(USUAL)
    assert opened.preferences.people_views() == kept
    opened.close()
    colleague = Centre.open(centre.folder, "seydou", PASSWORD)
    assert colleague.preferences.people_views() == []
    colleague.close()


@pytest.mark.parametrize(("names", "refusal"), [
    (["a", " "], ViewNameless),
    (["x" * (LONGEST_NAME + 1)], ViewNameless),
    (["Été", "ete"], ViewNameTaken),
    ([str(number) for number in range(MOST_VIEWS + 1)], TooManyViews),
])  # fmt: skip
def test_searches_that_could_not_be_told_apart_are_refused_and_the_former_stay(
    centre: TestCentre, names: list[str], refusal: type[DeskError]
) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    former = [SavedView("former", "", "here")]
    opened.preferences.keep_people_views(former)
    with pytest.raises(refusal):
        opened.preferences.keep_people_views([SavedView(name, "awa", "here") for name in names])
    assert opened.preferences.people_views() == former
    opened.close()


def test_what_is_no_search_is_left_out(centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    for odd, found in (({"people_views": 1}, 0), ({"people_views": [1, ["a"], ["a", "b", "c"]]}, 1)):
        with opened.desk.begin(Permission.USE_PROGRAM) as work:
            work.run(sa.update(Staff).where(Staff.id == opened.member.id).values(preferences=odd))
            work.trace("spoil")
        assert len(opened.preferences.people_views()) == found
    opened.close()
