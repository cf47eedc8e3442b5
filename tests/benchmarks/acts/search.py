"""Finding people by part of a name, as it is typed."""

from random import Random

import sqlalchemy as sa

from desktop.models.people import PersonName
from desktop.rights import Permission
from desktop.services.people import PeopleService
from desktop.vocabulary import NameKind
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground

LINES = 50
_PAGE = "SELECT id, code, given_names, family_name, sex FROM person ORDER BY sort_key, id LIMIT 50"


def measure(ground: Ground) -> list[Figure]:
    """Search for the names of people drawn by chance; the bare baseline reads the top of the same list."""
    people, texts = PeopleService(ground.desk), typed(ground, ground.rounds(400))
    for text in texts[:20]:
        people.search(text, LINES)
    with ground.raw(reading=True) as raw:
        acts = [lambda text=text: people.search(text, LINES) for text in texts]
        bare = [lambda: raw.execute(_PAGE).fetchall()] * len(acts)
        pair = in_turns(acts, bare, again=ground.again("search"))
    return [pair.slowest("search by part of a name", 10, "the first page of the list in bare SQL")]


def typed(ground: Ground, count: int) -> list[str]:
    """Give what staff type on the way to the names of people drawn by chance, from one letter to two whole words."""
    with ground.desk.read(Permission.SEE_PEOPLE) as look:
        question = sa.select(PersonName.given_names, PersonName.family_name).where(PersonName.kind == NameKind.MAIN)
        names = look.rows(question.order_by(PersonName.id).limit(5000))
    drawn = [ground.chance.choice(names) for _ in range(count)]
    return [_on_the_way(ground.chance, one.given_names, one.family_name) for one in drawn]


def _on_the_way(chance: Random, given: str, family: str) -> str:
    whole = chance.choice((given, family, f"{given} {family}", f"{family} {given}"))
    return whole[: chance.randrange(1, len(whole) + 1)]
