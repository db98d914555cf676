-- One row per person and stretch of days on benefit, each day once: those of months before which the person was on
-- benefit in each of the $months - 1 months too, and in all of which there was no activity. Months are
-- year * 12 + month - 1.
with on_benefit as (
    select
        piece.person_id,
        year(piece.start_on) * 12 + month(piece.start_on) - 1 as first_month,
        coalesce(year(piece.end_on - 1) * 12 + month(piece.end_on - 1) - 1, 99999) as last_month
    from core.benefit_piece as piece
),

seen as (
    select
        on_benefit.*,
        max(on_benefit.last_month) over (
            partition by on_benefit.person_id
            order by on_benefit.first_month
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from on_benefit
),

-- What was covered before one run of months begins is where the one before it ends; where the last one ends is of no
-- matter, since nothing comes after it.
run as (
    select
        seen.person_id,
        seen.first_month,
        lead(seen.covered_to, 1, 99999) over (partition by seen.person_id order by seen.first_month) as last_month
    from seen
    where coalesce(seen.first_month > seen.covered_to + 1, true)
),

-- A month before all others stands for what comes before the first activity.
active as (
    select
        activity.person_id,
        year(activity.start_on) * 12 + month(activity.start_on) - 1 as first_month,
        coalesce(year(activity.end_on - 1) * 12 + month(activity.end_on - 1) - 1, 99999) as last_month
    from core.activity as activity
    union all
    select distinct
        on_benefit.person_id,
        -1 as first_month,
        -1 as last_month
    from on_benefit
),

between_activities as (
    select
        active.person_id,
        1 + max(active.last_month) over (
            partition by active.person_id
            order by active.first_month
            rows between unbounded preceding and current row
        ) as first_month,
        lead(active.first_month, 1, 100000) over (
            partition by active.person_id
            order by active.first_month
        ) - 1 as last_month
    from active
),

passive as (
    select
        run.person_id,
        greatest(run.first_month, idle.first_month) + $months - 1 as first_month,
        least(run.last_month, idle.last_month) as last_month
    from run
    inner join between_activities as idle
        on
            run.person_id = idle.person_id
            and run.first_month <= idle.last_month
            and run.last_month >= idle.first_month
),

passive_stretch as (
    select
        passive.person_id,
        make_date(passive.first_month // 12, passive.first_month % 12 + 1, 1) as start_on,
        make_date((passive.last_month + 1) // 12, (passive.last_month + 1) % 12 + 1, 1) as end_on
    from passive
    where passive.first_month <= passive.last_month
)

select
    piece.person_id,
    piece.scheme as category,
    greatest(piece.start_on, passive_stretch.start_on) as start_on,
    case
        when passive_stretch.end_on < coalesce(piece.end_on, date '9999-12-31')
            then passive_stretch.end_on
        else piece.end_on
    end as end_on,
    piece.degree
from core.benefit_piece as piece
inner join passive_stretch
    on
        piece.person_id = passive_stretch.person_id
        and piece.start_on < passive_stretch.end_on
        and coalesce(piece.end_on, date '9999-12-31') > passive_stretch.start_on
where piece.first_choice
