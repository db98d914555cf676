-- One row: the number of sums of money that are shown though one person could be more of them than the country allows.
-- A sum, in units of money, is less than the base above the true one; a person counts for the largest amount at most.
with protection as (
    select
        cast(country.profile ->> '$.persons.protection.base' as integer) as base,
        cast(country.profile ->> '$.persons.protection.money.unit' as integer) as unit,
        cast(country.profile ->> '$.persons.protection.money.largest' as integer) as largest,
        cast(country.profile ->> '$.persons.protection.money.dominance' as integer) as dominance
    from portal.country as country
)

select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
cross join protection
where
    definition.unit like '%_a_month'
    and definition.count_kind != 'delivered'
    and definition.denominator is not null
    and cell.status = 'value'
    and (cell.numerator - protection.base) * protection.unit * protection.dominance < protection.largest * 100
