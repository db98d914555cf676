-- One row per person and month with paid hours and a day on benefit: the hours, on the month's last day, under the
-- scheme that stands first. A month is year * 12 + month - 1.
with worked as (
    select
        work.person_id,
        work.hours,
        make_date(work.month // 12, work.month % 12 + 1, 1) as start_on,
        make_date((work.month + 1) // 12, (work.month + 1) % 12 + 1, 1) as end_on
    from core.work_month as work
    where work.hours > 0
)

select
    worked.person_id,
    arg_min(piece.scheme, scheme.place) as category,
    worked.end_on - 1 as happened_on,
    any_value(worked.hours) as amount
from worked
inner join core.benefit_piece as piece
    on
        worked.person_id = piece.person_id
        and worked.end_on > piece.start_on
        and worked.start_on < coalesce(piece.end_on, date '9999-12-31')
inner join core.scheme as scheme on piece.scheme = scheme.scheme
group by
    worked.person_id,
    worked.end_on
