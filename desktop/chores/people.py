"""Lists of arrivals and the people they bring, from the command line."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from desktop.chores.desk import say, say_json, signed_in
from desktop.errors import DeskError, NotFound
from desktop.i18n import mark, tr, trn
from desktop.services.centre_setup import SiteLine
from desktop.vocabulary import SEX_LETTERS


class WhichSite(DeskError):
    """The centre has several sites and none was named."""

    sentence = mark("Several sites exist. Name one with --site: {codes}.")


def import_convoy(options: argparse.Namespace) -> int:
    """Bring a list in as one act, or with `--dry-run` only say what it would bring.

    Raises:
        DeskError: the list cannot be read, or was brought in before.
    """
    with signed_in(options) as centre:
        site = choose_site(centre.setup.sites(), options.site)
        zone = ZoneInfo(site.zone)
        arrived = options.arrived.replace(tzinfo=zone) if options.arrived else datetime.now(zone)
        mapping = json.loads(options.mapping.read_text("utf-8")) if options.mapping else None
        bring = centre.convoys.preview if options.dry_run else centre.convoys.import_list
        report = bring(options.file, site.code, arrived, mapping)
    if options.json:
        say_json(asdict(report))
    else:
        _say_report(asdict(report))
    return 0


def _say_report(report: dict[str, Any]) -> None:
    say(trn("{n} person read.", "{n} people read.", report["rows"]))
    say(tr("Women and girls {F}, men and boys {M}, unknown {unknown}.", **report["by_sex"]))
    say(trn("{n} file looks like another.", "{n} files look like others.", report["look_alikes"]))
    say(trn("{n} contradiction to examine.", "{n} contradictions to examine.", report["contradictions"]))
    for error in report["errors"]:
        print(tr("Row {row}, column {column}: {message}", **error), file=sys.stderr)


def choose_site(sites: list[SiteLine], code: str | None) -> SiteLine:
    """Give the named site, or the only one.

    Raises:
        NotFound: no site has this code.
        WhichSite: there are several and none is named.
    """
    if code is None and len(sites) == 1:
        return sites[0]
    if code is None:
        raise WhichSite(codes=", ".join(site.code for site in sites))
    found = next((site for site in sites if site.code == code), None)
    if found is None:
        raise NotFound(code=code)
    return found


def search(options: argparse.Namespace) -> int:
    """List the people whose names or codes answer to a text; an empty one lists everybody."""
    with signed_in(options) as centre:
        limit = options.limit or centre.people.count(options.search)
        found = centre.people.search(options.search, limit=limit)
    if options.json:
        say_json(
            [
                {
                    "code": one.code,
                    "name": one.name,
                    "sex": one.sex,
                    "age": one.age,
                    "site": one.site,
                    "in_house": one.in_house,
                }
                for one in found
            ]
        )
        return 0
    for one in found:
        age = "" if one.age is None else str(one.age)
        say(f"{one.code}  {one.name}  {tr(SEX_LETTERS[one.sex])}  {age}".rstrip())
    return 0
