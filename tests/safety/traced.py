"""The process that strace follows: some acts, each acknowledged on the standard output."""

import itertools
import os
import sys
from pathlib import Path

from desktop.centre import Centre
from desktop.storage.opening import open_vault
from tests.safety.prepared import LOGIN, PASSWORD, Prepared
from tests.safety.working import ACTS


def main() -> None:
    """Act `count` times, say each act once its service returned, and close."""
    folder, dek, session, act, count, how = sys.argv[1:]
    prepared = Prepared(Path(folder), bytes.fromhex(dek), session)
    vault = open_vault(prepared.folder, LOGIN, PASSWORD)
    if how == "loose":
        connection = vault.engines.writer.raw_connection()
        connection.cursor().execute("PRAGMA synchronous = NORMAL")
        connection.close()
    centre = Centre(vault)
    for name, step in itertools.islice(ACTS[act](centre, prepared.session), int(count)):
        step()
        os.write(1, name.encode())
    centre.close()


if __name__ == "__main__":
    main()
