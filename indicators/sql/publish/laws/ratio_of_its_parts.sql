-- One row: the number of ratios that are not the rounded quotient of the two parts shown beside them.
select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
where
    definition.denominator is not null
    and cell.status = 'value'
    and abs(
        cast(cell.value as double)
        - definition.per * cast(cell.numerator as double) / cast(cell.denominator as double)
    ) > 0.5000001 * pow(10, -definition.decimals)
