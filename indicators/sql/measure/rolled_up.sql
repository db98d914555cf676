-- One row per group of areas, category and period that the source says nothing of: the sum over the group's members.
-- Who is a member is settled on the period's last day. A hidden or withdrawn member hides the sum; a missing one
-- leaves it out, but for a residual member that the source never tells of.
insert into measure_figure
with slot as (
    select distinct
        measure_row.breakdown,
        measure_row.category,
        measure_row.period_kind,
        measure_row.period,
        calendar.last_day
    from measure_row
    inner join calendar
        on
            measure_row.period_kind = calendar.period_kind
            and measure_row.period = calendar.period
),

member as (
    select distinct
        slot.breakdown,
        slot.category,
        slot.period_kind,
        slot.period,
        membership.group_code as area,
        membership.member_code
    from slot
    inner join core.membership as membership
        on
            coalesce(membership.valid_from, slot.last_day) <= slot.last_day
            and coalesce(membership.valid_to, slot.last_day) >= slot.last_day
    inner join core.area as area
        on
            membership.member_code = area.code
            and (
                not list_contains($residual_levels, area.level)
                or area.code in (select measure_row.area from measure_row)
            )
),

total as (
    select
        member.breakdown,
        member.category,
        member.period_kind,
        member.period,
        member.area,
        sum(measure_row.value) as amount,
        coalesce(bool_or(measure_row.status = 'suppressed'), false) as hidden,
        coalesce(bool_or(measure_row.status = 'withdrawn'), false) as withdrawn,
        bool_and(coalesce(measure_row.status, 'not_available') = 'value') as known
    from member
    left join measure_row
        on
            member.breakdown = measure_row.breakdown
            and member.category = measure_row.category
            and member.period_kind = measure_row.period_kind
            and member.period = measure_row.period
            and member.member_code = measure_row.area
    group by all
)

select
    $measure as measure,
    total.breakdown,
    total.category,
    total.period_kind,
    total.period,
    total.area,
    case when total.known then total.amount end as amount,
    case when total.known then 'value' when total.hidden then 'suppressed' else 'withdrawn' end as status,
    true as summed,
    false as predecessors,
    false as rounded,
    false as provisional,
    false as wide
from total
where
    (total.known or total.hidden or total.withdrawn)
    and not exists (
        select 1
        from measure_row as published
        where
            published.breakdown = total.breakdown
            and published.category = total.category
            and published.period_kind = total.period_kind
            and published.period = total.period
            and published.area = total.area
    )
