"""The grid of durations: every area that stands, from its first window to its last."""

from pathlib import Path

from indicators.counting.statements import run
from warehouse.connection import open_memory

TABLES = """
create temp table figure_window as select 3 as window_months, unnest([2, 5, 8, 11]) as month;
create temp table figure_part as select 3 as window_months, 1 as part_id;
create temp table area_member as
select 'A' as area, 7 as place_id, 1 as base_id, 5 as from_month, 8 as to_month, true as stands;
create temp table persons_behind as
select 3 as window_months, 8 as month, 1 as part_id, 7 as place_id, 2 as persons, 9 as person_key;
create temp table duration as
select 3 as window_months, 8 as month, 1 as part_id, 7 as place_id, 15000 as amount;
"""


def test_an_area_has_cells_from_its_first_window_to_its_last(tmp_path: Path) -> None:
    connection = open_memory(tmp_path, "64MB")
    connection.execute(TABLES)
    run(connection, "durations/counted_cell")
    cells = connection.execute(
        "select month, area, cast(value as varchar), contributors, cell_key from counted_cell order by month"
    ).fetchall()
    assert cells == [(5, "A", None, 0, 0), (8, "A", "1.5000", 2, 9)]
