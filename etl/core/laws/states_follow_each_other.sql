-- One row per state that does not begin where the one before it ends, and per first or last one that is open to a side.
with ordered as (
    select
        state.from_month,
        state.next_month,
        lag(state.next_month, 1, -999999) over person_in_time as left_off,
        lead(state.from_month, 1, 1000000) over person_in_time as goes_on
    from core.person_state as state
    window person_in_time as (partition by state.person_id order by state.from_month, state.next_month)
)

select ordered.from_month
from ordered
where
    ordered.from_month <> ordered.left_off
    or ordered.next_month <> ordered.goes_on
    or ordered.next_month <= ordered.from_month
