"""The demo country, from its settings to two deliveries and the truth: the order of work."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import yaml

from etl.synthetic.activities import activity_rows
from etl.synthetic.arrays import Columns, kept
from etl.synthetic.benefits import benefit_rows
from etl.synthetic.cases import case_rows, draw_cases
from etl.synthetic.chunks import Chunk
from etl.synthetic.clocks import Clocks, make_clocks
from etl.synthetic.deliveries import write_deliveries
from etl.synthetic.events import event_rows
from etl.synthetic.flaws import Planted
from etl.synthetic.people import draw_people
from etl.synthetic.places import Places, draw_places
from etl.synthetic.population import population_cells
from etl.synthetic.settings import Settings, read_settings
from etl.synthetic.spells import live_spells
from etl.synthetic.states import state_rows
from etl.synthetic.store import add_clients, add_rows, make_tables
from etl.synthetic.truth import HiddenFactor, write_truth
from etl.synthetic.work import draw_jobs, is_registered, placement_rows, registration_rows, work_rows
from warehouse.connection import Connection, open_memory
from warehouse.errors import UserError

MADE = "demo.yml"
"""Tells what a folder's demo was made with; written last."""

MEMORY = "1GB"
"""What the drawn rows may take; beyond that they spill to disk. The people of one chunk come on top."""

Progress = Callable[[str], None]


def write_demo(
    country: str, persons: int | None, months: int | None, seed: int | None, *, out: Path, progress: Progress
) -> bool:
    """Write the demo's two deliveries and its truth to the folder `out`; False when they were there already.

    Persons, months and seed are those of the demo's files when they are None. Raises UserError when the folder
    holds anything else, or there is no such demo.
    """
    settings = read_settings(country, persons, months, seed)
    made = {"country": country, "persons": settings.persons, "months": settings.months, "seed": settings.seed}
    if _is_there(out, made):
        return False
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as temporary:
        aside = Path(temporary) / "demo"
        aside.mkdir()
        _draw(settings, aside, Path(temporary) / "spilt", progress)
        (aside / MADE).write_text(yaml.safe_dump(made, sort_keys=False), encoding="utf-8")
        if out.exists():
            out.rmdir()
        aside.rename(out)
    return True


def _is_there(out: Path, made: dict[str, object]) -> bool:
    """Whether the folder holds this demo. Raises UserError when it holds anything else."""
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return False
    file = out / MADE
    held = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None
    if held == made:
        return True
    what = "holds another demo" if held else "is no empty folder"
    raise UserError(f"{out} {what}. Nothing was written: name another folder, or remove this one yourself.")


def _draw(settings: Settings, folder: Path, spilt: Path, progress: Progress) -> None:
    places = draw_places(settings, np.random.default_rng([settings.seed, 0]))
    hidden, planted = HiddenFactor(places), Planted()
    connection = open_memory(spilt, MEMORY)
    try:
        make_tables(connection, settings, places)
        _draw_people(connection, settings, places, (hidden, planted), progress)
        rng = np.random.default_rng([settings.seed, 1])
        add_rows(
            connection, "population_cell", population_cells(settings, places, rng), np.zeros(0, np.int64)
        )
        progress("Writing the deliveries …")
        write_deliveries(connection, settings, folder)
    finally:
        connection.close()
    write_truth(folder / "truth", settings, places, hidden, planted)


def _draw_people(
    connection: Connection,
    settings: Settings,
    places: Places,
    truth: tuple[HiddenFactor, Planted],
    progress: Progress,
) -> None:
    clocks = make_clocks(settings)
    hidden, planted = truth
    number = case = 1
    for place, areas in enumerate(_chunks(settings, places), 2):
        progress(f"Drawing people: {areas[-1] + 1} of {len(places.codes)} municipalities …")
        rng = np.random.default_rng([settings.seed, place])
        chunk = Chunk(settings, places, draw_people(settings, places, areas, number, rng), rng)
        tables = _tables(chunk, clocks, case)
        clients = np.unique(tables["benefit_spells"]["who"])
        hidden.add(chunk.people, clients, settings.cuts[1])
        add_clients(connection, chunk.people.number[clients], settings.demo["linkage_key"])
        for table, rows in tables.items():
            of_clients = kept(rows, np.isin(rows["who"], clients))
            add_rows(connection, table, planted.plant(settings, table, of_clients, rng), chunk.people.number)
        number += len(chunk.people)
        case += len(tables["cases"]["who"])


def _tables(chunk: Chunk, clocks: Clocks, first_case: int) -> dict[str, Columns]:
    """All that is told of a chunk's people, by table."""
    spells = live_spells(chunk, clocks)
    registered = is_registered(chunk, spells)
    jobs = draw_jobs(chunk, spells)
    cases = draw_cases(chunk, spells, first_case)
    benefits = benefit_rows(chunk, spells)
    return {
        "benefit_spells": benefits,
        "person_states": state_rows(chunk, benefits),
        "registrations": registration_rows(chunk, spells, registered),
        "activities": activity_rows(chunk, spells),
        "work_months": work_rows(chunk, spells, jobs),
        "placements": placement_rows(chunk, spells, registered, jobs),
        "cases": case_rows(chunk, cases),
        "case_events": event_rows(chunk, cases),
    }


def _chunks(settings: Settings, places: Places) -> Iterator[list[int]]:
    """Municipalities that are drawn together: as many as have not too many residents."""
    areas: list[int] = []
    for area in range(len(places.codes)):
        if areas and places.residents[[*areas, area]].sum() > settings.demo["chunk_persons"]:
            yield areas
            areas = []
        areas.append(area)
    yield areas
