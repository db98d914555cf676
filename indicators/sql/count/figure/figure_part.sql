-- One row per length of window and part that the figure under way is counted for.
create or replace temp table figure_part as
select distinct
    figure_period.window_months,
    part.part_id
from category_part as part
inner join breakdown_kind on part.breakdown = breakdown_kind.breakdown
inner join figure_period on breakdown_kind.period_kind = figure_period.period_kind
where list_contains($breakdowns, part.breakdown)
