"""People, the names they go by, and what was found about them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Removable, Stamped, only_where, reference
from desktop.vocabulary import (
    ConsentAnswer,
    ConsentPurpose,
    LegalBasis,
    LookAlikeVerdict,
    NameKind,
    Precision,
    Sex,
    Travel,
)

# Conditions that indexes and questions must write alike, for an engine to use the one for the other.
ALIVE = "removed_at IS NULL AND merged_into IS NULL"
ONE_NAME = "(family_name = '' OR given_names = '')"


class Person(Removable, Base):
    """One human being, however many times they return."""

    __tablename__ = "person"
    __table_args__ = (
        # With the words in it, a list is walked in its order and sifted without reading a single person.
        sa.Index("ix_person_sort", "sort_key", "id", "words"),
        sa.Index("ix_person_span", "id", "sex", "birth_min", "birth_max", **only_where(ALIVE)),
        sa.Index("ix_person_one_name", "id", **only_where(ONE_NAME)),
        sa.Index("ix_person_phone", "phone", **only_where("phone IS NOT NULL")),
        sa.Index("ix_person_merged_into", "merged_into", **only_where("merged_into IS NOT NULL")),
    )
    travel: ClassVar[Travel] = Travel.RECORD
    code: Mapped[str] = mapped_column(unique=True)
    given_names: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    sex: Mapped[Sex] = mapped_column(default=Sex.UNKNOWN)
    birth_min: Mapped[date | None]
    birth_max: Mapped[date | None] = mapped_column(index=True)
    birth_mid: Mapped[date | None] = mapped_column(info={"travel": Travel.DERIVED})
    birth_precision: Mapped[Precision] = mapped_column(default=Precision.UNKNOWN)
    birth_said: Mapped[str | None]
    birth_said_on: Mapped[date | None]
    nationality: Mapped[str | None]
    nationality_second: Mapped[str | None]
    status: Mapped[str | None]
    languages: Mapped[str] = mapped_column(default="")
    origin: Mapped[str | None]
    phone: Mapped[str | None]
    sort_key: Mapped[str] = mapped_column(default="", info={"travel": Travel.DERIVED})
    words: Mapped[str] = mapped_column(default="", info={"travel": Travel.DERIVED})
    merged_into: Mapped[UUID | None] = reference("person.id", optional=True)
    canonical_id: Mapped[UUID] = mapped_column(index=True, info={"travel": Travel.DERIVED})
    protect_flag: Mapped[bool] = mapped_column(default=False)
    to_complete: Mapped[str] = mapped_column(default="")


class PersonName(Removable, Base):
    """A name somebody goes by; the main one is also on the person, for lists."""

    __tablename__ = "person_name"
    travel: ClassVar[Travel] = Travel.RECORD
    person_id: Mapped[UUID] = reference("person.id", index=True)
    kind: Mapped[NameKind]
    given_names: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")


class NameWord(Base):
    """Every word of every name of those in sight, folded for type-ahead and by sound for look-alikes.

    `person_id` bears the name; `canonical_id`, `sort_key` and `words` repeat the person its file was merged into, so
    that one index answers a search in the order of the list. `services.name_index` writes them all.
    """

    __tablename__ = "name_word"
    __table_args__ = (
        sa.Index("ix_name_word_plain", "plain", "sort_key", "canonical_id", "words"),
        sa.Index("ix_name_word_sound", "sound", "plain", "canonical_id"),
    )
    travel: ClassVar[Travel] = Travel.DERIVED
    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = reference("person.id", index=True)
    kind: Mapped[NameKind]
    plain: Mapped[str]
    sound: Mapped[str]
    canonical_id: Mapped[UUID]
    sort_key: Mapped[str]
    words: Mapped[str]


class Wristband(Stamped, Base):
    """The numbered band somebody wears while they stay."""

    __tablename__ = "wristband"
    __table_args__ = (
        sa.Index("uq_wristband_open", "site_id", "number", unique=True, **only_where("until_at IS NULL")),
    )
    travel: ClassVar[Travel] = Travel.RECORD
    stay_id: Mapped[UUID] = reference("stay.id", index=True)
    site_id: Mapped[UUID] = reference("site.id")
    number: Mapped[str]
    until_at: Mapped[datetime | None]


class Consent(Stamped, Base):
    """One answer about one purpose; the latest for the current return is in force."""

    __tablename__ = "consent"
    __table_args__ = (sa.Index("ix_consent_person", "person_id", "purpose"),)
    travel: ClassVar[Travel] = Travel.EVENT
    person_id: Mapped[UUID] = reference("person.id")
    return_id: Mapped[UUID | None] = reference("return.id", optional=True)
    purpose: Mapped[ConsentPurpose]
    answer: Mapped[ConsentAnswer]
    basis: Mapped[LegalBasis] = mapped_column(default=LegalBasis.CONSENT)
    said_at: Mapped[datetime]
    given_by: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    mark_kind: Mapped[str] = mapped_column(default="")
    explained_by: Mapped[str] = mapped_column(default="")
    witness: Mapped[str] = mapped_column(default="")
    read_aloud: Mapped[bool] = mapped_column(default=False)
    restated: Mapped[bool] = mapped_column(default=False)
    items: Mapped[list[Any]] = mapped_column(default=list)
    organisations: Mapped[list[Any]] = mapped_column(default=list)
    withheld: Mapped[str] = mapped_column(default="")


class LookAlike(Stamped, Base):
    """Two files that may be one person, and what was decided; `low` is the smaller key."""

    __tablename__ = "look_alike"
    __table_args__ = (sa.Index("ix_look_alike_pair", "low", "high"), sa.Index("ix_look_alike_high", "high"))
    travel: ClassVar[Travel] = Travel.EVENT
    low: Mapped[UUID] = reference("person.id")
    high: Mapped[UUID] = reference("person.id")
    score: Mapped[int]
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    verdict: Mapped[LookAlikeVerdict | None]
