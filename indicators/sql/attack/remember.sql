-- One row per cell that is known narrowly now: for the release to come, which has no name yet.
insert into mart.known
select
    '' as release,
    figure,
    last_month,
    months,
    breakdown,
    category,
    area,
    low,
    high
from narrow_cell
