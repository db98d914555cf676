-- One row: how many states of persons of an age that is counted are not among the counted ones.
with counted as (
    select count(*) as states
    from counted_state
)

select count(*) filter (where state.age_band != 'outside') - any_value(counted.states) as states
from counted
left join core.person_state as state on true
