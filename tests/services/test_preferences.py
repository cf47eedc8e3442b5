"""The look of the program goes with the account, whatever a computer is used to."""

import sqlalchemy as sa

from desktop.centre import Centre
from desktop.models.accounts import Staff
from desktop.rights import Permission
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
