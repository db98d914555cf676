-- One row: the number of tables that do not hold as many rows as what they were copied from.
with pair as (
    select
        (
            select count(*)
            from portal.cell as cell
            semi join definition
                on
                    cell.indicator = definition.indicator
                    and not definition.is_derived
        ) as published,
        (select count(*) from mart.cell) as made
    union all
    select
        (select count(*) from portal.indicator) as published,
        (select count(*) from mart.indicator) as made
    union all
    select
        (select count(*) from portal.area) as published,
        (select count(*) from core.area) as made
    union all
    select
        (select count(*) from portal.delivery) as published,
        (select count(*) from raw.delivery) as made
    union all
    select
        (select count(*) from portal.quarantine_count) as published,
        (select count(distinct concat_ws(' ', wrong.delivery, wrong.rule)) from raw.quarantine as wrong) as made
    union all
    select
        (select count_if(delivery.adds_up) from portal.delivery as delivery) as published,
        (select count(*) from raw.delivery) as made
)

select count(*) as broken
from pair
where pair.published != pair.made
