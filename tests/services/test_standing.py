"""The foot of the window knows whether its people exist, and how much room is left."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop import BUILT
from desktop.models.accounts import Journal
from desktop.rights import Permission
from desktop.services.standing import StandingService, clock_seems_wrong
from desktop.storage.unit_of_work import Desk


def test_only_a_marked_vault_is_invented(desk: Desk, tmp_path: Path) -> None:
    service = StandingService(desk, tmp_path)
    before = service.standing()
    assert (before.invented, (before.free_bytes or 0) > 0) == (False, True)
    service.mark_invented()
    assert service.standing().invented


def test_a_disk_that_does_not_answer_is_not_guessed(desk: Desk, tmp_path: Path) -> None:
    assert StandingService(desk, tmp_path / "gone").standing().free_bytes is None


@pytest.mark.parametrize(
    ("at", "latest", "wrong"),
    [
        (datetime(BUILT.year - 1, 12, 31, tzinfo=UTC), None, True),
        (datetime(BUILT.year, 1, 1, tzinfo=UTC), None, False),
        (datetime(2030, 1, 1, tzinfo=UTC), datetime(2030, 1, 2, tzinfo=UTC), True),
        (datetime(2030, 1, 2, tzinfo=UTC), datetime(2030, 1, 2, tzinfo=UTC), False),
    ],
)
def test_a_clock_before_the_program_or_before_the_last_work_is_doubted(
    at: datetime, latest: datetime | None, *, wrong: bool
) -> None:
    assert clock_seems_wrong(at, latest) is wrong


def test_work_of_a_later_day_makes_the_clock_doubtful(desk: Desk, tmp_path: Path) -> None:
    service = StandingService(desk, tmp_path)
    with desk.begin(Permission.USE_PROGRAM) as work:
        work.trace("look around")
    assert service.standing().doubtful is None
    with desk.begin(Permission.USE_PROGRAM) as work:
        work.trace("look around")
        later = sa.update(Journal).values(at=work.now + timedelta(days=1))
        work.connection.execute(later)
    assert service.standing().doubtful is not None
