-- One row: the number of figures outside their own interval by more than their rounding.
select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
where
    cast(cell.value as double) < cast(cell.lower as double) - 0.5000001 * pow(10, -definition.decimals)
    or cast(cell.value as double) > cast(cell.upper as double) + 0.5000001 * pow(10, -definition.decimals)
