-- One row: the number of rounded counts that are no multiple of the base. A share is capped at its denominator; what is
-- delivered ready counted is not rounded.
with protection as (
    select cast(country.profile ->> '$.persons.protection.base' as integer) as base
    from portal.country as country
)

select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
cross join protection
where
    definition.count_kind in ('persons', 'amount', 'share_of_cohort')
    and (
        case
            when definition.denominator is null
                then cell.value % protection.base != 0
            when definition.numerator in (select delivered.measure from portal.measure_source as delivered)
                then false
            else cell.numerator % protection.base != 0 and cell.numerator < cell.denominator
        end
        or (
            cell.denominator % protection.base != 0
            and definition.denominator not in (select delivered.measure from portal.measure_source as delivered)
        )
    )
