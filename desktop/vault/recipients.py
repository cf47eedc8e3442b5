"""To whom a key is sealed, and for which days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.vault.signed import unbase64


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a key is sealed to; cover has a first and a last day."""

    kid: bytes
    sealed: bytes
    first: date | None = None
    last: date | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the line of a card."""
        return {
            "kid": self.kid,
            "sealed": self.sealed,
            "from": self.first.isoformat() if self.first else "",
            "until": self.last.isoformat() if self.last else "",
        }

    def open_on(self, day: date) -> bool:
        """Say whether the key may be used on a day."""
        return (self.first is None or self.first <= day) and not self.over_on(day)

    def over_on(self, day: date) -> bool:
        """Say whether the last day of a cover has passed."""
        return self.last is not None and self.last < day


def read_recipients(data: dict[str, Any]) -> tuple[Recipient, ...]:
    """Read the recipients of a card or a grant."""
    return tuple(
        Recipient(unbase64(line["kid"], 32), unbase64(line["sealed"], 80), _day(line["from"]), _day(line["until"]))
        for line in data["to"]
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
