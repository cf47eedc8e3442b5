"""People and their names."""

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

ALIVE = "removed_at IS NULL AND merged_into IS NULL"
ONE_NAME = "(family_name = '' OR given_names = '')"


def person() -> None:
    """Make `person`."""
    table(
        "person",
        texts("code", "given_names", "family_name"),
        choice("sex", "sex", "F", "M", "unknown"),
        days("birth_min", "birth_max", "birth_mid", optional=True),
        choice("birth_precision", "precision", "day", "month", "year", "about", "age", "range", "unknown"),
        texts("birth_said", optional=True),
        days("birth_said_on", optional=True),
        texts("nationality", "nationality_second", "status", optional=True),
        texts("languages"),
        texts("origin", "phone", optional=True),
        texts("sort_key", "words"),
        refers("merged_into", "person", optional=True),
        keys("canonical_id"),
        flags("protect_flag"),
        texts("to_complete"),
        removable(),
        stamps(),
        unique("code"),
        index("ix_person_birth_max", "birth_max"),
        index("ix_person_canonical_id", "canonical_id"),
        index("ix_person_merged_into", "merged_into", where="merged_into IS NOT NULL"),
        index("ix_person_sort", "sort_key", "id", "words"),
        index("ix_person_one_name", "id", where=ONE_NAME),
        index("ix_person_phone", "phone", where="phone IS NOT NULL"),
        index("ix_person_span", "id", "sex", "birth_min", "birth_max", where=ALIVE),
    )


def look_alike() -> None:
    """Make `look_alike`."""
    table(
        "look_alike",
        refers("low", "person"),
        refers("high", "person"),
        numbers("score"),
        documents("reasons"),
        choice("verdict", "lookalikeverdict", "same", "different", "later", "twin", optional=True),
        stamps(),
        index("ix_look_alike_high", "high"),
        index("ix_look_alike_pair", "low", "high"),
    )


def name_word() -> None:
    """Make `name_word`."""
    table(
        "name_word",
        keys("id"),
        refers("person_id", "person"),
        choice("kind", "namekind", "main", "alias", "paper", "former", "father", "mother"),
        texts("plain", "sound"),
        keys("canonical_id"),
        texts("sort_key", "words"),
        index("ix_name_word_person_id", "person_id"),
        index("ix_name_word_plain", "plain", "sort_key", "canonical_id", "words"),
        index("ix_name_word_sound", "sound", "plain", "canonical_id"),
    )


def person_name() -> None:
    """Make `person_name`."""
    table(
        "person_name",
        refers("person_id", "person"),
        choice("kind", "namekind", "main", "alias", "paper", "former", "father", "mother"),
        texts("given_names", "family_name"),
        removable(),
        stamps(),
        index("ix_person_name_person_id", "person_id"),
    )


def consent() -> None:
    """Make `consent`."""
    table(
        "consent",
        refers("person_id", "person"),
        refers("return_id", "return", optional=True),
        choice("purpose", "consentpurpose", "services", "sharing", "reporting", "tracing", "photo", "follow_up"),
        choice("answer", "consentanswer", "given", "refused", "withdrawn"),
        choice("basis", "legalbasis", "consent", "vital_interest", "best_interest", "legal_obligation"),
        moments("said_at"),
        texts("given_by", "language", "interpreter", "mark_kind", "explained_by", "witness"),
        flags("read_aloud", "restated"),
        documents("items", "organisations"),
        texts("withheld"),
        stamps(),
        index("ix_consent_person", "person_id", "purpose"),
    )


def wristband() -> None:
    """Make `wristband`."""
    table(
        "wristband",
        refers("stay_id", "stay"),
        refers("site_id", "site"),
        texts("number"),
        moments("until_at", optional=True),
        stamps(),
        index("ix_wristband_stay_id", "stay_id"),
        index("uq_wristband_open", "site_id", "number", alone=True, where="until_at IS NULL"),
    )
