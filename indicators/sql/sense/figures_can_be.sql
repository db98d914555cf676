-- One row per indicator, breakdown, area and period with a figure that cannot be: below zero, a share above 100 per
-- cent (a level is no share: one may earn more than before), or an interval whose ends have changed places.
select
    cell.indicator,
    cell.breakdown,
    cell.area,
    cell.period
from mart.cell as cell
inner join mart.indicator as indicator on cell.indicator = indicator.indicator
where
    cell.value < 0
    or cell.numerator < 0
    or cell.denominator < 0
    or cell.lower > cell.upper
    or (
        indicator.definition ->> '$.unit' = 'percent'
        and indicator.definition ->> '$.count' != 'level'
        and cell.value > 100
    )
group by
    cell.indicator,
    cell.breakdown,
    cell.area,
    cell.period
