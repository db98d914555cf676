-- One row per period that the figure under way is counted for; its window ends with `month`.
create or replace temp table figure_period as
with told as (
    select
        calendar.period_kind,
        calendar.period,
        calendar.months as window_months,
        cast(year(calendar.last_day) * 12 + month(calendar.last_day) - 1 as integer) as month,
        calendar.last_day - calendar.first_day + 1 as days
    from calendar
    where list_contains($period_kinds, calendar.period_kind)
)

select told.*
from told
where told.month between $first_month + told.window_months - 1 and $last_month
