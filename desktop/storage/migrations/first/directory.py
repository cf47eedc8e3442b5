"""The directory of services."""

from desktop.storage.migrations.first.words import (
    days,
    documents,
    index,
    refers,
    removable,
    stamps,
    table,
    texts,
    unique,
)


def organisation() -> None:
    """Make `organisation`."""
    table(
        "organisation",
        texts("code", "name", "acronym"),
        removable(),
        stamps(),
        unique("code"),
    )


def service() -> None:
    """Make `service`."""
    table(
        "service",
        texts("code"),
        refers("organisation_id", "organisation"),
        texts("name", "address", "landmark", "phone", "contact", "hours", "cost", "takes"),
        documents("needs"),
        texts("four_ws", optional=True),
        days("verified_on", optional=True),
        texts("verified_by"),
        removable(),
        stamps(),
        unique("code"),
        index("ix_service_organisation_id", "organisation_id"),
    )
