"""What Ctrl+K finds: pages and actions, people, sessions, services, as far as the reader's rights go."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.formats import clock, short_date
from desktop.i18n import mark, tr
from desktop.rights import Permission
from desktop.services.directory import ServiceEntry
from desktop.services.people_pages import PersonSummary
from desktop.services.sessions import SessionLine
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell

LIMIT = 12
_LETTERS_FOR_PEOPLE = 2
ACTION, PAGE = mark("Action"), mark("Page")


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the answer: its icon, what it is called, what it is, and what choosing it does."""

    icon: str
    words: str
    about: str
    choose: Callable[[], object]


class Finder:
    """Finds by the first letters of words; sessions and services are read once, people at each question."""

    def __init__(self, shell: Shell, pages: Sequence[str], commands: Sequence[Found]) -> None:
        self._shell, self._pages = shell, pages
        self._known = [*commands, *self._sessions(), *self._services()]

    def find(self, text: str) -> list[Found]:
        """Give what answers to `text`, the best first; nothing typed gives pages and actions."""
        known = [one for one in self._known if answers(one.words, text)]
        return [*known, *self._people(text)][:LIMIT] if text.strip() else known[:LIMIT]

    def _people(self, text: str) -> Iterator[Found]:
        centre = self._shell.centre
        if len(text.strip()) < _LETTERS_FOR_PEOPLE or not self._offers("people", Permission.SEE_PEOPLE):
            return
        for person in centre.people.search(text, LIMIT):
            yield self._person(person)

    def _person(self, person: PersonSummary) -> Found:
        return Found(
            "person", discretion.shown(person.name), person.code, lambda: self._shell.go_to("people", person.code)
        )

    def _sessions(self) -> Iterator[Found]:
        if self._offers("attendance", Permission.SEE_WEEK):
            for line in self._shell.centre.planning.sessions_of_week(datetime.now(tz=UTC).date()):
                yield self._session(line)

    def _session(self, line: SessionLine) -> Found:
        when = f"{short_date(line.on_date)} {clock(line.starts_at.time())} · {line.site}"
        return Found("attendance", line.activity, when, lambda: self._shell.go_to("attendance", line.code))

    def _services(self) -> Iterator[Found]:
        if self._offers("directory", Permission.SEE_DIRECTORY):
            for entry in self._shell.centre.directory.services():
                yield self._service(entry)

    def _service(self, entry: ServiceEntry) -> Found:
        return Found("directory", entry.name, entry.organisation, lambda: self._shell.go_to("directory", entry.code))

    def _offers(self, page: str, permission: Permission) -> bool:
        return page in self._pages and self._shell.centre.desk.may(permission)


def action(icon: str, words: str, choose: Callable[[], object]) -> Found:
    """Give an action to be found."""
    return Found(icon, words, tr(ACTION), choose)


def answers(words: str, text: str) -> bool:
    """Say whether each word of `text` begins a word of `words`, or its letters begin the words one after the other."""
    known, typed = _fold(words).split(), _fold(text)
    initials = "".join(word[0] for word in known)
    return all(any(word.startswith(part) for word in known) for part in typed.split()) or (
        len(typed) > 1 and initials.startswith(typed)
    )


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
