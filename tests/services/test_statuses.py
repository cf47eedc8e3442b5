"""A status is proposed where a list's nationality tells it, and nowhere else."""

import pytest

from desktop.services.reference import entries
from desktop.services.statuses import status_on_convoy


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
def test_nationality_tells_the_status(said: str, status: str | None) -> None:
    assert status_on_convoy(said) == status


def test_every_status_told_is_in_the_list() -> None:
    assert {"returnee", "transit"} <= {entry.code for entry in entries("statuses")}
