"""Sealed work: cases, notes, grants."""

from desktop.storage.migrations.first.words import (
    blobs,
    days,
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


def compartment() -> None:
    """Make `compartment`."""
    table(
        "compartment",
        texts("code", "label_fr", "label_en"),
        stamps(),
        unique("code"),
    )


def key_record() -> None:
    """Make `key_record`."""
    table(
        "key_record",
        keys("obj"),
        numbers("rev"),
        texts("kind"),
        blobs("body", "signature"),
        keys("id"),
        unique("obj", "rev"),
    )


def draft() -> None:
    """Make `draft`."""
    table(
        "draft",
        refers("staff_id", "staff"),
        moments("saved_at"),
        blobs("blob"),
        keys("id"),
        index("ix_draft_staff_id", "staff_id"),
    )


def referral() -> None:
    """Make `referral`."""
    table(
        "referral",
        refers("site_id", "site"),
        texts("number"),
        refers("compartment_id", "compartment"),
        keys("case_id"),
        numbers("kv"),
        blobs("author_kid"),
        days("day"),
        blobs("blob", "signature"),
        keys("id"),
        unique("number"),
    )


def sealed_item() -> None:
    """Make `sealed_item`."""
    table(
        "sealed_item",
        refers("compartment_id", "compartment"),
        keys("case_id"),
        numbers("kv"),
        blobs("author_kid"),
        days("day"),
        blobs("blob", "signature"),
        keys("id"),
        index("ix_sealed_item_case", "case_id", "day"),
    )


def tray_item() -> None:
    """Make `tray_item`."""
    table(
        "tray_item",
        refers("compartment_id", "compartment"),
        numbers("kv"),
        days("day"),
        blobs("sealed"),
        keys("id"),
    )


def letter() -> None:
    """Make `letter`."""
    table(
        "letter",
        refers("referral_id", "referral"),
        refers("compartment_id", "compartment"),
        keys("case_id"),
        numbers("kv"),
        blobs("author_kid"),
        days("day"),
        blobs("blob", "signature"),
        keys("id"),
        index("ix_letter_referral_id", "referral_id"),
    )


def referral_event() -> None:
    """Make `referral_event`."""
    table(
        "referral_event",
        refers("referral_id", "referral"),
        refers("compartment_id", "compartment"),
        keys("case_id"),
        numbers("kv"),
        blobs("author_kid"),
        days("day"),
        blobs("blob", "signature"),
        keys("id"),
        index("ix_referral_event_referral_id", "referral_id"),
    )
