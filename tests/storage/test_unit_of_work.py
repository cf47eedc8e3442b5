"""The Desk: rights, saving whole, tracing."""

from collections.abc import Callable
from contextlib import suppress

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed
from desktop.models.accounts import Journal
from desktop.models.centre import Site
from desktop.rights import Permission, Role
from desktop.storage.unit_of_work import Desk, Untraced


def test_a_traced_change_is_saved(desk: Desk) -> None:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        key = work.insert(Site, code="BKO", name="Bamako")
        work.trace("add site", "site", key, ["name"])
    with desk.read(Permission.SEE_HOUSE) as look:
        assert look.scalar(sa.select(Site.name)) == "Bamako"
        line = look.row(sa.select(Journal))
    assert line is not None
    assert (line.seq, line.action, line.object_id, line.detail) == (1, "add site", str(key), "name")


def test_an_untraced_change_is_refused(desk: Desk) -> None:
    with pytest.raises(Untraced), desk.begin(Permission.MANAGE_CENTRE) as work:
        work.insert(Site, code="BKO", name="Bamako")
    with desk.read(Permission.SEE_HOUSE) as look:
        assert look.scalar(sa.select(sa.func.count()).select_from(Site)) == 0


def test_every_change_that_is_saved_is_told_from_the_one_before_and_no_other(desk: Desk) -> None:
    seen = [desk.changes]
    for trace in (True, False, True):
        with suppress(Untraced), desk.begin(Permission.MANAGE_CENTRE) as work:
            if trace:
                work.trace("test")
        seen.append(desk.changes)
    assert seen[1] == seen[2]
    assert len(set(seen)) == 3


def test_without_the_right_the_door_stays_shut(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for(Role.MONITORING)
    with pytest.raises(NotAllowed), desk.read(Permission.SEE_PEOPLE):
        pass
    with pytest.raises(NotAllowed), desk.begin(Permission.EDIT_PEOPLE):
        pass


def test_two_changes_of_one_version_do_not_overwrite_each_other(desk: Desk) -> None:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        key = work.insert(Site, code="BKO", name="Bamako")
        work.change(Site, key, seen_version=1, name="Bamako 2")
        with pytest.raises(ChangedMeanwhile):
            work.change(Site, key, seen_version=1, name="Bamako 3")
        work.trace("test")
        assert work.scalar(sa.select(Site.name)) == "Bamako 2"
