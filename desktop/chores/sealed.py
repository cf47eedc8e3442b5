"""Sealed work from the command line: that it is there, never what it says or whom it is about."""

import argparse
from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop.centre import Centre
from desktop.chores.desk import say, say_json, signed_in
from desktop.i18n import mark, tr, trn

_STATE_WORDS = {
    "unfinished": mark("unfinished, for its author alone"),
    "signed": mark("signed"),
    "altered": mark("does not open: altered or damaged"),
    "lost": mark("named by other notes, and gone"),
}


def notes(options: argparse.Namespace) -> int:
    """List the notes one may read, by day and state; `signs` says how much of an unfinished one is kept.

    Raises:
        NotAllowed: one's work has no sealed cases.
    """
    with signed_in(options) as centre:
        found = sorted(_notes(centre), key=lambda one: (one["day"] is not None, one["day"]))
    if options.json:
        say_json(found)
        return 0
    for one in found:
        words = _STATE_WORDS[one["state"]]
        day = f"{one['day']:%d/%m/%Y}" if one["day"] else ""
        kept = "" if one["signs"] is None else trn("{n} sign kept", "{n} signs kept", one["signs"])
        say("  ".join(part for part in (day, tr(words), one["author"], kept) if part))
    return 0


def _notes(centre: Centre) -> Iterator[dict[str, Any]]:
    for draft in centre.drafts.own():
        note = draft.content.note
        kept = sum(map(len, (note.title, note.text, *(text for _, text in note.sections))))
        yield _line("unfinished", draft.saved_at.astimezone().date(), centre.member.name, kept)
    for case in centre.cases.cases():
        file = centre.cases.file(case.id)
        for signed in file.notes:
            yield _line("signed", signed.day, signed.author)
        for state, count in (("altered", len(file.altered)), ("lost", file.lost)):
            yield from (_line(state) for _ in range(count))


def _line(state: str, day: date | None = None, author: str = "", signs: int | None = None) -> dict[str, Any]:
    return {"state": state, "day": day, "author": author, "signs": signs}
