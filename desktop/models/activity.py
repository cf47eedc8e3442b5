"""Activities, the sessions of a week, and who came to them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Removable, Stamped, only_where, reference
from desktop.vocabulary import AttendanceStatus, MarkSource, SessionOutcome, SessionState, Sex, Travel


class ActivityType(Removable, Base):
    """A kind of activity: what it is called, how long it lasts, whom it is for."""

    __tablename__ = "activity_type"
    travel: ClassVar[Travel] = Travel.LIST
    code: Mapped[str] = mapped_column(unique=True)
    label_fr: Mapped[str]
    label_en: Mapped[str]
    pictogram: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int] = mapped_column(default=60)
    four_ws: Mapped[str | None]
    audience: Mapped[dict[str, Any]] = mapped_column(default=dict)
    capacity: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)


class Series(Removable, Base):
    """A session that comes back by a rule (RFC 5545)."""

    __tablename__ = "series"
    travel: ClassVar[Travel] = Travel.RECORD
    rule: Mapped[str]
    start_on: Mapped[date]
    until_on: Mapped[date | None]
    split_from: Mapped[UUID | None] = reference("series.id", optional=True)


class Session(Removable, Base):
    """One activity on one date at one site."""

    __tablename__ = "session"
    __table_args__ = (
        sa.UniqueConstraint("series_id", "original_on"),
        sa.Index("ix_session_day", "on_date", "site_id"),
    )
    travel: ClassVar[Travel] = Travel.RECORD
    code: Mapped[str] = mapped_column(unique=True)
    type_id: Mapped[UUID] = reference("activity_type.id")
    site_id: Mapped[UUID] = reference("site.id")
    room_id: Mapped[UUID | None] = reference("room.id", optional=True)
    series_id: Mapped[UUID | None] = reference("series.id", optional=True)
    original_on: Mapped[date | None]
    on_date: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    state: Mapped[SessionState] = mapped_column(default=SessionState.PUBLISHED)
    cancel_reason: Mapped[str | None]
    outcome: Mapped[SessionOutcome | None]
    closed_at: Mapped[datetime | None]
    facilitators: Mapped[str] = mapped_column(default="")


class WeekTemplate(Removable, Base):
    """A week kept under a name: `sessions` says of each its weekday from 0, activity, hour, length, room, people."""

    __tablename__ = "week_template"
    travel: ClassVar[Travel] = Travel.LIST
    site_id: Mapped[UUID] = reference("site.id")
    name: Mapped[str]
    sessions: Mapped[list[Any]] = mapped_column(default=list)


class Attendance(Stamped, Base):
    """A line of a session's roster: a person with the stay it rests on, or an anonymous number.

    `status`, `counted` and `marked_at` repeat the last mark, so that lists and figures need no second look.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        sa.UniqueConstraint("session_id", "person_id"),
        sa.UniqueConstraint("session_id", "anon_label"),
        sa.Index("ix_attendance_person", "person_id", "counted", "joined_to", "session_id"),
        sa.Index("ix_attendance_came", "session_id", "counted", "person_id", "joined_to"),
        sa.Index("ix_attendance_joined", "joined_to", **only_where("joined_to IS NOT NULL")),
    )
    travel: ClassVar[Travel] = Travel.RECORD
    session_id: Mapped[UUID] = reference("session.id")
    person_id: Mapped[UUID | None] = reference("person.id", optional=True)
    anon_label: Mapped[str | None]
    joined_to: Mapped[UUID | None] = reference("person.id", optional=True)
    stay_id: Mapped[UUID | None] = reference("stay.id", optional=True)
    position: Mapped[int] = mapped_column(default=0)
    listed: Mapped[bool] = mapped_column(default=True)
    status: Mapped[AttendanceStatus | None] = mapped_column(info={"travel": Travel.DERIVED})
    counted: Mapped[bool] = mapped_column(default=False, info={"travel": Travel.DERIVED})
    marked_at: Mapped[datetime | None] = mapped_column(info={"travel": Travel.DERIVED})
    anon_sex: Mapped[Sex] = mapped_column(default=Sex.UNKNOWN)
    anon_band: Mapped[str | None]


class AttendanceMark(Base):
    """One mark as it was made; it is never changed, a later one takes its place."""

    __tablename__ = "attendance_mark"
    __table_args__ = (sa.Index("ix_attendance_mark_line", "attendance_id", "id"),)
    travel: ClassVar[Travel] = Travel.EVENT
    id: Mapped[UUID] = mapped_column(primary_key=True)
    attendance_id: Mapped[UUID] = reference("attendance.id")
    status: Mapped[AttendanceStatus | None]
    at: Mapped[datetime]
    source: Mapped[MarkSource]
    reason: Mapped[str | None]
    attributed_to: Mapped[str | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
