-- One row more per category and period kind of a difference: the first and the last of its rows in the file.
insert into portal.cell_stretch
select
    cell.indicator,
    cell.breakdown,
    cell.period_kind,
    cell.category,
    min(cell.rowid) as first_row,
    max(cell.rowid) as last_row
from portal.cell as cell
where cell.indicator = $indicator
group by
    cell.indicator,
    cell.breakdown,
    cell.period_kind,
    cell.category
order by first_row
