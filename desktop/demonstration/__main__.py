"""The main job on an invented centre, from convoy to papers: `python -m desktop.demonstration FOLDER`."""

import json
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.centre import Centre
from desktop.demonstration.building import RECOVERY, build_centre
from desktop.models.base import now
from desktop.services.sessions import monday_of

PEOPLE, WEEKS, SEED = 300, 3, 2019


def main(target: Path) -> int:
    """Build the centre and its papers in `target`, say where they are and who can sign in."""
    shutil.rmtree(target, ignore_errors=True)
    folder = target / "Centre.vault"
    target.mkdir(parents=True)
    accounts = build_centre(folder, people=PEOPLE, weeks=WEEKS, seed=SEED, papers=target)
    centre = Centre.open(folder, accounts[0]["user"], accounts[0]["password"])
    try:
        papers = write_papers(centre, target)
    finally:
        centre.close()
    papers += sorted(target.glob(f"{RECOVERY}-*.pdf"))
    papers += write_letters(folder, next(one for one in accounts if "social_work" in one["roles"]), target)
    print(json.dumps({"accounts": accounts, "papers": [paper.name for paper in papers]}, ensure_ascii=False, indent=2))
    return 0


def write_letters(folder: Path, account: dict[str, Any], target: Path) -> list[Path]:
    """Write the letters of a social worker, who alone can open them."""
    centre = Centre.open(folder, account["user"], account["password"])
    try:
        numbers = [line.number for line in centre.referrals.referrals()]
        papers = [target / f"lettre-{number}.pdf" for number in numbers]
        for number, paper in zip(numbers, papers, strict=True):
            centre.referrals.letter(number, paper)
        papers.append(target / "fiche-de-reference-vierge.pdf")
        centre.referrals.blank_form(papers[-1])
    finally:
        centre.close()
    return papers


def write_papers(centre: Centre, target: Path) -> list[Path]:
    """Write the papers of the centre: last week's summary, this week's sheets, tonight's list, the table of rights."""
    today = now().date()
    report = centre.figures.report(monday_of(today) - timedelta(days=7))
    papers = [target / name for name in ("synthese-hebdomadaire.pdf", "synthese-hebdomadaire.xlsx", "emargement.pdf")]
    centre.sheets.weekly_summary(report, papers[0])
    centre.sheets.weekly_workbook(report, papers[1])
    centre.sheets.sign_in_week(today, papers[2])
    for site in centre.setup.sites():
        papers.append(target / f"fiche-du-soir-{site.code}.pdf")
        centre.house.evening_sheet(site.id, papers[-1])
    papers.append(target / "tableau-des-droits.pdf")
    centre.rights_page.paper(papers[-1])
    return papers


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
