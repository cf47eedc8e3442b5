"""Activities, sessions and attendance."""

from desktop.storage.migrations.first.words import (
    choice,
    days,
    documents,
    flags,
    index,
    keys,
    moments,
    numbers,
    refers,
    removable,
    stamps,
    table,
    texts,
    unique,
)


def activity_type() -> None:
    """Make `activity_type`."""
    table(
        "activity_type",
        texts("code", "label_fr", "label_en", "pictogram"),
        numbers("minutes"),
        texts("four_ws", optional=True),
        documents("audience"),
        numbers("capacity", optional=True),
        numbers("position"),
        removable(),
        stamps(),
        unique("code"),
    )


def series() -> None:
    """Make `series`."""
    table(
        "series",
        texts("rule"),
        days("start_on"),
        days("until_on", optional=True),
        refers("split_from", "series", optional=True),
        removable(),
        stamps(),
    )


def session() -> None:
    """Make `session`."""
    table(
        "session",
        texts("code"),
        refers("type_id", "activity_type"),
        refers("site_id", "site"),
        refers("room_id", "room", optional=True),
        refers("series_id", "series", optional=True),
        days("original_on", optional=True),
        days("on_date"),
        moments("starts_at", "ends_at"),
        choice("state", "sessionstate", "draft", "published", "cancelled"),
        texts("cancel_reason", optional=True),
        choice("outcome", "sessionoutcome", "held", "did_not_take_place", optional=True),
        moments("closed_at", optional=True),
        texts("facilitators"),
        removable(),
        stamps(),
        unique("code"),
        unique("series_id", "original_on"),
        index("ix_session_day", "on_date", "site_id"),
    )


def week_template() -> None:
    """Make `week_template`."""
    table(
        "week_template",
        refers("site_id", "site"),
        texts("name"),
        documents("sessions"),
        removable(),
        stamps(),
    )


def attendance() -> None:
    """Make `attendance`."""
    table(
        "attendance",
        refers("session_id", "session"),
        refers("person_id", "person", optional=True),
        texts("anon_label", optional=True),
        refers("joined_to", "person", optional=True),
        refers("stay_id", "stay", optional=True),
        numbers("position"),
        flags("listed"),
        choice(
            "status",
            "attendancestatus",
            "present",
            "late",
            "left_early",
            "excused",
            "absent",
            "did_not_wish",
            optional=True,
        ),
        flags("counted"),
        moments("marked_at", optional=True),
        choice("anon_sex", "sex", "F", "M", "unknown"),
        texts("anon_band", optional=True),
        stamps(),
        unique("session_id", "anon_label"),
        unique("session_id", "person_id"),
        index("ix_attendance_joined", "joined_to", where="joined_to IS NOT NULL"),
        index("ix_attendance_person", "person_id", "counted", "joined_to", "session_id"),
        index("ix_attendance_came", "session_id", "counted", "person_id", "joined_to"),
    )


def attendance_mark() -> None:
    """Make `attendance_mark`."""
    table(
        "attendance_mark",
        keys("id"),
        refers("attendance_id", "attendance"),
        choice(
            "status",
            "attendancestatus",
            "present",
            "late",
            "left_early",
            "excused",
            "absent",
            "did_not_wish",
            optional=True,
        ),
        moments("at"),
        choice("source", "marksource", "keys", "fill", "scan", "paper", "walk_in"),
        texts("reason", "attributed_to", optional=True),
        moments("created_at"),
        keys("created_by", optional=True),
        index("ix_attendance_mark_line", "attendance_id", "id"),
    )
