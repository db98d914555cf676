"""The tables of "A whole country"."""

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table

from benchmarks._counting import PERSONS_FIGURE
from benchmarks._country import Stage
from etl.synthetic.settings import Settings

WALL, MEMORY = 120, 5 * 1024
"""Seconds and MiB in which the headline of a whole country shall be counted on two cores."""

COST = ("Wall s", "CPU s", "Peak MiB")
COUNTED = ("Giving", "Counting")
"""How the steps begin that count; the others read and compare."""

MADE = {"load": "rows", "compute": "cells", "publish": "cells"}


def stage_table(settings: Settings, stages: Mapping[str, Stage]) -> Table:
    """One row per stage, and beneath it its steps, each with the most memory held until its end."""
    title = f"A country of {settings.persons:,} residents, {settings.months} months"
    table = Table("Stage", *COST, "Made", "Per second", "File MiB", title=title)
    for stage in stages.values():
        made = _made(stage, stages)
        unit = MADE.get(stage.name, "")
        speed = f"{made / stage.cost.wall:,.0f} {unit}" if made else ""
        size = f"{stage['size'] / 2**20:,.0f}" if stage["size"] else ""
        table.add_row(
            stage.name, *_cost(stage), f"{made:,} {unit}" if made else "", speed, size, style="bold"
        )
        for step in stage.by_kind():
            table.add_row(f"  {step.name.lower()}", *_numbers(step[1:]))
    table.caption = (
        "load: 'reading' reads, guards and judges every row, 'checking' is the expectations; file: the warehouse after "
        "load and after compute, the release after publish"
    )
    return table


def comparison_table(stages: Mapping[str, Stage]) -> Table:
    """What the stages are held against: reading alone, the headline, and the same count by an analyst."""
    table = Table("", *COST, "CPU µs a person", "Of", title="Held against")
    scan, headline = stages["scan"], stages["headline"]
    table.add_row(
        "reading the columns once, the limit", *_cost(scan, "Reading"), "", f"{scan['rows']:,} rows"
    )
    table.add_row("the headline", *_cost(headline), _each(headline, headline["persons"]), _told(headline))
    for step in headline.steps:
        table.add_row(f"  {step.name[0].lower()}{step.name[1:]}", *_numbers(step[1:]))
    sampled = {"product": "persons on benefit, one person in ten", "analyst": "the same in pandas"}
    for name, title in sampled.items():
        stage = stages[name]
        each = _each(stage, stage["persons"], *COUNTED)
        table.add_row(title, *_cost(stage, *COUNTED), each, f"{stage['persons']:,} persons")
    table.caption = (
        "The headline: persons, full-time persons, entries, exits and mean durations of all areas by month, for "
        "everybody, sex, age, scheme, and sex by age (published for quarters and longer alone); before protection. "
        "Pandas: once the tables are read"
    )
    return table


def verdicts(stages: Mapping[str, Stage]) -> Iterator[str]:
    """What the comparisons come to, in words."""
    headline, product, analyst = stages["headline"], stages["product"], stages["analyst"]
    within = headline.cost.wall <= WALL and headline.cost.memory <= MEMORY
    yield (
        f"The headline: {headline.cost.wall:.0f} s and {headline.cost.memory / 1024:.1f} GiB are "
        f"{'within' if within else 'NOT within'} the {WALL} s and {MEMORY / 1024:.0f} GiB of a whole country."
    )
    yield f"Pandas: all {analyst['cells']:,} cells are equal, for the same persons it takes {_times(analyst, product)}."
    whole = _times(analyst, headline, "Giving", f"Counting {PERSONS_FIGURE}")
    yield f"A person in pandas, against one when everybody is counted: {whole}."


def _times(analyst: Stage, ours: Stage, *kinds: str) -> str:
    """How many times as long a person takes in pandas as in steps of some kinds of ours."""
    share = ours["persons"] / analyst["persons"]
    wall, processor = (
        share * seconds(analyst, "Counting") / seconds(ours, *kinds or COUNTED)
        for seconds in (_seconds, _processor_seconds)
    )
    return f"{wall:.1f} times the wall time and {processor:.1f} times the CPU"


def growth_table(countries: Sequence[tuple[Settings, Mapping[str, Stage]]]) -> Table:
    """One row per stage and size of the country: time that grows with it, memory that does not."""
    table = Table("Stage", "Residents", *COST, "Made", "CPU µs a resident", title="Growth")
    for name in countries[0][1]:
        for settings, stages in countries:
            if name in stages:
                stage, made = stages[name], _made(stages[name], stages)
                told = f"{made:,} {MADE[name]}" if made else ""
                table.add_row(
                    name, f"{settings.persons:,}", *_cost(stage), told, _each(stage, settings.persons)
                )
        table.add_section()
    return table


def _made(stage: Stage, stages: Mapping[str, Stage]) -> int:
    """Rows that a stage loads; cells that it computes or publishes."""
    made = stages["compute"]["cells"] if stage.name == "publish" else stage[MADE.get(stage.name, "")]
    return int(made or 0)


def _told(headline: Stage) -> str:
    return f"{headline['cells']:,} cells, {headline['months']} months"


def _cost(stage: Stage, *kinds: str) -> tuple[str, ...]:
    """The numbers of a stage, of steps of some kinds alone if there are any; memory is always that of the process."""
    if not kinds:
        return _numbers((stage.cost.wall, stage.cost.processor, stage.cost.memory))
    return _numbers((_seconds(stage, *kinds), _processor_seconds(stage, *kinds), stage.cost.memory))


def _each(stage: Stage, persons: int, *kinds: str) -> str:
    processor = _processor_seconds(stage, *kinds) if kinds else stage.cost.processor
    return f"{processor / persons * 1e6:,.1f}"


def _seconds(stage: Stage, *kinds: str) -> float:
    """Wall seconds of the steps that begin like this."""
    return sum(step.wall for step in stage.steps if step.name.startswith(kinds))


def _processor_seconds(stage: Stage, *kinds: str) -> float:
    """Processor seconds of the steps that begin like this."""
    return sum(step.processor for step in stage.steps if step.name.startswith(kinds))


def _numbers(values: Sequence[float]) -> tuple[str, ...]:
    wall, processor, memory = values
    return f"{wall:,.2f}", f"{processor:,.2f}", f"{memory:,.0f}"
