"""The directory: who can help, where, when and at what cost."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.directory import Organisation, Service
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """A service as the directory shows it and as a letter needs it."""

    code: str
    organisation: str
    name: str
    address: str = ""
    landmark: str = ""
    phone: str = ""
    contact: str = ""
    hours: str = ""
    cost: str = ""
    takes: str = ""
    needs: tuple[str, ...] = ()
    four_ws: str | None = None
    verified_on: date | None = None
    verified_by: str = ""


_COLUMNS = (
    Service.code,
    Organisation.name.label("organisation"),
    Service.name,
    Service.address,
    Service.landmark,
    Service.phone,
    Service.contact,
    Service.hours,
    Service.cost,
    Service.takes,
    Service.needs,
    Service.four_ws,
    Service.verified_on,
    Service.verified_by,
)


class DirectoryService:
    """Read and fill the directory of services."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def services(self) -> list[ServiceEntry]:
        """Give every service, by organisation and name."""
        with self._desk.read(Permission.SEE_DIRECTORY) as look:
            return [_entry(row) for row in look.rows(_question().order_by(Organisation.name, Service.name))]

    def service(self, code: str) -> ServiceEntry:
        """Give one service.

        Raises:
            NotFound: no service has this code.
        """
        with self._desk.read(Permission.SEE_DIRECTORY) as look:
            row = look.row(_question().where(Service.code == code))
        if row is None:
            raise NotFound(code=code)
        return _entry(row)

    def add(self, entry: ServiceEntry) -> UUID:
        """Write a service down, with its organisation when that is new."""
        with self._desk.begin(Permission.EDIT_DIRECTORY) as work:
            organisation = work.scalar(sa.select(Organisation.id).where(Organisation.name == entry.organisation))
            if organisation is None:
                organisation = work.insert(Organisation, code=entry.organisation, name=entry.organisation)
            values: dict[str, Any] = {name: getattr(entry, name) for name in entry.__slots__ if name != "organisation"}
            values["needs"] = list(entry.needs)
            key = work.insert(Service, organisation_id=organisation, **values)
            work.trace("add service", "service", key, sorted(values))
        return key


def _question() -> sa.Select[Any]:
    shown = Service.removed_at.is_(None) & Organisation.removed_at.is_(None)
    return sa.select(*_COLUMNS).join(Organisation, Service.organisation_id == Organisation.id).where(shown)


def _entry(row: sa.Row[Any]) -> ServiceEntry:
    values = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    values["needs"] = tuple(values["needs"])
    return ServiceEntry(**values)
