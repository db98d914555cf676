-- Renews the cells of the indicator that say something else now, where they stand.
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
inner join renewed
    on
        told.breakdown = renewed.breakdown
        and told.category = renewed.category
        and told.period_kind = renewed.period_kind
        and told.period = renewed.period
        and told.area = renewed.area
where
    cell.indicator = $indicator
    and cell.breakdown = told.breakdown
    and cell.category = told.category
    and cell.period_kind = told.period_kind
    and cell.period = told.period
    and cell.area = told.area
    and (cell.value, cell.numerator, cell.denominator, cell.lower, cell.upper, cell.status, cell.flags)
    is distinct from (told.value, told.numerator, told.denominator, told.lower, told.upper, told.status, told.flags)
