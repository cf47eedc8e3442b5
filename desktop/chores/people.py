"""Finding people from the command line."""

import argparse

from desktop.chores.desk import say, say_json, signed_in
from desktop.i18n import tr
from desktop.vocabulary import SEX_LETTERS


def search(options: argparse.Namespace) -> int:
    """List the people whose names or codes answer to a text; an empty one lists everybody."""
    with signed_in(options) as centre:
        limit = options.limit or centre.people.count(options.search)
        found = centre.people.search(options.search, limit=limit)
    if options.json:
        say_json(
            [
                {
                    "code": one.code,
                    "name": one.name,
                    "sex": one.sex,
                    "age": one.age,
                    "site": one.site,
                    "in_house": one.in_house,
                }
                for one in found
            ]
        )
        return 0
    if not found:
        say(tr("Nobody was found."))
    for one in found:
        age = "" if one.age is None else str(one.age)
        say(f"{one.code}  {one.name}  {tr(SEX_LETTERS[one.sex])}  {age}".rstrip())
    return 0
