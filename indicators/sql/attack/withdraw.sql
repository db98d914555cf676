-- Withdraws the cells of indicators that show a split which tells too much, and of the pairs that split it further.
-- Where it is `held` they are marked as cells that may show figures of the release before.
update portal.cell as cell
set
    value = null,
    numerator = null,
    denominator = null,
    lower = null,
    upper = null,
    status = 'withdrawn',
    flags = if($held, 'held', '')
from (
    select
        unnest($indicators) as indicator,
        unnest($areas) as area,
        unnest($breakdowns) as breakdown,
        unnest($period_kinds) as period_kind
) as closed
where
    cell.indicator = closed.indicator
    and cell.area = closed.area
    and cell.breakdown = closed.breakdown
    and cell.period_kind = closed.period_kind
    and (
        cell.status in ('value', 'beyond', 'too_few')
        or (cell.status = 'withdrawn' and cell.flags = 'held' and not $held)
    )
