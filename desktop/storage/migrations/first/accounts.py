"""Accounts, devices, number ranges and the journal."""

from desktop.storage.migrations.first.words import (
    blobs,
    documents,
    index,
    keys,
    moments,
    numbers,
    refers,
    stamps,
    table,
    texts,
    unique,
)


def act() -> None:
    """Make `act`."""
    table(
        "act",
        texts("kind"),
        moments("at"),
        moments("undone_at", optional=True),
        stamps(),
    )


def anchor() -> None:
    """Make `anchor`."""
    table(
        "anchor",
        numbers("seq"),
        blobs("hash"),
        moments("at"),
        texts("place"),
        keys("id"),
    )


def checkpoint() -> None:
    """Make `checkpoint`."""
    table(
        "checkpoint",
        numbers("seq"),
        blobs("hash"),
        moments("at"),
        blobs("kid", "signature"),
        keys("id"),
    )


def device() -> None:
    """Make `device`."""
    table(
        "device",
        texts("letter", "name"),
        stamps(),
        unique("letter"),
    )


def journal() -> None:
    """Make `journal`."""
    table(
        "journal",
        numbers("seq"),
        moments("at"),
        blobs("session"),
        keys("actor", optional=True),
        texts("action", "object_type", "object_id", "detail"),
        blobs("prev", "hash"),
        primary=("seq",),
    )


def staff() -> None:
    """Make `staff`."""
    table(
        "staff",
        texts("login", "login_key", "name", "function"),
        documents("preferences"),
        stamps(),
        unique("login_key"),
    )


def vault_meta() -> None:
    """Make `vault_meta`."""
    table(
        "vault_meta",
        texts("name"),
        blobs("value"),
        primary=("name",),
    )


def act_row() -> None:
    """Make `act_row`."""
    table(
        "act_row",
        refers("act_id", "act"),
        texts("table_name"),
        keys("row_id"),
        numbers("version_after"),
        documents("before", optional=True),
        keys("id"),
        index("ix_act_row_act_id", "act_id"),
        index("ix_act_row_row_id", "row_id"),
    )


def code_range() -> None:
    """Make `code_range`."""
    table(
        "code_range",
        refers("device_id", "device"),
        texts("kind", "site_code"),
        numbers("first", "last"),
        stamps(),
        unique("device_id", "kind", "site_code"),
    )


def code_counter() -> None:
    """Make `code_counter`."""
    table(
        "code_counter",
        refers("range_id", "code_range"),
        numbers("year", "last"),
        primary=(
            "range_id",
            "year",
        ),
    )
