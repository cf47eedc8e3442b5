"""A page with a real centre behind it, and whoever sits before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.centre import Centre
from desktop.services.people_pages import PersonSummary
from tests.centres import PASSWORD, TestCentre
from tests.services.house import House


@contextmanager
def signed_in(centre: TestCentre, login: str) -> Iterator[Centre]:
    """Open the centre as somebody sees it."""
    opened = Centre.open(centre.folder, login, PASSWORD)
    try:
        yield opened
    finally:
        opened.close()


def house_of(opened: Centre) -> House:
    """Give the centre's house, to lodge people in and plan sessions."""
    return House(opened.desk, opened.setup.sites()[0].id)


def first_person(opened: Centre) -> PersonSummary:
    """Give the first person of the list."""
    return opened.people.search("")[0]
