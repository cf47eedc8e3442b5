"""Who is signed in, and a look at the data under one right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.base import now
from desktop.rights import TABLE, Permission, Role, Sites


@dataclass(frozen=True, slots=True)
class Member:
    """Whoever is signed in; no sites named means all of them."""

    id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    sites: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """A look at the data under one right."""

    connection: sa.Connection
    member: Member
    permission: Permission
    now: datetime = field(default_factory=now)

    def rows(self, question: sa.Executable, values: Mapping[str, Any] | None = None) -> Sequence[sa.Row[Any]]:
        """Give every row of the answer; `values` fill the named gaps of a question that was built once."""
        return self.connection.execute(question, values).all()

    def row(self, question: sa.Executable) -> sa.Row[Any] | None:
        """Give the first row of the answer, or None."""
        return self.connection.execute(question).first()

    def scalar(self, question: sa.Executable) -> Any:
        """Give the first value of the first row, or None."""
        return self.connection.execute(question).scalar()

    def check_site(self, site: UUID) -> None:
        """Refuse a site that the right does not reach.

        Raises:
            NotAllowed: the member of staff works at other sites.
        """
        if TABLE[self.permission].sites is Sites.OWN and self.member.sites and site not in self.member.sites:
            raise NotAllowed(permission=self.permission)

    def own_sites(self, column: sa.SQLColumnExpression[UUID]) -> sa.ColumnElement[bool]:
        """Give the condition that keeps an answer to the sites the right reaches."""
        if TABLE[self.permission].sites is Sites.OWN and self.member.sites:
            return column.in_(sorted(self.member.sites))
        return sa.true()
