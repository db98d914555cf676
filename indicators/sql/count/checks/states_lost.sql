-- One row: how many states of persons of an age that is counted, and workplaces, are not among the counted ones.
with counted as (
    select count(*) as states
    from counted_state
),

placed as (
    select count(*) as workplaces
    from core.workplace
)

select
    count(*) filter (where state.age_band != 'outside')
    + any_value(placed.workplaces)
    - any_value(counted.states) as states
from counted
cross join placed
left join core.person_state as state on true
