-- One row per window, area and part, also where there is no spell: the duration and the persons behind it.
create or replace temp table counted_cell as
with slot as (
    select distinct
        figure_window.window_months,
        figure_window.month,
        figure_part.part_id,
        member.place_id,
        member.area,
        member.stands
    from figure_window
    inner join figure_part on figure_window.window_months = figure_part.window_months
    inner join area_member as member
        on
            figure_window.month >= member.from_month
            and figure_window.month <= member.to_month
)

select
    slot.window_months,
    slot.month,
    slot.part_id,
    slot.area,
    cast(duration.amount * 0.0001 as decimal(18, 4)) as value,
    cast(coalesce(behind.persons, 0) as bigint) as contributors,
    cast(coalesce(behind.person_key, 0) & 18446744073709551615 as ubigint) as cell_key,
    cast(null as bigint) as amount
from slot
left join persons_behind as behind
    on
        slot.window_months = behind.window_months
        and slot.month = behind.month
        and slot.part_id = behind.part_id
        and slot.place_id = behind.place_id
left join duration
    on
        slot.window_months = duration.window_months
        and slot.month = duration.month
        and slot.part_id = duration.part_id
        and slot.place_id = duration.place_id
where
    slot.stands
    or behind.persons > 0
