-- One row per spell of the measure under way, in the state of the month of its first day: how long it is known to have
-- lasted, and whether it is known to have ended then.
create or replace temp table duration_spell as
with begun as (
    select
        measure_row.person_id,
        measure_row.category,
        measure_row.end_on - measure_row.start_on as days,
        measure_row.exit_known as has_ended,
        cast(year(measure_row.start_on) * 12 + month(measure_row.start_on) - 1 as integer)
            as month
    from measure_row
    where measure_row.end_on > measure_row.start_on
)

select
    person.person_no,
    state.person_key,
    state.base_id,
    unnest(case when own_category.own = 0 then [0] else [0, own_category.own] end) as own,
    state.profile_id,
    begun.month,
    begun.days,
    begun.has_ended
from begun
inner join counted_person as person on begun.person_id = person.person_id
inner join counted_state as state
    on
        person.person_no = state.person_no
        and begun.month >= state.from_month
        and begun.month < state.next_month
inner join own_category on coalesce(begun.category, 'all') = own_category.category
