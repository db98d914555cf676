-- One row: the ratios that are shown, and how many are negative, of too few below the line, or a share above 100.
select
    count(*) as checked,
    count(*) filter (
        where cell.value < 0
        or (indicator_part.unit = 'percent' and cell.value > 100)
        or (indicator_part.below is not null and cell.denominator < protection.ratio_from)
    ) as broken
from mart.cell as cell
inner join indicator_part on cell.indicator = indicator_part.indicator
cross join protection
where
    cell.indicator = $indicator
    and cell.status = 'value'
    and indicator_part.denominator is not null
