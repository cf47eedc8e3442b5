"""The directory of organisations and the services they give."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Removable, reference
from desktop.vocabulary import Travel


class Organisation(Removable, Base):
    """A partner, a State body, a health centre."""

    __tablename__ = "organisation"
    travel: ClassVar[Travel] = Travel.RECORD
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    acronym: Mapped[str] = mapped_column(default="")


class Service(Removable, Base):
    """Something an organisation offers: where, when, to whom, at what cost."""

    __tablename__ = "service"
    travel: ClassVar[Travel] = Travel.RECORD
    code: Mapped[str] = mapped_column(unique=True)
    organisation_id: Mapped[UUID] = reference("organisation.id", index=True)
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    landmark: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    cost: Mapped[str] = mapped_column(default="")
    takes: Mapped[str] = mapped_column(default="")
    needs: Mapped[list[Any]] = mapped_column(default=list)
    four_ws: Mapped[str | None]
    verified_on: Mapped[date | None]
    verified_by: Mapped[str] = mapped_column(default="")
