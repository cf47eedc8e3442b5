"""A week is told as short as it can be, and never so short that it could be another."""

from datetime import date

import pytest

from desktop.formats import week_told
from desktop.i18n import use_language


@pytest.mark.parametrize(
    ("monday", "told"),
    [
        (date(2019, 3, 25), "Semaine du 25 au 31 mars 2019"),
        (date(2019, 4, 1), "Semaine du 1er avril au 7 avril 2019"),
        (date(2019, 4, 29), "Semaine du 29 avril au 5 mai 2019"),
        (date(2019, 12, 30), "Semaine du 30 décembre 2019 au 5 janvier 2020"),
    ],
)
def test_what_both_ends_share_is_said_once(monday: date, told: str) -> None:
    use_language("fr")
    assert week_told(monday).replace("\u00a0", " ") == told
