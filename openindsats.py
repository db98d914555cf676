"""The command `openindsats`: its arguments, and which command they are for; `commands` has what each of them does."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

import commands
from warehouse.errors import UserError

ERR = Console(stderr=True, highlight=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or with one message 2 for a mistake of the user's, 3 for "busy".

    An attack that finds something ends with 1.
    """
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except UserError as error:
        ERR.print(f"openindsats {options.command}: {error}", markup=False, soft_wrap=True)
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="openindsats",
        description="Benchmarks of employment services and social protection, from files to portal.",
    )
    added = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    load = _command(
        added, "load", commands.load_command, "check deliveries and load them", country_needed=True
    )
    _takes_deliveries(load)
    _takes_protection(_command(added, "compute", commands.compute_command, "count the indicators"))
    _publish(added)
    build = _command(added, "build", commands.build_command, "load, compute and publish", country_needed=True)
    _takes_deliveries(build)
    _takes_boundaries(build)
    _takes_protection(build)
    nightly = _command(
        added,
        "nightly",
        commands.nightly_command,
        "load, compute and publish what is new",
        country_needed=True,
    )
    _takes_deliveries(nightly)
    _takes_boundaries(nightly)
    _takes_protection(nightly)
    serve = _command(added, "serve", commands.serve_command, "serve the current release")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=int, default=8050, help="port to listen on (default: %(default)s)")
    serve.add_argument("--workers", type=int, default=2, help="processes that answer (default: %(default)s)")
    _command(added, "status", commands.status_command, "tell what a home holds")
    _attack(added)
    _explain(added)
    _command(added, "totals", commands.totals_command, "list official totals that do not fit")
    _forget(added)
    _rotate_key(added)
    _pseudonymise(added)
    _demo(added)
    return parser


def _attack(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    attack = _command(added, "attack", commands.attack_command, "attack a release with what is public")
    attack.add_argument(
        "release",
        nargs="?",
        metavar="RELEASE",
        help="a published file, or a release's name (default: the current one)",
    )


def _explain(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    explain = _command(added, "explain", commands.explain_command, "tell how a published figure came about")
    explain.add_argument("indicator", metavar="INDICATOR", help="its id, as in the catalogue's addresses")
    explain.add_argument("--area", required=True, metavar="A", help="code or name of an area")
    explain.add_argument("--period", required=True, metavar="P", help="such as 2026, 2026-Q3 or 2026-09")
    explain.add_argument(
        "--kind",
        metavar="KIND",
        help="rolling_year, for the twelve months that end with the month of --period",
    )
    explain.add_argument("--category", metavar="C", help="group of people, such as sex.female (default: all)")
    explain.add_argument("--release", type=Path, metavar="FILE", help="a published file, in place of a home")
    explain.add_argument(
        "--private", action="store_true", help="add the figure before protection: it must not leave the house"
    )
    explain.add_argument("--json", type=Path, metavar="FILE", help="write it to a file, for programs")


def _forget(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    forget = _command(added, "forget", commands.forget_command, "delete all that is told of one person")
    forget.add_argument("person", metavar="PERSON", help="the person's pseudonym, 32 digits")


def _rotate_key(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rotate = _command(added, "rotate-key", commands.rotate_key_command, "put a new rounding key in use")
    rotate.add_argument("--yes", action="store_true", help="do it, knowing what comes of it")


def _pseudonymise(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = added.add_parser(
        "pseudonymise",
        help="replace identifiers by pseudonyms",
        description=commands.pseudonymise_command.__doc__,
    )
    command.set_defaults(run=commands.pseudonymise_command)
    command.add_argument(
        "--in", dest="given", type=Path, metavar="FILE", help="CSV or Parquet with identifiers"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="file to write, of the same kind")
    command.add_argument(
        "--column", action="append", metavar="NAME", help="identifying column; repeat for more"
    )
    key = command.add_mutually_exclusive_group(required=True)
    key.add_argument("--key", type=Path, metavar="FILE", help="the agencies' linkage key")
    key.add_argument("--new-key", type=Path, metavar="FILE", help="write a new linkage key, nothing else")


def _demo(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = added.add_parser(
        "demo", help="write an invented country's deliveries", description=commands.demo_command.__doc__
    )
    demo.set_defaults(run=commands.demo_command)
    demo.add_argument(
        "--country", required=True, metavar="CC", help="country whose places it has, such as dk"
    )
    demo.add_argument("--persons", type=int, metavar="N", help="residents (default: about 1 in 5)")
    demo.add_argument("--months", type=int, metavar="M", help="months delivered (default: 60)")
    demo.add_argument("--seed", type=int, metavar="S", help="another seed draws another country")
    demo.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder to write, empty or not there yet"
    )


def _command(
    added: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
    country_needed: bool = False,
) -> argparse.ArgumentParser:
    command = added.add_parser(name, help=text, description=run.__doc__)
    command.set_defaults(run=run)
    command.add_argument(
        "--home",
        metavar="DIR",
        help="folder of the country's warehouse and releases (default: OPENINDSATS_HOME, else data/build/COUNTRY)",
    )
    command.add_argument(
        "--country", metavar="CC", required=country_needed, help="country code, such as dk or no"
    )
    return command


def _takes_deliveries(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--deliveries", type=Path, required=True, metavar="DIR", help="folder with the delivered files"
    )


def _takes_protection(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--protect",
        action=argparse.BooleanOptionalAction,
        help="withhold further delivered figures, until none that its owner hides can be worked out from sums, exactly "
        "or to two values (default: as in this home's last computation, at first not)",
    )


def _publish(added: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    publish = _command(added, "publish", commands.publish_command, "publish what was computed as a release")
    _takes_boundaries(publish)
    publish.add_argument(
        "--approve",
        metavar="RELEASE",
        help="publish this one, whose figures moved far or do not fit official totals",
    )


def _takes_boundaries(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--boundaries",
        type=Path,
        metavar="DIR",
        help="folder with borders to draw, one LEVEL.geojson for each area level",
    )


if __name__ == "__main__":
    sys.exit(main())
