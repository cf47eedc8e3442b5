"""Finding who came: by the code of their card, their wristband, or their name."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.activity import Session
from desktop.models.codes import tidy
from desktop.models.people import Person, Wristband
from desktop.models.stays import Stay
from desktop.services import roster
from desktop.services.people_search import Wanted, wanted_people
from desktop.services.sessions import SessionLine
from desktop.storage.unit_of_work import Reading


class SeveralPeople(DeskError):
    """A name means more than one of those in the house."""

    sentence = mark("{count} people in the house answer to “{text}”. Type a code or a wristband number.")


def find_person(look: Reading, session: SessionLine, text: str) -> UUID:
    """Give whom a code, a wristband number of the house, or the name of one person in the house means.

    Raises:
        NotFound: nobody.
        SeveralPeople: a name means more than one.
    """
    code = sa.select(Person.canonical_id).where(Person.code == tidy(text), Person.removed_at.is_(None))
    found = look.scalar(code) or look.scalar(_wearer(look, session, text))
    if isinstance(found, UUID):
        return found
    named = _in_house(look, session, text) if text.strip() else []
    if len(named) > 1:
        raise SeveralPeople(count=len(named), text=text.strip())
    if not named:
        raise NotFound(code=text.strip())
    return named[0]


def stay_at(look: Reading, session: SessionLine, person: UUID) -> UUID | None:
    """Give the stay of somebody in the house when the session begins, whichever of their files it is on."""
    here = roster.in_house(_site(look, session), session.starts_at).subquery()
    found = look.scalar(sa.select(here.c.stay_id).where(here.c.person_id == person))
    return found if isinstance(found, UUID) else None


def _in_house(look: Reading, session: SessionLine, text: str) -> Sequence[UUID]:
    """Give those in the house when the session begins whose names hold the typed words."""
    here = roster.in_house(_site(look, session), session.starts_at).subquery()
    named = wanted_people(look, Wanted(text=text))
    return [row.id for row in look.rows(sa.select(Person.id).where(*named, Person.id.in_(sa.select(here.c.person_id))))]


def _wearer(look: Reading, session: SessionLine, number: str) -> Any:
    """Ask who wears a number on the day: bands are given again once somebody has left."""
    return (
        sa.select(Person.canonical_id)
        .join(Stay, Stay.person_id == Person.id)
        .join(Wristband, Wristband.stay_id == Stay.id)
        .where(
            Wristband.site_id == _site(look, session),
            Wristband.number == number.strip(),
            Stay.in_at <= session.ends_at,
            sa.or_(Stay.out_at.is_(None), Stay.out_at >= session.starts_at),
            Stay.removed_at.is_(None),
        )
        .order_by(Stay.in_at.desc())
    )


def _site(look: Reading, session: SessionLine) -> UUID:
    site: UUID = look.scalar(sa.select(Session.site_id).where(Session.id == session.id))
    return site
