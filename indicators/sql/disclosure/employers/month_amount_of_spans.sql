-- One row per workplace and known month with days in spans of the measure under way: its degree-days.
create or replace temp table month_amount as
with known as (
    select
        cast(told.first_day as date) as first_day,
        cast(told.first_day + interval 1 month as date) as next_first
    from (
        select unnest(generate_series($first_day, $next_day - 1, interval 1 month)) as first_day
    ) as told
)

select
    measure_row.person_id as workplace_id,
    cast(year(known.first_day) * 12 + month(known.first_day) - 1 as integer) as month,
    cast(
        sum(
            measure_row.degree
            * (
                least(coalesce(measure_row.end_on, known.next_first), known.next_first)
                - greatest(measure_row.start_on, known.first_day)
            )
        ) as bigint
    ) as amount
from measure_row
inner join known
    on
        measure_row.start_on < known.next_first
        and coalesce(measure_row.end_on, date '9999-12-31') > greatest(measure_row.start_on, known.first_day)
group by
    measure_row.person_id,
    known.first_day
