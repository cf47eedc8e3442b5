"""A status is proposed where a list's nationality tells it, and nowhere else."""

import pytest

from desktop.rights import Permission
from desktop.services.centre_lists import CentreListService
from desktop.services.centre_setup import CentreSetupService
from desktop.services.reference import entries
from desktop.services.statuses import countries, status_on_convoy
from desktop.storage.unit_of_work import Desk


@pytest.fixture
def seeded(desk: Desk) -> Desk:
    """Give the desk of a centre that has its lists."""
    CentreSetupService(desk).seed_lists()
    return desk


def _status(desk: Desk, said: str) -> str | None:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return status_on_convoy(said, countries(look))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Mali", "returnee"),
        (" MALIENNE", "returnee"),
        ("ML", "returnee"),
        ("Côte d'Ivoire", "transit"),
        ("Guinea", "transit"),
        ("", None),
        ("Apatride", None),
        ("Sahélien", None),
    ],
)
def test_nationality_tells_the_status(seeded: Desk, said: str, status: str | None) -> None:
    assert _status(seeded, said) == status


def test_a_country_of_the_centres_own_tells_it_and_a_withdrawn_one_does_not(seeded: Desk) -> None:
    lists = CentreListService(seeded)
    assert _status(seeded, "Wakanda") is None
    lists.add("country", "Wakanda")
    assert _status(seeded, "WAKANDA") == "transit"
    lists.retire("country", next(line.id for line in lists.items("country") if line.code == "GN"))
    assert _status(seeded, "Guinea") is None


def test_every_status_told_is_in_the_list() -> None:
    assert {"returnee", "transit"} <= {entry.code for entry in entries("statuses")}
