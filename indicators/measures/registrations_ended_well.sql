-- One row per time as registered unemployed that ended before the day $months months after its first, if in the month
-- after that of its last day the person has paid work, is in ordinary education or has a day of work placement: that
-- last day. Months are year * 12 + month - 1.
with ended as (
    select
        registration.person_id,
        registration.end_on - 1 as last_day,
        year(registration.end_on - 1) * 12 + month(registration.end_on - 1) as next_month
    from core.registration as registration
    where registration.end_on <= registration.start_on + to_months(cast($months as integer))
),

good as (
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
        activity.person_id,
        year(activity.start_on) * 12 + month(activity.start_on) - 1 as first_month,
        coalesce(year(activity.end_on - 1) * 12 + month(activity.end_on - 1) - 1, 99999) as last_month
    from core.activity as activity
    where activity.kind = 'work_placement'
)

select
    ended.person_id,
    cast(null as varchar) as category,
    ended.last_day as happened_on,
    1 as amount
from ended
semi join good
    on
        ended.person_id = good.person_id
        and ended.next_month >= good.first_month
        and ended.next_month <= good.last_month
