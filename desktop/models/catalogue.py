"""All tables in one place, for migrations and for tests that enumerate them."""

from desktop.models import accounts, activity, centre, directory, people, sealed, stays
from desktop.models.base import Base

ROOMS = (accounts, activity, centre, directory, people, sealed, stays)
METADATA = Base.metadata
