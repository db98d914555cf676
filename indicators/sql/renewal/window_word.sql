-- One row per period of the known months: its window, and the numbers of the words that name it.
select
    enum_code(told.period_kind) as period_kind,
    enum_code(told.period) as period,
    told.window_months,
    told.month
from (
    select
        calendar.period_kind,
        calendar.period,
        calendar.months as window_months,
        cast(year(calendar.last_day) * 12 + month(calendar.last_day) - 1 as integer) as month
    from calendar
) as told
where told.month between $first_month + told.window_months - 1 and $last_month
