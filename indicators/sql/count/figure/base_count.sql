-- One row per window, base area and part: what is counted there, noughts included. A change makes itself felt in the
-- first window that ends in its month or later; what changed before the first month is carried into it.
create or replace temp table base_count as
with stepped as (
    select
        delta.window_months,
        step.window_end as month,
        delta.base_id,
        delta.own,
        delta.profile_id,
        sum(delta.amount) as amount,
        sum(delta.contributors) as contributors,
        sum(delta.person_key) as person_key
    from delta
    inner join figure_step as step
        on
            delta.window_months = step.window_months
            and step.month = greatest(delta.month, $first_month)
    group by
        delta.window_months,
        step.window_end,
        delta.base_id,
        delta.own,
        delta.profile_id
),

change as (
    select
        stepped.window_months,
        stepped.month,
        stepped.base_id,
        part.part_id,
        sum(stepped.amount) as amount,
        sum(stepped.contributors) as contributors,
        sum(stepped.person_key) as person_key
    from stepped
    inner join kept_part as part
        on
            stepped.own = part.own
            and stepped.profile_id = part.profile_id
    group by
        stepped.window_months,
        stepped.month,
        stepped.base_id,
        part.part_id
),

slot as (
    select
        figure_window.window_months,
        figure_window.month,
        base_area.base_id,
        figure_part.part_id
    from figure_window
    inner join figure_part on figure_window.window_months = figure_part.window_months
    cross join base_area
)

select
    slot.window_months,
    slot.month,
    slot.base_id,
    slot.part_id,
    cast(sum(coalesce(change.amount, 0)) over until_then as decimal(18, 4)) as amount,
    cast(sum(coalesce(change.contributors, 0)) over until_then as bigint) as contributors,
    sum(coalesce(change.person_key, 0)) over until_then as person_key
from slot
left join change
    on
        slot.window_months = change.window_months
        and slot.month = change.month
        and slot.base_id = change.base_id
        and slot.part_id = change.part_id
window
    until_then as (
        partition by slot.window_months, slot.base_id, slot.part_id
        order by slot.month
        rows between unbounded preceding and current row
    )
