-- One row per time as registered unemployed whose person in the month before that of its first day had no paid work,
-- was not in ordinary education, and was neither on benefit nor registered on any day: the first day. Months are
-- year * 12 + month - 1.
with begun as (
    select
        registration.person_id,
        registration.start_on,
        year(registration.start_on) * 12 + month(registration.start_on) - 2 as month_before
    from core.registration as registration
),

active as (
    select
        work.person_id,
        work.month as first_month,
        work.month as last_month
    from core.work_month as work
    where work.hours > 0
    union all
    select
        education.person_id,
        education.month as first_month,
        education.month as last_month
    from core.education_month as education
    union all
    select
        piece.person_id,
        year(piece.start_on) * 12 + month(piece.start_on) - 1 as first_month,
        coalesce(year(piece.end_on - 1) * 12 + month(piece.end_on - 1) - 1, 99999) as last_month
    from core.benefit_piece as piece
    union all
    select
        registration.person_id,
        year(registration.start_on) * 12 + month(registration.start_on) - 1 as first_month,
        coalesce(year(registration.end_on - 1) * 12 + month(registration.end_on - 1) - 1, 99999) as last_month
    from core.registration as registration
)

select
    begun.person_id,
    cast(null as varchar) as category,
    begun.start_on as happened_on,
    1 as amount
from begun
anti join active
    on
        begun.person_id = active.person_id
        and begun.month_before >= active.first_month
        and begun.month_before <= active.last_month
