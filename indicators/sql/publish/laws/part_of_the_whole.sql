-- One row: the number of shares of persons with more persons above the line than below it.
select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
where
    definition.interval_kind = 'wilson'
    and cell.numerator > cell.denominator
