-- One row: the number of sums of money that are not what stands above the line of the figure that they are made of, or
-- are told of without it. A million has 1,000,000; the unit of a sum names what it counts in.
with told as (
    select
        indicator.indicator,
        indicator.definition ->> '$.parts[0].indicator' as part,
        if(starts_with(indicator.definition ->> '$.unit', 'million_'), 1000000, 1) as one
    from portal.indicator as indicator
    where indicator.definition ->> '$.count' = 'sum'
)

select count(*) as broken
from portal.cell as cell
inner join told on cell.indicator = told.indicator
left join definition on told.part = definition.indicator
left join portal.cell as part
    on
        told.part = part.indicator
        and cell.breakdown = part.breakdown
        and cell.category = part.category
        and cell.period_kind = part.period_kind
        and cell.period = part.period
        and cell.area = part.area
where
    coalesce(part.status != cell.status, true)
    or (cell.status = 'value') != (cell.value is not null)
    or abs(cast(cell.value as double) * told.one - cast(part.numerator as double) * definition.per) > 0.00005 * told.one
