-- One row per workplace and month with events of the measure under way: what they amount to.
create or replace temp table month_amount as
select
    measure_row.person_id as workplace_id,
    cast(year(measure_row.happened_on) * 12 + month(measure_row.happened_on) - 1 as integer) as month,
    cast(sum(measure_row.amount) as bigint) as amount
from measure_row
where
    measure_row.happened_on >= $first_day
    and measure_row.happened_on < $next_day
group by
    measure_row.person_id,
    year(measure_row.happened_on) * 12 + month(measure_row.happened_on) - 1
