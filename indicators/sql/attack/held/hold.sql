-- Puts the figures of the release before (`previous`) where this one has withdrawn its own: what they tell is told.
-- Only where both count and draw alike, and round with the same key.
update portal.cell as cell
set
    value = earlier.value,
    numerator = earlier.numerator,
    denominator = earlier.denominator,
    lower = earlier.lower,
    upper = earlier.upper,
    status = earlier.status,
    flags = ltrim(
        array_to_string(list_sort(list_distinct(list_append(string_split(earlier.flags, ','), 'held'))), ','), ','
    )
from previous.cell as earlier
semi join counted_alike on earlier.indicator = counted_alike.indicator
where
    cell.status = 'withdrawn'
    and cell.flags = 'held'
    and cell.indicator = earlier.indicator
    and cell.breakdown = earlier.breakdown
    and cell.category = earlier.category
    and cell.period_kind = earlier.period_kind
    and cell.period = earlier.period
    and cell.area = earlier.area
    and earlier.status in ('value', 'beyond', 'too_few')
