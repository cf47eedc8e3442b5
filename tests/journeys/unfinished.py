"""Says which unfinished notes somebody can open, in a process of its own: the command line reads no note aloud.

`python -m tests.journeys.unfinished VAULT USER`, with the password in JATIGI_PASSWORD.
"""

import json
import os
import sys
from pathlib import Path

from desktop.centre import Centre


def main(vault: Path, user: str) -> int:
    """Print the texts as JSON."""
    centre = Centre.open(vault, user, os.environ["JATIGI_PASSWORD"])
    try:
        sys.stdout.write(json.dumps([draft.content.note.text for draft in centre.drafts.own()]))
    finally:
        centre.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
