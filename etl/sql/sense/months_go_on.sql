-- One row per table of the core and month, of the last three that its deliveries cover whole, in which not half as many
-- records begin or happen as in the mean of the twelve months before, or more than twice as many. Where that mean is
-- less than a hundred nothing is said, for chance moves it.
with record as (
    select
        'work_months' as source,
        'core.work_month' as told_in,
        work.month
    from core.work_month as work
    union all
    select
        'benefit_spells' as source,
        'core.benefit_spell' as told_in,
        year(spell.start_on) * 12 + month(spell.start_on) - 1 as month
    from core.benefit_spell as spell
    union all
    select
        'activities' as source,
        'core.activity' as told_in,
        year(activity.start_on) * 12 + month(activity.start_on) - 1 as month
    from core.activity as activity
    union all
    select
        'registrations' as source,
        'core.registration' as told_in,
        year(registration.start_on) * 12 + month(registration.start_on) - 1 as month
    from core.registration as registration
    union all
    select
        'case_events' as source,
        'core.case_event' as told_in,
        year(event.happened_on) * 12 + month(event.happened_on) - 1 as month
    from core.case_event as event
    where event.happened_on is not null
    union all
    select
        'need_assessments' as source,
        'core.need_assessment' as told_in,
        year(assessment.start_on) * 12 + month(assessment.start_on) - 1 as month
    from core.need_assessment as assessment
),

covered as (
    select
        coverage.source,
        year(coverage.known_from - 1) * 12 + month(coverage.known_from - 1) as first_month,
        year(coverage.known_until) * 12 + month(coverage.known_until) - 2 as last_month
    from core.coverage as coverage
),

-- Every month that is covered, also one in which nothing is recorded.
whole as (
    select
        covered.source,
        covered.first_month,
        covered.last_month,
        unnest(range(covered.first_month, covered.last_month + 1)) as month
    from covered
),

counted as (
    select
        record.source,
        record.told_in,
        record.month,
        count(*) as records
    from record
    group by
        record.source,
        record.told_in,
        record.month
),

named as (
    select distinct
        counted.source,
        counted.told_in
    from counted
),

course as (
    select
        named.told_in,
        whole.month,
        whole.last_month,
        coalesce(counted.records, 0) as records,
        avg(coalesce(counted.records, 0)) over earlier as usual,
        count(*) over earlier as months
    from whole
    inner join named on whole.source = named.source
    left join counted
        on
            whole.source = counted.source
            and whole.month = counted.month
    window earlier as (
        partition by whole.source
        order by whole.month
        rows between 12 preceding and 1 preceding
    )
)

select
    course.told_in,
    strftime(make_date(course.month // 12, course.month % 12 + 1, 1), '%Y-%m') as period
from course
where
    course.months = 12
    and course.month > course.last_month - 3
    and course.usual >= 100
    and not course.records between course.usual / 2 and course.usual * 2
