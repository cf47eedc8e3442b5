"""The house in which the week is planned."""

import pytest

from desktop.services.planning import PlanningService
from desktop.storage.unit_of_work import Desk
from tests.services.house import House, make_house


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one lodger."""
    made = make_house(desk)
    made.lodge("Moussa KEITA")
    return made


@pytest.fixture
def planning(house: House) -> PlanningService:
    """Give the service that plans there."""
    return PlanningService(house.desk)
