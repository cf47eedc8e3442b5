"""Sites, rooms, beds and the centre’s lists."""

from desktop.storage.migrations.first.words import (
    choice,
    days,
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


def age_scheme() -> None:
    """Make `age_scheme`."""
    table(
        "age_scheme",
        texts("code", "name"),
        stamps(),
        unique("code"),
    )


def list_item() -> None:
    """Make `list_item`."""
    table(
        "list_item",
        texts("list", "code", "label_fr", "label_en"),
        texts("parent", optional=True),
        texts("lives_in"),
        numbers("position"),
        days("valid_from", "valid_until", optional=True),
        stamps(),
        unique("list", "code"),
    )


def setting() -> None:
    """Make `setting`."""
    table(
        "setting",
        texts("name", "value"),
        stamps(),
        unique("name"),
    )


def site() -> None:
    """Make `site`."""
    table(
        "site",
        texts("code", "name"),
        choice("kind", "sitekind", "centre", "mobile", "partner"),
        texts("zone"),
        removable(),
        stamps(),
        unique("code"),
    )


def age_band() -> None:
    """Make `age_band`."""
    table(
        "age_band",
        refers("scheme_id", "age_scheme"),
        numbers("low"),
        numbers("high", optional=True),
        stamps(),
        unique("scheme_id", "low"),
    )


def room() -> None:
    """Make `room`."""
    table(
        "room",
        refers("site_id", "site"),
        texts("name"),
        choice("kind", "roomkind", "room", "staging", "activity"),
        choice("rule", "roomrule", "men", "women", "families", "children", "any"),
        flags("accessible"),
        numbers("position"),
        removable(),
        stamps(),
        unique("site_id", "name"),
    )


def bed() -> None:
    """Make `bed`."""
    table(
        "bed",
        refers("room_id", "room"),
        texts("label"),
        choice("state", "bedstate", "ok", "to_clean", "out_of_use"),
        numbers("position"),
        removable(),
        stamps(),
        unique("room_id", "label"),
        index("ix_bed_room_id", "room_id"),
    )


def placement() -> None:
    """Make `placement`."""
    table(
        "placement",
        refers("stay_id", "stay", optional=True),
        refers("room_id", "room"),
        refers("bed_id", "bed", optional=True),
        moments("from_at"),
        moments("until_at", optional=True),
        texts("override_why", optional=True),
        keys("override_by", optional=True),
        stamps(),
        index("ix_placement_stay_id", "stay_id"),
        index("uq_placement_open_bed", "bed_id", alone=True, where="until_at IS NULL"),
        index("uq_placement_open_stay", "stay_id", alone=True, where="until_at IS NULL"),
    )
