-- One row per cell of a figure as it was counted the last time, its words by their numbers; a year is there twice, as a
-- rolling year too.
select
    enum_code(cast(counted.breakdown as breakdown_word)) as breakdown,
    enum_code(cast(counted.category as category_word)) as category,
    enum_code(cast(counted.period_kind as period_kind_word)) as period_kind,
    enum_code(cast(counted.period as period_word)) as period,
    enum_code(cast(counted.area as area_word)) as area,
    coalesce(counted.amount, 0) as amount,
    counted.contributors,
    counted.cell_key,
    cast(cast(coalesce(counted.value, 0) as decimal(38, 4)) * 10000 as bigint) as value,
    counted.value is not null as known
from mart.counted as counted
where counted.figure = $figure
