-- One row per period that consists of months and month in it.
create or replace temp table window_part as
select
    whole.period_kind as of_period_kind,
    whole.period as of_period,
    part.period_kind,
    part.period
from calendar as whole
inner join calendar as part
    on
        whole.first_day <= part.first_day
        and whole.last_day >= part.last_day
where
    part.period_kind = 'month'
    and whole.period_kind != 'month'
