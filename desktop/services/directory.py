"""The directory: who can help, where, when and at what cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.directory import Organisation, Service
from desktop.models.keys import uuid7
from desktop.rights import Permission
from desktop.services.list_words import words_in_use
from desktop.services.reference import load
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork


class Nameless(DeskError):
    """A service needs its name and that of whoever gives it."""

    sentence = mark("Write the name of the service and of the organisation that gives it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """A service as the directory shows it and as a letter needs it; `need_words` name its needs that are in use."""

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
    version_id: int = field(default=0, compare=False)
    need_words: str = field(default="", compare=False)

    def is_stale(self, today: date) -> bool:
        """Say whether nobody checked for long that it is still right."""
        days: int = load("directory")["verified_days"]
        return self.verified_on is None or today - self.verified_on > timedelta(days=days)


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
    Service.version_id,
)
_WRITTEN = (
    "name",
    "address",
    "landmark",
    "phone",
    "contact",
    "hours",
    "cost",
    "takes",
    "four_ws",
    "verified_on",
    "verified_by",
)


class DirectoryService:
    """Read and fill the directory of services."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def services(self) -> list[ServiceEntry]:
        """Give every service, by organisation and name."""
        with self._desk.read(Permission.SEE_DIRECTORY) as look:
            words = words_in_use(look, "need")
            rows = look.rows(_question().order_by(Organisation.name, Service.name))
        return [_with_words(_entry(row), words) for row in rows]

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

    def add(self, entry: ServiceEntry) -> str:
        """Write a service down, with its organisation when that is new, and give its code: a new one if it has none.

        Raises:
            Nameless: the name of the service or of the organisation is missing.
        """
        with self._desk.begin(Permission.EDIT_DIRECTORY) as work:
            code = entry.code or f"S-{uuid7().hex[-6:].upper()}"
            values = _values(entry) | {"code": code, "organisation_id": _organisation(work, entry)}
            key = work.insert(Service, **values)
            work.trace("add service", "service", key, sorted(values))
        return code

    def change(self, entry: ServiceEntry) -> None:
        """Correct a service; what is given takes the place of what stands, if nobody changed that meanwhile.

        Raises:
            NotFound: no service has this code.
            Nameless: the name of the service or of the organisation is missing.
            ChangedMeanwhile: a colleague changed it first.
        """
        with self._desk.begin(Permission.EDIT_DIRECTORY) as work:
            key = _key(work, entry.code)
            values = _values(entry) | {"organisation_id": _organisation(work, entry)}
            work.change(Service, key, seen_version=entry.version_id or None, **values)
            work.trace("change service", "service", key, sorted(values))

    def verify(self, code: str) -> None:
        """Note that one called today and everything is still right.

        Raises:
            NotFound: no service has this code.
        """
        with self._desk.begin(Permission.EDIT_DIRECTORY) as work:
            key = _key(work, code)
            work.change(Service, key, verified_on=work.now.date(), verified_by=work.member.name)
            work.trace("verify service", "service", key, ["verified_on", "verified_by"])

    def retire(self, code: str) -> None:
        """Take a service out of the directory; letters that name it keep it.

        Raises:
            NotFound: no service has this code.
        """
        with self._desk.begin(Permission.EDIT_DIRECTORY) as work:
            key = _key(work, code)
            work.change(Service, key, removed_at=work.now, removed_by=work.member.id)
            work.trace("retire", "service", key, ["removed_at"])

    def bring_back(self, code: str) -> None:
        """Put a service back that was taken out.

        Raises:
            NotFound: no service has this code.
        """
        with self._desk.begin(Permission.EDIT_DIRECTORY) as work:
            key = _key(work, code, removed=True)
            work.change(Service, key, removed_at=None, removed_by=None)
            work.trace("bring back", "service", key, ["removed_at"])


def _values(entry: ServiceEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _WRITTEN} | {"needs": list(entry.needs)}


def _organisation(work: UnitOfWork, entry: ServiceEntry) -> UUID:
    if not entry.name.strip() or not entry.organisation.strip():
        raise Nameless
    said = entry.organisation
    # Seeded organisations are known by their short name too: "Caritas" is not a second one.
    named = sa.or_(Organisation.name == said, Organisation.code == said)
    known = work.scalar(sa.select(Organisation.id).where(named).order_by(Organisation.name != said))
    return known if isinstance(known, UUID) else work.insert(Organisation, code=said, name=said)


def _key(look: Reading, code: str, *, removed: bool = False) -> UUID:
    there = Service.removed_at.is_not(None) if removed else Service.removed_at.is_(None)
    key = look.scalar(sa.select(Service.id).where(Service.code == code, there))
    if not isinstance(key, UUID):
        raise NotFound(code=code)
    return key


def _question() -> sa.Select[Any]:
    shown = Service.removed_at.is_(None) & Organisation.removed_at.is_(None)
    return sa.select(*_COLUMNS).join(Organisation, Service.organisation_id == Organisation.id).where(shown)


def _with_words(entry: ServiceEntry, words: Mapping[str, tuple[str, str]]) -> ServiceEntry:
    said = [word for code in entry.needs for word in words.get(code, ())]
    return replace(entry, need_words=" ".join(said))


def _entry(row: sa.Row[Any]) -> ServiceEntry:
    values = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    values["needs"] = tuple(values["needs"])
    return ServiceEntry(**values)
