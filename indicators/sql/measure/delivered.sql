-- One row per figure of the measure under way, untouched.
insert into measure_figure
select
    $measure as measure,
    measure_row.breakdown,
    measure_row.category,
    measure_row.period_kind,
    measure_row.period,
    measure_row.area,
    measure_row.value,
    measure_row.status,
    false as summed,
    false as predecessors,
    false as rounded,
    false as provisional,
    false as wide
from measure_row
