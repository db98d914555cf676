-- One row per period whose window stands in the grid: the number of the window.
create or replace temp table attacked_window as
select
    unnest($period_kinds) as period_kind,
    unnest($periods) as period,
    cast(unnest($numbers) as integer) as number
