"""The words of a list that a centre may edit, as far as they are in use."""

import sqlalchemy as sa

from desktop.models.centre import ListItem
from desktop.storage.unit_of_work import Reading


def words_in_use(look: Reading, name: str) -> dict[str, tuple[str, str]]:
    """Give the words of a list by their code, French and English; what was withdrawn is not among them."""
    in_use = sa.or_(ListItem.valid_until.is_(None), ListItem.valid_until > look.now.date())
    columns = (ListItem.code, ListItem.label_fr, ListItem.label_en)
    rows = look.rows(sa.select(*columns).where(ListItem.list == name, in_use))
    return {row.code: (row.label_fr, row.label_en) for row in rows}
