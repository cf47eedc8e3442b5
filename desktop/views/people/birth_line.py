"""What a birth date or an age means, in words under the field."""

from datetime import date

from desktop.formats import long_date, short_date
from desktop.i18n import tr


def birth_words(earliest: date | None, latest: date | None, age: int | None) -> str:
    """Say between which days somebody was born, as far as that is known, and their age today."""
    if earliest is None and latest is None:
        return tr("Not known yet. Write a date, a year or an age, as it is said.")
    if earliest == latest and earliest is not None:
        words = tr("Born on {day}", day=long_date(earliest))
    elif earliest is None or latest is None:
        return tr("Born before {day}", day=short_date(latest)) if latest else ""
    else:
        words = tr("Born between {first} and {last}", first=short_date(earliest), last=short_date(latest))
    return words if age is None else tr("{words}: {age} years old", words=words, age=age)
