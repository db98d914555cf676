-- One row: the number of cells with a figure and another status than `value`, or with that status and no figure.
select count(*) as broken
from portal.cell as cell
where
    (cell.status = 'value') != (cell.value is not null)
    or (
        cell.status != 'value'
        and coalesce(cell.numerator, cell.denominator, cell.lower, cell.upper) is not null
    )
