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
    and (
        cell.value is distinct from told.value
        or cell.numerator is distinct from told.numerator
        or cell.denominator is distinct from told.denominator
        or cell.lower is distinct from told.lower
        or cell.upper is distinct from told.upper
        or cell.status != told.status
        or cell.flags != told.flags
    )
