"""Lists of arrivals, from the command line."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.chores.desk import say, say_json, signed_in
from desktop.chores.sites import choose_site, on_clock_of
from desktop.i18n import tr, trn
from desktop.services.convoys import ImportReport, ListHasErrors, Preview
from desktop.services.look_alikes import WaitingPair
from desktop.spreadsheets.refusals import NoSuchList, UnreadableMapping

_SHOWN = 20


def import_convoy(options: argparse.Namespace) -> int:
    """Bring a list in as one act, or with `--dry-run` only say what it would bring.

    Gives 1 where cells of the list cannot be right: they are told, and nothing is written.

    Raises:
        DeskError: the list cannot be read, or was brought in before.
    """
    mapping = _mapping(options.mapping) if options.mapping else None
    pairs: list[WaitingPair] = []
    with signed_in(options) as centre:
        site = choose_site(centre.setup.sites(), options.site)
        arrived = on_clock_of(site, options.arrived) if options.arrived else datetime.now(ZoneInfo(site.zone))
        bring = centre.convoys.preview if options.dry_run else centre.convoys.import_list
        try:
            report = bring(options.file, site.code, arrived, mapping)
        except ListHasErrors as refused:
            report = refused.preview
        if isinstance(report, ImportReport) and not options.json:
            pairs = centre.look_alikes.waiting(_SHOWN, import_id=report.import_id)
    if options.json:
        say_json(asdict(report))
    else:
        _say_report(report, pairs)
    return 1 if report.errors else 0


def _mapping(path: Path) -> dict[str, str]:
    """Read what a colleague says the columns mean: field to heading or letter.

    Raises:
        NoSuchList: there is no such file.
        UnreadableMapping: it is not such an object.
    """
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as problem:
        raise NoSuchList(file=path.name) from problem
    except (OSError, ValueError) as problem:
        raise UnreadableMapping(file=path.name) from problem
    if not isinstance(told, dict) or not all(isinstance(place, str) for place in told.values()):
        raise UnreadableMapping(file=path.name)
    return told


def _say_report(report: Preview, pairs: list[WaitingPair]) -> None:
    say(trn("{n} person read.", "{n} people read.", report.rows))
    say(tr("Women and girls {F}, men and boys {M}, unknown {unknown}.", **report.by_sex))
    say(trn("{n} file looks like another.", "{n} files look like others.", report.look_alikes))
    for pair in pairs:
        said = {"known": f"{pair.known} {pair.known_name}", "newcomer": f"{pair.newcomer} {pair.newcomer_name}"}
        why = f"{pair.likeness} ({pair.score}/100): {pair.reasons}"
        say(tr("  {newcomer} may be {known}. {why}.", **said, why=why))
    say(trn("{n} contradiction to examine.", "{n} contradictions to examine.", report.contradictions))
    for error in report.errors:
        print(tr("Row {row}, column {column}: {message}", **asdict(error)), file=sys.stderr)
    if report.errors:
        print(ListHasErrors(report).explain(), file=sys.stderr)
