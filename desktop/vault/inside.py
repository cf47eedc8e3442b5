"""What stands inside a seal, as JSON: whoever seals may have put anything there."""

import json
from typing import Any

from desktop.vault.refusals import SealBroken


def write_inside(content: dict[str, Any]) -> bytes:
    """Spell what is to be sealed."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


def read_inside(text: bytes) -> dict[str, Any]:
    """Read what was sealed.

    Raises:
        SealBroken: it makes no sense.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise SealBroken from problem
    if not isinstance(content, dict):
        raise SealBroken
    return content
