-- One row per spell of the measure under way whose end is known, in the state of the month of its last day.
create or replace temp table duration_spell as
with ended as (
    select
        measure_row.person_id,
        measure_row.category,
        measure_row.end_on - measure_row.start_on as days,
        cast(year(measure_row.end_on - 1) * 12 + month(measure_row.end_on - 1) - 1 as integer)
            as month
    from measure_row
    where
        measure_row.exit_known
        and measure_row.end_on > measure_row.start_on
)

select
    person.person_no,
    state.person_key,
    state.base_id,
    unnest(case when own_category.own = 0 then [0] else [0, own_category.own] end) as own,
    state.profile_id,
    ended.month,
    ended.days,
    true as has_ended
from ended
inner join counted_person as person on ended.person_id = person.person_id
inner join counted_state as state
    on
        person.person_no = state.person_no
        and ended.month >= state.from_month
        and ended.month < state.next_month
inner join own_category on coalesce(ended.category, 'all') = own_category.category
