"""Consents: what was answered for which purpose, and what is in force now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.people import Consent, Person
from desktop.models.stays import Return
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import ConsentAnswer, ConsentPurpose, LegalBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered about one purpose, and how they were asked.

    `restated` says that they told in their own words what they agree to.
    """

    purpose: ConsentPurpose
    answer: ConsentAnswer
    said_at: datetime
    basis: LegalBasis = LegalBasis.CONSENT
    given_by: str = ""
    language: str = ""
    interpreter: str = ""
    mark_kind: str = ""
    explained_by: str = ""
    witness: str = ""
    read_aloud: bool = False
    restated: bool = False
    items: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    withheld: str = ""


class ConsentService:
    """Record consents and tell which are in force."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def record(self, person: UUID, answer: Answer) -> UUID:
        """Write an answer down for the current return; earlier ones stay as they were.

        Whoever writes it down explained it, unless somebody else is named.

        Raises:
            NotFound: there is no such person.
        """
        with self._desk.begin(Permission.RECORD_CONSENT) as work:
            values: dict[str, Any] = {name: getattr(answer, name) for name in answer.__slots__}
            values |= {"items": list(answer.items), "organisations": list(answer.organisations)}
            values["explained_by"] = answer.explained_by or self._desk.member.name
            coming = current_return(work, _root(work, person))
            key = work.insert(Consent, person_id=person, return_id=coming, **values)
            work.trace("record consent", "consent", key, sorted(values))
        return key

    def in_force(self, person: UUID, purpose: ConsentPurpose) -> Answer | None:
        """Give the latest answer of the current return as the reader may see it, or None when not asked since.

        Raises:
            NotFound: there is no such person.
        """
        with self._desk.read(Permission.SEE_CONSENT) as look:
            return as_seen(self._desk, answer_in_force(look, person, purpose))

    def covers(
        self, person: UUID, purpose: ConsentPurpose, items: Sequence[str] = (), organisation: str | None = None
    ) -> bool:
        """Say whether consent in force allows sharing every one of `items` with an organisation.

        Raises:
            NotFound: there is no such person.
        """
        with self._desk.read(Permission.SEE_CONSENT) as look:
            said = answer_in_force(look, person, purpose)
        if said is None or said.answer is not ConsentAnswer.GIVEN:
            return False
        return set(items) <= set(said.items) and (organisation is None or organisation in said.organisations)


def as_seen(desk: Desk, said: Answer | None) -> Answer | None:
    """Give an answer without what only a referral tells: to whom, what, and what is kept from whom.

    A named service tells of a referral, which does not exist for whoever writes none.
    """
    if said is None or desk.may(Permission.REFER):
        return said
    return replace(said, items=(), organisations=(), withheld="")


def answer_in_force(look: Reading, person: UUID, purpose: ConsentPurpose) -> Answer | None:
    """Give the latest answer of the current return of a person, whichever merged file holds it.

    Raises:
        NotFound: there is no such person.
    """
    root = _root(look, person)
    columns = [getattr(Consent, name) for name in Answer.__slots__]
    row = look.row(
        sa.select(*columns)
        .join(Person, Consent.person_id == Person.id)
        .where(Person.canonical_id == root, Consent.purpose == purpose)
        .where(Consent.return_id.is_not_distinct_from(current_return(look, root)))
        .order_by(Consent.said_at.desc(), Consent.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    values = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    values |= {"items": tuple(row.items), "organisations": tuple(row.organisations)}
    return Answer(**values)


def current_return(look: Reading, root: UUID) -> UUID | None:
    """Give the latest return of a person and of every file merged into theirs."""
    question = (
        sa.select(Return.id)
        .join(Person, Return.person_id == Person.id)
        .where(Person.canonical_id == root, Return.removed_at.is_(None))
    )
    found: UUID | None = look.scalar(question.order_by(Return.arrived_at.desc(), Return.id.desc()).limit(1))
    return found


def _root(look: Reading, person: UUID) -> UUID:
    root: UUID | None = look.scalar(sa.select(Person.canonical_id).where(Person.id == person))
    if root is None:
        raise NotFound(code=person)
    return root
