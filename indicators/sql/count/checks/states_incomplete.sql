-- One row: how many persons have months without a state, or with two.
select count(*) as persons
from (
    select state.person_id
    from (
        select
            known.person_id,
            known.from_month,
            known.next_month,
            lead(known.from_month, 1, 1000000) over (
                partition by known.person_id order by known.from_month, known.next_month
            ) as next_from,
            min(known.from_month) over (partition by known.person_id) as first_month
        from core.person_state as known
    ) as state
    group by state.person_id
    having
        bool_or(state.next_month != state.next_from)
        or min(state.first_month) != -999999
) as person
