"""What `argparse` says of a command's use, in the language of whoever types it."""

import argparse

from desktop.errors import BadValue
from desktop.i18n import mark, tr

# As argparse writes them, percent signs and all; a sentence of another Python that is not here stays English.
_SENTENCES = frozenset(
    {
        mark("usage: "),
        mark("options"),
        mark("positional arguments"),
        mark("show this help message and exit"),
        mark("%(prog)s: error: %(message)s\n"),
        mark("argument %(argument_name)s: %(message)s"),
        mark("the following arguments are required: %s"),
        mark("one of the arguments %s is required"),
        mark("not allowed with argument %s"),
        mark("unrecognized arguments: %s"),
        mark("expected one argument"),
        mark("ambiguous option: %(option)s could match %(matches)s"),
        mark("ignored explicit argument %r"),
        mark("invalid choice: %(value)r (choose from %(choices)s)"),
    }
)


class BadDay(BadValue):
    """No day, or one of no century that anybody plans in."""

    sentence = mark("“{value}” cannot be understood here. Write a day as in 2026-11-24.")


class BadMoment(BadValue):
    """No moment, or one of no century that anybody plans in."""

    sentence = mark("“{value}” cannot be understood here. Write a day and an hour as in 2026-11-24T20:00.")


def speak_usage() -> None:
    """Let argparse look its own sentences up in our catalogue: it asks its module's `_` each time it says one."""
    vars(argparse)["_"] = _say


def _say(text: str) -> str:
    return tr(text) if text in _SENTENCES else text
