"""The foot of the window knows whether its people exist, and how much room is left."""

from pathlib import Path

from desktop.services.standing import StandingService
from desktop.storage.unit_of_work import Desk


def test_only_a_marked_vault_is_invented(desk: Desk, tmp_path: Path) -> None:
    service = StandingService(desk, tmp_path)
    before = service.standing()
    assert (before.invented, (before.free_bytes or 0) > 0) == (False, True)
    service.mark_invented()
    assert service.standing().invented


def test_a_disk_that_does_not_answer_is_not_guessed(desk: Desk, tmp_path: Path) -> None:
    assert StandingService(desk, tmp_path / "gone").standing().free_bytes is None
