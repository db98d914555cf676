"""What each command does and prints.

What a command calls is imported when it is needed: so each starts quickly, and serving never loads a loader.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from rich.table import Table

from screen import console, steps
from warehouse.errors import UserError
from warehouse.homes import Home, default_home, is_home, known_homes, open_home

OUT = console()


def load_command(options: argparse.Namespace) -> int:
    """Check a folder of deliveries and load it into the warehouse: all of it, or nothing."""
    from etl.run import load

    home = _home_path(options, options.country)
    with steps(OUT, "Loading …") as step:
        report = load(options.deliveries, options.country, home, step)
    table = Table("Source", "Delivery", "Delivered", "Loaded", "Quarantined", "Outcome")
    for entry in report.deliveries:
        counts = (entry.rows_delivered, entry.rows_loaded, entry.rows_quarantined)
        table.add_row(entry.source, entry.delivery, *(f"{count:,}" for count in counts), entry.outcome)
    OUT.print(table)
    if report.told:
        OUT.print(f"Understood anew: {report.told}")
    for warning in (*report.warnings, *report.ended):
        OUT.print(f"Warning: {warning}", markup=False, soft_wrap=True)
    for source, rows in report.expired.items():
        OUT.print(f"Deleted, too old to be kept: {rows:,} rows of {source}", markup=False)
    if report.unclaimed:
        OUT.print("Left alone, no source claims them:")
        for file, why in report.unclaimed.items():
            OUT.print(f"  {file} {why}".rstrip(), markup=False, soft_wrap=True)
    return 0


def compute_command(options: argparse.Namespace) -> int:
    """Count every indicator from the warehouse: changed persons alone where that gives the same, else everybody."""
    from indicators.compute import compute
    from indicators.sense import require_sense

    with steps(OUT, "Computing …") as step:
        home = chosen_home(options)
        report = compute(home, step, options.protect)
        step("Checking the figures …")
        require_sense(home)
    computed = f"{len(report.indicators)} indicators, {report.cells:,} cells"
    OUT.print(f"Computed {computed}; counted {report.counted}.", markup=False)
    if report.withheld:
        OUT.print(
            f"Withheld {report.withheld:,} delivered figures, so that hidden ones cannot be worked out."
        )
    if others := len(report.not_delivered):
        OUT.print(f"Not delivered by this country: what {others} other indicators are made of.")
    return 0


def publish_command(options: argparse.Namespace) -> int:
    """Write the computed cells to a published file and make it the current release."""
    from indicators.publish import publish

    with steps(OUT, "Publishing …") as step:
        release, fresh = publish(chosen_home(options), step, options.boundaries, options.approve)
    OUT.print(f"{'Published' if fresh else 'Already published:'} release {release.release}", markup=False)
    return 0


def build_command(options: argparse.Namespace) -> int:
    """Load, compute and publish, each in a process of its own, so that none can lean on what another left in memory."""
    home = ["--home", str(_home_path(options, options.country))]
    boundaries = ["--boundaries", str(options.boundaries)] if options.boundaries else []
    protect = [] if options.protect is None else ["--protect" if options.protect else "--no-protect"]
    stages = (
        ["load", "--deliveries", str(options.deliveries), "--country", options.country, *home],
        ["compute", *home, *protect],
        ["publish", *home, *boundaries],
    )
    program = [sys.executable, str(Path(__file__).with_name("openindsats.py"))]
    for stage in stages:
        code = subprocess.run([*program, *stage], check=False).returncode
        if code:
            return code
    return 0


def nightly_command(options: argparse.Namespace) -> int:
    """Load, compute and publish what is new in one go, for a scheduler: one line tells what was done.

    It exits with 0 when all is published, with 2 when something must be mended, such as a refused delivery, and with 3
    when another command is at work and the same will do later. Readers keep the release that they have until the end.
    """
    from nightly import run_night

    home = _home_path(options, options.country)
    with OUT.status("Loading …") as status:
        night = run_night(
            options.deliveries,
            options.country,
            home,
            options.boundaries,
            status.update,
            protect=options.protect,
        )
    OUT.print(str(night), markup=False, soft_wrap=True)
    return 0


def serve_command(options: argparse.Namespace) -> int:
    """Serve the current release until interrupted."""
    from dashboard.serving import serve

    serve(chosen_home(options).releases, options.host, options.port, options.workers, OUT.print)
    return 0


def status_command(options: argparse.Namespace) -> int:
    """Tell what a home holds."""
    from holdings import tell

    tell(chosen_home(options), OUT)
    return 0


def attack_command(options: argparse.Namespace) -> int:
    """Attack a release with what is public alone, as it was attacked before it was published: anybody can.

    It exits with 1 when a number of 1 to 4 can be known exactly or to two values, when figures contradict each other,
    or when the certificate in the release says something else than was found.
    """
    from attacking import tell
    from indicators.disclosure.again import attack_again

    file = _release_file(options)
    with OUT.status("Attacking …"):
        again = attack_again(file)
    tell(again, OUT)
    return int(again.exposes or bool(again.differing) or again.sample_differs)


def explain_command(options: argparse.Namespace) -> int:
    """Tell how one published figure came about, step by step, from its definition to the deliveries behind it.

    What is told is public, all but what --private adds: the figure as it was counted, before it was protected.
    """
    from explaining import as_json, told
    from indicators.asking import find_cell
    from indicators.explanation import explain
    from indicators.unprotected import read_unprotected
    from warehouse.reading import Portal
    from warehouse.releases import current_release

    if options.private and options.release:
        raise UserError(
            "A release holds nothing private: give --private without --release, for the home's own."
        )
    home = None if options.release else chosen_home(options)
    portal = Portal(current_release(home.releases).file if home else options.release)
    wanted = (options.indicator, options.area, options.period)
    explanation = explain(portal, find_cell(portal, *wanted, kind=options.kind, category=options.category))
    behind = read_unprotected(home, portal, explanation) if home and options.private else None
    if options.json:
        options.json.touch()
        if behind is not None:
            options.json.chmod(0o600)
        options.json.write_text(as_json(portal.country, explanation, behind) + "\n", encoding="utf-8")
        OUT.print(f"{options.json}: written", markup=False, soft_wrap=True)
    else:
        OUT.print(told(portal.country, explanation, behind), crop=False)  # SQL stays whole, also in a pipe
    return 0


def totals_command(options: argparse.Namespace) -> int:
    """Tell how official totals fit what was counted, and list those that do not, with what was counted: it is private.

    What it lists must not leave the house.
    """
    from holdings import tell_totals

    tell_totals(chosen_home(options), OUT)
    return 0


def demo_command(options: argparse.Namespace) -> int:
    """Write the deliveries of an invented country; what its files say holds where nothing else is asked for."""
    from etl.synthetic.demo import write_demo

    with steps(OUT, "Drawing …") as step:
        fresh = write_demo(
            options.country,
            options.persons,
            options.months,
            options.seed,
            out=options.out,
            progress=step,
        )
    OUT.print(f"{options.out}: {'written' if fresh else 'already there'}", markup=False, soft_wrap=True)
    return 0


def pseudonymise_command(options: argparse.Namespace) -> int:
    """Replace identifiers by pseudonyms, on the agency's own side; or make the linkage key that agencies share.

    The first --column is then called person_id, further ones person_id_2 and so on; employer_id is called so still.
    Blanks around an identifier and the hyphen of a Danish personal number (010101-1234) do not matter.
    """
    from etl.pseudonyms import make_key, pseudonymise

    if options.new_key:
        make_key(options.new_key)
        OUT.print(
            f"{options.new_key}: a new linkage key, for the agencies alone", markup=False, soft_wrap=True
        )
        return 0
    if not (options.given and options.out and options.column):
        raise UserError("Give --in FILE, --out FILE and --column NAME; or --new-key FILE alone.")
    with OUT.status("Writing …"):
        report = pseudonymise(options.given, options.out, options.column, options.key)
    OUT.print(f"{options.out}: {report}", markup=False, soft_wrap=True)
    return 0


def forget_command(options: argparse.Namespace) -> int:
    """Delete all that the warehouse tells of one person, down to the bytes of its file, and load them never again."""
    from etl.forget import forget, tell

    home = chosen_home(options)
    with OUT.status("Forgetting …"):
        rows = forget(home, options.person)
    OUT.print(tell(rows), soft_wrap=True)
    return 0


def rotate_key_command(options: argparse.Namespace) -> int:
    """Put a new rounding key in the place of the home's, since the former may have become known to others.

    Without --yes it tells what comes of that, and changes nothing.
    """
    from indicators.rotation import rotate, standing
    from rotating import said_after, said_before

    home = chosen_home(options)
    for line in said_before(home, standing(home)):
        OUT.print(line, markup=False, soft_wrap=True)
    if not options.yes:
        raise UserError("Nothing was changed. Say --yes to do it.")
    for line in said_after(home, rotate(home)):
        OUT.print(line, markup=False, soft_wrap=True)
    return 0


def _release_file(options: argparse.Namespace) -> Path:
    """The file that is named, or the release of that name in the home; without a name the home's current one."""
    from warehouse.releases import current_release, find_release

    if options.release is None:
        return current_release(chosen_home(options).releases).file
    file = Path(options.release)
    if file.is_file():
        return file
    if file.name != options.release or file.suffix == ".duckdb":
        raise UserError(f"There is no file {file}.")
    return find_release(chosen_home(options).releases, options.release).file


def _home_path(options: argparse.Namespace, country: str) -> Path:
    chosen = options.home or os.environ.get("OPENINDSATS_HOME")
    return Path(chosen) if chosen else default_home(country)


def chosen_home(options: argparse.Namespace) -> Home:
    home = open_home(_chosen_path(options))
    if options.country not in {None, home.country}:
        raise UserError(f"{home.path} is the home of country '{home.country}', not '{options.country}'.")
    return home


def _chosen_path(options: argparse.Namespace) -> Path:
    chosen = options.home or os.environ.get("OPENINDSATS_HOME")
    if chosen:
        return Path(chosen)
    wanted = options.country
    if wanted and is_home(default_home(wanted)):
        return default_home(wanted)
    homes = [home for home in known_homes() if wanted in {None, home.country}]
    if len(homes) == 1:
        return homes[0].path
    if wanted and not homes:
        return default_home(wanted)
    found = ", ".join(f"{home.path} ({home.country}, {home.kind})" for home in homes) or "none"
    raise UserError(f"Which home? Give --home, or --country if there is one of it. Built here: {found}.")
