-- One row per window, base area and part: degree-days in the window, and the sum of the keys of its months.
create or replace temp table base_amount as
with change as (
    select
        amount_change.base_id,
        kept_part.part_id,
        greatest(amount_change.month, $first_month) as month,
        sum(amount_change.degree) as degree,
        sum(case when amount_change.month >= $first_month then amount_change.missing else 0 end) as missing,
        sum(amount_change.person_key) as person_key
    from amount_change
    inner join kept_part
        on
            amount_change.own = kept_part.own
            and amount_change.profile_id = kept_part.profile_id
    where amount_change.month <= $last_month
    group by
        amount_change.base_id,
        kept_part.part_id,
        greatest(amount_change.month, $first_month)
),

known as (
    select unnest(range($first_month, $last_month + 1)) as month
),

part as (
    select distinct figure_part.part_id
    from figure_part
),

slot as (
    select
        base_area.base_id,
        part.part_id,
        known.month,
        extract(day from last_day(make_date(known.month // 12, known.month % 12 + 1, 1))) as days
    from known
    cross join base_area
    cross join part
),

monthly as (
    select
        slot.base_id,
        slot.part_id,
        slot.month,
        slot.days * sum(coalesce(change.degree, 0)) over until_then - coalesce(change.missing, 0) as degree_days,
        sum(coalesce(change.person_key, 0)) over until_then as person_key
    from slot
    left join change
        on
            slot.base_id = change.base_id
            and slot.part_id = change.part_id
            and slot.month = change.month
    window
        until_then as (
            partition by slot.base_id, slot.part_id
            order by slot.month
            rows between unbounded preceding and current row
        )
),

running as (
    select
        monthly.base_id,
        monthly.part_id,
        monthly.month,
        cast(sum(monthly.degree_days) over until_then as bigint) as degree_days,
        sum(monthly.person_key) over until_then as person_key
    from monthly
    window
        until_then as (
            partition by monthly.base_id, monthly.part_id
            order by monthly.month
            rows between unbounded preceding and current row
        )
)

select
    figure_window.window_months,
    figure_window.month,
    figure_window.days,
    till_end.base_id,
    till_end.part_id,
    till_end.degree_days - coalesce(till_start.degree_days, 0) as degree_days,
    till_end.person_key - coalesce(till_start.person_key, 0) as person_key
from figure_window
inner join figure_part on figure_window.window_months = figure_part.window_months
inner join running as till_end
    on
        figure_window.month = till_end.month
        and figure_part.part_id = till_end.part_id
left join running as till_start
    on
        figure_window.month - figure_window.window_months = till_start.month
        and till_end.part_id = till_start.part_id
        and till_end.base_id = till_start.base_id
