-- Puts the figures of the release before (`previous`) where this one has withdrawn its own: what they tell is told.
-- Only where both count and draw alike, and round with the same key.
update portal.cell as cell
set
    value = before.value,
    numerator = before.numerator,
    denominator = before.denominator,
    lower = before.lower,
    upper = before.upper,
    status = before.status,
    flags = ltrim(
        array_to_string(list_sort(list_distinct(list_append(string_split(before.flags, ','), 'held'))), ','), ','
    )
from previous.cell as before
semi join counted_alike on before.indicator = counted_alike.indicator
where
    cell.status = 'withdrawn'
    and cell.flags = 'held'
    and cell.indicator = before.indicator
    and cell.breakdown = before.breakdown
    and cell.category = before.category
    and cell.period_kind = before.period_kind
    and cell.period = before.period
    and cell.area = before.area
    and before.status in ('value', 'beyond', 'too_few')
