-- One row per window, part and area: the mean length of its spells in weeks, half up.
create or replace temp table counted_cell as
with known as (
    select
        duration_case.window_months,
        duration_case.month,
        duration_case.part_id,
        duration_case.place_id,
        sum(duration_case.days) as days,
        count(*) as spells,
        count(distinct duration_case.person_no) as persons,
        sum(duration_case.person_key) as person_key
    from duration_case
    group by
        duration_case.window_months,
        duration_case.month,
        duration_case.part_id,
        duration_case.place_id
)

select
    slot.window_months,
    slot.month,
    slot.part_id,
    slot.area,
    cast((20000 * known.days + 7 * known.spells) // (14 * known.spells) * 0.0001 as decimal(18, 4)) as value,
    coalesce(known.persons, 0) as contributors,
    cast(coalesce(known.person_key, 0) & 18446744073709551615 as ubigint) as cell_key
from duration_slot as slot
left join known
    on
        slot.window_months = known.window_months
        and slot.month = known.month
        and slot.part_id = known.part_id
        and slot.place_id = known.place_id
where
    slot.stands
    or known.persons > 0
