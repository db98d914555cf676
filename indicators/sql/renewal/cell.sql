-- Renews the cells of the indicator where they stand.
update mart.cell
set
    value = told.value,
    numerator = told.numerator,
    denominator = told.denominator,
    lower = told.lower,
    upper = told.upper,
    status = told.status,
    flags = told.flags
from told_cell as told
inner join stood
    on
        told.breakdown = stood.breakdown
        and told.category = stood.category
        and told.period_kind = stood.period_kind
        and told.period = stood.period
        and told.area = stood.area
where cell.rowid = stood.cell_row
