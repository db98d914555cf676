-- One row per month in which somebody has more paid hours, all jobs together, than the month has.
select
    'core.work_month' as told_in,
    strftime(make_date(work.month // 12, work.month % 12 + 1, 1), '%Y-%m') as period
from core.work_month as work
where
    work.hours > 24 * day(
        make_date((work.month + 1) // 12, (work.month + 1) % 12 + 1, 1) - 1
    )
group by work.month
