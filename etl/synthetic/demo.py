"""The demo country, from its settings to two deliveries and the truth: the order of work."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import numpy as np
import yaml

from etl.synthetic.deliveries import write_manifests, write_tables
from etl.synthetic.drawing import Drawing
from etl.synthetic.places import Places, draw_places
from etl.synthetic.population import population_cells
from etl.synthetic.settings import Settings, read_settings
from etl.synthetic.store import add_rows, open_store
from etl.synthetic.totals import Totals
from etl.synthetic.truth import write_truth
from warehouse.errors import UserError
from warehouse.space import require_space

MADE = "demo.yml"
"""Tells what a folder's demo was made with; written last."""

Progress = Callable[[str], None]
Item = TypeVar("Item")


def write_demo(
    country: str, persons: int | None, months: int | None, seed: int | None, *, out: Path, progress: Progress
) -> bool:
    """Write the demo's two deliveries and its truth to the folder `out`; False when they were there already.

    Persons, months and seed are those of the demo's files when they are None. Raises UserError when the folder
    holds anything else, the disk has too little space, or there is no such demo.
    """
    settings = read_settings(country, persons, months, seed)
    made = {"country": country, "persons": settings.persons, "months": settings.months, "seed": settings.seed}
    if _is_there(out, made):
        return False
    require_space(out.parent, settings.space, "the demo")
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
    """File by file, so that no more of the country is held at once than stands in one file of each source."""
    places = draw_places(settings, np.random.default_rng([settings.seed, 0]))
    drawing, totals = Drawing(settings, places), Totals(settings)
    files = list(_files(settings, places))
    for number, chunks in enumerate(files, 1):
        with closing(open_store(settings, places, spilt)) as connection:
            for areas in chunks:
                progress(f"Drawing people: {areas[-1] + 1} of {len(places.codes)} municipalities …")
                drawing.add_people(connection, areas)
            progress("Writing the deliveries …")
            write_tables(connection, settings, folder, "persons", f"-{number:02}" if len(files) > 1 else "")
            totals.add(connection)
    with closing(open_store(settings, places, spilt)) as connection:
        drawing.add_employers(connection)
        write_tables(connection, settings, folder, "employers")
    with closing(open_store(settings, places, spilt)) as connection:
        cells = population_cells(settings, places, np.random.default_rng([settings.seed, 1]))
        add_rows(connection, "population_cell", cells, np.zeros(0, np.int64))
        write_tables(connection, settings, folder, "months")
    with closing(open_store(settings, places, spilt)) as connection:
        drawing.add_expenditure(connection)
        write_tables(connection, settings, folder, "quarters")
    totals.write(folder / "1", folder / "2")
    write_manifests(settings, folder)
    write_truth(folder / "truth", settings, places, drawing.hidden, drawing.planted)


def _files(settings: Settings, places: Places) -> Iterator[list[list[int]]]:
    """Municipalities that are drawn together, by the file that their people stand in."""

    def residents(areas: list[int]) -> int:
        return int(places.residents[areas].sum())

    chunks = _grouped(
        range(len(places.codes)), lambda area: residents([area]), settings.demo["chunk_persons"]
    )
    return _grouped(chunks, residents, settings.demo["file_person_months"] / settings.months)


def _grouped(items: Iterable[Item], size: Callable[[Item], float], most: float) -> Iterator[list[Item]]:
    """Items that follow one another, in groups of at most that size; a larger one stands alone."""
    group: list[Item] = []
    for item in items:
        if group and sum(map(size, [*group, item])) > most:
            yield group
            group = []
        group.append(item)
    yield group
