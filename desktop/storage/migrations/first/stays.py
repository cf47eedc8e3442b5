"""Convoys, arrivals and stays."""

from desktop.storage.migrations.first.words import (
    blobs,
    choice,
    days,
    documents,
    index,
    moments,
    numbers,
    refers,
    removable,
    stamps,
    table,
    texts,
    unique,
)


def import_mapping() -> None:
    """Make `import_mapping`."""
    table(
        "import_mapping",
        texts("headings_key"),
        documents("mapping"),
        stamps(),
        unique("headings_key"),
    )


def convoy() -> None:
    """Make `convoy`."""
    table(
        "convoy",
        refers("site_id", "site"),
        texts("name"),
        moments("planned_at", "arrived_at", optional=True),
        texts("mode", "number", "origin", optional=True),
        removable(),
        stamps(),
        index("ix_convoy_site_id", "site_id"),
    )


def manifest_import() -> None:
    """Make `manifest_import`."""
    table(
        "manifest_import",
        refers("convoy_id", "convoy"),
        texts("file_name"),
        blobs("file_hash", "fingerprint"),
        documents("mapping"),
        refers("act_id", "act"),
        moments("undone_at", optional=True),
        stamps(),
        index("ix_manifest_import_convoy_id", "convoy_id"),
        index("ix_manifest_import_fingerprint", "fingerprint"),
    )


def return_() -> None:
    """Make `return`."""
    table(
        "return",
        refers("person_id", "person"),
        refers("convoy_id", "convoy", optional=True),
        moments("arrived_at"),
        days("arrived_on"),
        texts("country", "kind", "status", "destination", optional=True),
        removable(),
        stamps(),
        index("ix_return_arrived_on", "arrived_on"),
        index("ix_return_convoy_id", "convoy_id"),
        index("ix_return_person_id", "person_id"),
    )


def stay() -> None:
    """Make `stay`."""
    table(
        "stay",
        refers("person_id", "person"),
        refers("return_id", "return", optional=True),
        refers("site_id", "site"),
        moments("in_at"),
        moments("out_at", optional=True),
        days("expected_out_on", optional=True),
        texts("accompaniment", optional=True),
        moments("last_seen_at", optional=True),
        removable(),
        stamps(),
        index("ix_stay_entries", "site_id", "in_at"),
        index("ix_stay_house", "site_id", "out_at", "in_at", "person_id"),
        index("ix_stay_person_id", "person_id"),
        index("ix_stay_return_id", "return_id"),
        index("uq_stay_open", "person_id", alone=True, where="out_at IS NULL AND removed_at IS NULL"),
    )


def departure() -> None:
    """Make `departure`."""
    table(
        "departure",
        refers("stay_id", "stay"),
        moments("out_at"),
        texts("reason"),
        texts("destination", "receiver", "receiver_link", "receiver_identity", optional=True),
        texts("heard_by", "decided_by", "decision", "witness", "told", optional=True),
        moments("told_at", optional=True),
        removable(),
        stamps(),
        index("ix_departure_stay_id", "stay_id"),
    )


def manifest_line() -> None:
    """Make `manifest_line`."""
    table(
        "manifest_line",
        refers("import_id", "manifest_import"),
        numbers("row_no"),
        documents("cells"),
        choice("state", "manifeststate", "expected", "arrived", "added", "absent"),
        refers("person_id", "person", optional=True),
        refers("stay_id", "stay", optional=True),
        documents("contradictions"),
        stamps(),
        index("ix_manifest_line_import_id", "import_id"),
        index("ix_manifest_line_person_id", "person_id"),
    )
