-- One row per window of the known months: its length and its last month.
select distinct
    told.window_months,
    told.month
from (
    select
        calendar.months as window_months,
        year(calendar.last_day) * 12 + month(calendar.last_day) - 1 as month
    from calendar
) as told
where
    told.month between $first_month + told.window_months - 1 and $last_month
order by all
