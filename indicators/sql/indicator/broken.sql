-- One row per period in which the series of the indicator under way breaks.
create or replace temp table broken as
select distinct
    inside.period_kind,
    inside.period
from core.series_break as series_break
inner join calendar as first_after
    on
        series_break.period = first_after.period
        and first_after.period_kind != 'rolling_year'
inner join calendar as inside
    on
        first_after.first_day >= inside.first_day
        and first_after.first_day <= inside.last_day
where list_contains($measures, series_break.measure)
