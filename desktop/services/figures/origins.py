"""Where people come from: nationality and status, named as the centre's lists name them."""

from collections.abc import Callable, Sequence

import sqlalchemy as sa

from desktop.i18n import language
from desktop.models.centre import ListItem
from desktop.models.names import fold
from desktop.services.figures.answers import UNKNOWN, OriginCount
from desktop.services.figures.counting import Participation, tallied
from desktop.storage.unit_of_work import Reading

Words = dict[str, tuple[str, str]]  # folded word -> code, label


def words_of(look: Reading, name: str) -> Words:
    """Give every word that means a code of a list: the code itself and its names in both languages."""
    question = sa.select(ListItem.code, ListItem.label_fr, ListItem.label_en).where(ListItem.list == name)
    return {
        fold(word): (row.code, row.label_en if language() == "en" else row.label_fr)
        for row in look.rows(question)
        for word in row
    }


def origin(said: str | None, words: Words) -> tuple[str, str]:
    """Give the code and the label of what was said; a word of no list stands as it was said."""
    text = (said or "").strip()
    return words.get(fold(text), (fold(text), text)) if text else (UNKNOWN, "")


def by_origin(
    rows: Sequence[Participation], said: Callable[[Participation], str | None], words: Words
) -> tuple[OriginCount, ...]:
    """Count by what was said, the most frequent first and unknown last."""
    labels: dict[str, str] = {UNKNOWN: ""}

    def code(row: Participation) -> str:
        found, label = origin(said(row), words)
        labels.setdefault(found, label)
        return found

    counted = tallied(rows, code)
    order = sorted(counted, key=lambda one: (one == UNKNOWN, -counted[one].participations, one))
    return tuple(OriginCount(one, labels[one], *counted[one]) for one in order)
