"""The pictures command: `python3 dev.py pictures [CENTRE...]` draws every screen into `pictures-output/`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.i18n import LANGUAGES

WHO = ("awa", "mariam", "bakary", "seydou", "fanta")


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw every page of three centres in every look, each by the first colleague who sees it; 0 when all are there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen before Qt loads

    from desktop.views.pages import PAGES  # noqa: PLC0415 - as above
    from desktop.views.shared.speech import speak  # noqa: PLC0415 - as above
    from desktop.views.shared.style import load_fonts  # noqa: PLC0415 - as above
    from tests.pictures.centres import CENTRES  # noqa: PLC0415 - as above
    from tests.pictures.drawing import draw  # noqa: PLC0415 - as above

    parser = argparse.ArgumentParser(prog="pictures", description=main.__doc__)
    parser.add_argument("centres", nargs="*", metavar="CENTRE", help=", ".join(CENTRES))
    parser.add_argument("--language", choices=LANGUAGES, default="fr")
    parser.add_argument("--page", action="append", help="a page's short name; all without")
    parser.add_argument("--into", type=Path, default=Path("pictures-output"))
    options = parser.parse_args(arguments)
    application = QApplication([])
    load_fonts()
    speak(application, options.language)
    for name in options.centres or CENTRES:
        folder = options.into / name
        folder.mkdir(parents=True, exist_ok=True)
        done = {page.name for page in PAGES} - set(options.page) if options.page else set()
        with tempfile.TemporaryDirectory(prefix="jatigi-pictures-") as scratch:
            place = CENTRES[name](Path(scratch) / "Centre.vault")
            for login in (one for one in WHO if one in place.passwords):
                with place.opened(login) as centre:
                    drawn = list(draw(application, centre, folder, done))
                    print(f"{name}: {len(drawn)} pictures as {login} in {folder}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
