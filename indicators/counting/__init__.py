"""The one generic computation: what a measure of persons counts, in every window, area and category.

Once per computation `prepare_counting` makes the temporary tables that all figures stand on. Then `count_figure` makes,
for one figure after another, the temporary table `counted_cell(window_months, month, part_id, area, value,
contributors, cell_key, amount)`: a full grid before protection, `month` (year * 12 + month - 1) being the window's
last. Only a duration that is unknown has no `value`. `contributors` are the persons behind a count of persons,
full-time persons or a duration, and the events behind a sum of them; where workplaces are counted, which stand where
persons do, they are always workplaces. `cell_key` is the sum of their keys modulo 2^64;
of full-time persons the sum over the window's months. `amount` adds up over persons, as no duration does.
`duration_cell` is the same table by another name.

Statements stand in `indicators/sql/count`: `ground` (once), `figure` (for each), then `persons`, `amounts`, `events`,
`durations` by what is counted, and `checks` that prove what the statements rely on. What they find is added up over
windows, categories and areas in arrays (`cube`, `lengths`, `rollup`).
"""

from indicators.counting.count import count_figure
from indicators.counting.coverage import countable, known_months
from indicators.counting.figures import Figure, Wanted, adds_up_workplaces, plan
from indicators.counting.ground import counted_bases, prepare_counting
from indicators.counting.statements import CountingError, measure_sql

__all__ = [
    "CountingError",
    "Figure",
    "Wanted",
    "adds_up_workplaces",
    "count_figure",
    "countable",
    "counted_bases",
    "known_months",
    "measure_sql",
    "plan",
    "prepare_counting",
]
